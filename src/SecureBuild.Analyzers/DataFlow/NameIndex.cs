using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecureBuild.Analyzers.DataFlow.Models;

namespace SecureBuild.Analyzers.DataFlow;

/// <summary>
/// Which members can have to do with a source or a sink at all, by nothing but the names in their text: most cannot, and are never bound for this. A name counts for every
/// member that is called so; being wrong only costs time.
/// </summary>
sealed partial class NameIndex
{
    // What a tree's text says never changes: it is kept as long as the tree, also from one compilation to the next.
    static readonly ConditionalWeakTable<SyntaxTree, TreeNames> s_trees = new();

    static readonly int s_globalWord = TreeNames.HashOf("global");
    static readonly int s_usingWord = TreeNames.HashOf("using");
    static readonly int s_countedLoop = TreeNames.HashOf("for()");
    static readonly int s_constructor = TreeNames.HashOf(".ctor");
    static readonly int s_implicitNew = TreeNames.HashOf("new()");

    // A method is called or handed on, a constructor called or created, a property assigned.
    const NameForm Calls = NameForm.Called | NameForm.Handed;
    const NameForm Creations = NameForm.Called | NameForm.Created;
    const NameForm Any = (NameForm)byte.MaxValue;

    readonly NameSettings _settings;
    readonly Dictionary<int, TaintKind> _sources = new();
    readonly Dictionary<int, TaintKind> _sourceWords = new();
    readonly Dictionary<int, TaintKind> _attributes = new();
    readonly Dictionary<int, Sink> _sinks = new();
    readonly Dictionary<int, TaintKind> _fed = new();
    readonly Dictionary<int, TaintKind> _handed = new();
    readonly HashSet<int> _handlers = new();
    readonly HashSet<int> _takesHandlers = new();
    readonly Dictionary<int, List<int>> _ownHandlers = new();
    readonly HashSet<int> _takeSecret = new();
    readonly HashSet<int> _staticFields = new();
    readonly HashSet<int> _members = new();
    readonly List<(int Library, TaintKind Kinds)> _conversions = new();
    readonly List<TreeNames> _global = new();
    volatile Dictionary<string, List<BaseTypeDeclarationSyntax>>? _typesByBase;

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

    /// <summary>What the values are dangerous for that may come in through names in the text.</summary>
    public TaintKind SourcesIn(SyntaxNode node)
    {
        var names = NamesOf(node.SyntaxTree);
        return SourcesIn(names, names.FirstAt(node.SpanStart), names.FirstAt(node.Span.End));
    }

    /// <summary>What names in the text may be sinks of, or lead to.</summary>
    public TaintKind SinksIn(SyntaxNode node)
    {
        var names = NamesOf(node.SyntaxTree);
        return SinksIn(names, names.FirstAt(node.SpanStart), names.FirstAt(node.Span.End));
    }

    /// <summary>The project declares a member of this name.</summary>
    public bool HasMember(string name) => _members.Contains(TreeNames.HashOf(name));

    /// <summary>What values are dangerous for that may come in through a member of this name.</summary>
    public TaintKind SourcesOf(int name) => _sources.TryGetValue(name, out var kinds) ? kinds : 0;

    /// <summary>What a member of this name may be a sink of, or lead to.</summary>
    public TaintKind SinksOf(int name) => _sinks.TryGetValue(name, out var sink) ? sink.Kinds & ~TaintKind.Abilities : 0;

    /// <summary>Types declared with a base of this simple name, in the order of the project's files.</summary>
    public IEnumerable<BaseTypeDeclarationSyntax> TypesWithBase(string name) => (_typesByBase ??= ByBase()).TryGetValue(name, out var types) ? types : [];

    /// <summary>Types declared with any base.</summary>
    public IEnumerable<BaseTypeDeclarationSyntax> TypesWithBases
    {
        get
        {
            foreach (var names in _names)
                foreach (var (_, type) in names.Bases)
                    yield return type;
        }
    }

    /// <summary>Members in whose text the name stands in one of these forms, in the order of the project's files; top-level statements are one.</summary>
    public IEnumerable<SyntaxNode> MembersWith(int name, NameForm forms, CancellationToken cancellation, HashSet<int>? beside = null)
    {
        for (var file = 0; file < _trees.Length; file++)
        {
            var names = _names[file];
            if (!names.Has(name) || beside is not null && !names.HasAny(beside))
                continue;
            cancellation.ThrowIfCancellationRequested();
            SyntaxNode? last = null;
            for (var i = 0; i < names.Count; i++)
                if (names.HashAt(i) == name && (names.FormAt(i) & forms) != 0 && MemberAt(_trees[file], names.PositionAt(i), cancellation) is { } member && member != last)
                    yield return last = member;
        }
    }

