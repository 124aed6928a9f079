using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using SecureBuild.Assessment;
using SecureBuild.Configuration;
using SecureBuild.Evidence;
using SecureBuild.Verification;

namespace SecureBuild.Collecting;

/// <summary>A build as it lies on the disk: unsigned, and whole.</summary>
/// <param name="Set">Its files.</param>
/// <param name="Provenance">The provenance.</param>
/// <param name="Attestation">The attestation.</param>
/// <param name="Evidence">What the build saw.</param>
sealed record CollectedBuild(AttestationSet Set, ReadStatement Provenance, ReadStatement Attestation, EvidenceManifest Evidence)
{
    /// <summary>What reports are held against.</summary>
    public BuildBinding Binding => Evidence.Build;

    /// <summary>When the build looked: what is from before is about something else.</summary>
    public DateTimeOffset Ended => Evidence.Time;

    /// <summary>The commit that was built; null where nothing is known of it, or the files were not quite that commit.</summary>
    public string? CleanCommit => Evidence["git.dirty"] is { State: FactState.Known, Value: JsonObject tree } && (bool?)tree["dirty"] == false ? Commit : null;

    /// <summary>The commit that the build named, or null.</summary>
    public string? Commit => Evidence["git.commit"] is { State: FactState.Known, Value: JsonObject commit } ? (string?)commit["commit"] : null;

    /// <summary>What the build's paths are relative to: the nearest folder above that has the project where the build says; without one, that of the repository.</summary>
    public string RepositoryRoot
    {
        get
        {
            for (string? folder = Set.Directory; folder is not null; folder = Path.GetDirectoryName(folder))
                if (ArtifactPath.IsSafe(Binding.Project) && File.Exists(Path.Combine(folder, Binding.Project)))
                    return folder;
            return GitRepository.RootOf(Set.Directory);
        }
    }

    /// <summary>Path of the evidence file.</summary>
    public string EvidenceFile => Path.Combine(Set.Directory, Set.Stem + EvidenceChecks.EvidenceSuffix);

    /// <summary>Statements by persons that count in the attestation.</summary>
    public ImmutableArray<PersonStatement> Statements =>
        [.. (ReadFrameworks.From(Attestation.Predicate) ?? []).SelectMany(framework => framework.Controls).Select(control => control.StatedBy).OfType<PersonStatement>()
            .DistinctBy(statement => statement.Control, StringComparer.Ordinal)];

    /// <summary>The supplier's own catalogues, where the build has some. Not a conditional expression: its null would become an empty memory.</summary>
    public ReadOnlyMemory<byte>? Catalogues
    {
        get
        {
            var file = Path.Combine(Set.Directory, Set.Stem + DeliveredCatalogues.Suffix);
            if (!File.Exists(file))
                return null;
            return File.ReadAllBytes(file);
        }
    }

    /// <summary>The build in these files; null, with failed checks, where it is signed, changed, or of another version.</summary>
    /// <param name="set">The files.</param>
    /// <param name="request">What else is needed to look at it.</param>
    /// <param name="log">Takes the checks.</param>
    public static CollectedBuild? Read(AttestationSet set, CollectionRequest request, CheckLog log)
    {
        var file = set.Statements!;
        if (StatementsFile.Read(file, log) is not { } statements)
            return null;
        // A signature would be lost, and with it what somebody has vouched for.
        if (!set.Bundles.IsEmpty || statements.Any(statement => statement.Envelope is not null))
        {
            log.Unsatisfied("signing", file, Messages.Error("SB9770", file));
            return null;
        }
        new DraftChecks(allowUnsigned: true, log).Check(file, statements);
        new AgreementChecks(log).Check(file, statements);
        if (log.Outcome != VerificationOutcome.Satisfied)
            return null;
        new SetVerification(new(file) { ArtifactDirectories = request.ArtifactDirectories, Reassess = request.Reassess }, TrustStore.Empty, log).Content(set, statements);
        if (log.Outcome != VerificationOutcome.Satisfied || Facts(set, log) is not { } evidence)
            return null;
        return new(set, statements.Single(statement => statement.IsProvenance), statements.Single(statement => !statement.IsProvenance), evidence);
    }

    // Written again it must be the same bytes: what this version does not know would be lost.
    static EvidenceManifest? Facts(AttestationSet set, CheckLog log)
    {
        var path = Path.Combine(set.Directory, set.Stem + EvidenceChecks.EvidenceSuffix);
        try
        {
            var bytes = File.ReadAllBytes(path);
            using var document = JsonDocument.Parse(bytes, CanonicalJson.Strict);
            var manifest = EvidenceJson.Read(document);
            if (CanonicalJson.Indented(EvidenceJson.Write(manifest)).AsSpan().SequenceEqual(bytes))
                return manifest;
        }
        catch (Exception e) when (e is JsonException or ProblemException or IOException)
        {
        }
        log.Unsatisfied("version", path, Messages.Error("SB9777", path));
        return null;
    }
}
