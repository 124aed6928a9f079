using System.Collections.Immutable;

namespace SecureBuild.Evidence;

/// <summary>What became of a compiler's error log.</summary>
/// <param name="Log">What it says; null where it could not be read.</param>
/// <param name="Json">The reduced SARIF 2.1.0 file to keep; null where there is no log.</param>
/// <param name="Problems">Why not, or what is missing in it.</param>
public sealed record SarifResult(AnalysisLog? Log, byte[]? Json, ImmutableArray<Problem> Problems);

/// <summary>Reads the compiler's error log and reduces it to what may leave the machine.</summary>
public static class SarifLog
{
    /// <summary>Media type of the reduced log.</summary>
    public const string MediaType = "application/sarif+json";

    /// <summary>Reads the raw log; every file it names becomes relative to the repository.</summary>
    public static SarifResult Normalise(string rawSarifPath, string repositoryRoot) => throw new NotSupportedException();
}
