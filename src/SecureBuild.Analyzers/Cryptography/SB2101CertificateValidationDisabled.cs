using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Operations;
using SecureBuild.Analyzers.Symbols;

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
            {
                var directory = compilation.GetTypeByMetadataName("System.DirectoryServices.Protocols.VerifyServerCertificateCallback");
                start.RegisterOperationAction(operation => Callback(operation, errors, directory), OperationKind.DelegateCreation);
                start.RegisterOperationAction(operation => Tolerance(operation, errors), OperationKind.SimpleAssignment);
            }
            if (TypeSet.Find(compilation, "System.Net.Http.HttpClientHandler", "System.IdentityModel.Selectors.X509CertificateValidator") is { } validators)
                start.RegisterOperationAction(operation => ReadyMade(operation, validators), OperationKind.PropertyReference);
            if (compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Server.Kestrel.Https.HttpsConnectionAdapterOptions") is { } kestrel)
                start.RegisterOperationAction(operation => AnyClient(operation, kestrel), OperationKind.Invocation);
            if (TypeSet.Find(compilation, "System.Net.ICertificatePolicy", "System.IdentityModel.Selectors.X509CertificateValidator") is { } classes)
                start.RegisterOperationAction(operation => Implementation(operation, classes), OperationKind.MethodBody);
            if (compilation.GetTypeByMetadataName("System.Security.Cryptography.X509Certificates.X509ChainPolicy") is { } policy)
                start.RegisterOperationAction(operation => Flags(operation, policy), OperationKind.SimpleAssignment, OperationKind.CompoundAssignment);
            if (compilation.GetTypeByMetadataName("System.ServiceModel.Security.X509CertificateValidationMode") is { } mode)
                start.RegisterOperationAction(operation => Mode(operation, mode), OperationKind.SimpleAssignment);
        });
    }

    // Every validation callback of the platform and of the libraries on it answers a bool and takes the errors last, or alone in an object that has
    // them, whatever the delegate's name. LDAP's knows no errors: all the checking is its own.
    static void Callback(OperationAnalysisContext context, INamedTypeSymbol errors, INamedTypeSymbol? directory)
    {
        var creation = (IDelegateCreationOperation)context.Operation;
        if (creation.Type is INamedTypeSymbol { DelegateInvokeMethod: { ReturnType.SpecialType: SpecialType.System_Boolean, Parameters: { Length: > 0 } parameters } } type
            && (parameters.Length == 1 ? HoldsErrors(parameters[0].Type, errors) : Same(parameters[parameters.Length - 1].Type, errors) || directory is not null && Same(type, directory))
            && AlwaysTrue.Is(creation.Target))
            Report(context, creation);
    }

    // MQTTnet's event arguments and their like.
    static bool HoldsErrors(ITypeSymbol type, INamedTypeSymbol errors)
    {
        foreach (var member in type.GetMembers("SslPolicyErrors"))
            if (member is IPropertySymbol property && Same(property.Type, errors))
                return true;
        return false;
    }

    // RabbitMQ's AcceptablePolicyErrors and its like: an untrusted chain is nobody in particular.
    static void Tolerance(OperationAnalysisContext context, INamedTypeSymbol errors)
    {
        var assignment = (ISimpleAssignmentOperation)context.Operation;
        const int chainErrors = 4; // SslPolicyErrors.RemoteCertificateChainErrors
        if (assignment.Target is IPropertyReferenceOperation { Property: { Name: var name } property } && Same(property.Type, errors)
            && (name.StartsWith("Accept", StringComparison.Ordinal) || name.StartsWith("Allow", StringComparison.Ordinal) || name.StartsWith("Ignore", StringComparison.Ordinal))
            && assignment.Value.ConstantValue is { HasValue: true, Value: int accepted } && (accepted & chainErrors) != 0)
            Report(context, assignment.Value);
    }

    static void ReadyMade(OperationAnalysisContext context, TypeSet validators)
    {
        var reference = (IPropertyReferenceOperation)context.Operation;
        if (reference.Property is { Name: "DangerousAcceptAnyServerCertificateValidator" or "None", IsStatic: true } property
            && validators.Contains(property.ContainingType)
            && reference.Parent is not (IBinaryOperation or INameOfOperation))
            Report(context, reference);
    }

    static void AnyClient(OperationAnalysisContext context, INamedTypeSymbol kestrel)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod.Name == "AllowAnyClientCertificate" && Same(call.TargetMethod.ContainingType, kestrel))
            Report(context, call);
    }

    // ICertificatePolicy.CheckValidationResult says true; X509CertificateValidator.Validate throws when it does not like the certificate, so an empty one likes all.
    static void Implementation(OperationAnalysisContext context, TypeSet classes)
    {
        if (context.ContainingSymbol is not IMethodSymbol { Name: "CheckValidationResult" or "Validate" } method)
            return;
        var accepts = method.Name == "Validate"
            ? method.OverriddenMethod is { } validate && classes.Contains(validate.ContainingType) && IsEmpty(context.Operation)
            : method.ContainingType.AllInterfaces.Any(classes.Contains) && AlwaysTrue.Body(context.Operation);
        if (accepts)
            context.ReportDiagnostic(Diagnostic.Create(s_rule, method.Locations[0]));
    }

    static bool IsEmpty(IOperation body) => body is IMethodBodyOperation { ExpressionBody: null, BlockBody: { } block } && block.Operations.All(static statement => statement is IReturnOperation { ReturnedValue: null });

    static void Flags(OperationAnalysisContext context, INamedTypeSymbol policy)
    {
        var assignment = (IAssignmentOperation)context.Operation;
        const int allFlags = 0xFFF;
        if (assignment.Target is IPropertyReferenceOperation { Property.Name: "VerificationFlags" } target
            && Same(target.Property.ContainingType, policy)
            && assignment is not ICompoundAssignmentOperation { OperatorKind: not BinaryOperatorKind.Or }
            && PossibleValues.First(assignment.Value, allFlags, static (value, all) => value.ConstantValue is { HasValue: true, Value: int flags } && (flags & all) == all) is not null)
            Report(context, assignment.Value);
    }

    // WCF: None = 0.
    static void Mode(OperationAnalysisContext context, INamedTypeSymbol mode)
    {
        var assignment = (ISimpleAssignmentOperation)context.Operation;
        if (assignment.Target is IPropertyReferenceOperation { Property.Name: "CertificateValidationMode" } target
            && Same(target.Type, mode)
            && assignment.Value.ConstantValue is { HasValue: true, Value: 0 })
            Report(context, assignment.Value);
    }

    static bool Same(ISymbol? one, ISymbol other) => SymbolEqualityComparer.Default.Equals(one, other);

    static void Report(OperationAnalysisContext context, IOperation value) =>
        context.ReportDiagnostic(Diagnostic.Create(s_rule, value.Syntax.GetLocation()));
}
