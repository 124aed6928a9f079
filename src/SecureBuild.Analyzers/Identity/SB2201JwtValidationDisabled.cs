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

namespace SecureBuild.Analyzers.Identity;

/// <summary>A token whose issuer, audience, lifetime or signature nobody checks proves nothing about who sent it.</summary>
public sealed class SB2201JwtValidationDisabled : SecurityRule
{
    static readonly DiagnosticDescriptor s_rule = Rule.Create(
        "SB2201", Category.Identity, DiagnosticSeverity.Warning, cwe: [347, 345, 287, 613], "PW.5.1");

    const double MostSkew = 1;

    static readonly string[] s_switches = ["ValidateIssuer", "ValidateAudience", "ValidateLifetime", "ValidateIssuerSigningKey", "RequireExpirationTime", "RequireSignedTokens", "ValidateSignature", "ValidateExpirationTime"];
    static readonly string[] s_answers = ["AudienceValidator", "LifetimeValidator", "IssuerSigningKeyValidator", "IssuerSigningKeyValidatorUsingConfiguration", "AlgorithmValidator"];
    static readonly string[] s_results = ["SignatureValidator", "SignatureValidatorUsingConfiguration", "IssuerValidator", "IssuerValidatorUsingConfiguration", "IssuerValidatorAsync", "TransformBeforeSignatureValidation"];

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Register(RuleRegistration on)
    {
        on.Set(CheckSwitch, s_switches);
        on.Write(CheckAnswer, s_answers);
        on.Write(CheckResult, s_results);
        on.Write(CheckAlgorithms, "ValidAlgorithms");
        on.Write(CheckSkew, "ClockSkew");
        on.Write(CheckHeader, "alg");
        on.Reference(CheckNone, "None");
        on.Creation(CheckNoneCreation, "NoneAlgorithm", "SigningCredentials");
        on.Creation(CheckUnsigned, "JwtSecurityToken");
        on.Call(CheckOtherLibraries, "Decode", "DecodeToObject", "DecodeToDictionary", "WithVerifySignature", "DoNotVerifySignature", "DoNotVerify", "Payload");
    }

    // o.ValidateLifetime = false
    static void CheckSwitch(OperationAnalysisContext context, Assigned assigned)
    {
        if (assigned is not { Target: { Property: { Type.SpecialType: SpecialType.System_Boolean } property } target } || !IsParameters(property.ContainingType)
            || !PossibleValues.Include(assigned.Value, false) || IsReplaced(target, property.Name) || IsRefresh(context, property.Name) || DevelopmentCheck.Guards(assigned.Place))
            return;
        Report(context, assigned.Place, property.Name, "false");
    }

    // IdentityModel asks a validator of one's own before it looks at the switch.
    static bool IsReplaced(IPropertyReferenceOperation target, string name)
    {
        var own = name switch
        {
            "ValidateIssuer" => "IssuerValidator",
            "ValidateAudience" => "AudienceValidator",
            "ValidateLifetime" => "LifetimeValidator",
            "ValidateIssuerSigningKey" => "IssuerSigningKeyValidator",
            _ => null,
        };
        return own is not null && SameObject.Value(target, own) is { } validator && validator.ConstantValue is not { HasValue: true, Value: null };
    }

    // Who renews a token has to accept one that has just expired.
    static bool IsRefresh(OperationAnalysisContext context, string name)
    {
        if (name is not ("ValidateLifetime" or "ValidateExpirationTime"))
            return false;
        foreach (var word in Words.Of(context.ContainingSymbol.Name))
            if (word is "expired" or "refresh" or "renew")
                return true;
        return false;
    }

    static void CheckAnswer(OperationAnalysisContext context)
    {
        var assignment = (IAssignmentOperation)context.Operation;
        if (Parameter(assignment) is { } property && AlwaysTrue.Is(assignment.Value) && !DevelopmentCheck.Guards(assignment))
            Report(context, assignment, property.Name, "true");
    }

    static void CheckResult(OperationAnalysisContext context)
    {
        var assignment = (IAssignmentOperation)context.Operation;
        if (Parameter(assignment) is { } property && UncheckedToken.IsReturnedBy(assignment.Value) && !DevelopmentCheck.Guards(assignment))
            Report(context, assignment, property.Name, "token");
    }

