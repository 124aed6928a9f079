using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecureBuild.Analyzers.DataFlow.Models;

namespace SecureBuild.Analyzers.DataFlow;

/// <summary>
/// Which members can have to do with a source or a sink at all, by nothing but the names in their text: most cannot, and are never bound for this. A name counts for every
/// member that is called so; being wrong only costs time.
/// </summary>
sealed class NameIndex
{
    // What a tree's text says never changes: it is kept as long as the tree, also from one compilation to the next.
    static readonly ConditionalWeakTable<SyntaxTree, TreeNames> s_trees = new();

    readonly HashSet<int> _sources;
    readonly HashSet<int> _sinks;
    readonly HashSet<int> _sourceWords;
    readonly Dictionary<string, List<BaseTypeDeclarationSyntax>> _typesByBase = new(StringComparer.Ordinal);

    public NameIndex(Compilation compilation, ModelIndex models)
    {
        _sources = Hashes(models.SourceNames);
        _sinks = Hashes(models.SinkNames);
        _sourceWords = Hashes(models.WordNames);
        var attributes = Hashes(models.SourceAttributes);
        var trees = new List<TreeNames>();
        foreach (var tree in compilation.SyntaxTrees)
        {
            var names = s_trees.GetValue(tree, TreeNames.Of);
            trees.Add(names);
            foreach (var (name, type) in names.Bases)
            {
                if (!_typesByBase.TryGetValue(name, out var types))
                    _typesByBase.Add(name, types = new());
                types.Add(type);
            }
            foreach (var (attribute, member) in names.Attributed)
                if (attributes.Contains(attribute))
                    _sources.Add(member);
        }
        Spread(trees, _sources, withAssigned: true);
        Spread(trees, _sinks, withAssigned: false);
    }

    /// <summary>The text mentions a name through which a value from outside may come.</summary>
    public bool MayHaveSource(SyntaxNode node) => Mentions(node, _sources, _sourceWords);

    /// <summary>The text mentions a name that may be a sink or lead to one.</summary>
    public bool MayHaveSink(SyntaxNode node) => Mentions(node, _sinks, null);

    /// <summary>Types declared with a base of this simple name.</summary>
    public IEnumerable<BaseTypeDeclarationSyntax> TypesWithBase(string name) => _typesByBase.TryGetValue(name, out var types) ? types : [];

    /// <summary>Members of a type's text that mention the name.</summary>
    public static bool Mentions(SyntaxNode node, string name)
    {
        var names = s_trees.GetValue(node.SyntaxTree, TreeNames.Of);
        var hash = TreeNames.HashOf(name);
        for (var i = names.FirstAt(node.SpanStart); i < names.Count && names.PositionAt(i) < node.Span.End; i++)
            if (names.HashAt(i) == hash)
                return true;
        return false;
    }

    /// <summary>The text assigns to the name, or subscribes to it.</summary>
    public static bool Assigns(SyntaxNode node, string name)
    {
        var names = s_trees.GetValue(node.SyntaxTree, TreeNames.Of);
        var hash = TreeNames.HashOf(name);
        for (var i = names.FirstAt(node.SpanStart); i < names.Count && names.PositionAt(i) < node.Span.End; i++)
            if (names.HashAt(i) == hash && names.IsAssignedAt(i))
                return true;
        return false;
    }

    static bool Mentions(SyntaxNode node, HashSet<int> wanted, HashSet<int>? words)
    {
        var names = s_trees.GetValue(node.SyntaxTree, TreeNames.Of);
        for (var i = names.FirstAt(node.SpanStart); i < names.Count && names.PositionAt(i) < node.Span.End; i++)
            if (wanted.Contains(names.HashAt(i)) || words?.Contains(names.LastWordAt(i)) == true)
                return true;
        return false;
    }

    // A member that mentions a wanted name is wanted itself, and so is what it assigns.
    void Spread(List<TreeNames> trees, HashSet<int> wanted, bool withAssigned)
    {
        bool isNew;
        do
        {
            isNew = false;
            foreach (var tree in trees)
                foreach (var member in tree.Members)
                {
                    if (wanted.Contains(member.Name) && !withAssigned || !IsWanted(tree, member, wanted, withAssigned ? _sourceWords : null))
                        continue;
                    isNew |= wanted.Add(member.Name);
                    if (!withAssigned)
                        continue;
                    for (var i = member.First; i < member.End; i++)
                        if (tree.IsAssignedAt(i))
                            isNew |= wanted.Add(tree.HashAt(i));
                }
        }
        while (isNew);
    }

    static bool IsWanted(TreeNames tree, TreeNames.Member member, HashSet<int> wanted, HashSet<int>? words)
    {
        for (var i = member.First; i < member.End; i++)
            if (wanted.Contains(tree.HashAt(i)) || words?.Contains(tree.LastWordAt(i)) == true)
                return true;
        return false;
    }

    static HashSet<int> Hashes(IEnumerable<string> names)
    {
        var hashes = new HashSet<int>();
        foreach (var name in names)
            hashes.Add(TreeNames.HashOf(name));
        return hashes;
    }
}
