namespace SecureBuild.Evidence;

/// <summary>
/// Written by a target that MSBuild runs only when the compiler really ran (<c>TargetsTriggeredByCompilation</c>): it ties the error log
/// to the assembly of the same compiler run. Later builds that skip the compiler compare digests with it; where they differ the analysis facts are stale.
/// </summary>
/// <param name="AssemblySha256">The assembly as the compiler wrote it.</param>
/// <param name="SarifSha256">The error log as the compiler wrote it; null when there was none.</param>
/// <param name="Time">When the compiler ran.</param>
public sealed record CompileRecord(string AssemblySha256, string? SarifSha256, DateTimeOffset Time);
