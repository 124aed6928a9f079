using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SecureBuild.Configuration;
using SecureBuild.Licences;

namespace SecureBuild.Evidence.Facts;

/// <summary>What the team decided in <c>securebuild.json</c>: licences, suppliers, what a release has to pass.</summary>
static class PolicyFacts
{
    public static void Read(FactSheet sheet)
    {
        var configuration = sheet.Sources.Configuration;
        if (configuration?.Licences is { IsEmpty: false } licences)
            Policy(sheet, configuration, licences);
        else
        {
            sheet.Unknown("license.policy", ProjectConfigurationFile.Name, GapText.Of("no-licence-policy"));
            sheet.Unknown("gate.policy", ProjectConfigurationFile.Name, GapText.Of("no-release-policy"));
        }

        if (configuration is { Suppliers.IsEmpty: false })
        {
            var value = Origin(sheet, configuration);
            value["entries"] = configuration.Suppliers.Length;
            value["patterns"] = configuration.Suppliers.Sum(static entry => entry.Packages.Length);
            sheet.Known("supplier.register", value, ProjectConfigurationFile.Name + ": suppliers", TrustClass.DeclaredByProject);
        }
        else
            sheet.Unknown("supplier.register", ProjectConfigurationFile.Name + ": suppliers", GapText.Of("no-supplier-register"));
    }

    static void Policy(FactSheet sheet, ProjectConfiguration configuration, LicencePolicy licences)
    {
        const string source = ProjectConfigurationFile.Name + ": licences; SBOM";
        var figures = sheet.Sources.Sbom?.Licences;
        var value = Origin(sheet, configuration);
        value["allow"] = Texts(licences.Allow);
        value["review"] = Texts(licences.Review);
        value["deny"] = Texts(licences.Deny);
        value["packages"] = figures is null ? null : new JsonObject { ["denied"] = figures.Denied, ["toReview"] = figures.ToReview, ["notListed"] = figures.NotListed };
        sheet.Known("license.policy", value, source);

        // Without the packages the policy was not applied, and an outcome would be invented.
        if (figures is null)
        {
            sheet.Unknown("gate.policy", source, GapText.Of("policy-unapplied"));
            return;
        }
        var gate = Origin(sheet, configuration);
        gate["gates"] = new JsonArray("licences");
        gate["stopsTheBuild"] = sheet.Build.Flag("SecureBuildStrict") ?? false;
        gate["outcome"] = figures is { Denied: 0, ToReview: 0, NotListed: 0 } ? "passed" : "objections";
        sheet.Known("gate.policy", gate, source + "; " + FactSheet.Properties("SecureBuildStrict"));
    }

    static JsonObject Origin(FactSheet sheet, ProjectConfiguration configuration) => new()
    {
        ["file"] = sheet.Build.ConfigurationFile is { } file ? sheet.Relative(file) : null,
        ["sha256"] = configuration.Sha256,
    };

    static JsonArray Texts(ImmutableArray<string> texts)
    {
        var array = new JsonArray();
        foreach (var text in texts)
            array.Add((JsonNode)text);
        return array;
    }
}
