using SecureBuild.Evidence;

namespace SecureBuild.Sbom;

/// <summary>Describes what one inner build resolved and delivers.</summary>
public static class SbomBuilder
{
    /// <summary>
    /// Reads the restore result and the files that the inputs name. Never throws for what it reads: a gap is stated in the document and told as a problem.
    /// </summary>
    public static SbomResult Build(BuildInputs inputs, ProductIdentity product, Clock clock) => throw new NotSupportedException();
}
