using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Hosting;
using SecureBuild.Analyzers.Operations;
using SecureBuild.Analyzers.Symbols;
using SecureBuild.Analyzers.Web;

namespace SecureBuild.Analyzers.Cryptography;

/// <summary>A server certificate that nobody checks is no certificate.</summary>
public sealed class SB2101CertificateValidationDisabled : SecurityRule
{
    const string Errors = "System.Net.Security.SslPolicyErrors";
    const string Validator = "System.IdentityModel.Selectors.X509CertificateValidator";

    static readonly DiagnosticDescriptor s_rule = Rule.Create(
        "SB2101", Category.Cryptography, DiagnosticSeverity.Warning, cwe: [295], "PW.5.1", "PW.1.3");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Register(RuleRegistration on)
    {
        on.Operation(Callback, BodyHint.Certificate, OperationKind.DelegateCreation);
        on.WriteOfType(Tolerance, "SslPolicyErrors");
        on.Reference(ReadyMade, "DangerousAcceptAnyServerCertificateValidator", "None");
        on.Call(AnyClient, "AllowAnyClientCertificate");
        on.Operation(Implementation, BodyHint.Certificate, OperationKind.MethodBody);
        on.Write(Flags, "VerificationFlags");
        on.Call(Built, "Build");
        on.WriteOfType(Mode, "X509CertificateValidationMode");
    }

    // Every validation callback of the platform and of the libraries on it answers a bool and takes the errors last, or alone in an object that has
    // them, whatever the delegate's name. LDAP's knows no errors: all the checking is its own.
    static void Callback(OperationAnalysisContext context)
    {
        var creation = (IDelegateCreationOperation)context.Operation;
        if (creation.Type is INamedTypeSymbol { DelegateInvokeMethod: { ReturnType.SpecialType: SpecialType.System_Boolean, Parameters: { Length: > 0 } parameters } } type
            && (parameters.Length == 1 ? HoldsErrors(parameters[0].Type) : parameters[parameters.Length - 1].Type.Is(Errors) || type.Is("System.DirectoryServices.Protocols.VerifyServerCertificateCallback"))
            && (AlwaysTrue.Is(creation.Target) || CatchesWithYes(creation.Target)))
            Report(context, creation);
    }

    // Whoever makes the check throw has passed it.
    static bool CatchesWithYes(IOperation callback)
    {
        var body = callback switch
        {
            IAnonymousFunctionOperation lambda => lambda.Body,
            IMethodReferenceOperation { SemanticModel: { } model, Method.DeclaringSyntaxReferences: { Length: 1 } declarations } when declarations[0].SyntaxTree == model.SyntaxTree => model.GetOperation(declarations[0].GetSyntax()),
            _ => null,
        };
        return body?.Descendants().Any(static operation => operation is ICatchClauseOperation caught && caught.Handler.Descendants().Any(static answer => answer is IReturnOperation { ReturnedValue.ConstantValue: { HasValue: true, Value: true } })) == true;
    }

    // MQTTnet's event arguments and their like.
    static bool HoldsErrors(ITypeSymbol type)
    {
        foreach (var member in type.GetMembers("SslPolicyErrors"))
            if (member is IPropertySymbol property && property.Type.Is(Errors))
                return true;
        return false;
    }

    // RabbitMQ's AcceptablePolicyErrors and its like: an untrusted chain is nobody in particular.
    static void Tolerance(OperationAnalysisContext context)
    {
        var assignment = (IAssignmentOperation)context.Operation;
        const int chainErrors = 4; // SslPolicyErrors.RemoteCertificateChainErrors
        if (assignment.Target is IPropertyReferenceOperation { Property: { Name: var name } property } && property.Type.Is(Errors)
            && (name.StartsWith("Accept", StringComparison.Ordinal) || name.StartsWith("Allow", StringComparison.Ordinal) || name.StartsWith("Ignore", StringComparison.Ordinal))
            && assignment.Value.ConstantValue is { HasValue: true, Value: int accepted } && (accepted & chainErrors) != 0)
            Report(context, assignment.Value);
    }

