using System.Collections.Immutable;
using SecureBuild.Assessment;
using SecureBuild.Attestation;
using SecureBuild.Evidence;

namespace SecureBuild.Exchange;

/// <summary>A build's attestation as other formats need it: read from the files, judged by nobody.</summary>
/// <param name="Stem">First part of the artifacts' names.</param>
/// <param name="StatementSha256">Digest of the secure-development statement's bytes. Every rendering prints it: they all say the same as that statement.</param>
/// <param name="KeyIds">Whose signatures the statement carries; empty for a draft. Not verified here.</param>
/// <param name="IssuedOn">The attestation's own time.</param>
/// <param name="Product">Product and supplier as declared.</param>
/// <param name="Subjects">The delivered files.</param>
/// <param name="Files">What the assessment rests on, by digest.</param>
/// <param name="Frameworks">The assessed catalogues.</param>
/// <param name="Facts">What the evidence file says of its facts, by id; empty where that file is not at hand or is another.</param>
/// <param name="ConflictReason">Why it was signed although a statement and the evidence contradict each other, or null.</param>
/// <param name="Limits">What the attestation does not say.</param>
sealed record AttestedBuild(
    string Stem, string StatementSha256, ImmutableArray<string> KeyIds, DateTimeOffset IssuedOn, ProductClaim Product, ImmutableArray<Subject> Subjects,
    ImmutableArray<AttestedFile> Files, ImmutableArray<AttestedFramework> Frameworks, ImmutableDictionary<string, AttestedFact> Facts, string? ConflictReason,
    ImmutableArray<Bilingual> Limits)
{
    /// <summary>Whether nobody has signed it.</summary>
    public bool IsDraft => KeyIds.IsEmpty;

    /// <summary>The product's name, or the build's where none is declared.</summary>
    public string ProductName => Product.Name ?? Stem;
}

/// <summary>A file that the attestation names.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Sha256">Its digest as attested.</param>
/// <param name="Class"><c>public</c>, <c>customer</c> or <c>internal</c>; null where the attestation does not say.</param>
sealed record AttestedFile(string Name, string Sha256, string? Class);

/// <summary>One catalogue's controls as attested.</summary>
/// <param name="Framework">Catalogue id.</param>
/// <param name="Version">Catalogue version.</param>
/// <param name="CatalogueSha256">Digest of the catalogue used.</param>
/// <param name="Controls">In the attestation's order, groups among them.</param>
sealed record AttestedFramework(string Framework, string Version, string CatalogueSha256, ImmutableArray<ControlResult> Controls)
{
    /// <summary>Name of the catalogue in the renderings: <c>nist-ssdf-1.1</c>.</summary>
    public string Name => $"{Framework}-{Version}";
}

/// <summary>A fact without its value: that may be for fewer eyes than the attestation.</summary>
/// <param name="State">Whether there is a value.</param>
/// <param name="Trust">How far it can be believed.</param>
/// <param name="Time">When it was read.</param>
sealed record AttestedFact(FactState State, TrustClass Trust, DateTimeOffset Time);