    static SyntaxNode? MemberAt(SyntaxTree tree, int position, CancellationToken cancellation)
    {
        var token = tree.GetRoot(cancellation).FindToken(position);
        for (var node = token.Parent; node is not null; node = node.Parent)
            if (node is BaseMethodDeclarationSyntax or PropertyDeclarationSyntax)
                // Its own name is no use of it.
                return node == token.Parent ? null : node;
            else if (node is GlobalStatementSyntax)
                return node.Parent;
        return null;
    }

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

    TaintKind SourcesIn(TreeNames names, int first, int end)
    {
        TaintKind all = 0;
        var stores = _storeKinds != 0 && names.HasAny(_besideStores) ? _storeKinds : 0;
        for (var i = first; i < end; i++)
        {
            if (stores != 0 && _storeReaders.Contains(names.HashAt(i)))
                all |= stores;
            if (_sources.TryGetValue(names.HashAt(i), out var kinds) && (names.FormAt(i) & NameForm.Declared) == 0)
                all |= kinds;
            if (_sourceWords.TryGetValue(names.LastWordAt(i), out kinds))
                all |= kinds;
        }
        return all;
    }

    TaintKind SinksIn(TreeNames names, int first, int end, bool forCallers = false)
    {
        TaintKind all = 0, ifCreated = 0;
        var isCreated = false;
        foreach (var (library, kinds) in _conversions)
            if (names.Has(library) || _global.Exists(other => other.Has(library)))
                all |= kinds;
        for (var i = first; i < end; i++)
        {
            var name = names.HashAt(i);
            isCreated |= name == s_implicitNew;
            // How often it runs is none of the callers' business.
            if (forCallers && name == s_countedLoop)
                continue;
            if (!_sinks.TryGetValue(name, out var sink))
                continue;
            var form = names.FormAt(i);
            if ((form & sink.Forms) != 0)
                all |= (form & (NameForm.Bare | NameForm.Handed)) == NameForm.Bare ? sink.Kinds & ~sink.IfGiven : sink.Kinds;
            // Foo x = new(…): the name stands for itself, and the creation elsewhere.
            else if ((sink.Forms & NameForm.Created) != 0)
                ifCreated |= sink.Kinds;
        }
        return (isCreated ? all | ifCreated : all) & ~TaintKind.Abilities;
    }

    void Want(ModelLine line)
    {
        // A conversion has no name in the text: it may be anywhere in a file that speaks of the library.
        if (line.Member == "op_Implicit" && line.Type is { } converted && converted.IndexOf('.') is > 0 and var dot)
        {
            _conversions.Add((TreeNames.HashOf(converted.Substring(0, dot)), line.Kinds));
            return;
        }
        var (name, form) = line.Member switch
        {
            ".ctor" => (SimpleName(line.Type), Creations),
            "this[]" => ("this[]=", NameForm.Assigned),
            _ when line.IsPrefix => (SimpleName(line.Type), Any),
            _ => (line.Member, line.IsAdded ? Any : line.IsAssigned ? NameForm.Assigned : Calls),
        };
        var kinds = (line.Kinds & TaintKind.Path) != 0 ? line.Kinds | TaintKind.ArchivePath : line.Kinds;
        Want(TreeNames.HashOf(name), form, kinds, form == Creations ? kinds : 0);
        // The compiler's own types have a keyword, too.
        if (line.Type is "System.String")
            Want(TreeNames.HashOf("string"), form, kinds, kinds);
    }

    // Kinds for which the sink is an argument: a call without any is none.
    void Want(int name, NameForm form, TaintKind kinds, TaintKind ifGiven = 0)
    {
        _sinks.TryGetValue(name, out var known);
        var sink = new Sink(known.Forms | form, known.Kinds | kinds, (known.IfGiven | ifGiven) & ~(kinds & ~ifGiven) & ~(known.Kinds & ~known.IfGiven));
        if (sink.Forms == known.Forms && sink.Kinds == known.Kinds && sink.IfGiven == known.IfGiven)
            return;
        _sinks[name] = sink;
        _fresh.Add(name);
    }

    void Add(Dictionary<int, TaintKind> table, int name, TaintKind kinds)
    {
        table.TryGetValue(name, out var known);
        if ((known | kinds) == known)
            return;
        table[name] = known | kinds;
        _fresh.Add(name);
    }