    static void ReadyMade(OperationAnalysisContext context)
    {
        if (context.Operation is IPropertyReferenceOperation { Property: { IsStatic: true } property } reference
            && property.ContainingType.Is(property.Name == "None" ? Validator : "System.Net.Http.HttpClientHandler")
            && reference.Parent is not (IBinaryOperation or INameOfOperation))
            Report(context, reference);
    }

    static void AnyClient(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod.ContainingType.Is("Microsoft.AspNetCore.Server.Kestrel.Https.HttpsConnectionAdapterOptions"))
            Report(context, call);
    }

    // ICertificatePolicy.CheckValidationResult says true; X509CertificateValidator.Validate throws when it does not like the certificate, so an empty one likes all.
    static void Implementation(OperationAnalysisContext context)
    {
        if (context.ContainingSymbol is not IMethodSymbol { Name: "CheckValidationResult" or "Validate" } method)
            return;
        var accepts = method.Name == "Validate"
            ? method.OverriddenMethod is { } validate && validate.ContainingType.Is(Validator) && IsEmpty(context.Operation)
            : method.ContainingType.AllInterfaces.Any(static type => type.Is("System.Net.ICertificatePolicy")) && AlwaysTrue.Body(context.Operation);
        if (accepts)
            context.ReportDiagnostic(Diagnostic.Create(s_rule, method.Locations[0]));
    }

    static bool IsEmpty(IOperation body) => body is IMethodBodyOperation { ExpressionBody: null, BlockBody: { } block } && block.Operations.All(static statement => statement is IReturnOperation { ReturnedValue: null });

    // An unknown authority may be anybody, unless the program compares the chain with its own root.
    static void Flags(OperationAnalysisContext context)
    {
        var assignment = (IAssignmentOperation)context.Operation;
        const int allowUnknownAuthority = 0x10;
        if (assignment.Target is IPropertyReferenceOperation { Property.Name: "VerificationFlags" } target
            && target.Property.ContainingType.Is("System.Security.Cryptography.X509Certificates.X509ChainPolicy")
            && assignment is not ICompoundAssignmentOperation { OperatorKind: not BinaryOperatorKind.Or }
            && PossibleValues.First(assignment.Value, 0, static (value, _) => value.ConstantValue is { HasValue: true, Value: int flags } && (flags & allowUnknownAuthority) != 0) is not null
            && !Body.Of(assignment).Any(s_looksAtChain))
            Report(context, assignment.Value);
    }

    // chain.Build(certificate); and nobody asks what was found.
    static void Built(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod.ContainingType.Is("System.Security.Cryptography.X509Certificates.X509Chain") && call.Parent is IExpressionStatementOperation && !Body.Of(call).Any(s_looksAtChain) && !IsHandedOut(call))
            Report(context, call);
    }

    static readonly Func<IOperation, bool> s_looksAtChain = static operation => operation is IPropertyReferenceOperation { Property: { Name: "ChainElements" or "ChainStatus" or "ExtraStore" or "CustomTrustStore" or "TrustMode" or "ChainElementStatus" } };

    // return chain; Inspect(chain);
    static bool IsHandedOut(IInvocationOperation call)
    {
        if (call.Instance is not ILocalReferenceOperation { Local: var chain } local)
            return true;
        foreach (var use in Body.Of(local).Mentions(chain))
            if (use.Parent is IArgumentOperation or IReturnOperation or IConversionOperation or IAssignmentOperation)
                return true;
        return false;
    }

    // WCF: None = 0.
    static void Mode(OperationAnalysisContext context)
    {
        var assignment = (IAssignmentOperation)context.Operation;
        if (assignment.Target is IPropertyReferenceOperation { Property.Name: "CertificateValidationMode" } target
            && target.Type.Is("System.ServiceModel.Security.X509CertificateValidationMode")
            && assignment.Value.ConstantValue is { HasValue: true, Value: 0 })
            Report(context, assignment.Value);
    }

    static void Report(OperationAnalysisContext context, IOperation value)
    {
        if (!DevelopmentCheck.Guards(value) && !Overwritten.IsChosenIn(value))
            context.ReportDiagnostic(Diagnostic.Create(s_rule, value.Syntax.GetLocation()));
    }
}
