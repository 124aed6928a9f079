using System.Collections.Immutable;
using System.Text.Json;
using SecureBuild.Assessment;
using SecureBuild.Configuration;
using SecureBuild.Licences;
using SecureBuild.Sbom.Check;

namespace SecureBuild.Verification.Policy;

/// <summary>Turns located JSON into an <see cref="AcceptancePolicy"/>, noting every mistake on the way.</summary>
sealed class AcceptancePolicyReader(Mistakes mistakes)
{
    /// <summary>Every member of a policy; policy-v1.schema.json says the same to editors.</summary>
    public static readonly string[] Members =
        ["$schema", "name", "id", "ifUnknown", "product", "signers", "maxAgeDays", "statementsValidForDays", "controls", "licences", "suppliers", "packages", "sbom", "vulnerabilities"];

    static readonly string[] s_statuses = ["partly", "stated", "met-by-evidence"];

    public AcceptancePolicy? Read(LocatedValue root, string sha256)
    {
        if (PolicyMembers.Of(root, "", mistakes, Members) is not { } file)
            return null;
        file.Text("$schema");
        var signers = file.Object("signers", "all", "any", "postQuantum");
        var vulnerabilities = file.Object("vulnerabilities", "atMost", "accept");
        var policy = new AcceptancePolicy(sha256)
        {
            Name = file.Text("name"),
            Id = Id(file),
            WarnIfUnknown = file.OneOf("ifUnknown", "fail", "warn") == "warn",
            AllSigners = signers?.Texts("all", IsKeyId, "SB9707") ?? [],
            AnySigner = signers?.Texts("any", IsKeyId, "SB9707") ?? [],
            PostQuantum = signers?.Flag("postQuantum") ?? false,
            MaxAgeDays = file.Number("maxAgeDays", 0, 36500),
            StatementsValidForDays = file.Number("statementsValidForDays", 0, 36500),
            Controls = [.. file.Elements("controls").Select(item => Control(item.Value, item.Path)).OfType<ControlRule>()],
            Licences = Licences(file),
            Suppliers = Suppliers(file),
            Packages = file.Object("packages", "allow", "deny") is { } packages ? new(packages.Texts("allow", IsPackage, "SB9706"), packages.Texts("deny", IsPackage, "SB9706")) : null,
            Sbom = [.. file.Elements("sbom").Select(item => Coverage(item.Value, item.Path)).OfType<CoverageRule>()],
            WorstSeverity = vulnerabilities is null ? null : Severity(vulnerabilities),
            AcceptedStatements = vulnerabilities?.Texts("accept", static word => word is "not_affected" or "fixed", "SB9420") ?? [],
            Product = Product(file),
        };
        if (mistakes.Count == 0 && !policy.Rules.Any())
            mistakes.Add("SB9712", root.Offset);
        return policy;
    }

    string? Id(PolicyMembers file)
    {
        if (file.Text("id") is not { } id || Uri.TryCreate(id, UriKind.Absolute, out _))
            return file.Text("id");
        mistakes.Add("SB9705", file.OffsetOf("id"), "id", id, "https://…, urn:…");
        return null;
    }

    ProductRule? Product(PolicyMembers file)
    {
        if (file.Object("product", "name", "version") is not { } product)
            return null;
        if (!product.Has("name") && !product.Has("version"))
            mistakes.Add("SB9710", product.Offset, product.PathOf("name"));
        return new(product.Text("name"), product.Text("version"));
    }

    static string? Severity(PolicyMembers audit)
    {
        audit.Required("atMost");
        return audit.OneOf("atMost", "none", "low", "moderate", "high");
    }

