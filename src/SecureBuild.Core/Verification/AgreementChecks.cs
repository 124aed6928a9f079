using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace SecureBuild.Verification;

/// <summary>That provenance and attestation are both there and speak of the same files and the same build.</summary>
sealed class AgreementChecks(CheckLog log)
{
    static readonly string[] s_parameters = ["project", "configuration", "targetFramework", "runtimeIdentifier"];

    public void Check(string file, ImmutableArray<ReadStatement> statements)
    {
        if (statements is not [var first, var second] || first.IsProvenance == second.IsProvenance)
            log.Tampered("agreement", file, "SB9518");
        else if (!Set(first).SetEquals(Set(second)))
            log.Tampered("agreement", file, "SB9519");
        else if (!SameBuild(first.IsProvenance ? first : second, first.IsProvenance ? second : first))
            log.Tampered("agreement", file, "SB9519");
        else
            log.Pass("agreement", file);
    }

    /// <summary>That the attestation's build is about one of its subjects.</summary>
    public void Binding(ReadStatement attestation)
    {
        var build = attestation.Predicate.Object("build");
        if (attestation.Subjects.Any(subject => subject.Name == build?.Text("output") && subject.Sha256 == build?.Text("outputSha256")))
            log.Pass("binding", attestation.File, build!.Text("output"));
        else
            log.Tampered("binding", attestation.File, "SB9539");
    }

    static HashSet<Attestation.Subject> Set(ReadStatement statement) => [.. statement.Subjects];

    static bool SameBuild(ReadStatement provenance, ReadStatement attestation)
    {
        JsonObject? parameters = provenance.Predicate.Object("buildDefinition")?.Object("externalParameters"), build = attestation.Predicate.Object("build");
        return parameters is not null && build is not null && s_parameters.All(name => parameters.Text(name) == build.Text(name));
    }
}
