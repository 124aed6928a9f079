using Microsoft.CodeAnalysis.Text;

namespace SecureBuild.Analyzers.Corpus;

/// <summary>A labelled declaration: <c>// [Bad CWE-89] why</c> or <c>// [Good CWE-89] why</c> stands before it.</summary>
/// <param name="Bad">Whether a finding is right here.</param>
/// <param name="Cwe">The weakness that is there, or that it looks like.</param>
/// <param name="Reason">Why, in the author's words.</param>
/// <param name="Line">The label's line, from 1.</param>
/// <param name="Regions">The declaration, and those after it that are marked <c>// [same case]</c>.</param>
sealed record Case(bool Bad, int Cwe, string Reason, int Line, IReadOnlyList<TextSpan> Regions)
{
    public bool Contains(TextSpan span) => Regions.Any(region => region.Contains(span));

    public bool OverlapsWith(TextSpan span) => Regions.Any(region => region.OverlapsWith(span));
}
