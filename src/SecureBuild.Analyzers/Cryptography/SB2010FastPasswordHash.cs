using System;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Hosting;
using SecureBuild.Analyzers.Operations;
using SecureBuild.Analyzers.Symbols;
namespace SecureBuild.Analyzers.Cryptography;

/// <summary>A hash made for speed lets whoever steals it try billions of passwords a second.</summary>
public sealed class SB2010FastPasswordHash : SecurityRule
{
    static readonly DiagnosticDescriptor s_rule = Rule.Create(
        "SB2010", Category.Cryptography, DiagnosticSeverity.Warning, cwe: [916, 759], "PW.5.1", "PW.1.3");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);
    /// <inheritdoc/>
    public override void Register(RuleRegistration on) => on.Call(Check, "ComputeHash", "TryComputeHash", "HashData", "TryHashData", "AppendData");

    static void Check(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        var type = call.TargetMethod.ContainingType;
        if (!type.IsOrInherits("System.Security.Cryptography.HashAlgorithm") && !type.Is("System.Security.Cryptography.IncrementalHash") && !type.Is("System.Security.Cryptography.CryptographicOperations"))
            return;
        var data = call.Arguments.For("source") ?? call.Arguments.For("buffer") ?? call.Arguments.For("data") ?? call.Arguments.For("inputStream");
        if (PasswordName.In(data, context.ContainingSymbol) is { } name && !IsAnotherProtocol(context.ContainingSymbol) && !IsStretched(call))
            context.ReportDiagnostic(Diagnostic.Create(s_rule, call.Syntax.GetLocation(), name, type.Name));
    }

    // Look-ups of leaked passwords send a hash's first characters; SCRAM, NTLM, Digest and database protocols fix the hash.
    static bool IsAnotherProtocol(ISymbol member)
    {
        for (var symbol = member; symbol is not (null or INamespaceSymbol); symbol = symbol.ContainingSymbol)
            foreach (var word in Words.Of(symbol.Name))
                if (word is "pwned" or "hibp" or "breach" or "breached" or "leaked" or "compromised" or "scram" or "ntlm" or "digest" or "srp" or "challenge" or "cache" or "strength" or "legacy")
                    return true;
        return false;
    }

    // BCrypt.HashPassword(Convert.ToBase64String(SHA256.HashData(password))): a slow function comes after.
    static bool IsStretched(IOperation hash)
    {
        for (var current = hash; current.Parent is { } parent; current = parent)
            switch (parent)
            {
                case IInvocationOperation call when IsSlow(call.TargetMethod.Name) || IsSlow(call.TargetMethod.ContainingType.Name):
                case IObjectCreationOperation { Type: { } type } when IsSlow(type.Name):
                    return true;
                case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }:
                    foreach (var use in Body.Of(hash).Mentions(declarator.Symbol))
                        if (IsStretched(use))
                            return true;
                    return false;
                case IExpressionStatementOperation or IReturnOperation or IBlockOperation:
                    return false;
            }
        return false;
    }

    static bool IsSlow(string name) => name.StartsWith("Rfc2898", StringComparison.Ordinal) || name.StartsWith("Argon2", StringComparison.Ordinal) || name is "Pbkdf2" or "KeyDerivation" or "BCrypt" or "SCrypt" or "PasswordHasher" or "Bcrypt" or "Scrypt";
}
