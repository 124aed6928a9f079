using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SecureBuild.Analyzers.Hosting;

namespace SecureBuild.Analyzers.Analysis;

/// <summary>
/// The data-flow analysis of a method hit its bound, or more code has to do with a member than the analysis looks at: what was not looked at is not clean, it is unknown. Members are told at the
/// end of the compilation, each once; while one types they are not.
/// </summary>
public sealed class SB0002AnalysisLimit : SecurityRule
{
    static readonly DiagnosticDescriptor s_rule = Rule.Create(
        "SB0002", Category.Analysis, DiagnosticSeverity.Info, cwe: [1120], "PW.7.2");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Register(RuleRegistration on)
    {
        on.Limit = s_rule;
        on.AtEnd(context => Report(context, on));
    }

    static void Report(CompilationAnalysisContext context, RuleRegistration on)
    {
        // No body asked for the engine: there was nothing to follow.
        if (on.Engine.IsValueCreated)
            foreach (var member in on.Engine.Value.LeftOut())
                context.ReportDiagnostic(Diagnostic.Create(s_rule, member.Locations.FirstOrDefault(static location => location.IsInSource) ?? Location.None, member.Name));
    }
}
