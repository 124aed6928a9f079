using System.Composition;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace SecureBuild.CodeFixes.Cryptography;

/// <summary>Raises a count that is written as a number, names SHA-256 in the place of MD5 or SHA-1, and adds both where the constructor was left to its defaults.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SB2006WeakPasswordDerivationCodeFix)), Shared]
public sealed class SB2006WeakPasswordDerivationCodeFix : RuleCodeFix
{
    const int LeastIterations = 100_000;

    /// <summary>For MEF.</summary>
    public SB2006WeakPasswordDerivationCodeFix() : base("SB2006")
    {
    }

    /// <inheritdoc/>
    protected override Change? Repair(SyntaxNode reported, Place place) => reported switch
    {
        AssignmentExpressionSyntax { Right: LiteralExpressionSyntax count } => new(count, Iterations(null).WithTriviaFrom(count)),
        InvocationExpressionSyntax call => Repaired(call.ArgumentList, call, place),
        BaseObjectCreationExpressionSyntax { ArgumentList: { } arguments } creation => Repaired(arguments, creation, place),
        _ => null,
    };

    static Change? Repaired(ArgumentListSyntax list, ExpressionSyntax call, Place place)
    {
        if (place.Model.GetSymbolInfo(call, place.Cancellation).Symbol is not IMethodSymbol { ContainingType: { Name: "Rfc2898DeriveBytes" or "KeyDerivation" } type } method)
            return null;
        var hash = Argument(list, method, "hashAlgorithm") ?? Argument(list, method, "prf");
        var iterations = Argument(list, method, "iterations") ?? Argument(list, method, "iterationCount");
        var changed = list;
        if (iterations is not null && place.Model.GetConstantValue(iterations.Expression, place.Cancellation).Value is int count && count < LeastIterations)
        {
            // A constant has other readers too.
            if (iterations.Expression is not LiteralExpressionSyntax)
                return null;
            changed = changed.ReplaceNode(iterations.Expression, Iterations(hash).WithTriviaFrom(iterations.Expression));
        }
        if (hash is not null)
        {
            if (Stronger(hash.Expression) is { } stronger)
                changed = changed.ReplaceNode(changed.Arguments[list.Arguments.IndexOf(hash)].Expression, stronger);
        }
        else if (Completed(changed, iterations, type, place) is { } completed)
        {
            changed = completed;
        }
        return changed == list ? null : new(list, changed);
    }

    /// <summary>The constructor's arguments with the count and the hash that it leaves out; null where the platform has no such constructor.</summary>
    static ArgumentListSyntax? Completed(ArgumentListSyntax list, ArgumentSyntax? iterations, INamedTypeSymbol type, Place place)
    {
        if (list.Arguments.Any(static argument => argument.NameColon is not null)
            || !type.InstanceConstructors.Any(static constructor => constructor.Parameters.Length == 4)
            || place.Model.Compilation.GetTypeByMetadataName("System.Security.Cryptography.HashAlgorithmName") is not { } names)
            return null;
        var hash = SyntaxFactory.ParseExpression(place.UsingFor(names, list) is { } space ? space + ".HashAlgorithmName.SHA256" : "HashAlgorithmName.SHA256");
        var added = iterations is null ? list.AddArguments(SyntaxFactory.Argument(Iterations(null))) : list;
        return added.AddArguments(SyntaxFactory.Argument(hash)).WithAdditionalAnnotations(Formatter.Annotation);
    }

    static ArgumentSyntax? Argument(ArgumentListSyntax list, IMethodSymbol method, string parameter)
    {
        for (var i = 0; i < list.Arguments.Count; i++)
            if ((list.Arguments[i].NameColon?.Name.Identifier.ValueText ?? (i < method.Parameters.Length ? method.Parameters[i].Name : null)) == parameter)
                return list.Arguments[i];
        return null;
    }

    static ExpressionSyntax? Stronger(ExpressionSyntax hash) => hash is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } member
        ? name switch
        {
            "MD5" or "SHA1" => member.WithName(SyntaxFactory.IdentifierName("SHA256").WithTriviaFrom(member.Name)),
            "HMACSHA1" => member.WithName(SyntaxFactory.IdentifierName("HMACSHA256").WithTriviaFrom(member.Name)),
            _ => null,
        }
        : null;

    /// <summary>What OWASP recommends for the hash.</summary>
    static ExpressionSyntax Iterations(ArgumentSyntax? hash) =>
        SyntaxFactory.ParseExpression(hash?.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "SHA512" or "HMACSHA512" } ? "210_000" : "600_000");
}
