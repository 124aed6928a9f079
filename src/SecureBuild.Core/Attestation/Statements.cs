using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace SecureBuild.Attestation;

/// <summary>The in-toto Statements v1 of a build. They come out without a draft mark: whether they are signed is decided where they are written.</summary>
public static class Statements
{
    /// <summary>The build provenance: SLSA Provenance v1, of a kind that claims at most Build L1, self-generated (msbuild-v1.md).</summary>
    public static JsonObject Provenance(ProvenanceInput input) =>
        Statement(input.Subjects, InToto.ProvenancePredicate, ProvenancePredicate.From(input));

    /// <summary>What the build saw and what people say, control by control (secure-development-v1.md).</summary>
    public static JsonObject SecureDevelopment(SecureDevelopmentInput input) =>
        Statement(input.Subjects, Identity.SecureDevelopmentPredicate, SecureDevelopmentPredicate.From(input));

    internal static JsonObject Statement(ImmutableArray<Subject> subjects, string predicateType, JsonObject predicate) => new()
    {
        ["_type"] = InToto.StatementType,
        ["subject"] = JsonShapes.Array(subjects.OrderBy(subject => subject.Name, StringComparer.Ordinal).Select(Descriptor)),
        ["predicateType"] = predicateType,
        ["predicate"] = predicate,
    };

    static JsonObject Descriptor(Subject subject)
    {
        var digest = new JsonObject { ["sha256"] = subject.Sha256 };
        if (subject.Sha512 is { } sha512)
            digest["sha512"] = sha512;
        return new() { ["name"] = subject.Name, ["digest"] = digest };
    }
}
