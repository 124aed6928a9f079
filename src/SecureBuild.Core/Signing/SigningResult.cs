using System.Collections.Immutable;
using SecureBuild.Verification;

namespace SecureBuild.Signing;

/// <summary>What signing files on the disk needs besides the key.</summary>
public sealed record SigningOptions
{
    /// <summary>Further folders to look for the subjects in.</summary>
    public ImmutableArray<string> ArtifactDirectories { get; init; } = [];

    /// <summary>Why the signer signs although a person's statement and the evidence contradict each other; written into the attestation.</summary>
    public string? ConflictReason { get; init; }

    /// <summary>Derives the statuses again, so that nobody signs what the evidence does not give; null leaves that out.</summary>
    public Reassess? Reassess { get; init; }
}

/// <summary>What signing yields.</summary>
/// <param name="Artifacts">Files to write, in this order; empty where signing was refused.</param>
/// <param name="Problems">Why it was refused; empty where it was not.</param>
public sealed record SigningResult(ImmutableArray<Artifact> Artifacts, ImmutableArray<Problem> Problems);
