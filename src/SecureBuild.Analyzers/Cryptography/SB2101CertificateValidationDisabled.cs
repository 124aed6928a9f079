using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Operations;

namespace SecureBuild.Analyzers.Cryptography;

/// <summary>A server certificate that nobody checks is no certificate.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SB2101CertificateValidationDisabled : DiagnosticAnalyzer
{
    static readonly DiagnosticDescriptor s_rule = Rule.Create(
        "SB2101", Category.Cryptography, DiagnosticSeverity.Warning, cwe: [295], "PW.5.1", "PW.1.3");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            var compilation = start.Compilation;
            if (compilation.GetTypeByMetadataName("System.Net.Security.SslPolicyErrors") is { } errors)
                start.RegisterOperationAction(operation => Callback(operation, errors), OperationKind.DelegateCreation);
            if (compilation.GetTypeByMetadataName("System.Net.Http.HttpClientHandler") is { } handler)
                start.RegisterOperationAction(operation => ReadyMade(operation, handler), OperationKind.PropertyReference);
            if (compilation.GetTypeByMetadataName("System.Security.Cryptography.X509Certificates.X509ChainPolicy") is { } policy)
                start.RegisterOperationAction(operation => Flags(operation, policy), OperationKind.SimpleAssignment);
            if (compilation.GetTypeByMetadataName("System.ServiceModel.Security.X509CertificateValidationMode") is { } mode)
                start.RegisterOperationAction(operation => Mode(operation, mode), OperationKind.SimpleAssignment);
        });
    }

    // Every validation callback of the platform and of the libraries on it answers a bool and takes the errors last, whatever the delegate's name.
    static void Callback(OperationAnalysisContext context, INamedTypeSymbol errors)
    {
        var creation = (IDelegateCreationOperation)context.Operation;
        if (creation.Type is INamedTypeSymbol { DelegateInvokeMethod: { ReturnType.SpecialType: SpecialType.System_Boolean, Parameters: { Length: > 1 } parameters } }
            && SymbolEqualityComparer.Default.Equals(parameters[parameters.Length - 1].Type, errors)
            && AlwaysTrue.Is(creation.Target))
            Report(context, creation);
    }

    static void ReadyMade(OperationAnalysisContext context, INamedTypeSymbol handler)
    {
        var reference = (IPropertyReferenceOperation)context.Operation;
        if (reference.Property is { Name: "DangerousAcceptAnyServerCertificateValidator", IsStatic: true } property
            && SymbolEqualityComparer.Default.Equals(property.ContainingType, handler)
            && reference.Parent is not (IBinaryOperation or INameOfOperation))
            Report(context, reference);
    }

    static void Flags(OperationAnalysisContext context, INamedTypeSymbol policy)
    {
        var assignment = (ISimpleAssignmentOperation)context.Operation;
        const int allFlags = 0xFFF;
        if (assignment.Target is IPropertyReferenceOperation { Property.Name: "VerificationFlags" } target
            && SymbolEqualityComparer.Default.Equals(target.Property.ContainingType, policy)
            && assignment.Value.ConstantValue is { HasValue: true, Value: int flags }
            && (flags & allFlags) == allFlags)
            Report(context, assignment.Value);
    }

    // WCF: None = 0.
    static void Mode(OperationAnalysisContext context, INamedTypeSymbol mode)
    {
        var assignment = (ISimpleAssignmentOperation)context.Operation;
        if (assignment.Target is IPropertyReferenceOperation { Property.Name: "CertificateValidationMode" } target
            && SymbolEqualityComparer.Default.Equals(target.Type, mode)
            && assignment.Value.ConstantValue is { HasValue: true, Value: 0 })
            Report(context, assignment.Value);
    }

    static void Report(OperationAnalysisContext context, IOperation value) =>
        context.ReportDiagnostic(Diagnostic.Create(s_rule, value.Syntax.GetLocation()));
}
