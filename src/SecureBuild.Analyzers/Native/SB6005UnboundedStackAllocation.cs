using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using SecureBuild.Analyzers.Hosting;

namespace SecureBuild.Analyzers.Native;

/// <summary>A stack allocation as large as a caller or some data says ends the process: a stack overflow cannot be caught.</summary>
public sealed class SB6005UnboundedStackAllocation : SecurityRule
{
    static readonly DiagnosticDescriptor s_rule = Rule.Create(
        "SB6005", Category.Native, DiagnosticSeverity.Warning, cwe: [789, 770, 121], "PW.5.1");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Register(RuleRegistration on)
    {
        var values = new UnlimitedValue();
        // Roslyn has no operation for stackalloc.
        on.Operation(context => Check(context, values), BodyHint.StackAllocation, OperationKind.None);
    }

    static void Check(OperationAnalysisContext context, UnlimitedValue values)
    {
        if (context.Operation is { SemanticModel: { } model, Syntax: StackAllocArrayCreationExpressionSyntax { Type: ArrayTypeSyntax { RankSpecifiers: { Count: 1 } ranks } } allocation }
            && ranks[0].Sizes is { Count: 1 } sizes && values.Of(sizes[0], model) is { IsByte: false } value)
            context.ReportDiagnostic(Diagnostic.Create(s_rule, allocation.GetLocation(), value.Name));
    }
}
