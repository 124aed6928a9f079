namespace SecureBuild.Sbom;

/// <summary>Licences as SPDX 3 has them: expressions, texts and, in the expanded profile, sets of elements.</summary>
sealed partial class Spdx3Reader
{
    const string LicenceList = "https://spdx.org/licenses/";
    const int DeepestLicence = 8;
    const int LongestLicence = 20_000;

    readonly Dictionary<string, SpdxLicenceRef> _texts = new(StringComparer.Ordinal);

    void License(string from, string target, string acknowledgement)
    {
        if (Nothing(target) is { } word)
        {
            _graph.Say(from, "licence-" + acknowledgement, word);
            return;
        }
        if (Expression(target, 0) is { } expression && expression.Length <= LongestLicence)
            _graph.License(from, SpdxTexts.Licence(expression, acknowledgement, _texts));
        else
            losses.Add("licences");
    }

    // The individuals have short names in JSON-LD; some write their addresses.
    static string? Nothing(string target) =>
        target.EndsWith("NoAssertionLicense", StringComparison.Ordinal) || target.EndsWith("/Licensing/NoAssertion", StringComparison.Ordinal) ? "NOASSERTION"
        : target.EndsWith("NoneLicense", StringComparison.Ordinal) || target.EndsWith("/Licensing/None", StringComparison.Ordinal) ? "NONE" : null;

    /// <summary>A licence element as an expression; null where it is not one that this reader knows.</summary>
    string? Expression(string id, int depth)
    {
        if (depth > DeepestLicence)
            return null;
        if (id.StartsWith(LicenceList, StringComparison.Ordinal))
            return id[LicenceList.Length..] is { Length: > 0 } listed ? listed : null;
        if (!_elements.TryGetValue(id, out var node))
            return null;
        switch (TypeOf(node))
        {
            case "simplelicensing_LicenseExpression":
                return node.Filled("simplelicensing_licenseExpression");
            case "simplelicensing_SimpleLicensingText" or "expandedlicensing_CustomLicense":
                var name = SpdxLicences.Prefix + string.Concat((node.Filled("name") ?? id[(id.LastIndexOfAny(['#', '/']) + 1)..]).Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' ? c : '-'));
                _texts.TryAdd(name, Text(name, node));
                return name;
            case "expandedlicensing_ConjunctiveLicenseSet" or "expandedlicensing_DisjunctiveLicenseSet":
                var members = node.Texts("expandedlicensing_member");
                if (members.Length is 0 or > 100)
                    return null;
                var parts = members.Select(member => Expression(member, depth + 1)).ToArray();
                if (parts.Contains(null) || parts.Sum(part => part!.Length) > LongestLicence)
                    return null;
                return $"({string.Join(TypeOf(node) == "expandedlicensing_ConjunctiveLicenseSet" ? " AND " : " OR ", parts)})";
            default:
                return null;
        }
    }

    void CustomIds(SbomNode expression)
    {
        foreach (var entry in Inline(expression, "simplelicensing_customIdToUri"))
            if (entry.Text("value") is { } uri && _elements.TryGetValue(uri, out var text) && entry.Required("key") is var key)
                _texts.TryAdd(key, Text(key, text));
    }

    SpdxLicenceRef Text(string id, SbomNode node) => new(
        id, node.Filled("name") ?? id, node.Text("simplelicensing_licenseText") ?? SpdxLicences.NoText,
        Inline(node, "externalRef").SelectMany(reference => reference.Texts("locator")).FirstOrDefault(CycloneDxWords.IsAddress));
}
