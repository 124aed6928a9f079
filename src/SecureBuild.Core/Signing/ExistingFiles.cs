using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SecureBuild.Verification;

namespace SecureBuild.Signing;

/// <summary>Signing what already lies on the disk: read again, held against the disk, and refused where anything differs.</summary>
static class ExistingFiles
{
    public static SigningResult Sign(string path, ISigner signer, SigningOptions options)
    {
        var log = new CheckLog();
        var artifacts = ImmutableArray.CreateBuilder<Artifact>();
        if (AttestationSet.Find(path) is not { } sets)
            log.Tampered("found", path, "SB9501");
        else if (!sets.Any(set => set.Statements is not null))
            log.Unsatisfied("found", path, "SB9502");
        else
            foreach (var set in sets.Where(set => set.Statements is not null))
                artifacts.AddRange(Sign(set, signer, options, log));
        return log.Outcome == VerificationOutcome.Satisfied
            ? new(artifacts.ToImmutable(), [])
            : new([], [Messages.Error("SB9407", path), .. log.Report.Problems]);
    }

    static ImmutableArray<Artifact> Sign(AttestationSet set, ISigner signer, SigningOptions options, CheckLog log)
    {
        if (StatementsFile.Read(set.Statements!, log) is not { } read)
            return [];
        // The old signature is replaced, not trusted: what counts is that the content holds against the disk.
        new DraftChecks(allowUnsigned: true, log).Check(set.Statements!, read);
        new AgreementChecks(log).Check(set.Statements!, read);
        if (log.Outcome != VerificationOutcome.Satisfied)
            return [];
        ImmutableArray<ReadStatement> statements = [.. read.Select(statement => statement.IsProvenance ? statement : WithReason(statement, options.ConflictReason))];
        VerificationRequest request = new(set.Statements!) { ArtifactDirectories = options.ArtifactDirectories, Reassess = options.Reassess };
        new SetVerification(request, [], log).Content(set, statements);
        return log.Outcome != VerificationOutcome.Satisfied ? [] : AttestationFiles.Write(
            set.Directory, set.Stem, statements.Single(statement => statement.IsProvenance).Json, statements.Single(statement => !statement.IsProvenance).Json, signer);
    }

    static ReadStatement WithReason(ReadStatement attestation, string? reason)
    {
        if (string.IsNullOrWhiteSpace(reason))
            return attestation;
        var json = attestation.Json.DeepClone().AsObject();
        json["predicate"]![AttestationFiles.ConflictReasonMember] = reason;
        return attestation with { Json = json };
    }
}
