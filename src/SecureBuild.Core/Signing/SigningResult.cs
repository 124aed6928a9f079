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

    /// <summary>The person who signs; null where the build signs, and then nobody's name is left in what is signed.</summary>
    public Signatory? Signatory { get; init; }

    /// <summary>The day of signing, against which statements by persons expire; null leaves that check out.</summary>
    public DateOnly? Today { get; init; }

    /// <summary>Derives the statuses again, so that nobody signs what the evidence does not give; null leaves that out.</summary>
    public Reassess? Reassess { get; init; }
}

/// <summary>A person who signs, as it goes into the attestation.</summary>
/// <param name="Name">Name.</param>
/// <param name="Role">In which role.</param>
/// <param name="Scope">For what.</param>
/// <param name="Date">On which day.</param>
public sealed record Signatory(string Name, string Role, string Scope, DateOnly Date);

/// <summary>What signing yields.</summary>
/// <param name="Artifacts">Files to write, in this order; empty where signing was refused.</param>
/// <param name="Problems">Why it was refused; empty where it was not.</param>
/// <param name="Superseded">Files to delete where they exist: they belong to what was signed before.</param>
public sealed record SigningResult(ImmutableArray<Artifact> Artifacts, ImmutableArray<Problem> Problems, ImmutableArray<string> Superseded);
