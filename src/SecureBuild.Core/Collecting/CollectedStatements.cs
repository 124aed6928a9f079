using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SecureBuild.Assessment;
using SecureBuild.Attestation;
using SecureBuild.Evidence;
using SecureBuild.Signing;
using SecureBuild.Verification;

namespace SecureBuild.Collecting;

/// <summary>The artifacts of a build with the new facts in them: evidence, and both statements as the build would have written them.</summary>
sealed class CollectedStatements(CollectedBuild build, CollectedFacts facts, Reassess reassess)
{
    const string MediaType = "application/vnd.in-toto+json";

    /// <summary>Files to write, the statements last; null where these statuses cannot be derived as the build derived them.</summary>
    public ImmutableArray<Artifact>? Artifacts()
    {
        var artifacts = ImmutableArray.CreateBuilder<Artifact>();
        var changed = ImmutableArray.CreateBuilder<EvidenceFile>();
        if (!facts.Tests.IsEmpty)
            changed.Add(Add(TestResultStatement.Suffix, MediaType, CanonicalJson.Indented(TestResultStatement.Of(build, facts))));
        // As internal as the compiler's own log: what is found in the code tells whoever wants to attack it.
        if (!facts.Others.IsEmpty)
            changed.Add(Add(OthersLog.Suffix, SarifLog.MediaType, OthersLog.Of(facts.Others.Select(static other => other.Report), build.RepositoryRoot), "internal"));
        var evidence = CanonicalJson.Indented(EvidenceJson.Write(facts.Manifest(changed.ToImmutable())));
        changed.Add(Add(EvidenceChecks.EvidenceSuffix, EvidenceJson.MediaType, evidence));
        if (Attestation(evidence, changed.ToImmutable()) is not { } attestation)
            return null;
        var provenance = build.Provenance.Json.DeepClone().AsObject();
        var details = provenance["predicate"]!["runDetails"]!.AsObject();
        details["byproducts"] = Files(details["byproducts"]!.AsArray(), changed.ToImmutable());
        artifacts.AddRange(AttestationFiles.Write(build.Set.Directory, build.Set.Stem, provenance, attestation, signer: null));
        return artifacts.ToImmutable();

        EvidenceFile Add(string suffix, string mediaType, byte[] content, string audience = "customer")
        {
            artifacts.Add(new(Path.Combine(build.Set.Directory, build.Set.Stem + suffix), content));
            return new(build.Set.Stem + suffix, mediaType, Digest.Sha256(content), audience);
        }
    }

    JsonObject? Attestation(byte[] evidence, ImmutableArray<EvidenceFile> changed)
    {
        var attestation = build.Attestation.Json.DeepClone().AsObject();
        var predicate = attestation["predicate"]!.AsObject();
        var issued = ReadFrameworks.IssuedOn(predicate)!.Value;
        var now = facts.Latest > issued ? facts.Latest : issued;
        if (reassess(File.ReadAllBytes(build.EvidenceFile), build.Catalogues, build.Statements, issued) is not { } before || reassess(evidence, build.Catalogues, build.Statements, now) is not { } after)
            return null;
        predicate["issuedOn"] = Clock.Format(now);
        predicate["evidence"] = Files(predicate["evidence"]!.AsArray(), changed);
        foreach (var framework in predicate["frameworks"]!.AsArray())
        {
            if (!Update(framework!.AsObject(), before, after))
                return null;
        }
        return attestation;
    }

    /// <summary>
    /// Replaces the controls that the new facts say something else of. The others stay as the build wrote them; so do sentences that only the build could know, about
    /// statements that do not count.
    /// </summary>
    static bool Update(JsonObject framework, ImmutableArray<FrameworkResult> before, ImmutableArray<FrameworkResult> after)
    {
        if (Same(framework, before) is not { } old || Same(framework, after) is not { } anew)
            return false;
        var controls = framework["controls"]!.AsArray();
        for (var i = 0; i < controls.Count; i++)
        {
            var (one, other) = (Control(old, controls[i]!), Control(anew, controls[i]!));
            if (one is null || other is null)
                return false;
            if (JsonNode.DeepEquals(one, other))
                continue;
            var reasons = other["reasons"]!.AsArray();
            foreach (var reason in controls[i]!["reasons"]!.AsArray())
            {
                if (!one["reasons"]!.AsArray().Any(known => JsonNode.DeepEquals(known, reason)))
                    reasons.Add(reason!.DeepClone());
            }
            controls[i] = other.DeepClone();
        }
        return true;
    }

    // By the same catalogue and the same rules, or it is not what the build did.
    static JsonObject? Same(JsonObject framework, ImmutableArray<FrameworkResult> derived)
    {
        var result = derived.FirstOrDefault(other => other.Framework == framework.Text("framework") && other.Version == framework.Text("version"));
        if (result is null)
            return null;
        var json = JsonShapes.Framework(result);
        string[] digests = ["catalogueSha256", "rulesSha256", "stricterRulesSha256"];
        return digests.All(name => JsonNode.DeepEquals(json[name], framework[name])) ? json : null;
    }

    static JsonObject? Control(JsonObject framework, JsonNode control) =>
        framework["controls"]!.AsArray().FirstOrDefault(other => (string?)other!["control"] == (string?)control["control"])?.AsObject();

    static JsonArray Files(JsonArray listed, ImmutableArray<EvidenceFile> changed) => JsonShapes.Files(
    [
        .. listed.Select(static file => new EvidenceFile((string)file!["name"]!, (string)file["mediaType"]!, (string)file["digest"]!["sha256"]!, (string)file["annotations"]!["securebuild_class"]!))
            .Where(file => changed.All(other => other.Name != file.Name)),
        .. changed,
    ]);
}
