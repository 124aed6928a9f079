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
    static readonly int s_constructor = TreeNames.HashOf(".ctor");
    static readonly int s_implicitNew = TreeNames.HashOf("new()");

    // A method is called or handed on, a constructor called or created, a property assigned.
    const NameForm Calls = NameForm.Called | NameForm.Handed;
    const NameForm Creations = NameForm.Called | NameForm.Created;
    const NameForm Any = (NameForm)byte.MaxValue;

    readonly HashSet<int> _sources;
    readonly Dictionary<int, NameForm> _sinks = new();
    readonly HashSet<int> _sourceWords;
    readonly HashSet<int> _takeSecret = new();
    readonly HashSet<int> _staticFields = new();
    readonly List<TreeNames> _global = new();
    readonly Dictionary<string, List<BaseTypeDeclarationSyntax>> _typesByBase = new(StringComparer.Ordinal);

    public NameIndex(Compilation compilation, ModelIndex models)
    {
        _sources = Hashes(models.SourceNames);
        foreach (var line in models.Sinks)
            if (line.Member is ".ctor")
                Want(SimpleName(line.Type), Creations);
            else if (line.Member is "this[]")
                Want("this[]=", NameForm.Assigned);
            else if (line.IsPrefix)
                Want(SimpleName(line.Type), Any);
            else
                Want(line.Member, line.IsAdded ? Any : line.IsAssigned ? NameForm.Assigned : Calls);
        _sourceWords = new();
        foreach (var (word, isAlone) in models.LastWords)
        {
            var hash = TreeNames.HashOf(word);
            _sourceWords.Add(TreeNames.Compound(hash));
            if (isAlone)
                _sourceWords.Add(hash);
        }
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
        SpreadSources(trees);
        SpreadSinks(trees);
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
    public bool MayHaveSource(SyntaxNode node)
    {
        var names = NamesOf(node.SyntaxTree);
        return HasSource(names, names.FirstAt(node.SpanStart), names.FirstAt(node.Span.End));
    }

    /// <summary>The text mentions a name that may be a sink or lead to one.</summary>
    public bool MayHaveSink(SyntaxNode node)
    {
        var names = NamesOf(node.SyntaxTree);
        return HasSink(names, names.FirstAt(node.SpanStart), names.FirstAt(node.Span.End));
    }

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

    bool HasSource(TreeNames names, int first, int end)
    {
        for (var i = first; i < end; i++)
            if (_sources.Contains(names.HashAt(i)) && (names.FormAt(i) & NameForm.Declared) == 0 || _sourceWords.Contains(names.LastWordAt(i)))
                return true;
        return false;
    }

    bool HasSink(TreeNames names, int first, int end)
    {
        var isCreated = false;
        for (var i = first; i < end; i++)
            if (_sinks.TryGetValue(names.HashAt(i), out var forms))
            {
                if ((names.FormAt(i) & forms) != 0)
                    return true;
                isCreated |= forms == Creations;
            }
        if (isCreated)
            for (var i = first; i < end; i++)
                if (names.HashAt(i) == s_implicitNew)
                    return true;
        return false;
    }

    void Want(string name, NameForm form) => Want(TreeNames.HashOf(name), form);

    bool Want(int name, NameForm form)
    {
        _sinks.TryGetValue(name, out var forms);
        _sinks[name] = forms | form;
        return (forms | form) != forms;
    }

    // A member that mentions a source is one itself, if text may come out of it, and so is what it assigns that is not its own.
    void SpreadSources(List<TreeNames> trees)
    {
        bool isNew;
        do
        {
            isNew = false;
            foreach (var tree in trees)
                foreach (var member in tree.Members)
                {
                    if (!HasSource(tree, member.First, member.End))
                        continue;
                    if (member.Carries)
                        isNew |= _sources.Add(member.Name);
                    for (var i = member.First; i < member.End; i++)
                        if (tree.IsAssignedAt(i) && !member.Declares(tree.HashAt(i)))
                            isNew |= _sources.Add(tree.HashAt(i));
                }
        }
        while (isNew);
    }

    // A member whose code mentions a sink leads to one, in the form in which that code is run.
    void SpreadSinks(List<TreeNames> trees)
    {
        bool isNew;
        do
        {
            isNew = false;
            foreach (var tree in trees)
                foreach (var member in tree.Members)
                    if (member.Parts != MemberParts.None && HasSink(tree, member.First, member.End))
                        isNew |= Lead(member);
        }
        while (isNew);
    }

    bool Lead(TreeNames.Member member)
    {
        var isNew = false;
        if ((member.Parts & (MemberParts.Call | MemberParts.Value)) != 0)
            isNew |= Want(member.Name, Calls);
        if ((member.Parts & MemberParts.Creation) != 0)
            isNew |= Want(member.Name, Creations) | Want(s_constructor, Any);
        if ((member.Parts & MemberParts.Write) != 0)
            isNew |= Want(member.Name, NameForm.Assigned);
        if ((member.Parts & MemberParts.Read) != 0)
            isNew |= Want(member.Name, Any);
        return isNew;
    }

    static string SimpleName(string? type) => type is null ? "" : type.Substring(Math.Max(type.LastIndexOf('.'), type.LastIndexOf('+')) + 1);

    static HashSet<int> Hashes(IEnumerable<string> names)
    {
        var hashes = new HashSet<int>();
        foreach (var name in names)
            hashes.Add(TreeNames.HashOf(name));
        return hashes;
    }
}
