using System.Collections.Immutable;

namespace SecureBuild.Evidence;

/// <summary>
/// What the compiler's SARIF 2.1.0 log says, reduced to what is the same on every machine. A rule is listed when the compiler loaded it,
/// whether or not it reported anything: a list without our rules means that they did not run.
/// </summary>
/// <param name="ToolName"><c>Microsoft (R) Visual C# Compiler</c>, as the log names it.</param>
/// <param name="ToolVersion">Semantic version of the compiler, or null where the log has none.</param>
/// <param name="Rules">Every rule loaded, by id (ordinal).</param>
/// <param name="Results">Every result, suppressed ones included, by path, place, rule.</param>
public sealed record AnalysisLog(string ToolName, string? ToolVersion, ImmutableArray<AnalysisRule> Rules, ImmutableArray<AnalysisResult> Results)
{
    /// <summary>Whether any rule of SecureBuild was loaded. If not, the log says nothing about what our rules would have found.</summary>
    public bool HasOurRules => Rules.Any(static rule => rule.IsOurs);
}

/// <summary>A rule that the compiler loaded.</summary>
/// <param name="Id"><c>SB2001</c>, <c>CA1822</c>, <c>CS0169</c>.</param>
/// <param name="Category">The rule's category, or null.</param>
/// <param name="DefaultLevel"><c>error</c>, <c>warning</c>, <c>note</c> or <c>none</c>, as the rule ships.</param>
/// <param name="EffectiveLevel">The level after configuration; where files differ, the highest.</param>
/// <param name="Enabled">False where configuration switched it off somewhere, or it ships switched off and nothing switched it on.</param>
/// <param name="Tags">Its tags, among them <c>CWE-328</c> and <c>SSDF-PW.5.1</c>.</param>
public sealed record AnalysisRule(string Id, string? Category, string DefaultLevel, string EffectiveLevel, bool Enabled, ImmutableArray<string> Tags)
{
    /// <summary>Whether SecureBuild brings it: <c>SB</c> and a digit.</summary>
    public bool IsOurs => IsOurId(Id);

    /// <inheritdoc cref="IsOurs"/>
    public static bool IsOurId(string id) => id.Length > 2 && id.StartsWith("SB", StringComparison.Ordinal) && char.IsAsciiDigit(id[2]);
}

/// <summary>A finding.</summary>
/// <param name="Rule">Rule id.</param>
/// <param name="Level"><c>error</c>, <c>warning</c>, <c>note</c> or <c>none</c>.</param>
/// <param name="Path">File relative to the repository with <c>/</c>; only the file's name where it lies outside; null for findings without a place.</param>
/// <param name="Region">Place in the file, or null.</param>
/// <param name="Message">Text in the language of the build, without absolute paths.</param>
/// <param name="Suppression">How it was silenced, or null where it stands.</param>
public sealed record AnalysisResult(string Rule, string Level, string? Path, TextRegion? Region, string Message, AnalysisSuppression? Suppression);

/// <summary>A place in a text file; lines and columns from 1.</summary>
public sealed record TextRegion(int StartLine, int StartColumn, int EndLine, int EndColumn);

/// <summary>How a finding was silenced.</summary>
/// <param name="Kind"><c>inSource</c> or <c>external</c>.</param>
/// <param name="Type"><c>Pragma Directive</c>, <c>SuppressMessageAttribute</c>, <c>DiagnosticSuppressor …</c>, or null.</param>
/// <param name="Justification">The reason written in the source, or null.</param>
public sealed record AnalysisSuppression(string Kind, string? Type, string? Justification);
