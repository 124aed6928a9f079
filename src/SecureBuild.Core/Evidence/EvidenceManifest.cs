using System.Collections.Immutable;

namespace SecureBuild.Evidence;

/// <summary>What the build saw, bound to the output it is about. Written as <c>*.evidence.json</c>.</summary>
/// <param name="Build">Which build, and the digest of its output.</param>
/// <param name="Time">When the facts were collected.</param>
/// <param name="Facts">Every fact of the catalogue that this version reads, ordered by id (ordinal).</param>
/// <param name="Files">The artifacts the facts refer to (SBOM, SARIF), with digests.</param>
public sealed record EvidenceManifest(BuildBinding Build, DateTimeOffset Time, ImmutableArray<Fact> Facts, ImmutableArray<EvidenceFile> Files)
{
    /// <summary>The fact with this id, or null.</summary>
    public Fact? this[string id] => Facts.FirstOrDefault(fact => fact.Id == id);
}

/// <summary>The build that facts are about.</summary>
/// <param name="Project">Project file relative to the repository, with <c>/</c>.</param>
/// <param name="Configuration"><c>Release</c>.</param>
/// <param name="TargetFramework"><c>net10.0</c>.</param>
/// <param name="RuntimeIdentifier"><c>linux-x64</c>, or null.</param>
/// <param name="Language"><c>C#</c>, <c>F#</c>, <c>VB</c>.</param>
/// <param name="Output">File name of the output assembly.</param>
/// <param name="OutputSha256">Its SHA-256.</param>
public sealed record BuildBinding(
    string Project, string Configuration, string TargetFramework, string? RuntimeIdentifier, string Language, string Output, string OutputSha256);

/// <summary>An artifact that belongs to the evidence.</summary>
/// <param name="Name">File name, in the artifact directory.</param>
/// <param name="MediaType">Its media type.</param>
/// <param name="Sha256">Its SHA-256.</param>
/// <param name="Class">Who may see it: <c>public</c>, <c>customer</c> or <c>internal</c>.</param>
public sealed record EvidenceFile(string Name, string MediaType, string Sha256, string Class);
