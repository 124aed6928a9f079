using System;
using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Hosting;
using SecureBuild.Analyzers.Symbols;

namespace SecureBuild.Analyzers.Cryptography;

/// <summary>Keys and hashes derived from passwords too cheaply: PBKDF2 with few iterations or MD5/SHA-1, PBKDF1.</summary>
public sealed class SB2006WeakPasswordDerivation : SecurityRule
{
    /// <summary>
    /// OWASP's Password Storage Cheat Sheet recommends 600,000 for SHA-256 and 210,000 for SHA-512. Under a sixth of that nobody's cost calculation comes
    /// out right; between the two we stay silent, because slower hardware may be a reason.
    /// </summary>
    const int LeastIterations = 100_000;

    const int DefaultIterations = 1000;

    /// <summary>The least that OWASP's Password Storage Cheat Sheet allows bcrypt.</summary>
    const int LeastCost = 10;

    const string Pbkdf1 = "System.Security.Cryptography.PasswordDeriveBytes";
    const string Pbkdf2 = "System.Security.Cryptography.Rfc2898DeriveBytes";
    const string AspNet = "Microsoft.AspNetCore.Cryptography.KeyDerivation.KeyDerivation";

    static readonly DiagnosticDescriptor s_rule = Rule.Create(
        "SB2006", Category.Cryptography, DiagnosticSeverity.Warning, cwe: [916], "PW.5.1", "PW.1.3");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Register(RuleRegistration on)
    {
        on.Creation(CheckCreation, "Rfc2898DeriveBytes", "PasswordDeriveBytes");
        on.Call(CheckCall, "Pbkdf2", ".ctor");
        on.Call(CheckCost, "HashPassword", "EnhancedHashPassword", "GenerateSalt");
        on.Write(CheckAssignment, "IterationCount", "CompatibilityMode");
    }

    static void CheckCreation(OperationAnalysisContext context)
    {
        var creation = (IObjectCreationOperation)context.Operation;
        if (creation.Type.Is(Pbkdf1))
            Report(context, creation, "PasswordDeriveBytes", null);
        else if (creation.Type.Is(Pbkdf2) && creation.Constructor is not null)
            Check(context, creation, creation.Arguments, hashOfDefault: "SHA1", DefaultIterations);
    }

    static void CheckCall(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        var type = call.TargetMethod.ContainingType;
        if (call.TargetMethod.Name == "Pbkdf2" && (type.Is(Pbkdf2) || type.Is(AspNet)))
            Check(context, call, call.Arguments, hashOfDefault: null, iterationsOfDefault: null);
        // A derived class's ": base(password, salt)".
        else if (call.TargetMethod.MethodKind == MethodKind.Constructor && type.Is(Pbkdf2))
            Check(context, call, call.Arguments, hashOfDefault: "SHA1", DefaultIterations);
    }

    // BCrypt.HashPassword(password, 4): two to the power of it.
    static void CheckCost(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod.ContainingType.Is("BCrypt.Net.BCrypt") && PossibleValues.Below(call.Arguments.For("workFactor"), LeastCost) is { } cost)
            Report(context, call, "bcrypt", 1 << Math.Max(cost, 0));
    }

    static void CheckAssignment(OperationAnalysisContext context)
    {
        var assignment = (IAssignmentOperation)context.Operation;
        if (assignment is ICompoundAssignmentOperation || assignment.Target is not IPropertyReferenceOperation { Property: var property } || !property.ContainingType.Is(Pbkdf2) && !property.ContainingType.Is("Microsoft.AspNetCore.Identity.PasswordHasherOptions"))
            return;
        if (property.Name == "IterationCount" && PossibleValues.Below(assignment.Value, LeastIterations) is { } iterations)
            Report(context, assignment, "PBKDF2", iterations);
        // PasswordHasherCompatibilityMode.IdentityV2 = 0.
        else if (property.Name == "CompatibilityMode" && PossibleValues.Include(assignment.Value, 0))
            Report(context, assignment, "PBKDF2-HMAC-SHA1", DefaultIterations);
    }

    static void Check(OperationAnalysisContext context, IOperation place, ImmutableArray<IArgumentOperation> arguments, string? hashOfDefault, int? iterationsOfDefault)
    {
        var iterations = (arguments.For("iterations") ?? arguments.For("iterationCount")) is { } count ? PossibleValues.Below(count, LeastIterations) : iterationsOfDefault;
        var hash = arguments.For("hashAlgorithm") is { } name ? WeakHashName.Of(name) : arguments.For("prf") is { } function ? Sha1Of(function) : hashOfDefault;
        if (iterations is null && hash is null)
            return;
        Report(context, place, hash is null ? "PBKDF2" : "PBKDF2-HMAC-" + hash, iterations);
    }

    // KeyDerivationPrf: HMACSHA1 = 0, HMACSHA256 = 1, HMACSHA512 = 2.
    static string? Sha1Of(IOperation function) => PossibleValues.Include(function, 0) ? "SHA1" : null;

    static void Report(OperationAnalysisContext context, IOperation place, string function, int? iterations) =>
        context.ReportDiagnostic(Diagnostic.Create(s_rule, place.Syntax.GetLocation(),
            iterations is { } count ? $"{function} × {count.ToString(CultureInfo.InvariantCulture)}" : function));
}
