using System.Collections.Immutable;
using System.Globalization;
using System.IO.Enumeration;
using SecureBuild.Licences;
using SecureBuild.Sbom;
using SecureBuild.Sbom.Check;
using static SecureBuild.Verification.Policy.PolicyFinding;

namespace SecureBuild.Verification.Policy;

/// <summary>Rules about what is in the delivery, answered from its bills of materials. They pass only where a document says that it names everything.</summary>
static class SbomRules
{
    public static IEnumerable<PolicyFinding> Check(AcceptancePolicy policy, VerifiedDelivery delivery)
    {
        List<(string Rule, Func<DeliveredSbom, IEnumerable<PolicyFinding>> Check)> rules = [];
        if (policy.Licences is { } licences)
            rules.Add((RuleNames.Licences, sbom => Licences(licences, sbom)));
        if (policy.Suppliers is { } suppliers)
            rules.Add((RuleNames.Suppliers, sbom => Suppliers(suppliers, sbom, delivery)));
        if (policy.Packages is { } packages)
            rules.Add((RuleNames.Packages, sbom => Packages(packages, sbom)));
        if (!policy.Sbom.IsEmpty)
            rules.Add((RuleNames.Sbom, sbom => policy.Sbom.SelectMany(rule => Coverage(rule, sbom))));
        return rules.SelectMany(rule => delivery.Sboms.IsEmpty ? [Unknown(rule.Rule, "no_sbom")] : delivery.Sboms.SelectMany(rule.Check));
    }

    static IEnumerable<PolicyFinding> Licences(LicencePolicy policy, DeliveredSbom sbom)
    {
        List<string> refused = [], review = [], unknown = [];
        var components = sbom.Delivered;
        foreach (var component in components)
        {
            var text = Licence(component);
            var licence = LicenceExpression.Parse(text);
            var verdict = policy.Of(text);
            if (verdict is LicenceVerdict.Denied or LicenceVerdict.NotListed && (licence is not null || verdict == LicenceVerdict.Denied))
                refused.Add($"{Title(component)} ({text ?? LicencePolicy.Unknown})");
            else if (verdict == LicenceVerdict.Review)
                review.Add($"{Title(component)} ({text ?? LicencePolicy.Unknown})");
            // A policy that only denies says nothing of what nobody knows, unless it names "unknown".
            else if (licence is null && !policy.Allow.Contains(LicencePolicy.Unknown))
                unknown.Add(Title(component));
        }
        if (refused.Count > 0)
            yield return Failed(RuleNames.Licences, "licences_failed", refused.Count, Some(refused));
        if (review.Count > 0)
            yield return Unknown(RuleNames.Licences, "licences_review", review.Count, Some(review));
        if (unknown.Count > 0)
            yield return Unknown(RuleNames.Licences, "licences_unknown", unknown.Count, Some(unknown));
        if (!sbom.SaysComplete)
            yield return Unknown(RuleNames.Licences, "sbom_incomplete", sbom.Name);
        else if (refused.Count + review.Count + unknown.Count == 0)
            yield return Passed(RuleNames.Licences, "licences_passed", components.Length, sbom.Name);
    }

    static IEnumerable<PolicyFinding> Packages(PackageRule rule, DeliveredSbom sbom)
    {
        // What is used while building counts here, too: a package that is not wanted is not wanted there either. That it has no package URL does not hide it.
        var packages = Flat(sbom.Document.Bom.Components).Where(component => component.Type is not ("file" or "framework") && !DeliveredSbom.IsOwn(component)).ToArray();
        var denied = packages.Where(package => rule.Deny.Any(pattern => Matches(pattern, package))).Select(Title).ToArray();
        var others = rule.Allow.IsEmpty ? [] : packages.Where(package => !rule.Allow.Any(pattern => Matches(pattern, package))).Select(Title).Except(denied, StringComparer.Ordinal).ToArray();
        if (denied.Length > 0)
            yield return Failed(RuleNames.Packages, "packages_denied", denied.Length, Some(denied));
        if (others.Length > 0)
            yield return Failed(RuleNames.Packages, "packages_not_allowed", others.Length, Some(others));
        if (!sbom.SaysComplete)
            yield return Unknown(RuleNames.Packages, "sbom_incomplete", sbom.Name);
        else if (denied.Length + others.Length == 0)
            yield return Passed(RuleNames.Packages, "packages_passed", packages.Length, sbom.Name);
    }

