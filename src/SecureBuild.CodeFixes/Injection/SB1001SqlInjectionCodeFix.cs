using System;
using System.Composition;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SecureBuild.CodeFixes.Injection;

/// <summary>
/// EF Core's raw methods with an interpolated string become those that make parameters of the values: <c>FromSqlRaw</c> becomes <c>FromSql</c>, or
/// <c>FromSqlInterpolated</c> before EF Core 7. Dapper's methods get the values in an anonymous object.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SB1001SqlInjectionCodeFix)), Shared]
public sealed class SB1001SqlInjectionCodeFix : RuleCodeFix
{
    /// <summary>For MEF.</summary>
    public SB1001SqlInjectionCodeFix() : base("SB1001")
    {
    }

    /// <inheritdoc/>
    protected override Change? Repair(SyntaxNode reported, Place place)
    {
        if (reported is not InterpolatedStringExpressionSyntax { Parent: ArgumentSyntax { NameColon: null, Parent: ArgumentListSyntax { Arguments.Count: 1, Parent: InvocationExpressionSyntax call } } } text
            || call.Expression is not MemberAccessExpressionSyntax { Name: var name } member
            || place.Model.GetSymbolInfo(call, place.Cancellation).Symbol is not IMethodSymbol method
            || SqlText.WithoutQuotes(text) is not { } sql)
            return null;
        if (method.ContainingType is { Name: "SqlMapper", ContainingNamespace.Name: "Dapper" })
            return HasPlainValues(text, place) && SqlText.WithParameters(sql) is { } arguments ? new(call, call.WithArgumentList(arguments.WithTriviaFrom(call.ArgumentList))) : null;
        if (Better(method) is not { } better)
            return null;
        SimpleNameSyntax newName = name is GenericNameSyntax generic ? generic.WithIdentifier(SyntaxFactory.Identifier(better)) : SyntaxFactory.IdentifierName(better).WithTriviaFrom(name);
        return new(call, call.WithExpression(member.WithName(newName)).WithArgumentList(SyntaxFactory.ArgumentList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Argument(sql))).WithTriviaFrom(call.ArgumentList)));
    }

    // Dapper knows strings, numbers and dates, but no StringValues.
    static bool HasPlainValues(InterpolatedStringExpressionSyntax text, Place place) =>
        text.Contents.OfType<InterpolationSyntax>().All(hole => place.Model.GetTypeInfo(hole.Expression, place.Cancellation).Type is { SpecialType: not SpecialType.None });

    static string? Better(IMethodSymbol method)
    {
        if (method.ContainingType.ContainingNamespace.ToDisplayString() != "Microsoft.EntityFrameworkCore")
            return null;
        string[] names = method.Name switch
        {
            "FromSqlRaw" => ["FromSql", "FromSqlInterpolated"],
            "ExecuteSqlRaw" => ["ExecuteSql", "ExecuteSqlInterpolated"],
            "ExecuteSqlRawAsync" => ["ExecuteSqlAsync", "ExecuteSqlInterpolatedAsync"],
            "SqlQueryRaw" => ["SqlQuery"],
            _ => [],
        };
        return Array.Find(names, name => method.ContainingType.GetMembers(name).OfType<IMethodSymbol>().Any(static found => found.Parameters.Any(static parameter => parameter.Type.Name == "FormattableString")));
    }
}
