using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SecureBuild.Analyzers.DataFlow;
using SecureBuild.Analyzers.Hosting;

namespace SecureBuild.Analyzers.Analysis;

/// <summary>
/// No finding: what the project's methods do with what they are given, for the projects that reference it. The compiler's log carries it to the build, which writes the side
/// file; an analyzer writes none.
/// </summary>
public sealed class SB0004FlowSummary : SecurityRule
{
    /// <summary>The diagnostic's property that holds the lines.</summary>
    public const string LinesProperty = "FlowSummary";

    // A severity for whole categories must not make bookkeeping an error.
    static readonly DiagnosticDescriptor s_rule = Rule.CreateFixed("SB0004", Category.Analysis, DiagnosticSeverity.Info, cwe: [1120], "PW.7.2");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Register(RuleRegistration on)
    {
        // Real builds of libraries ask for it; an editor never does.
        if (on.Options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue("securebuild.flow_summary", out var wanted) && wanted == "true")
            on.AtEnd(context => Report(context, on.Engine.Value));
    }

    static void Report(CompilationAnalysisContext context, TaintEngine engine)
    {
        var lines = new FlowSummaryLines(context.Compilation, engine, context.CancellationToken).Write();
        context.ReportDiagnostic(Diagnostic.Create(
            s_rule, Location.None, ImmutableDictionary<string, string?>.Empty.Add(LinesProperty, string.Join("\n", lines)), context.Compilation.AssemblyName, lines.Count));
    }
}
