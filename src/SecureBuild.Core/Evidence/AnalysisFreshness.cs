namespace SecureBuild.Evidence;

/// <summary>Whether the analysis log is about the very assembly that is delivered.</summary>
/// <param name="State"><see cref="FactState.Known"/> (fresh), <see cref="FactState.Stale"/>, <see cref="FactState.NotAssessed"/> or <see cref="FactState.NotApplicable"/>.</param>
/// <param name="CompiledAt">When the compiler made assembly and log; null where unknown.</param>
/// <param name="Gap">Why it is not fresh and what to do; null when it is.</param>
public sealed record AnalysisFreshness(FactState State, DateTimeOffset? CompiledAt, string? Gap)
{
    /// <summary>
    /// Fresh only if one compiler run made log and assembly (the record says so by digest) and the delivered assembly is that assembly, byte
    /// for byte. A weaver or obfuscator that rewrote it makes the log stale: the analysis was of other code.
    /// </summary>
    public static AnalysisFreshness Of(BuildInputs build)
    {
        var language = build.Property("Language") ?? "C#";
        if (language != "C#")
            return new(FactState.NotApplicable, null, $"The analyzers are for C#; this project is {language}.");
        if (build.SarifFile is null)
            return Unknown("The compiler was not asked for an analysis log. Build with SecureBuildAnalysisLog=true.");
        if (!File.Exists(build.SarifFile))
            return Unknown("The compiler's analysis log is missing. Rebuild (dotnet build --no-incremental).");
        if (build.CompileRecordFile is null || CompileRecords.Read(build.CompileRecordFile) is not { } record)
            return Unknown("There is no record of the compiler run that made the analysis log. Rebuild (dotnet build --no-incremental).");
        if (record.SarifSha256 is null)
            return Unknown("The last compiler run wrote no analysis log. Rebuild (dotnet build --no-incremental).");
        if (build.CompiledAssembly is null || !File.Exists(build.CompiledAssembly))
            return Unknown("The assembly that the compiler wrote is missing. Rebuild (dotnet build --no-incremental).");
        try
        {
            return Compare(build, record);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Unknown("The assembly or the analysis log could not be read. Rebuild when no other program holds them.");
        }
    }

    static AnalysisFreshness Compare(BuildInputs build, CompileRecord record)
    {
        if (Digest.Sha256OfFile(build.SarifFile!) != record.SarifSha256)
            return Stale(record, "The analysis log is not the one that the last compiler run wrote. Rebuild (dotnet build --no-incremental).");
        var compiled = Digest.Sha256OfFile(build.CompiledAssembly!);
        if (compiled != record.AssemblySha256)
            return Stale(record, "The assembly was changed after the compiler wrote it (by a weaver, for instance), so the analysis is of other code.");
        return Digest.Sha256OfFile(build.Outputs[0].Path) == compiled
            ? new(FactState.Known, record.Time, null)
            : Stale(record, "The delivered assembly is not the one that the compiler wrote, so the analysis is of other code. Rebuild, or run rewriting tools before the compiler's output is analysed.");
    }

    static AnalysisFreshness Unknown(string gap) => new(FactState.NotAssessed, null, gap);

    static AnalysisFreshness Stale(CompileRecord record, string gap) => new(FactState.Stale, record.Time, gap);
}
