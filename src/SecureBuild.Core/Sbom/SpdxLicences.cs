using System.Collections.Immutable;
using System.Text;

namespace SecureBuild.Sbom;

/// <summary>A licence that the SPDX list does not have.</summary>
/// <param name="Id"><c>LicenseRef-…</c>.</param>
/// <param name="Name">Its name.</param>
/// <param name="Text">Its text, or what is known instead of it.</param>
/// <param name="Url">Where the text is, or null.</param>
sealed record SpdxLicenceRef(string Id, string Name, string Text, string? Url);

/// <summary>CycloneDX's licences as SPDX expressions, and the licences that these only refer to.</summary>
sealed class SpdxLicences
{
    /// <summary>Beginning of the id of a licence that the SPDX list does not have.</summary>
    public const string Prefix = "LicenseRef-";

    /// <summary>Stands for a text that nobody gave: SPDX wants one.</summary>
    public const string NoText = "The bill of materials does not contain the text of this licence.";

    readonly Dictionary<string, int> _counters = new(StringComparer.Ordinal);
    readonly Dictionary<(string Name, string Text, string? Url), SpdxLicenceRef> _known = [];
    readonly Dictionary<string, SpdxLicenceRef> _refs = new(StringComparer.Ordinal);

    /// <summary>All that were referred to, in the order in which they were met.</summary>
    public ImmutableArray<SpdxLicenceRef> Refs => [.. _refs.Values];

    /// <summary>What a component's authors declare: one expression, or null where nothing is known. What is not said to be concluded counts as declared.</summary>
    public string? Declared(Component component) => Expression(component.Licenses, "concluded", negated: true);

    /// <summary>What somebody concluded, or null.</summary>
    public string? Concluded(Component component) => Expression(component.Licenses, "concluded", negated: false);

    /// <summary>The licences that an expression refers to.</summary>
    public IEnumerable<SpdxLicenceRef> In(string expression) => Words(expression).Where(_refs.ContainsKey).Select(id => _refs[id]).Distinct();

    string? Expression(ImmutableArray<LicenseChoice> licences, string acknowledgement, bool negated)
    {
        string? all = null;
        foreach (var licence in licences)
        {
            if ((licence.Acknowledgement == acknowledgement) == negated)
                continue;
            var one = Expression(licence);
            // Several licences side by side all hold.
            all = all is null ? one : $"{Bracketed(all)} AND {Bracketed(one)}";
        }
        return all;
    }

    static string Bracketed(string expression) => expression.Contains(" OR ", StringComparison.OrdinalIgnoreCase) && !expression.StartsWith('(') ? $"({expression})" : expression;

    string Expression(LicenseChoice licence)
    {
        if (licence.Expression is { } expression)
        {
            foreach (var word in Words(expression).Where(word => word.StartsWith(Prefix, StringComparison.Ordinal)))
            {
                var detail = licence.ExpressionDetails.Take(100).FirstOrDefault(detail => detail.LicenseIdentifier == word);
                _refs.TryAdd(word, new(word, word[Prefix.Length..], licence.Text ?? detail?.Text ?? NoText, licence.Url ?? detail?.Url));
            }
            return expression;
        }
        if (licence.Id is { } id)
            return id;
        return Ref(licence.Name ?? "unnamed", licence).Id;
    }

    SpdxLicenceRef Ref(string name, LicenseChoice licence)
    {
        var text = licence.Text ?? licence.Url ?? name;
        var id = new StringBuilder(Prefix);
        foreach (var c in name.StartsWith(Prefix, StringComparison.Ordinal) ? name[Prefix.Length..] : name)
            id.Append(char.IsAsciiLetterOrDigit(c) || c is '.' or '-' ? c : '-');
        var wanted = id.ToString();
        if (_known.TryGetValue((name, text, licence.Url), out var known))
            return known;
        var free = wanted;
        while (_refs.ContainsKey(free))
            free = $"{wanted}-{_counters[wanted] = _counters.GetValueOrDefault(wanted, 1) + 1}";
        return _known[(name, text, licence.Url)] = _refs[free] = new(free, name, text, licence.Url);
    }

    /// <summary>The identifiers and operators of an expression.</summary>
    public static string[] Words(string expression) => expression.Split([' ', '(', ')'], StringSplitOptions.RemoveEmptyEntries);
}
