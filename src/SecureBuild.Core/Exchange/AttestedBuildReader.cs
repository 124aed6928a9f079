using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using SecureBuild.Assessment;
using SecureBuild.Evidence;
using SecureBuild.Rendering;
using SecureBuild.Submission;
using SecureBuild.Verification;

namespace SecureBuild.Exchange;

/// <summary>Reads attestations for the renderings. Strictly, as in verification; but nothing is verified.</summary>
static class AttestedBuildReader
{
    /// <summary>Every attestation under a path that can be read; what cannot is in the log.</summary>
    public static ImmutableArray<AttestedBuild> Read(string path, CheckLog log)
    {
        var builds = ImmutableArray.CreateBuilder<AttestedBuild>();
        try
        {
            if (AttestationFolders.Named(path) is not { } sets)
                log.Tampered("found", path, "SB9501");
            else if (sets.IsEmpty)
                log.Unsatisfied("found", path, "SB9502");
            else
                foreach (var set in sets)
                    if (Build(set, log) is { } build)
                        builds.Add(sets.Count(other => other.Stem == set.Stem) > 1 ? build with { Stem = $"{build.Stem} ({Path.GetFileName(Path.GetDirectoryName(set.Directory))})" } : build);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            log.Tampered("readable", path, "SB9503");
        }
        return builds.ToImmutable();
    }

    internal static AttestedBuild? Build(AttestationSet set, CheckLog log)
    {
        var statements = set.Statements is { } file
            ? StatementsFile.Read(file, log) ?? []
            : [.. set.Bundles.Select(bundle => BoundedFile.ReadJson(bundle, log)?.Object("dsseEnvelope") is { } envelope ? StatementsFile.Unwrap(bundle, envelope, log) : null).OfType<ReadStatement>()];
        if (statements.FirstOrDefault(static statement => !statement.IsProvenance) is not { } attestation)
            return null;
        var predicate = attestation.Predicate;
        if (ReadFrameworks.From(predicate) is not { } frameworks || ReadFrameworks.IssuedOn(predicate) is not { } issuedOn)
        {
            log.Tampered("statement", attestation.File, "SB9516");
            return null;
        }
        var files = ListedFiles.Of([attestation], set.Directory, log);
        var texts = predicate.Objects("frameworks")!;
        return new(
            set.Stem,
            Digest.Sha256(attestation.Payload.Span),
            attestation.Envelope is { } envelope ? [.. envelope.Signatures.Select(static signature => signature.KeyId ?? "-")] : [],
            issuedOn,
            AttestationReading.Product(predicate),
            attestation.Subjects,
            [.. (predicate.Objects("evidence") ?? []).Where(static file => file.Text("name") is not null && file.Object("digest")?.Text("sha256") is not null).Select(static file =>
                new AttestedFile(file.Text("name")!, file.Object("digest")!.Text("sha256")!, file.Object("annotations")?.Text("securebuild_class")))],
            [.. frameworks.Select((framework, at) => new AttestedFramework(framework.Framework, framework.Version, framework.CatalogueSha256, WithTexts(framework.Controls, texts[at])))],
            Facts(files.Json(".evidence.json")),
            predicate.Text("conflictReason"),
            AttestationReading.Limits(predicate));
    }

    // Verification has no use for why a status was given; a reader has.
    static ImmutableArray<ControlResult> WithTexts(ImmutableArray<ControlResult> controls, JsonObject framework)
    {
        var json = framework.Objects("controls")!;
        return [.. controls.Select((control, at) => control with
        {
            Facts = json[at]["facts"] is JsonArray facts ? [.. facts.Select(StrictJson.Text).OfType<string>()] : [],
            Reasons = [.. (json[at].Objects("reasons") ?? []).Select(static text => new Bilingual(text.Text("en") ?? "", text.Text("ja") ?? text.Text("en") ?? ""))],
        })];
    }

    static ImmutableDictionary<string, AttestedFact> Facts(JsonObject? evidence)
    {
        var facts = ImmutableDictionary.CreateBuilder<string, AttestedFact>(StringComparer.Ordinal);
        foreach (var fact in evidence?.Objects("facts") ?? [])
            if (fact.Text("id") is { } id && Fact(fact) is { } read)
                facts[id] = read;
        return facts.ToImmutable();
    }

    static AttestedFact? Fact(JsonObject fact)
    {
        try
        {
            return new(
                EnumNames.State(fact.Text("state") ?? ""), EnumNames.Trust(fact.Text("trust") ?? ""),
                DateTimeOffset.ParseExact(fact.Text("time") ?? "", "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal));
        }
        // Of a later version: said to be unknown rather than guessed.
        catch (FormatException)
        {
            return null;
        }
    }
}
