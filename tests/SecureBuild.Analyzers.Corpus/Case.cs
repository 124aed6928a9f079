using Microsoft.CodeAnalysis.Text;

namespace SecureBuild.Analyzers.Corpus;

/// <summary>A labelled declaration: <c>// [Bad CWE-89] why</c> or <c>// [Good CWE-89] why</c> stands before it.</summary>
/// <param name="Bad">Whether a finding is right here.</param>
/// <param name="Cwe">The weakness that is there, or that it looks like.</param>
/// <param name="Reason">Why, in the author's words.</param>
/// <param name="Line">The label's line, from 1.</param>
/// <param name="Region">The declaration.</param>
sealed record Case(bool Bad, int Cwe, string Reason, int Line, TextSpan Region);
