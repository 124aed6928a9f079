using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SecureBuild.Attestation;

namespace SecureBuild.Verification;

/// <summary>A statement as read from a file of someone else, its form checked.</summary>
/// <param name="File">The file it was in.</param>
/// <param name="Json">The statement.</param>
/// <param name="PredicateType">One of the two that we know.</param>
/// <param name="Subjects">Its subjects.</param>
/// <param name="Envelope">What it was wrapped in; null where it is bare.</param>
sealed partial record ReadStatement(string File, JsonObject Json, string PredicateType, ImmutableArray<Subject> Subjects, Envelope? Envelope)
{
    /// <summary>Whether it is the build provenance; otherwise it is the secure-development attestation.</summary>
    public bool IsProvenance => PredicateType == InToto.ProvenancePredicate;

    public JsonObject Predicate => Json.Object("predicate")!;

    /// <summary>The statement's bytes: what is signed where it is signed.</summary>
    public ReadOnlyMemory<byte> Payload => Envelope?.Payload ?? Line;

    /// <summary>Its line in the file, where it is bare.</summary>
    public ReadOnlyMemory<byte> Line { get; init; }

    /// <summary>Null, with a failed check, where it is not a statement of a kind that we know.</summary>
    public static ReadStatement? From(string file, JsonObject json, Envelope? envelope, CheckLog log)
    {
        if (json.Text("_type") != InToto.StatementType || json.Object("predicate") is null || SubjectsOf(json) is not { IsEmpty: false } subjects)
        {
            log.Tampered("statement", file, "SB9516");
            return null;
        }
        var type = json.Text("predicateType");
        if (type is not (InToto.ProvenancePredicate or Identity.SecureDevelopmentPredicate))
        {
            log.Tampered("statement", file, "SB9517", type);
            return null;
        }
        log.Pass("statement", file, type);
        return new(file, json, type, subjects, envelope);
    }

    static ImmutableArray<Subject>? SubjectsOf(JsonObject json)
    {
        if (json.Objects("subject") is not { } list)
            return null;
        var subjects = ImmutableArray.CreateBuilder<Subject>();
        foreach (var item in list)
        {
            var digest = item.Object("digest");
            if (item.Text("name") is not { } name || digest?.Text("sha256") is not { } sha256 || !Sha256Hex().IsMatch(sha256))
                return null;
            if (digest.ContainsKey("sha512") && (digest.Text("sha512") is not { } text || !Sha512Hex().IsMatch(text)))
                return null;
            subjects.Add(new(name, sha256, digest.Text("sha512")));
        }
        return subjects.Select(subject => subject.Name).Distinct(StringComparer.Ordinal).Count() == subjects.Count ? subjects.ToImmutable() : null;
    }

    [GeneratedRegex(@"\A[0-9a-f]{64}\z")]
    private static partial Regex Sha256Hex();

    [GeneratedRegex(@"\A[0-9a-f]{128}\z")]
    private static partial Regex Sha512Hex();
}
