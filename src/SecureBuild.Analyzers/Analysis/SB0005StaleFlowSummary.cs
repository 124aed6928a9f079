using System.Collections.Immutable;
using System.IO;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SecureBuild.Analyzers.DataFlow;
using SecureBuild.Analyzers.Hosting;

namespace SecureBuild.Analyzers.Analysis;

/// <summary>What a referenced project's build wrote about its methods does not fit the referenced assembly, so calls into that project are not followed.</summary>
public sealed class SB0005StaleFlowSummary : SecurityRule
{
    static readonly DiagnosticDescriptor s_rule = Rule.Create("SB0005", Category.Analysis, DiagnosticSeverity.Info, cwe: [1120], "PW.7.2");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Register(RuleRegistration on) => on.File(Check);

    static void Check(AdditionalFileAnalysisContext context)
    {
        var file = context.AdditionalFile;
        if (FlowSummaryFile.Is(file) && file.GetText(context.CancellationToken) is { } text && !FlowSummaryFile.Read(text).Fits(context.Compilation))
            context.ReportDiagnostic(Diagnostic.Create(s_rule, Location.Create(file.Path, text.Lines[0].Span, text.Lines.GetLinePositionSpan(text.Lines[0].Span)), Path.GetFileName(file.Path)));
    }
}
