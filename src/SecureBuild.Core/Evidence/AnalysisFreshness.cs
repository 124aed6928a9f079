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
            return new(FactState.NotApplicable, null, GapText.Of("analysis-not-for-language", language));
        if (build.SarifFile is null)
            return Unknown(GapText.Of("analysis-not-requested"));
        if (!File.Exists(build.SarifFile))
            return Unknown(GapText.Of("analysis-log-missing"));
        if (build.CompileRecordFile is null || CompileRecords.Read(build.CompileRecordFile) is not { } record)
            return Unknown(GapText.Of("compile-record-missing"));
        if (record.SarifSha256 is null)
            return Unknown(GapText.Of("compile-without-log"));
        if (build.CompiledAssembly is null || !File.Exists(build.CompiledAssembly))
            return Unknown(GapText.Of("compiled-assembly-missing"));
        try
        {
            return Compare(build, record);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Unknown(GapText.Of("compiled-files-unreadable"));
        }
    }

    static AnalysisFreshness Compare(BuildInputs build, CompileRecord record)
    {
        if (Digest.Sha256OfFile(build.SarifFile!) != record.SarifSha256)
            return Stale(record, GapText.Of("analysis-log-replaced"));
        var compiled = Digest.Sha256OfFile(build.CompiledAssembly!);
        if (compiled != record.AssemblySha256)
            return Stale(record, GapText.Of("assembly-changed"));
        return build.OwnDigests.Both(build.Outputs[0].Path).Sha256 == compiled
            ? new(FactState.Known, record.Time, null)
            : Stale(record, GapText.Of("delivered-assembly-differs"));
    }

    static AnalysisFreshness Unknown(string gap) => new(FactState.NotAssessed, null, gap);

    static AnalysisFreshness Stale(CompileRecord record, string gap) => new(FactState.Stale, record.Time, gap);
}
