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

    static readonly int s_globalWord = TreeNames.HashOf("global");
    static readonly int s_usingWord = TreeNames.HashOf("using");

    readonly HashSet<int> _sources;
    readonly HashSet<int> _sinks;
    readonly HashSet<int> _sourceWords;
    readonly HashSet<int> _takeSecret = new();
    readonly HashSet<int> _staticFields = new();
    readonly List<TreeNames> _global = new();
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
            _takeSecret.UnionWith(names.TakesSecret);
            _staticFields.UnionWith(names.StaticFields);
            if (names.Has(s_globalWord) && names.Has(s_usingWord))
                _global.Add(names);
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

    /// <summary>What is known of a file's names.</summary>
    public static TreeNames NamesOf(SyntaxTree tree) => s_trees.GetValue(tree, TreeNames.Of);

    /// <summary>One of the project's own methods or types of this name takes a secret by its parameters' names.</summary>
    public bool TakesSecret(int name) => _takeSecret.Contains(name);

    /// <summary>One of the project's static fields has this name and holds a number or a collection.</summary>
    public bool IsStaticField(int name) => _staticFields.Contains(name);

    /// <summary>The file or one with global usings mentions one of the names.</summary>
    public bool HasAny(TreeNames tree, int[] names)
    {
        foreach (var name in names)
        {
            if (tree.Has(name))
                return true;
            foreach (var other in _global)
                if (other.Has(name))
                    return true;
        }
        return false;
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
