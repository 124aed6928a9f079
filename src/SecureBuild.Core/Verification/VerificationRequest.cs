using System.Collections.Immutable;
using SecureBuild.Assessment;
using SecureBuild.Verification.Policy;

namespace SecureBuild.Verification;

/// <summary>What to verify, and with what.</summary>
/// <param name="Path">A <c>securebuild/</c> folder, the output folder above it, an <c>.intoto.jsonl</c> or a <c>.sigstore.json</c>; or a submission package, as a folder or a zip.</param>
public sealed record VerificationRequest(string Path)
{
    /// <summary>The keys that the verifier trusts.</summary>
    public ImmutableArray<PublicKeyText> Keys { get; init; } = [];

    /// <summary>What else the verifier trusts: trust files, certificates, revocation lists.</summary>
    public Trust Trust { get; init; } = new();

    /// <summary>Further folders to look for the subjects in, after the artifact folder's parent and the artifact folder itself.</summary>
    public ImmutableArray<string> ArtifactDirectories { get; init; } = [];

    /// <summary>An unsigned draft is not a failure by itself. It is still said.</summary>
    public bool AllowUnsigned { get; init; }

    /// <summary>The day of the verification, against which statements by persons, keys and certificates expire; null leaves that out, and says so.</summary>
    public DateOnly? Today { get; init; }

    /// <summary>What the buyer asks for beyond that; null for nothing.</summary>
    public AcceptancePolicy? Policy { get; init; }

    /// <summary>The buyer's own advisories, for the policy's rule about vulnerabilities; null for none.</summary>
    public AdvisoriesToAsk? Advisories { get; init; }

    /// <summary>The buyer's own catalogues: the attested evidence and statements are held against them as well. They decide nothing unless the policy asks for their controls.</summary>
    public ImmutableArray<AssessedCatalogue> Catalogues { get; init; } = [];

    /// <summary>The delivered files are known not to be here; that they were not looked at is said.</summary>
    internal bool OutputsAreElsewhere { get; init; }

    /// <summary>Derives the statuses again from the evidence; null leaves that check out and says so.</summary>
    public Reassess? Reassess { get; init; }
}

/// <summary>Advisories on disk.</summary>
/// <param name="Path">A folder, a zip or a JSON file in the OSV format, absolute.</param>
/// <param name="MaxAgeDays">Days after which the newest of them counts as old.</param>
public sealed record AdvisoriesToAsk(string Path, int MaxAgeDays);

/// <summary>A public key as text.</summary>
/// <param name="Pem">PEM <c>PUBLIC KEY</c>.</param>
/// <param name="Origin">Where it came from, for messages.</param>
public sealed record PublicKeyText(string Pem, string Origin);

/// <summary>Derives the statuses again, from the evidence file and the persons' statements that the attestation carries.</summary>
/// <param name="evidenceJson">Content of the evidence file, whose digest the attestation gives.</param>
/// <param name="catalogues">Content of the file with the catalogues and stricter rules that the supplier wrote (<see cref="Configuration.DeliveredCatalogues"/>), whose digest the attestation gives; null where there is none.</param>
/// <param name="statements">Every statement by a person in the attestation.</param>
/// <param name="time">The attestation's own time, against which statements expire.</param>
/// <returns>The frameworks that could be derived; null where the evidence is of a shape this version does not know.</returns>
public delegate ImmutableArray<FrameworkResult>? Reassess(
    ReadOnlyMemory<byte> evidenceJson, ReadOnlyMemory<byte>? catalogues, ImmutableArray<PersonStatement> statements, DateTimeOffset time);
