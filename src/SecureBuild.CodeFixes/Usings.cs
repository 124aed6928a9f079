using System;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SecureBuild.CodeFixes;

/// <summary>Using directives of a file.</summary>
static class Usings
{
    /// <summary>Adds the namespace's using directive in its alphabetical place, System first; nothing when the file has it.</summary>
    public static CompilationUnitSyntax Add(CompilationUnitSyntax file, string name)
    {
        var place = 0;
        foreach (var directive in file.Usings)
        {
            var other = directive.Name?.ToString() ?? "";
            if (other == name && directive.Alias is null && directive.StaticKeyword.IsKind(SyntaxKind.None))
                return file;
            if (directive.Alias is null && directive.StaticKeyword.IsKind(SyntaxKind.None) && Rank(other, name) < 0)
                place = file.Usings.IndexOf(directive) + 1;
        }
        var added = SyntaxFactory.UsingDirective(SyntaxFactory.ParseName(name).WithLeadingTrivia(SyntaxFactory.Space)).WithTrailingTrivia(NewLine(file));
        // What stands above the first line (a licence, a pragma) stays above.
        if (place == 0)
        {
            var above = file.GetLeadingTrivia();
            return file.WithoutLeadingTrivia().WithUsings(file.WithoutLeadingTrivia().Usings.Insert(0, added)).WithLeadingTrivia(above);
        }
        return file.WithUsings(file.Usings.Insert(place, added));
    }

    static SyntaxTrivia NewLine(CompilationUnitSyntax file)
    {
        foreach (var trivia in file.DescendantTrivia())
            if (trivia.IsKind(SyntaxKind.EndOfLineTrivia))
                return trivia;
        return SyntaxFactory.LineFeed;
    }

    static int Rank(string one, string other) =>
        IsSystem(one) == IsSystem(other) ? string.CompareOrdinal(one, other) : IsSystem(one) ? -1 : 1;

    static bool IsSystem(string name) => name == "System" || name.StartsWith("System.", StringComparison.Ordinal);
}
