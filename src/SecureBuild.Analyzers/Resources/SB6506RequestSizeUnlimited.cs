using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Hosting;
using SecureBuild.Analyzers.Symbols;

namespace SecureBuild.Analyzers.Resources;

/// <summary>The server's limit for the size of a request or message is switched off.</summary>
public sealed class SB6506RequestSizeUnlimited : SecurityRule
{
    const int Deep = 100_000;
    const string Attributes = "Microsoft.AspNetCore.Mvc.";

    static readonly DiagnosticDescriptor s_rule = Rule.Create(
        "SB6506", Category.Resources, DiagnosticSeverity.Warning, cwe: [770, 400], "PW.5.1", "PW.9.1");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Register(RuleRegistration on)
    {
        on.Creation(CheckAttribute, "DisableRequestSizeLimitAttribute", "RequestSizeLimitAttribute");
        on.Write(CheckWrite, "MaxRequestBodySize", "MultipartBodyLengthLimit", "MaximumReceiveMessageSize", "MaxReceiveMessageSize", "MaxRequestLength", "MaxReceivedMessageSize");
        on.Write(CheckDepth, "MaxDepth");
    }

    static void CheckAttribute(OperationAnalysisContext context)
    {
        var creation = (IObjectCreationOperation)context.Operation;
        if (creation.Type.Is(Attributes + "DisableRequestSizeLimitAttribute") || creation.Type.Is(Attributes + "RequestSizeLimitAttribute") && IsEndless(creation.Arguments.At(0)))
            context.ReportDiagnostic(Diagnostic.Create(s_rule, creation.Syntax.GetLocation(), creation.Type!.Name.Replace("Attribute", "")));
    }

    static void CheckWrite(OperationAnalysisContext context)
    {
        if (context.Operation is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: var property } } assignment && IsServerLimit(property.ContainingType) && IsEndless(assignment.Value))
            context.ReportDiagnostic(Diagnostic.Create(s_rule, assignment.Syntax.GetLocation(), property.ContainingType.Name + "." + property.Name));
    }

    // Readers go down as deep as the text does, and a stack that is used up ends the process.
    static void CheckDepth(OperationAnalysisContext context)
    {
        if (context.Operation is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: var property }, Value: var value }
            && property.ContainingNamespace.ToDisplayString() is "System.Text.Json" or "Newtonsoft.Json" or "System.Xml"
            && PossibleValues.First(value, 0, static (depth, _) => depth.ConstantValue is { HasValue: true, Value: null or >= Deep }) is not null)
            context.ReportDiagnostic(Diagnostic.Create(s_rule, context.Operation.Syntax.GetLocation(), property.ContainingType.Name + ".MaxDepth"));
    }

    static bool IsServerLimit(INamedTypeSymbol type) =>
        type.ContainingNamespace.ToDisplayString() is var space && (space.StartsWith("Microsoft.AspNetCore.", StringComparison.Ordinal) || space.StartsWith("Grpc.AspNetCore.", StringComparison.Ordinal)
            || space is "Microsoft.AspNetCore.Builder" or "System.ServiceModel" or "System.Web.Configuration" or "Microsoft.Extensions.DependencyInjection");

    static bool IsEndless(IOperation? value) => PossibleValues.First(value, 0, static (size, _) => size.ConstantValue is { HasValue: true, Value: null or >= int.MaxValue or >= (long)int.MaxValue }) is not null;
}
