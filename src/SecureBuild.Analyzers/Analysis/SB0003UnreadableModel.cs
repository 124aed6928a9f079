using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using SecureBuild.Analyzers.DataFlow;
using SecureBuild.Analyzers.DataFlow.Models;
using SecureBuild.Analyzers.Hosting;

namespace SecureBuild.Analyzers.Analysis;

/// <summary>A line of the project's own models says nothing that the analysis understands.</summary>
public sealed class SB0003UnreadableModel : SecurityRule
{
    static readonly DiagnosticDescriptor s_rule = Rule.Create(
        "SB0003", Category.Analysis, DiagnosticSeverity.Warning, cwe: [1120], "PW.7.2");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Register(RuleRegistration on) => on.File(Check);

    static void Check(AdditionalFileAnalysisContext context)
    {
        var file = context.AdditionalFile;
        if (!ModelFiles.IsModel(file) || FlowSummaryFile.Is(file) || file.GetText(context.CancellationToken) is not { } text)
            return;
        foreach (var line in text.Lines)
            if (ModelParser.Parse(line.ToString(), out var mistake) is null && mistake is not null)
                context.ReportDiagnostic(Diagnostic.Create(s_rule, Location.Create(file.Path, line.Span, text.Lines.GetLinePositionSpan(line.Span)), mistake));
    }
}