    ControlRule? Control(LocatedValue value, string path)
    {
        if (PolicyMembers.Of(value, path, mistakes, "framework", "version", "controls", "minimum", "acceptNotApplicable") is not { } rule)
            return null;
        if (!rule.Has("controls"))
            mistakes.Add("SB9710", rule.Offset, rule.PathOf("controls"));
        if (!rule.Has("minimum"))
            mistakes.Add("SB9710", rule.Offset, rule.PathOf("minimum"));
        var status = rule.OneOf("minimum", s_statuses) switch { "partly" => ControlStatus.Partly, "stated" => ControlStatus.Stated, _ => ControlStatus.MetByEvidence };
        return new(rule.Required("framework") ?? "", rule.Text("version"), rule.Texts("controls", static _ => true, "SB9709"), status, rule.Flag("acceptNotApplicable"));
    }

    LicencePolicy? Licences(PolicyMembers file)
    {
        if (file.Object("licences", "allow", "review", "deny") is not { } lists)
            return null;
        var policy = new LicencePolicy(Names(lists, "allow"), Names(lists, "review"), Names(lists, "deny"));
        foreach (var licence in policy.Deny.Intersect(policy.Allow.Concat(policy.Review), StringComparer.OrdinalIgnoreCase))
            mistakes.Add("SB9713", lists.OffsetOf("deny"), licence);
        return policy.IsEmpty ? null : policy;
    }

    static ImmutableArray<string> Names(PolicyMembers lists, string name) =>
        [.. lists.Texts(name, IsLicence, "SB9706").Select(text => text == LicencePolicy.Unknown ? text : LicenceExpression.Parse(text)!.ToString())];

    SupplierRule? Suppliers(PolicyMembers file)
    {
        if (file.Object("suppliers", "countries", "known") is not { } suppliers)
            return null;
        if (!suppliers.Has("countries"))
            mistakes.Add("SB9710", suppliers.Offset, suppliers.PathOf("countries"));
        var known = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var member in suppliers.Entries("known"))
        {
            var path = $"{suppliers.PathOf("known")}.{member.Name}";
            if (member.Value.Kind != JsonValueKind.String || !IsCountry(member.Value.Text))
                mistakes.Add("SB9714", member.Value.Offset, path, member.Value.Text);
            else if (!known.TryAdd(member.Name.Trim(), member.Value.Text))
                mistakes.Add("SB9704", member.Offset, path);
        }
        return new(suppliers.Texts("countries", IsCountry, "SB9714"), known.ToImmutable());
    }

    CoverageRule? Coverage(LocatedValue value, string path)
    {
        if (PolicyMembers.Of(value, path, mistakes, "list", "required", "elements") is not { } rule)
            return null;
        rule.Required("list");
        var list = rule.OneOf("list", [.. CheckList.All.Select(list => list.Id)]);
        var known = CheckList.All.FirstOrDefault(candidate => candidate.Id == list)?.Elements.Where(element => element.Test != "outside").Select(element => element.Id).ToArray();
        var elements = ImmutableSortedDictionary.CreateBuilder<string, int>(StringComparer.Ordinal);
        var named = 0;
        foreach (var member in rule.Entries("elements"))
        {
            named++;
            var place = $"{rule.PathOf("elements")}.{member.Name}";
            if (known is not null && !known.Contains(member.Name, StringComparer.Ordinal))
                mistakes.Add("SB9705", member.Offset, rule.PathOf("elements"), member.Name, string.Join(", ", known));
            else if (rule.Number(member.Value, place, 0, 100) is { } share)
                elements[member.Name] = share;
        }
        var required = rule.Number("required", 0, 100);
        if (!rule.Has("required") && named == 0)
            mistakes.Add("SB9710", rule.Offset, rule.PathOf("required"));
        return list is null ? null : new(list, required, elements.ToImmutable());
    }

    static bool IsKeyId(string text) => text.Length == 64 && text.All(char.IsAsciiHexDigitLower);

    static bool IsLicence(string text) => text == LicencePolicy.Unknown || LicenceExpression.Parse(text) is not null;

    static bool IsCountry(string text) => text is [>= 'A' and <= 'Z', >= 'A' and <= 'Z'];

    static bool IsPackage(string text) => !text.Any(character => char.IsWhiteSpace(character) || char.IsControl(character)) && text is not ("@" or "") && !text.EndsWith('@');
}