    // A member that mentions a source is one itself, if text may come out of it, and so is what it assigns that is not its own.
    void SpreadSource(TreeNames tree, TreeNames.Member member)
    {
        var kinds = SourcesIn(tree, member.First, member.End);
        if (kinds != 0 && member.Carries)
            Add(_sources, member.Name, kinds);
        if ((member.Parts & MemberParts.Call) != 0 && member.First < tree.Count)
            kinds |= EntriesAt(tree, tree.PositionAt(member.First));
        if (kinds == 0)
            return;
        Feed(tree, member, kinds);
        FeedStores(tree, member, kinds);
        for (var i = member.First; i < member.End; i++)
            if ((tree.FormAt(i) & (NameForm.Assigned | NameForm.Quoted)) == NameForm.Assigned && !member.Declares(tree.HashAt(i)) && ((tree.FormAt(i) & NameForm.Small) == 0 || _members.Contains(tree.HashAt(i))))
                Add(_sources, tree.HashAt(i), kinds);
    }

    // Methods that may be given what comes from outside.
    void Feed(TreeNames tree, TreeNames.Member member, TaintKind kinds)
    {
        for (var i = member.First; i < member.End; i++)
            if ((tree.FormAt(i) & (NameForm.Called | NameForm.Bare | NameForm.Quoted)) == NameForm.Called && _members.Contains(tree.HashAt(i)))
                Add(_fed, tree.HashAt(i), kinds);
    }

    // What a method is given it may leave in a field, for another method to take.
    void SpreadFed(TreeNames tree, TreeNames.Member member)
    {
        // public string Name { set => Session["name"] = value; }
        if ((member.Parts & MemberParts.Write) != 0 && _sources.TryGetValue(member.Name, out var kinds))
            FeedStores(tree, member, kinds);
        if ((member.Parts & MemberParts.Call) == 0 || !_fed.TryGetValue(member.Name, out kinds))
            return;
        Feed(tree, member, kinds);
        FeedStores(tree, member, kinds);
        for (var i = member.First; i < member.End; i++)
            if (tree.IsAssignedAt(i) && tree.Holders.Contains(tree.HashAt(i)) && !member.Declares(tree.HashAt(i)))
                Add(_sources, tree.HashAt(i), kinds);
    }

    // Functions that lead to a sink may be put into an event or a table, or be handed to a method that does so: who runs what is there leads to the sink, too.
    void SpreadHandlers(TreeNames tree, TreeNames.Member member, TaintKind kinds, TaintKind handed)
    {
        for (var i = member.First; i < member.End; i++)
        {
            var name = tree.HashAt(i);
            var form = tree.FormAt(i);
            if ((form & NameForm.Assigned) != 0 && _handlers.Contains(name) && !member.Declares(name))
                Want(name, Any, kinds | handed);
            else if ((form & (NameForm.Called | NameForm.Created)) != 0 && kinds != 0 && _takesHandlers.Contains(name))
                Hand(name, kinds);
        }
        // static readonly Dictionary<string, Action<string>> s_commands = new() { … }
        if ((member.Parts & MemberParts.Value) != 0 && _handlers.Contains(member.Name))
            Want(member.Name, Any, kinds);
    }

    void Hand(int name, TaintKind kinds)
    {
        Add(_handed, name, kinds);
        if (_ownHandlers.TryGetValue(name, out var parameters))
            foreach (var parameter in parameters)
                Want(parameter, Any, kinds);
    }

    // A member whose code mentions a sink leads to one, in the form in which that code is run. Reading a property takes nothing there: what lies in the object is asked of the property itself.
    void SpreadSink(TreeNames tree, TreeNames.Member member)
    {
        var handed = _takesHandlers.Contains(member.Name) && _handed.TryGetValue(member.Name, out var given) ? given : 0;
        var kinds = member.Parts == MemberParts.None ? 0 : SinksIn(tree, member.First, member.End, forCallers: true);
        if ((kinds | handed) != 0)
            SpreadHandlers(tree, member, kinds, handed);
        if (kinds == 0)
            return;
        foreach (var (method, type) in tree.Runs)
            if (method == member.Name)
                Want(type, Creations, kinds);
        if ((member.Parts & MemberParts.Call) != 0)
            Want(member.Name, Calls, kinds);
        if ((member.Parts & MemberParts.Value) != 0)
            Want(member.Name, NameForm.Called, kinds);
        if ((member.Parts & MemberParts.Creation) != 0)
        {
            Want(member.Name, Creations, kinds);
            Want(s_constructor, Any, kinds);
        }
        if ((member.Parts & MemberParts.Write) != 0)
            Want(member.Name, NameForm.Assigned, kinds);
    }

    static string SimpleName(string? type) => type is null ? "" : type.Substring(Math.Max(type.LastIndexOf('.'), type.LastIndexOf('+')) + 1);

    readonly struct Sink(NameForm forms, TaintKind kinds, TaintKind ifGiven)
    {
        public NameForm Forms { get; } = forms;

        public TaintKind Kinds { get; } = kinds;

        /// <summary>Those of the kinds that need an argument.</summary>
        public TaintKind IfGiven { get; } = ifGiven;
    }
}
