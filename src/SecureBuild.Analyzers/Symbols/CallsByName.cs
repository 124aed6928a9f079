using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SecureBuild.Analyzers.Symbols;

/// <summary>The calls written in a file, by the method's name: one walk for all that ask who calls a method.</summary>
static class CallsByName
{
    static readonly ConditionalWeakTable<SyntaxTree, Dictionary<string, List<InvocationExpressionSyntax>>> s_trees = new();

    /// <summary>The calls of methods of this name, in the order of the text.</summary>
    public static IReadOnlyList<InvocationExpressionSyntax> In(SyntaxTree tree, string name) => s_trees.GetValue(tree, Find).TryGetValue(name, out var calls) ? calls : [];

    static Dictionary<string, List<InvocationExpressionSyntax>> Find(SyntaxTree tree)
    {
        var calls = new Dictionary<string, List<InvocationExpressionSyntax>>(StringComparer.Ordinal);
        foreach (var node in tree.GetRoot().DescendantNodes())
            if (node is InvocationExpressionSyntax call && NameOf(call) is { } name)
            {
                if (!calls.TryGetValue(name, out var list))
                    calls.Add(name, list = []);
                list.Add(call);
            }
        return calls;
    }

    static string? NameOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
        _ => null,
    };
}
