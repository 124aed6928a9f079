using System;
using System.Collections.Generic;
using System.Composition;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SecureBuild.CodeFixes.Injection;

/// <summary>
/// Arguments in one interpolated string become a list, one by one: <c>Process.Start("ping", $"-c 1 {host}")</c> takes an array, an initialiser sets
/// <c>ArgumentList</c>. Only where the program is a constant that is no shell and blanks separate all parts.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SB1002CommandInjectionCodeFix)), Shared]
public sealed class SB1002CommandInjectionCodeFix : RuleCodeFix
{
    static readonly HashSet<string> s_shells = new(StringComparer.OrdinalIgnoreCase) { "cmd", "sh", "bash", "zsh", "dash", "ksh", "powershell", "pwsh", "wscript", "cscript", "env", "sudo", "su", "xargs", "python", "python3", "perl", "ruby", "node", "php", "ssh", "awk" };

    /// <summary>For MEF.</summary>
    public SB1002CommandInjectionCodeFix() : base("SB1002")
    {
    }

    /// <inheritdoc/>
    protected override Change? Repair(SyntaxNode reported, Place place)
    {
        if (reported is not InterpolatedStringExpressionSyntax text || !text.StringStartToken.IsKind(SyntaxKind.InterpolatedStringStartToken) || Parts(text) is not { } parts)
            return null;
        return text.Parent switch
        {
            ArgumentSyntax { Parent: ArgumentListSyntax { Arguments: { Count: 2 } arguments, Parent: ExpressionSyntax call } } argument
                when arguments[1] == argument && IsProgram(arguments[0].Expression, place) && TakesList(call, place) => new(text, Array(parts).WithTriviaFrom(text)),
            AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "Arguments" }, Parent: InitializerExpressionSyntax { Parent: BaseObjectCreationExpressionSyntax creation } } assignment
                when place.Model.GetSymbolInfo(assignment.Left, place.Cancellation).Symbol is IPropertySymbol { ContainingType.Name: "ProcessStartInfo" } property
                    && property.ContainingType.GetMembers("ArgumentList").Length > 0
                    && Program(creation) is { } program && IsProgram(program, place) => new(assignment, List(assignment, parts)),
            _ => null,
        };
    }

    /// <summary>The arguments; null when a value touches other text.</summary>
    static List<ExpressionSyntax>? Parts(InterpolatedStringExpressionSyntax text)
    {
        var parts = new List<ExpressionSyntax>();
        var isBlank = true;
        for (var i = 0; i < text.Contents.Count; i++)
        {
            if (text.Contents[i] is InterpolationSyntax { AlignmentClause: null, FormatClause: null } hole)
            {
                if (!isBlank)
                    return null;
                parts.Add(hole.Expression.WithoutTrivia());
                isBlank = false;
            }
            else if (text.Contents[i] is InterpolatedStringTextSyntax { TextToken: { Text: var written, ValueText: var value } } && value.IndexOfAny(s_special) < 0 && written == value)
            {
                if (!isBlank && value[0] != ' ')
                    return null;
                foreach (var word in value.Split([' '], StringSplitOptions.RemoveEmptyEntries))
                    parts.Add(SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(word)));
                isBlank = value[value.Length - 1] == ' ';
            }
            else
                return null;
        }
        return parts;
    }

    static readonly char[] s_special = ['"', '\'', '|', '&', '<', '>', ';', '{', '}'];

    static bool IsProgram(ExpressionSyntax program, Place place)
    {
        if (place.Model.GetConstantValue(program, place.Cancellation) is not { HasValue: true, Value: string name })
            return false;
        name = name.Substring(name.LastIndexOfAny(['/', '\\']) + 1);
        return !s_shells.Contains(name.EndsWith(".exe", StringComparison.OrdinalIgnoreCase) ? name.Substring(0, name.Length - 4) : name);
    }

    // Process.Start and, since .NET 8, the constructor of ProcessStartInfo have an overload for a list.
    static bool TakesList(ExpressionSyntax call, Place place) =>
        place.Model.GetSymbolInfo(call, place.Cancellation).Symbol is IMethodSymbol { ContainingType: { Name: "Process" or "ProcessStartInfo" } type } method
        && type.GetMembers(method.Name).OfType<IMethodSymbol>().Any(static other => other.Parameters is { Length: 2 } parameters && parameters[1].Type.Name == "IEnumerable");

    static ExpressionSyntax? Program(BaseObjectCreationExpressionSyntax creation)
    {
        if (creation.ArgumentList is { Arguments: { Count: 1 } arguments })
            return arguments[0].Expression;
        foreach (var member in creation.Initializer!.Expressions)
            if (member is AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "FileName" }, Right: var value })
                return value;
        return null;
    }

    static ExpressionSyntax Array(List<ExpressionSyntax> parts) =>
        SyntaxFactory.ParseExpression("new[] { " + string.Join(", ", parts.Select(static part => part.ToString())) + " }");

    static ExpressionSyntax List(AssignmentExpressionSyntax assignment, List<ExpressionSyntax> parts)
    {
        var initialiser = (ImplicitArrayCreationExpressionSyntax)Array(parts);
        var collection = SyntaxFactory.InitializerExpression(SyntaxKind.CollectionInitializerExpression, initialiser.Initializer.OpenBraceToken, initialiser.Initializer.Expressions, initialiser.Initializer.CloseBraceToken);
        return assignment.WithLeft(SyntaxFactory.IdentifierName("ArgumentList").WithTriviaFrom(assignment.Left)).WithRight(collection.WithTriviaFrom(assignment.Right));
    }
}
