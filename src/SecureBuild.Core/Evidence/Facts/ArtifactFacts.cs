using System.Text.Json;
using System.Text.Json.Nodes;

namespace SecureBuild.Evidence.Facts;

/// <summary>What this build leaves behind: bill of materials, provenance, signature, and the same of referenced projects.</summary>
static class ArtifactFacts
{
    public static void Read(FactSheet sheet)
    {
        Sbom(sheet);
        sheet.Known("evidence.manifest", new JsonArray([.. sheet.Sources.Files.OrderBy(static file => file.Name, StringComparer.Ordinal).Select(static file => (JsonNode)new JsonObject
        {
            ["name"] = file.Name, ["mediaType"] = file.MediaType, ["sha256"] = file.Sha256, ["class"] = file.Class,
        })]), "artifacts of this build");

        if (sheet.Sources.AttestationFile is { } attestation)
            sheet.Known("provenance.statement", new JsonObject { ["file"] = attestation, ["predicateType"] = "https://slsa.dev/provenance/v1", ["level"] = "SLSA Build L1, self-generated" }, "artifacts of this build");
        else
            sheet.Unknown("provenance.statement", "artifacts of this build", GapText.Of("no-provenance"));

        // That the build signs; the signature itself is what the verifier checks.
        if (sheet.Sources.SigningKeyId is { } key)
            sheet.Known("sign.dsse", new JsonObject { ["keyId"] = key }, "signing key of this build", TrustClass.ObservedByBuild);
        else
            sheet.Unknown("sign.dsse", "signing key of this build", GapText.Of("unsigned-draft"));

        if (sheet.Build.Flag("IsPackable") == false)
            sheet.NotApplicable("sign.nuget", FactSheet.Properties("IsPackable"), GapText.Of("no-package"));
        else
            sheet.Unknown("sign.nuget", "nupkg", GapText.Of("package-made-later"));
        sheet.Unknown("sign.timestamp", "attestation", GapText.Of("no-timestamp"));
        sheet.Unknown("binlog.digest", "binary log", GapText.Of("binary-log-later"));
        sheet.Unknown("package.manifest", "submission package", GapText.Of("manifest-later"));
        sheet.Unknown("test.results", "test results", GapText.Of("tests-later"));
        sheet.Unknown("test.coverage", "coverage", GapText.Of("tests-later"));
        sheet.Try("evidence of referenced projects", () => ProjectReferences(sheet), "projectRefs.policy");
    }

    static void Sbom(FactSheet sheet)
    {
        if (sheet.Sources.Sbom is not { } sbom)
        {
            foreach (var id in (ReadOnlySpan<string>)["sbom.file", "sbom.unknowns", "sbom.coverage"])
                sheet.Unknown(id, "SBOM", GapText.Of("no-sbom"));
            return;
        }
        sheet.Known("sbom.file", new JsonObject { ["file"] = sbom.File, ["format"] = sbom.Format, ["sha256"] = sbom.Sha256, ["components"] = sbom.Components, ["dependencies"] = sbom.Dependencies }, sbom.File);
        sheet.Known("sbom.unknowns", new JsonObject { ["fields"] = sbom.UnknownFields }, sbom.File);
        if (sheet.Sources.SbomElements is { } elements)
            sheet.Known("sbom.elements", elements.DeepClone(), sbom.File);
        sheet.Known("sbom.coverage", new JsonObject { ["files"] = sbom.OutputFiles, ["unexplained"] = sbom.UnexplainedFiles }, sbom.File);
    }

    static void ProjectReferences(FactSheet sheet)
    {
        var references = sheet.Build.ProjectReferences;
        if (references.IsEmpty)
        {
            sheet.NotApplicable("projectRefs.policy", "MSBuild: @(ProjectReference)", GapText.Of("no-project-references"));
            return;
        }
        var without = references.Where(reference => !HasEvidence(sheet.Build, reference.Assembly))
            .Select(reference => sheet.Relative(reference.ProjectFile) ?? Path.GetFileName(reference.ProjectFile)).Order(StringComparer.Ordinal);
        var list = new JsonArray([.. without.Select(static name => (JsonNode)name)]);
        sheet.Known("projectRefs.policy", new JsonObject { ["references"] = references.Length, ["withEvidence"] = references.Length - list.Count, ["without"] = list },
            "evidence beside the referenced projects' outputs");
    }

    /// <summary>Evidence lies in the default folder beside the referenced assembly, and is about that very assembly.</summary>
    static bool HasEvidence(BuildInputs build, string? assembly)
    {
        if (assembly is null || !File.Exists(assembly))
            return false;
        var file = Path.Combine(Path.GetDirectoryName(assembly)!, "securebuild", Path.GetFileNameWithoutExtension(assembly) + ".evidence.json");
        if (!File.Exists(file))
            return false;
        return build.Digests.Attested(file) == build.Digests.Both(assembly).Sha256;
    }
}
