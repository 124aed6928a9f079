using System.Collections.Immutable;
using SecureBuild.Evidence;

namespace SecureBuild;

/// <summary>The whole line of design.md for one inner build: inputs in, artifacts out. The caller writes them.</summary>
public static class Attestor
{
    /// <summary>Collects, derives and, where a key is given, signs.</summary>
    public static AttestorResult Run(BuildInputs inputs, Clock clock) => throw new NotSupportedException();
}

/// <summary>A file to write.</summary>
/// <param name="Path">Absolute path.</param>
/// <param name="Content">Its bytes.</param>
public sealed record Artifact(string Path, ReadOnlyMemory<byte> Content);

/// <summary>What one inner build yields.</summary>
/// <param name="Artifacts">Files, to be written in this order: the attestation last, so that it never refers to a file that is not there yet.</param>
/// <param name="Problems">What to tell the user.</param>
/// <param name="Summary">One line: what was written.</param>
public sealed record AttestorResult(ImmutableArray<Artifact> Artifacts, ImmutableArray<Problem> Problems, string Summary);
