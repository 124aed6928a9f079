using System;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Hosting;
using SecureBuild.Analyzers.Operations;
using SecureBuild.Analyzers.Symbols;

namespace SecureBuild.Analyzers.Cryptography;

/// <summary>A password, token, salt or key from System.Random, or from the time alone, can be predicted.</summary>
public sealed class SB2005InsecureRandom : SecurityRule
{
    const string Random = "System.Random";

    static readonly DiagnosticDescriptor s_rule = Rule.Create(
        "SB2005", Category.Cryptography, DiagnosticSeverity.Warning, cwe: [338, 330], "PW.5.1", "PW.1.3");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Register(RuleRegistration on)
    {
        on.Call(Check, "Next", "NextInt64", "NextDouble", "NextSingle", "NextBytes", "GetItems", "Shuffle", "GetString", "GetHexString", "Sample");
        on.Reference(CheckTime, "Ticks", "TickCount", "TickCount64");
        on.Call(CheckTime, "ToUnixTimeSeconds", "ToUnixTimeMilliseconds", "GetTimestamp", "Increment", "GetHashCode");
        on.Reference(CheckHashedTime, "UtcNow", "Now");
    }

    static void Check(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (!call.TargetMethod.ContainingType.Is(Random) || call.Instance is not { } generator || !generator.Type.Is(Random) || IsAnotherGenerator(generator))
            return;
        var secret = call.TargetMethod.ReturnsVoid
            ? ValueDestination.SecretIn(Filled(call), context.ContainingSymbol)
            : ValueDestination.Secret(call, context.ContainingSymbol);
        if (secret is not null)
            context.ReportDiagnostic(Diagnostic.Create(s_rule, call.Syntax.GetLocation(), secret, Random));
    }

    // "user:" + DateTime.UtcNow.Ticks as a token, mail.GetHashCode(). With something secret beside it the time does no harm.
    static void CheckTime(OperationAnalysisContext context)
    {
        var member = context.Operation switch { IInvocationOperation call => call.TargetMethod, IPropertyReferenceOperation property => (ISymbol)property.Property, _ => null };
        if (member is not { ContainingType.Name: "DateTime" or "DateTimeOffset" or "Environment" or "Stopwatch" or "Interlocked" or "String" or "Object" }
            || Body.Of(context.Operation).Any(s_isUnpredictable) || ValueDestination.Secret(context.Operation, context.ContainingSymbol) is not { } secret || secret.IndexOf("nonce", StringComparison.OrdinalIgnoreCase) >= 0)
            return;
        context.ReportDiagnostic(Diagnostic.Create(s_rule, context.Operation.Syntax.GetLocation(), secret, member.ContainingType.Name + "." + member.Name));
    }

    // SHA256.HashData(Encoding.UTF8.GetBytes(mail + DateTime.UtcNow)): everybody can compute it.
    static void CheckHashedTime(OperationAnalysisContext context)
    {
        if (context.Operation is not IPropertyReferenceOperation { Property: { IsStatic: true, ContainingType.Name: "DateTime" or "DateTimeOffset" } property } || Body.Of(context.Operation).Any(s_isUnpredictable))
            return;
        for (var outer = context.Operation.Parent; outer is not (null or IExpressionStatementOperation or IReturnOperation or IVariableDeclaratorOperation); outer = outer.Parent)
            if (outer is IInvocationOperation { TargetMethod: { Name: "HashData" or "ComputeHash" } } hash && ValueDestination.Secret(hash, context.ContainingSymbol) is { } secret && secret.IndexOf("nonce", StringComparison.OrdinalIgnoreCase) < 0)
            {
                context.ReportDiagnostic(Diagnostic.Create(s_rule, context.Operation.Syntax.GetLocation(), secret, property.ContainingType.Name + "." + property.Name));
                return;
            }
    }

    static readonly Func<IOperation, bool> s_isUnpredictable = static operation => operation is IInvocationOperation { TargetMethod: var method }
        && (method.ContainingType.Name is "RandomNumberGenerator" or "CryptographicOperations" || method.ContainingType.Name.StartsWith("HMAC", StringComparison.Ordinal)
            || method.Name is "NewGuid" or "CreateVersion7" or "Protect" or "ComputeHmac" || method.Name.StartsWith("Sign", StringComparison.Ordinal) || method.Name.StartsWith("Encrypt", StringComparison.Ordinal));

    // Random r = new SecureRandom(): a derived class may well be a good generator.
    static bool IsAnotherGenerator(IOperation generator) =>
        PossibleValues.First(generator, false, static (value, _) => value is IObjectCreationOperation creation && !creation.Type.Is(Random)) is not null;

    // NextBytes(buffer), Shuffle(values), GetItems(choices, destination): the buffer comes last.
    static IOperation Filled(IInvocationOperation call) => call.Arguments.At(call.TargetMethod.Parameters.Length - 1) ?? call;
}
