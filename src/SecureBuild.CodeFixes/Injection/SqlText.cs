using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SecureBuild.CodeFixes.Injection;

/// <summary>An interpolated SQL statement whose values can become parameters.</summary>
static class SqlText
{
    static readonly string[] s_before = ["=", "<", ">", "LIKE", "BETWEEN", "AND"];

    /// <summary><c>'{name}'</c> becomes <c>{name}</c>; null when a value stands in the middle of a literal or is no value (a table, an order).</summary>
    public static InterpolatedStringExpressionSyntax? WithoutQuotes(InterpolatedStringExpressionSyntax text)
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

    /// <summary><c>"… = {name}"</c> becomes <c>("… = @name", new { name })</c>; null for raw strings and formatted values.</summary>
    public static ArgumentListSyntax? WithParameters(InterpolatedStringExpressionSyntax text)
    {
        var isVerbatim = text.StringStartToken.IsKind(SyntaxKind.InterpolatedVerbatimStringStartToken);
        if (!isVerbatim && !text.StringStartToken.IsKind(SyntaxKind.InterpolatedStringStartToken))
            return null;
        var sql = new StringBuilder(isVerbatim ? "@\"" : "\"");
        var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in text.Contents)
        {
            if (part is not InterpolationSyntax hole)
                sql.Append(part.ToString().Replace("{{", "{").Replace("}}", "}"));
            else if (hole is { AlignmentClause: null, FormatClause: null })
            {
                var value = hole.Expression.WithoutTrivia().ToString();
                var name = Name(hole.Expression);
                if (name is null || names.TryGetValue(name, out var other) && other != value)
                    name = "p" + names.Count;
                names[name] = value;
                sql.Append('@').Append(name);
            }
            else
                return null;
        }
        var values = names.Select(static pair => pair.Value == pair.Key || pair.Value.EndsWith("." + pair.Key, StringComparison.Ordinal) ? pair.Value : pair.Key + " = " + pair.Value);
        return SyntaxFactory.ParseArgumentList($"({sql}\", new {{ {string.Join(", ", values)} }})");
    }

    static string? Name(ExpressionSyntax value) => value switch
    {
        IdentifierNameSyntax simple => simple.Identifier.ValueText,
        MemberAccessExpressionSyntax { Name: IdentifierNameSyntax member } => member.Identifier.ValueText,
        _ => null,
    };
}
