namespace SecureBuild.Evidence;

/// <summary>Whether the analysis log is about the very assembly that is delivered.</summary>
/// <param name="State"><see cref="FactState.Known"/> (fresh), <see cref="FactState.Stale"/>, <see cref="FactState.NotAssessed"/> or <see cref="FactState.NotApplicable"/>.</param>
/// <param name="CompiledAt">When the compiler made assembly and log; null where unknown.</param>
/// <param name="Gap">Why it is not fresh and what to do; null when it is.</param>
public sealed record AnalysisFreshness(FactState State, DateTimeOffset? CompiledAt, string? Gap)
{
    /// <summary>Compares the digests of record, log, compiled and delivered assembly.</summary>
    public static AnalysisFreshness Of(BuildInputs build) => throw new NotSupportedException();
}
