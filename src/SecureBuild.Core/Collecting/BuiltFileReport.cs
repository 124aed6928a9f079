using System.Text.Json.Nodes;
using SecureBuild.Evidence;

namespace SecureBuild.Collecting;

/// <summary>A file that the same build, or one after it, made of its output: the output's digest in it is what ties them, whenever it was made.</summary>
/// <param name="File">The file.</param>
/// <param name="Format">What it is.</param>
/// <param name="Origin">Digests of what is in it.</param>
/// <param name="Fact">The fact that it gives.</param>
/// <param name="Value">What it says, for that fact.</param>
/// <param name="Trust">How far that can be trusted.</param>
sealed record BuiltFileReport(ReportFile File, string Format, ReportOrigin Origin, string Fact, JsonObject Value, TrustClass Trust) : Report(File, Format, Origin)
{
    /// <summary>Ties it: the very output is in it.</summary>
    public (BuildMatch? Match, Problem? Why) Of(CollectedBuild build) =>
        Origin.Digests.Contains(build.Binding.OutputSha256) ? (new("content", []), null) : BuildMatch.Not(this, "SB9425", build.Binding.Output);
}
