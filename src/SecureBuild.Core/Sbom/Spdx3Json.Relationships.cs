namespace SecureBuild.Sbom;

/// <summary>What leads from one element to another, licences included: SPDX 3 has them as elements too.</summary>
sealed partial class Spdx3Writer
{
    void Licences(SpdxElement element)
    {
        var (declared, concluded) = (_licences.Declared(element.Component), _licences.Concluded(element.Component));
        if (declared is not null)
            Relationship("hasDeclaredLicense", element.Id, [ExpressionId(declared)]);
        if (concluded is not null)
            Relationship("hasConcludedLicense", element.Id, [ExpressionId(concluded)]);
        // That it is not known is said, where there is somebody who could know it.
        if (declared is null && concluded is null && element.Component.Type != "file")
            Relationship("hasDeclaredLicense", element.Id, [NoLicence]);
    }

    string ExpressionId(string expression)
    {
        if (!_expressions.TryGetValue(expression, out var id))
            _expressions.Add(expression, id = $"{_prefix}SPDXRef-License~{_expressions.Count + 1}");
        return id;
    }

    void Expression(string expression, string id)
    {
        Start("simplelicensing_LicenseExpression", id);
        json.WriteString("simplelicensing_licenseExpression", expression);
        json.Member("simplelicensing_customIdToUri", [.. _licences.In(expression)], licence => json.Object("type", "DictionaryEntry", "key", licence.Id, "value", TextId(licence)));
        json.WriteEndObject();
    }

    void Text(SpdxLicenceRef licence)
    {
        Start("simplelicensing_SimpleLicensingText", TextId(licence));
        json.WriteString("name", licence.Name);
        json.WriteString("simplelicensing_licenseText", licence.Text);
        if (licence.Url is { } url)
        {
            json.WriteStartArray("externalRef");
            Reference(json, new("license", url));
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }

    string TextId(SpdxLicenceRef licence) => $"{_prefix}SPDXRef-Text~{licence.Id}";

    void Contents()
    {
        foreach (var group in _elements.All.Where(element => element.ContainedIn is not null).GroupBy(element => element.ContainedIn!, StringComparer.Ordinal))
        {
            Relationship("contains", group.Key, group.Select(element => _prefix + element.Id), _elements.IncompleteParts.Contains(group.Key) ? "incomplete" : null);
            var files = group.Where(element => element.Component.Type == "file").Select(element => _prefix + element.Id).ToArray();
            if (files.Length > 0)
                Relationship("hasDistributionArtifact", group.Key, files);
        }
    }

    void Dependencies(Dependency dependency)
    {
        if (_elements.Find(dependency.Ref) is not { } from)
        {
            losses?.Add("dependencies (unknown bom-ref)");
            return;
        }
        var all = dependency.DependsOn.Select(_elements.Find).OfType<SpdxElement>().ToArray();
        losses?.Add("dependencies.dependsOn (unknown bom-ref)", dependency.DependsOn.Length - all.Length);
        var completeness = _elements.Completeness(dependency.Ref) switch { "complete" => "complete", { } text when text.StartsWith("incomplete", StringComparison.Ordinal) => "incomplete", _ => "noAssertion" };
        var tools = all.Where(element => element.Component.Scope == "excluded" && from.Component.Scope != "excluded").ToArray();
        var needed = all.Except(tools).Select(element => _prefix + element.Id).ToArray();
        if (needed.Length == 0)
            needed = [completeness == "complete" ? "NoneElement" : "NoAssertionElement"];
        Relationship("dependsOn", from.Id, needed, completeness);
        if (tools.Length > 0)
            Relationship("dependsOn", from.Id, tools.Select(element => _prefix + element.Id), completeness, "development");
    }

    void Relationship(string type, string from, IEnumerable<string> to, string? completeness = null, string? scope = null)
    {
        var id = $"{_prefix}SPDXRef-Relationship~{_relationships.Count + 1}";
        _relationships.Add(id);
        Start(scope is null ? "Relationship" : "LifecycleScopedRelationship", id);
        json.WriteString("relationshipType", type);
        json.WriteString("from", _prefix + from);
        json.Texts("to", to);
        json.Member("completeness", completeness);
        json.Member("scope", scope);
        json.WriteEndObject();
    }
}
