using System;
using System.Composition;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SecureBuild.CodeFixes.Injection;

/// <summary>EF Core's raw methods with an interpolated string become those that make parameters of the values: <c>FromSqlRaw</c> becomes <c>FromSql</c>, or <c>FromSqlInterpolated</c> before EF Core 7.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SB1001SqlInjectionCodeFix)), Shared]
public sealed class SB1001SqlInjectionCodeFix : RuleCodeFix
{
    static readonly string[] s_before = ["=", "<", ">", "LIKE", "BETWEEN", "AND"];

    /// <summary>For MEF.</summary>
    public SB1001SqlInjectionCodeFix() : base("SB1001")
    {
    }

    /// <inheritdoc/>
    protected override Change? Repair(SyntaxNode reported, Place place)
    {
        if (reported is not InterpolatedStringExpressionSyntax { Parent: ArgumentSyntax { Parent: ArgumentListSyntax { Arguments.Count: 1, Parent: InvocationExpressionSyntax call } } } text
            || call.Expression is not MemberAccessExpressionSyntax { Name: var name } member
            || place.Model.GetSymbolInfo(call, place.Cancellation).Symbol is not IMethodSymbol method
            || Better(method) is not { } better
            || WithoutQuotes(text) is not { } sql)
            return null;
        SimpleNameSyntax newName = name is GenericNameSyntax generic ? generic.WithIdentifier(SyntaxFactory.Identifier(better)) : SyntaxFactory.IdentifierName(better).WithTriviaFrom(name);
        return new(call, call.WithExpression(member.WithName(newName)).WithArgumentList(SyntaxFactory.ArgumentList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Argument(sql))).WithTriviaFrom(call.ArgumentList)));
    }

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

    // '{name}' becomes {name}; a value in the middle of a literal, or one that is no value (a table, an order), has no mechanical repair.
    static InterpolatedStringExpressionSyntax? WithoutQuotes(InterpolatedStringExpressionSyntax text)
    {
        var parts = text.Contents.ToArray();
        var values = "";
        for (var i = 0; i < parts.Length; i++)
        {
            if (parts[i] is not InterpolationSyntax)
            {
                values += parts[i].ToString();
                continue;
            }
            var before = i > 0 ? (parts[i - 1] as InterpolatedStringTextSyntax)?.TextToken.Text ?? "" : "";
            var after = i + 1 < parts.Length ? (parts[i + 1] as InterpolatedStringTextSyntax)?.TextToken.Text ?? "" : "";
            var isQuoted = before.EndsWith("'", StringComparison.Ordinal) && after.StartsWith("'", StringComparison.Ordinal);
            if (isQuoted)
            {
                parts[i - 1] = Text(before.Substring(0, before.Length - 1));
                parts[i + 1] = Text(after.Substring(1));
                values = values.Substring(0, values.Length - 1);
            }
            if (values.Count(static letter => letter == '\'') % 2 != 0 || !IsValuePlace(values))
                return null;
        }
        return text.WithContents(SyntaxFactory.List(parts.Where(static part => part is not InterpolatedStringTextSyntax { TextToken.Text: "" })));
    }

    static bool IsValuePlace(string before)
    {
        var start = before.TrimEnd();
        return Array.Exists(s_before, end => start.EndsWith(end, StringComparison.OrdinalIgnoreCase))
            || (start.EndsWith("(", StringComparison.Ordinal) || start.EndsWith(",", StringComparison.Ordinal))
                && (Has(start, "VALUES") || Has(start, " IN (") || Has(start, " IN("));
    }

    static bool Has(string text, string word) => text.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0;

    static InterpolatedStringTextSyntax Text(string text) =>
        SyntaxFactory.InterpolatedStringText(SyntaxFactory.Token(default, SyntaxKind.InterpolatedStringTextToken, text, text, default));
}
