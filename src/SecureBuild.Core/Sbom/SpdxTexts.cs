using System.Collections.Immutable;

namespace SecureBuild.Sbom;

/// <summary>SPDX's texts with a form of their own, read into the model.</summary>
static class SpdxTexts
{
    /// <summary>A text that says something, or null.</summary>
    public static string? Said(string? text) => text is null or "" or "NOASSERTION" or "NONE" ? null : text;

    /// <summary><c>Organization: Name (mail)</c> or <c>Person: Name (mail)</c>.</summary>
    /// <returns>Null where it says nothing.</returns>
    public static (bool IsPerson, string Name, string? Email)? Agent(string? text)
    {
        if (Said(text) is not { } said)
            return null;
        var isPerson = said.StartsWith("Person:", StringComparison.Ordinal);
        var name = (isPerson ? said["Person:".Length..] : said.StartsWith("Organization:", StringComparison.Ordinal) ? said["Organization:".Length..] : said).Trim();
        string? email = null;
        var open = name.LastIndexOf('(');
        if (open >= 0 && name.EndsWith(')') && name[(open + 1)..^1] is var inside && (inside.Length == 0 || CycloneDxWords.IsMail(inside)))
            (name, email) = (name[..open].Trim(), inside.Length == 0 ? null : inside);
        name = name.Length > 0 ? name : email ?? "";
        return name.Length > 0 ? (isPerson, name, email) : null;
    }

    /// <summary>The same as a supplier.</summary>
    public static OrganizationalEntity? Supplier(string? text) =>
        Agent(text) is not var (isPerson, name, email) ? null : new(name) { Contact = email is null ? [] : [new(isPerson ? name : null, email)] };

    /// <summary><c>SecureBuild-1.0.0</c>: name and version, where there is one.</summary>
    public static Component Tool(string text)
    {
        for (var hyphen = text.LastIndexOf('-'); hyphen > 0; hyphen = text.LastIndexOf('-', hyphen - 1))
            if (hyphen < text.Length - 1 && char.IsAsciiDigit(text[hyphen + 1]))
                return new("application", null, text[..hyphen]) { Version = text[(hyphen + 1)..] };
        return new("application", null, text);
    }

    /// <summary>Phases of the life cycle, where the comment is ours.</summary>
    public static ImmutableArray<string> Lifecycles(string? comment) => comment?.StartsWith(SpdxComments.Lifecycle, StringComparison.Ordinal) != true ? []
        : [.. comment[SpdxComments.Lifecycle.Length..].Split(", ").Where(CycloneDxWords.Phases.Contains)];

    /// <summary>The serial number and version in a namespace of ours, otherwise null.</summary>
    public static (string Serial, int Version)? Serial(string space)
    {
        if (!space.StartsWith(SpdxElements.NamespaceRoot, StringComparison.Ordinal) || space[SpdxElements.NamespaceRoot.Length..].Split('/') is not [_, var uuid, var version])
            return null;
        return Guid.TryParseExact(uuid, "D", out _) && uuid == uuid.ToLowerInvariant()
            && int.TryParse(version, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) && number > 0 ? ($"urn:uuid:{uuid}", number) : null;
    }

    /// <summary>An expression, or the one licence by name that it refers to.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="acknowledgement"><c>declared</c> or <c>concluded</c>.</param>
    /// <param name="refs">The licences that the document defines.</param>
    public static LicenseChoice Licence(string expression, string acknowledgement, Dictionary<string, SpdxLicenceRef> refs)
    {
        if (!refs.TryGetValue(expression, out var licence))
            return new(Expression: expression) { Acknowledgement = acknowledgement, ExpressionDetails = Details(expression, refs) };
        var text = Text(licence);
        return licence.Url is null && (SpdxLicences.Prefix + licence.Name == licence.Id || licence.Name == licence.Id)
            ? new(Expression: licence.Id) { Acknowledgement = acknowledgement, Text = text }
            : new(Name: licence.Name) { Acknowledgement = acknowledgement, Text = text, Url = licence.Url };
    }

    static ImmutableArray<ExpressionDetail> Details(string expression, Dictionary<string, SpdxLicenceRef> refs) => refs.Count == 0 ? []
        : [.. SpdxLicences.Words(expression).Distinct(StringComparer.Ordinal).Where(refs.ContainsKey).Take(100).Select(word => new ExpressionDetail(word, refs[word].Text == SpdxLicences.NoText ? null : refs[word].Text, refs[word].Url))];

    static string? Text(SpdxLicenceRef licence) => licence.Text == SpdxLicences.NoText || licence.Text == licence.Name || licence.Text == licence.Url ? null : licence.Text;
}
