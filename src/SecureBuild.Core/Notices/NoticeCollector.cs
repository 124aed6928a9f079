using System.Collections.Immutable;
using SecureBuild.Licences;
using SecureBuild.Sbom;

namespace SecureBuild.Notices;

/// <summary>Makes the notices of a product out of its bill of materials, whoever wrote that, and out of the components' own files where they are at hand.</summary>
sealed class NoticeCollector
{
    const string FirstParty = "unknown:first-party", ProjectPrefix = "project:";

    readonly Func<Component, PackageFolder?> _folders;
    readonly TextNumbers _licences = new("L");
    readonly TextNumbers _notices = new("N");
    readonly List<Component> _components = [];
    readonly List<string> _unexplained = [];
    int _external;

    NoticeCollector(Func<Component, PackageFolder?> folders) => _folders = folders;

    /// <summary>From a bill of materials and the components' folders.</summary>
    /// <param name="bom">The bill of materials.</param>
    /// <param name="folders">Where the files of a component are, or null.</param>
    public static ThirdPartyNotices Of(Bom bom, Func<Component, PackageFolder?> folders)
    {
        var collector = new NoticeCollector(folders);
        collector.Sort(bom.Metadata.Component?.Components ?? [], isTop: false);
        collector.Sort(bom.Components, isTop: true);
        ImmutableArray<NoticeComponent> components =
        [
            .. collector._components.OrderBy(Title, StringComparer.OrdinalIgnoreCase).ThenBy(Title, StringComparer.Ordinal).ThenBy(component => component.BomRef, StringComparer.Ordinal)
                .Select(collector.Describe),
        ];
        return new(
            bom.Metadata.Component is { } root ? Title(root) : null, bom.SerialNumber, components, collector._licences.Texts, collector._notices.Texts, collector._external,
            [.. collector._unexplained.Order(StringComparer.Ordinal)]);
    }

    // What only the build uses is not handed on; what the product's own people made needs no notice. A file is part of what it lies in.
    void Sort(ImmutableArray<Component> components, bool isTop)
    {
        foreach (var component in components)
        {
            if (component.Scope == "excluded")
                continue;
            if (component.Type == "file")
            {
                if (isTop)
                    _unexplained.Add(component.Name);
                continue;
            }
            if (component.IsExternal)
                _external++;
            else if (!IsOwn(component))
                _components.Add(component);
            Sort(component.Components, isTop: false);
        }
    }

    // Of others' documents only the root is known to be their own: one line too many does no harm, one too few does.
    static bool IsOwn(Component component) =>
        component.BomRef?.StartsWith(ProjectPrefix, StringComparison.Ordinal) == true
        || component.Properties.Any(property => property is { Name: Names.Licence, Value: FirstParty });

    NoticeComponent Describe(Component component)
    {
        var title = Title(component);
        var folder = _folders(component);
        var files = ImmutableArray.CreateBuilder<NoticeFile>();
        var known = new List<string?>();
        foreach (var file in folder is null ? [] : PackageText.Of(folder))
        {
            var label = file.Text is null ? null : file.IsNotice ? _notices.Of(file.Text, null, title, file.Path) : LicenceOf(file.Text, title, file.Path, known);
            files.Add(new(file.Path, file.Sha256, label, file.IsNotice));
        }
        foreach (var (licence, text) in component.Licenses.SelectMany(Texts))
        {
            known.Add(licence);
            var label = _licences.Of(LicenceFile.Plain(text), licence, title, null);
            if (!files.Any(file => file.Label == label))
                files.Add(new(null, null, label, IsNotice: false));
        }
        return new(
            title, OneLine(component.Copyright), Address(component), component.Purl,
            Said(component, "declared"), Said(component, "concluded"), Said(component, null),
            files.ToImmutable(), Links(component, known), folder is not null);
    }

    string LicenceOf(string text, string title, string path, List<string?> known)
    {
        var id = LicenceTexts.Identify(text);
        known.Add(id);
        return _licences.Of(text, id, title, path);
    }

    static IEnumerable<(string? Licence, string Text)> Texts(LicenseChoice choice)
    {
        if (choice.Text is { } text)
            yield return (choice.Id ?? choice.Expression ?? choice.Name, text);
        foreach (var detail in choice.ExpressionDetails)
            if (detail.Text is { } part)
                yield return (detail.LicenseIdentifier, part);
    }

    // A text that nobody could identify is taken for that of the one licence that a component names, and for none of several.
    static ImmutableArray<NoticeLink> Links(Component component, List<string?> known)
    {
        var links = new List<NoticeLink>();
        foreach (var choice in component.Licenses)
        {
            var expression = LicenceExpression.Parse(choice.Expression ?? choice.Id);
            var terms = expression?.Terms.ToArray() ?? [];
            if (expression is null && known.Count == 0)
                links.Add(new(OneLine(choice.Name ?? choice.Expression ?? choice.Id)!, choice.Url ?? choice.ExpressionDetails.FirstOrDefault()?.Url));
            foreach (var term in terms)
                if (!known.Any(id => id is null ? terms.Length == 1 : Family(id) == Family(term.Id)))
                    links.AddRange(Addresses(term, choice));
        }
        return [.. links.Distinct()];
    }

    static IEnumerable<NoticeLink> Addresses(LicenceTerm term, LicenseChoice choice)
    {
        yield return new(term.Id, term.IsListed ? SpdxAddress(term.Id.TrimEnd('+')) : choice.Url ?? choice.ExpressionDetails.FirstOrDefault(detail => detail.LicenseIdentifier == term.Id)?.Url);
        if (term.Exception is { } exception)
            yield return new(exception, exception.StartsWith("AdditionRef-", StringComparison.Ordinal) ? null : SpdxAddress(exception));
    }

    static string SpdxAddress(string id) => $"https://spdx.org/licenses/{id}.html";

    // One text serves "only" and "or later".
    static string Family(string id) => id.Replace("-or-later", "-only", StringComparison.Ordinal).TrimEnd('+');

    static ImmutableArray<string> Said(Component component, string? acknowledgement) =>
        [.. component.Licenses.Where(choice => choice.Acknowledgement == acknowledgement).Select(choice => OneLine(choice.Expression ?? choice.Id ?? choice.Name)).OfType<string>().Distinct(StringComparer.Ordinal)];

    static string Title(Component component)
    {
        var name = component.Group is { } group ? $"{group}/{component.Name}" : component.Name;
        return Printable.Of((component.Version ?? component.VersionRange) is { } version ? $"{name} {version}" : name);
    }

    static string? Address(Component component) =>
        (Reference(component, "website") ?? Reference(component, "vcs") ?? Reference(component, "distribution")) is not { } url ? null
        : url.StartsWith("git+", StringComparison.Ordinal) ? url["git+".Length..].Split('@')[0] : url;

    static string? Reference(Component component, string type) => component.ExternalReferences.FirstOrDefault(reference => reference.Type == type)?.Url;

    static string? OneLine(string? text) =>
        text is null ? null : string.Join(' ', text.Split(['\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)) is { Length: > 0 } line ? Printable.Of(line) : null;
}