    static IEnumerable<PolicyFinding> Suppliers(SupplierRule rule, DeliveredSbom sbom, VerifiedDelivery delivery)
    {
        List<string> outside = [], unknown = [];
        var stated = SupplierCountries.In(sbom);
        var own = delivery.Attestation.Predicate.Object("supplier")?.Text("name");
        var root = sbom.Document.Bom.Metadata.Component;
        IEnumerable<(string Title, string? Supplier, string? Ref)> all =
            [(own ?? root?.Name ?? "–", own ?? root?.Supplier?.Name, root?.BomRef), .. sbom.Delivered.Select(component => (Title(component), component.Supplier?.Name, component.BomRef))];
        var count = 0;
        foreach (var (title, supplier, name) in all)
        {
            count++;
            var country = supplier is not null && rule.Known.TryGetValue(supplier.Trim(), out var known) ? known : name is null ? null : stated.GetValueOrDefault(name);
            if (country is null)
                unknown.Add(supplier is null ? title : $"{title} ({supplier})");
            else if (!rule.Countries.Contains(country))
                outside.Add($"{title} ({country})");
        }
        if (outside.Count > 0)
            yield return Failed(RuleNames.Suppliers, "suppliers_failed", outside.Count, Some(outside));
        if (unknown.Count > 0)
            yield return Unknown(RuleNames.Suppliers, "suppliers_unknown", unknown.Count, Some(unknown));
        if (!sbom.SaysComplete)
            yield return Unknown(RuleNames.Suppliers, "sbom_incomplete", sbom.Name);
        else if (outside.Count + unknown.Count == 0)
            yield return Passed(RuleNames.Suppliers, "suppliers_passed", count);
    }

    static IEnumerable<PolicyFinding> Coverage(CoverageRule rule, DeliveredSbom sbom)
    {
        var result = SbomCheck.Of(sbom.Document, CheckList.All.First(list => list.Id == rule.List))[0];
        if (rule.Required is { } required)
            yield return result.Required >= required
                ? Passed(RuleNames.Sbom, "coverage_passed", sbom.Name, result.Required, rule.List, required)
                : Failed(RuleNames.Sbom, "coverage_failed", sbom.Name, result.Required, rule.List, required);
        foreach (var (id, least) in rule.Elements)
        {
            var element = result.Elements.First(element => element.Element.Id == id);
            var share = (int)Math.Floor(100 * element.Share + 1e-9);
            var name = $"{rule.List} {id}";
            var title = element.Element.Title.In(CultureInfo.CurrentUICulture.Name);
            yield return share >= least
                ? Passed(RuleNames.Sbom, "element_passed", sbom.Name, name, title, share, least)
                : Failed(RuleNames.Sbom, "element_failed", sbom.Name, name, title, share, least);
        }
    }

    /// <summary>The concluded licence where there is one, otherwise what is declared; several declared ones apply together.</summary>
    static string? Licence(Component component)
    {
        var concluded = component.Licenses.Where(licence => licence.Acknowledgement == "concluded").ToArray();
        var texts = (concluded.Length > 0 ? concluded : [.. component.Licenses]).Select(licence => licence.Expression ?? licence.Id ?? licence.Name).OfType<string>().ToArray();
        return texts switch { [] => null, [var one] => one, _ => string.Join(" AND ", texts.Select(text => $"({text})")) };
    }

    // "Name", "Name@version", and a scope's own "@" in front.
    static bool Matches(string pattern, Component package)
    {
        var at = pattern.LastIndexOf('@');
        var (name, version) = at > 0 ? (pattern[..at], pattern[(at + 1)..]) : (pattern, "*");
        return (Is(name, package.Name) || (package.Group is { } group && Is(name, $"{group}/{package.Name}"))) && Is(version, package.Version ?? "");
    }

    static bool Is(string pattern, string name) => FileSystemName.MatchesSimpleExpression(pattern, name, ignoreCase: true);

    static string Title(Component component) => $"{component.Name} {component.Version ?? component.VersionRange}".TrimEnd();

    static IEnumerable<Component> Flat(ImmutableArray<Component> components) => components.SelectMany(component => Flat(component.Components).Prepend(component));
}