    static void CheckAlgorithms(OperationAnalysisContext context)
    {
        var assignment = (IAssignmentOperation)context.Operation;
        if (Parameter(assignment) is { } property && assignment.Value.Descendants().Any(static value => value.ConstantValue is { HasValue: true, Value: string name } && name.Equals("none", StringComparison.OrdinalIgnoreCase)))
            Report(context, assignment, property.Name, "none");
    }

    // Five minutes is what the library forgives by itself.
    static void CheckSkew(OperationAnalysisContext context)
    {
        var assignment = (IAssignmentOperation)context.Operation;
        if (Parameter(assignment) is { } property && Setting.Hours(assignment.Value) is > MostSkew and var hours && !DevelopmentCheck.Guards(assignment))
            Report(context, assignment, property.Name, hours == double.MaxValue ? "MaxValue" : hours.ToString("0.#", System.Globalization.CultureInfo.InvariantCulture) + " h");
    }

    // new { alg = "none", typ = "JWT" }: a header written by hand.
    static void CheckHeader(OperationAnalysisContext context)
    {
        var assignment = (IAssignmentOperation)context.Operation;
        if (PossibleValues.First(assignment.Value, false, static (value, _) => value.ConstantValue is { HasValue: true, Value: string name } && name.Equals("none", StringComparison.OrdinalIgnoreCase)) is not null)
            Report(context, assignment, "alg", "none");
    }

    // JwsAlgorithm.none of jose-jwt is covered below; ValidationParameters.None of JWT.NET checks nothing.
    static void CheckNone(OperationAnalysisContext context)
    {
        if (context.Operation is IMemberReferenceOperation { Member: { IsStatic: true } member } && member.ContainingType.Is("JWT.ValidationParameters"))
            Report(context, context.Operation, "ValidationParameters", "None");
    }

    static void CheckNoneCreation(OperationAnalysisContext context)
    {
        var creation = (IObjectCreationOperation)context.Operation;
        if (creation.Type.Is("JWT.Algorithms.NoneAlgorithm"))
            Report(context, creation, "alg", "none");
        else if (creation.Type?.Name == "SigningCredentials" && creation.Arguments.For("algorithm") is { } algorithm
            && PossibleValues.First(algorithm, false, static (value, _) => value.ConstantValue is { HasValue: true, Value: "none" }) is not null)
            Report(context, algorithm, "alg", "none");
    }

    // A token that is written without credentials has the algorithm "none".
    static void CheckUnsigned(OperationAnalysisContext context)
    {
        var creation = (IObjectCreationOperation)context.Operation;
        if (creation.Arguments.For("signingCredentials") is { } credentials && PossibleValues.First(credentials, false, static (value, _) => value.ConstantValue is { HasValue: true, Value: null }) is not null
            && Body.Of(creation).Any(static operation => operation is IInvocationOperation { TargetMethod.Name: "WriteToken" }))
            Report(context, creation, "alg", "none");
    }

    // JWT.NET and jose-jwt.
    static void CheckOtherLibraries(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        var type = call.TargetMethod.ContainingType;
        if (!IsIn(type, "JWT") && !IsIn(type, "Jose") && !type.Is("JWT"))
            return;
        var verify = call.Arguments.For("verify");
        switch (call.TargetMethod.Name)
        {
            case "WithVerifySignature" when PossibleValues.Include(call.Arguments.For("verify"), false):
            case "DoNotVerifySignature" or "DoNotVerify":
            case "Payload" when type.Is("Jose.JWT"):
            case "Decode" or "DecodeToObject" or "DecodeToDictionary" when verify is not null && PossibleValues.Include(verify, false):
                Report(context, call, call.TargetMethod.Name, "verify");
                break;
        }
    }

    static IPropertySymbol? Parameter(IAssignmentOperation assignment) =>
        assignment.Target is IPropertyReferenceOperation { Property: var property } && IsParameters(property.ContainingType) ? property : null;

    static bool IsParameters(INamedTypeSymbol type) => type.Name is "TokenValidationParameters" && (IsIn(type, "Microsoft") || IsIn(type, "System")) || type.Is("JWT.ValidationParameters");

    static bool IsIn(INamedTypeSymbol type, string root)
    {
        var space = type.ContainingNamespace;
        while (space is { ContainingNamespace: { IsGlobalNamespace: false } outer })
            space = outer;
        return space?.Name == root;
    }

    static void Report(OperationAnalysisContext context, IOperation place, string what, string how) =>
        context.ReportDiagnostic(Diagnostic.Create(s_rule, place.Syntax.GetLocation(), what, how));
}
