using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Hosting;
using SecureBuild.Analyzers.Operations;
using SecureBuild.Analyzers.Symbols;
namespace SecureBuild.Analyzers.Cryptography;

/// <summary>CBC without padding, or padded with zeros, cannot tell where the message ends.</summary>
public sealed class SB2015PaddingOff : SecurityRule
{
    static readonly DiagnosticDescriptor s_rule = Rule.Create(
        "SB2015", Category.Cryptography, DiagnosticSeverity.Info, cwe: [327], "PW.5.1");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);
    /// <inheritdoc/>
    public override void Register(RuleRegistration on) => on.WriteOfType(Check, "PaddingMode");

    // PaddingMode.None = 1, Zeros = 3; a stream mode (CFB) needs none.
    static void Check(OperationAnalysisContext context)
    {
        var assignment = (IAssignmentOperation)context.Operation;
        if (assignment.Target is IPropertyReferenceOperation target && target.Type.Is("System.Security.Cryptography.PaddingMode")
            && (PossibleValues.Include(assignment.Value, 3) || PossibleValues.Include(assignment.Value, 1) && SameObject.Value(target, "Mode") is { ConstantValue: { HasValue: true, Value: 1 } }))
            context.ReportDiagnostic(Diagnostic.Create(s_rule, assignment.Syntax.GetLocation()));
    }
}
