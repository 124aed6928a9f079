using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SecureBuild.Analyzers.Symbols;

/// <summary>Where a declaration's text uses a name: one walk for all names that are asked for.</summary>
static class NamesIn
{
    static readonly ConditionalWeakTable<SyntaxNode, Dictionary<string, List<SimpleNameSyntax>>> s_declarations = new();

    /// <summary>The uses of the name in the declaration of a type, in the order of the text.</summary>
    public static IReadOnlyList<SimpleNameSyntax> Of(SyntaxNode declaration, string name) => s_declarations.GetValue(declaration, Find).TryGetValue(name, out var uses) ? uses : [];

    static Dictionary<string, List<SimpleNameSyntax>> Find(SyntaxNode declaration)
    {
        var uses = new Dictionary<string, List<SimpleNameSyntax>>(StringComparer.Ordinal);
        foreach (var node in declaration.DescendantNodes())
            if (node is SimpleNameSyntax name)
            {
                if (!uses.TryGetValue(name.Identifier.ValueText, out var list))
                    uses.Add(name.Identifier.ValueText, list = []);
                list.Add(name);
            }
        return uses;
    }
}
