using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace SecureBuild.Analyzers.Symbols;

/// <summary>What rules ask of the text of a declaration or a body: found once, however many findings in it ask the same.</summary>
static class TextAnswers
{
    // As long as the tree.
    static readonly ConditionalWeakTable<SyntaxNode, ConcurrentDictionary<object, bool>> s_nodes = new();

    /// <summary>The answer to a static question: one that looks at nothing but the text.</summary>
    public static bool To(Func<SyntaxNode, bool> question, SyntaxNode node) =>
        Of(node) is var answers && answers.TryGetValue(question, out var known) ? known : answers.GetOrAdd(question, question(node));

    /// <summary>The same for a static question about something, by which its answers are told apart.</summary>
    public static bool To<T>(Func<SyntaxNode, T, bool> question, SyntaxNode node, T about) =>
        Of(node) is var answers && (question, about) is var key && answers.TryGetValue(key, out var known) ? known : answers.GetOrAdd(key, question(node, about));

    static ConcurrentDictionary<object, bool> Of(SyntaxNode node) => s_nodes.GetValue(node, static _ => new());
}
