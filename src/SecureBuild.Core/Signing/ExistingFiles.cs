using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using SecureBuild.Catalogues;
using SecureBuild.Verification;

namespace SecureBuild.Signing;

/// <summary>Signing what already lies on the disk: read again, held against the disk, and refused where anything differs.</summary>
static class ExistingFiles
{
    public static SigningResult Sign(string path, ISigner signer, SigningOptions options)
    {
        var log = new CheckLog();
        var artifacts = ImmutableArray.CreateBuilder<Artifact>();
        var superseded = ImmutableArray.CreateBuilder<string>();
        if (AttestationSet.Find(path) is not { } sets)
            log.Tampered("found", path, "SB9501");
        else if (!sets.Any(set => set.Statements is not null))
            log.Unsatisfied("found", path, "SB9502");
        else
            foreach (var set in sets.Where(set => set.Statements is not null))
            {
                artifacts.AddRange(Sign(set, signer, options, log));
                // What stands beside the old signature may be about other bytes than the new one.
                if (signer.SecondName is null)
                    superseded.AddRange(AttestationFiles.SecondBundleSuffixes.Select(suffix => Path.Combine(set.Directory, set.Stem + suffix)));
            }
        return log.Outcome == VerificationOutcome.Satisfied
            ? new(artifacts.ToImmutable(), [], superseded.ToImmutable())
            : new([], [Messages.Error("SB9407", path), .. log.Report.Problems], []);
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
        if (signer.SecondName is not null)
            return Second(set, read, signer, options, log);
        ImmutableArray<ReadStatement> statements = [.. read.Select(statement => statement.IsProvenance ? statement : Completed(statement, options))];
        Signable(set.Statements!, statements, log);
        Content(set, statements, options, log);
        return log.Outcome != VerificationOutcome.Satisfied ? [] : AttestationFiles.Write(
            set.Directory, set.Stem, statements.Single(statement => statement.IsProvenance).Json, statements.Single(statement => !statement.IsProvenance).Json, signer);
    }

    /// <summary>A second signature is about the very bytes that the first one is about, and changes nothing else.</summary>
    static ImmutableArray<Artifact> Second(AttestationSet set, ImmutableArray<ReadStatement> read, ISigner signer, SigningOptions options, CheckLog log)
    {
        if (read.Any(statement => statement.Envelope is null))
        {
            log.Unsatisfied("signing", set.Statements, Messages.Error("SB9431", set.Statements, arguments: signer.Algorithm));
            return [];
        }
        Content(set, read, options, log);
        if (log.Outcome != VerificationOutcome.Satisfied)
            return [];
        return AttestationFiles.Bundles(set.Directory, set.Stem, Envelope(provenance: true), Envelope(provenance: false), signer);

        JsonObject Envelope(bool provenance) =>
            Dsse.Envelope(Attestation.InToto.PayloadType, read.Single(statement => statement.IsProvenance == provenance).Envelope!.Payload, signer);
    }

    static void Content(AttestationSet set, ImmutableArray<ReadStatement> statements, SigningOptions options, CheckLog log)
    {
        VerificationRequest request = new(set.Statements!) { ArtifactDirectories = options.ArtifactDirectories, Reassess = options.Reassess, Today = options.Today };
        new SetVerification(request, TrustStore.Empty, log).Content(set, statements);
    }

    /// <summary>Nobody vouches against a catalogue that is not in force.</summary>
    static void Signable(string file, ImmutableArray<ReadStatement> statements, CheckLog log)
    {
        foreach (var framework in statements.Where(statement => !statement.IsProvenance).SelectMany(statement => ReadFrameworks.From(statement.Predicate) ?? []))
            if (SourceChecks.IsUnsettled(framework))
                log.Unsatisfied("catalogue", file, "SB9434", $"{framework.Framework} {framework.Version}", CatalogueLibrary.ById(framework.Framework)?.Status ?? framework.SourceStatus);
    }

    /// <summary>With what the signer adds, and without what an earlier one had added.</summary>
    static ReadStatement Completed(ReadStatement attestation, SigningOptions options)
    {
        var json = attestation.Json.DeepClone().AsObject();
        var predicate = json["predicate"]!.AsObject();
        if (!string.IsNullOrWhiteSpace(options.ConflictReason))
            predicate[AttestationFiles.ConflictReasonMember] = options.ConflictReason;
        predicate.Remove(AttestationFiles.SignatoryMember);
        if (options.Signatory is { } person)
            predicate[AttestationFiles.SignatoryMember] = new JsonObject
            {
                ["name"] = person.Name, ["role"] = person.Role, ["scope"] = person.Scope, ["date"] = person.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            };
        return attestation with { Json = json };
    }
}
