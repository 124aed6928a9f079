using System.Threading;
using Microsoft.CodeAnalysis;

namespace SecureBuild.Analyzers.Hosting;

/// <summary>Rules that only a project's own choice switches on. All rules share one analyzer, so the compiler does not skip a rule that is off: the rule asks here before it works.</summary>
static class OffByDefault
{
    /// <summary>A ruleset, the command line, a global config or .editorconfig gives the rule a severity for this file.</summary>
    public static bool IsOn(Compilation compilation, SyntaxTree tree, DiagnosticDescriptor rule, CancellationToken cancellation)
    {
        if (compilation.Options.SpecificDiagnosticOptions.TryGetValue(rule.Id, out var chosen))
            return IsShown(chosen);
        return compilation.Options.SyntaxTreeOptionsProvider is { } files
            && (files.TryGetDiagnosticValue(tree, rule.Id, cancellation, out chosen) || files.TryGetGlobalDiagnosticValue(rule.Id, cancellation, out chosen))
            && IsShown(chosen);
    }

    static bool IsShown(ReportDiagnostic chosen) => chosen is ReportDiagnostic.Error or ReportDiagnostic.Warn or ReportDiagnostic.Info or ReportDiagnostic.Hidden;
}
