using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Symbols;

namespace SecureBuild.Analyzers.Cryptography;

/// <summary>MD5, SHA-1 and RIPEMD-160 no longer protect anything.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SB2001WeakHash : DiagnosticAnalyzer
{
    static readonly DiagnosticDescriptor s_rule = Rule.Create(
        "SB2001", Category.Cryptography, DiagnosticSeverity.Warning, cwe: [328, 327], "PW.5.1", "PW.1.3");

    static readonly string[] s_types = ["MD5", "SHA1", "RIPEMD160", "HMACMD5", "HMACSHA1", "HMACRIPEMD160"];

    // https://learn.microsoft.com/dotnet/api/system.security.cryptography.cryptoconfig: names are compared without case.
    static readonly Dictionary<string, string> s_names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["MD5"] = "MD5",
        ["System.Security.Cryptography.MD5"] = "MD5",
        ["System.Security.Cryptography.MD5CryptoServiceProvider"] = "MD5",
        ["http://www.w3.org/2001/04/xmldsig-more#md5"] = "MD5",
        ["SHA"] = "SHA1",
        ["SHA1"] = "SHA1",
        ["SHA-1"] = "SHA1",
        ["System.Security.Cryptography.HashAlgorithm"] = "SHA1",
        ["System.Security.Cryptography.SHA1"] = "SHA1",
        ["System.Security.Cryptography.SHA1Cng"] = "SHA1",
        ["System.Security.Cryptography.SHA1CryptoServiceProvider"] = "SHA1",
        ["System.Security.Cryptography.SHA1Managed"] = "SHA1",
        ["http://www.w3.org/2000/09/xmldsig#sha1"] = "SHA1",
        ["RIPEMD160"] = "RIPEMD160",
        ["RIPEMD-160"] = "RIPEMD160",
        ["System.Security.Cryptography.RIPEMD160"] = "RIPEMD160",
        ["System.Security.Cryptography.RIPEMD160Managed"] = "RIPEMD160",
        ["HMACMD5"] = "HMACMD5",
        ["System.Security.Cryptography.HMACMD5"] = "HMACMD5",
        ["http://www.w3.org/2001/04/xmldsig-more#hmac-md5"] = "HMACMD5",
        ["HMACSHA1"] = "HMACSHA1",
        ["System.Security.Cryptography.HMAC"] = "HMACSHA1",
        ["System.Security.Cryptography.KeyedHashAlgorithm"] = "HMACSHA1",
        ["System.Security.Cryptography.HMACSHA1"] = "HMACSHA1",
        ["http://www.w3.org/2000/09/xmldsig#hmac-sha1"] = "HMACSHA1",
        ["HMACRIPEMD160"] = "HMACRIPEMD160",
        ["System.Security.Cryptography.HMACRIPEMD160"] = "HMACRIPEMD160",
        ["http://www.w3.org/2001/04/xmldsig-more#hmac-ripemd160"] = "HMACRIPEMD160",
    };

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (AlgorithmChoice.Of(start.Compilation, s_types, s_names) is not { } choice)
                return;
            var hashes = new Hashes(choice, WeakHashName.In(start.Compilation));
            start.RegisterOperationAction(hashes.Check, OperationKind.Invocation, OperationKind.ObjectCreation, OperationKind.MethodReference);
            if (hashes.HasNames)
                start.RegisterOperationAction(hashes.CheckArgument, OperationKind.Argument);
        });
    }

    sealed class Hashes(AlgorithmChoice choice, WeakHashName? name)
    {
        public bool HasNames => name is not null;

        public void Check(OperationAnalysisContext context)
        {
            if (choice.In(context.Operation) is { } hash)
                Report(context, context.Operation, hash);
        }

        public void CheckArgument(OperationAnalysisContext context)
        {
            var argument = (IArgumentOperation)context.Operation;
            if (name!.Accepts(argument.Parameter) && name.Of(argument.Value) is { } hash)
                Report(context, argument.Value, hash);
        }

        static void Report(OperationAnalysisContext context, IOperation place, string hash)
        {
            var better = hash.StartsWith("HMAC", StringComparison.Ordinal) ? "HMACSHA256" : "SHA256";
            context.ReportDiagnostic(Diagnostic.Create(s_rule, place.Syntax.GetLocation(), Rule.Replacement(better), hash, better));
        }
    }
}
