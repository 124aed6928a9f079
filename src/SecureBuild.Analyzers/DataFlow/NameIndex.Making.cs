using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecureBuild.Analyzers.DataFlow.Models;

namespace SecureBuild.Analyzers.DataFlow;

/// <summary>
/// How the index is made: for a build from all files; while one types, from the one before and the files that have changed. What a deleted line brought into the tables stays there until they are made anew:
/// a name too many only costs time.
/// </summary>
sealed partial class NameIndex
{
    const int MaxChanged = 8;

    // The index of the compilation before this one, by files that both have.
    static readonly ConditionalWeakTable<SyntaxTree, Latest> s_latest = new();

    readonly SyntaxTree[] _trees;
    readonly TreeNames[] _names;

    // The last index before a declaration changed.
    NameIndex? _past;

    // Entries of the tables when they were made from all files.
    readonly int _exact;

    // Names whose entries have changed and that have not been looked for since.
    HashSet<int> _fresh = new();
    volatile HashSet<ISymbol>? _implemented;

    /// <summary>Library types that the project's types derive from or implement, as found before; null when the project's types have changed since, or nobody has asked.</summary>
    public HashSet<ISymbol>? Implemented
    {
        get => _implemented;
        set => _implemented = value;
    }

    /// <summary>Summaries for this compilation and the next; null where nobody types.</summary>
    public KeptSummaries? Kept { get; }

    /// <param name="compilation">The project.</param>
    /// <param name="models">What is known of libraries.</param>
    /// <param name="settings">Whether an index made before can be taken up.</param>
    /// <param name="kindsOf">What a source counts for in this project.</param>
    /// <param name="cancellation">Ends it.</param>
    public static NameIndex Of(Compilation compilation, ModelIndex models, NameSettings settings, Func<ModelLine, TaintKind> kindsOf, CancellationToken cancellation)
    {
        var trees = compilation.SyntaxTrees.ToArray();
        var index = After(trees, settings, cancellation) ?? new NameIndex(compilation, trees, models, settings, kindsOf, cancellation);
        foreach (var place in Places(trees))
            s_latest.GetValue(trees[place], static _ => new()).Index = index;
        return index;
    }

    NameIndex(Compilation compilation, SyntaxTree[] trees, ModelIndex models, NameSettings settings, Func<ModelLine, TaintKind> kindsOf, CancellationToken cancellation)
    {
        _settings = settings;
        _trees = trees;
        _names = new TreeNames[trees.Length];
        var libraries = new KnownLibraries(compilation);
        foreach (var line in models.Sinks)
            if (libraries.Has(line))
                Want(line);
        foreach (var (name, line) in models.SinkAttributes)
            Want(TreeNames.HashOf(name), Any, line.Kinds);
        DeclareStores(models);
        // new T[n] is a sink without a name.
        Want(TreeNames.HashOf("new[]"), NameForm.Created, TaintKind.Size);
        // And so is a loop that runs as often as a name says: of a parameter, also for the callers.
        Want(s_countedLoop, NameForm.Created, TaintKind.Size);
        Want(TreeNames.HashOf("for(parameter)"), NameForm.Created, TaintKind.Size);
        foreach (var (name, line) in models.Sources)
            if (kindsOf(line) is not 0 and var kinds && libraries.Has(line))
                Add(_sources, TreeNames.HashOf(name), kinds);
        foreach (var line in models.Entries)
            if (kindsOf(line) is not 0 and var kinds && libraries.Has(line))
                AddEntries(SimpleName(line.Type), kinds);
        foreach (var (word, line) in models.LastWords)
            if (kindsOf(line) is not 0 and var kinds)
            {
                Add(_sourceWords, TreeNames.Compound(TreeNames.HashOf(word)), kinds);
                if (line.Words!.Length == 1)
                    Add(_sourceWords, TreeNames.HashOf(word), kinds);
            }
        foreach (var (name, line) in models.SourceAttributes)
        {
            Add(_attributes, TreeNames.HashOf(name), kindsOf(line));
            // A parameter's attribute stands in the text of its own method.
            Add(_sources, TreeNames.HashOf(name), kindsOf(line));
        }
        for (var i = 0; i < trees.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            _names[i] = NamesOf(trees[i]);
            Declare(_names[i]);
        }
        DeclareEntries(_names);
        Spread(_names, cancellation);
        _exact = Size;
    }

    NameIndex(NameIndex before, SyntaxTree[] trees, List<int> changed, CancellationToken cancellation)
    {
        _settings = before._settings;
        _exact = before._exact;
        _trees = trees;
        _names = (TreeNames[])before._names.Clone();
        _sourceWords = before._sourceWords;
        _attributes = before._attributes;
        _conversions = before._conversions;
        _sources = new(before._sources);
        _sinks = new(before._sinks);
        _storeWriters = before._storeWriters;
        _storeReaders = before._storeReaders;
        _besideStores = before._besideStores;
        _storeNames = before._storeNames;
        _assignedStores = before._assignedStores;
        _storeKinds = before._storeKinds;
        _entryTypes = new(before._entryTypes);
        _entries = new(before._entries);
        _fed = new(before._fed);
        _handed = new(before._handed);
        var spread = new List<TreeNames>();
        var isLess = false;
        foreach (var at in changed)
        {
            cancellation.ThrowIfCancellationRequested();
            var old = _names[at];
            _entries.Remove(old);
            spread.Add(_names[at] = NamesOf(trees[at]));
            isLess |= !_names[at].DeclaresAllOf(old);
        }
        if (isLess)
        {
            foreach (var names in _names)
                Declare(names);
        }
        else
        {
            _takeSecret.UnionWith(before._takeSecret);
            _staticFields.UnionWith(before._staticFields);
            _members.UnionWith(before._members);
            _handlers.UnionWith(before._handlers);
            _takesHandlers.UnionWith(before._takesHandlers);
            foreach (var owner in before._ownHandlers)
                _ownHandlers.Add(owner.Key, new(owner.Value));
            foreach (var names in before._global)
                _global.Add(names);
            foreach (var names in spread)
                Declare(names);
        }
        foreach (var member in _members)
            if (!before._members.Contains(member))
                _fresh.Add(member);
        DeclareEntries(spread);
        Spread(spread, cancellation);
        var isSame = DeclareSame(before._trees, trees);
        _past = isSame ? before._past : before;
        // A statement half written may take the rest of its file for something else; what was known before it is known again when it is whole.
        var past = isSame ? before : before._past is { } other && DeclareSame(other._trees, trees) ? other : null;
        Kept = new(trees, past?.Kept, _members.Contains);
        if (_past is not null)
            _past._past = null;
        if (isSame || changed.TrueForAll(at => DeclaredTypes.In(before._trees[at]) == DeclaredTypes.In(trees[at])))
            _implemented = before._implemented;
    }

    static bool DeclareSame(SyntaxTree[] before, SyntaxTree[] after)
    {
        for (var i = 0; i < after.Length; i++)
            if (before[i] != after[i] && !SyntaxFactory.AreEquivalent(before[i], after[i], topLevel: true))
                return false;
        return true;
    }

    int Size => _sources.Count + _sinks.Count + _fed.Count + _handed.Count;

    static NameIndex? After(SyntaxTree[] trees, NameSettings settings, CancellationToken cancellation)
    {
        foreach (var place in Places(trees))
        {
            if (!s_latest.TryGetValue(trees[place], out var latest) || latest.Index is not { } before || before._trees.Length != trees.Length || !before._settings.Equals(settings))
                continue;
            var changed = new List<int>();
            for (var i = 0; i < trees.Length && changed.Count <= MaxChanged; i++)
                if (trees[i] != before._trees[i])
                    changed.Add(i);
            if (changed.Count == 0)
                return before;
            if (changed.Count > MaxChanged)
                continue;
            if (changed.Exists(at => before.UsesMore(before._names[at], NamesOf(trees[at]))))
                return null;
            var index = new NameIndex(before, trees, changed, cancellation);
            // Too much of it is of lines that are gone.
            return index.Size > index._exact + index._exact / 8 + 100 ? null : index;
        }
        return null;
    }

    // A library whose conversions count wherever it is spoken of is now spoken of for all files.
    bool UsesMore(TreeNames before, TreeNames after) =>
        after.Has(s_globalWord) && after.Has(s_usingWord) && _conversions.Exists(conversion => after.Has(conversion.Library) && !before.Has(conversion.Library));

    // Whoever edits one file leaves two of three as they are.
    static IEnumerable<int> Places(SyntaxTree[] trees) => trees.Length < 3 ? Enumerable.Range(0, trees.Length) : [0, trees.Length / 2, trees.Length - 1];

    void Declare(TreeNames names)
    {
        _handlers.UnionWith(names.Handlers);
        foreach (var (owner, parameter) in names.TakesHandlers)
        {
            _takesHandlers.Add(owner);
            if (parameter == 0)
                continue;
            if (!_ownHandlers.TryGetValue(owner, out var parameters))
                _ownHandlers.Add(owner, parameters = new());
            if (!parameters.Contains(parameter))
                parameters.Add(parameter);
        }
        _takeSecret.UnionWith(names.TakesSecret);
        _staticFields.UnionWith(names.StaticFields);
        if (names.Has(s_globalWord) && names.Has(s_usingWord))
            _global.Add(names);
        foreach (var member in names.Members)
            _members.Add(member.Name);
        _members.UnionWith(names.Captured);
        foreach (var (attribute, member) in names.Attributed)
            if (_attributes.TryGetValue(attribute, out var kinds))
                Add(_sources, member, kinds);
    }

    // Until nothing is new: first in these, then wherever a name stands that has become one.
    void Spread(IEnumerable<TreeNames> first, CancellationToken cancellation)
    {
        var waiting = new List<TreeNames>(first);
        var isFirst = true;
        // To and fro: members that call each other in the order of the text hand on what they know in one go, one way or the other.
        var isBack = false;
        while (waiting.Count > 0)
        {
            // What the project's models and other files say of the first ones' names is in the tables; what they say of others' is not.
            var fresh = _fresh;
            _fresh = new();
            foreach (var tree in waiting)
                for (var i = 0; i < tree.Members.Count; i++)
                {
                    cancellation.ThrowIfCancellationRequested();
                    var member = tree.Members[isBack ? tree.Members.Count - 1 - i : i];
                    SpreadSource(tree, member);
                    SpreadFed(tree, member);
                    SpreadSink(tree, member);
                }
            if (isFirst && waiting.Count < _names.Length)
                _fresh.UnionWith(fresh);
            isFirst = false;
            waiting.Clear();
            if (_fresh.Count == 0)
                return;
            foreach (var tree in _names)
                if (tree.HasAny(_fresh))
                    waiting.Add(tree);
            isBack = !isBack;
            if (isBack)
                waiting.Reverse();
        }
    }

    Dictionary<string, List<BaseTypeDeclarationSyntax>> ByBase()
    {
        var types = new Dictionary<string, List<BaseTypeDeclarationSyntax>>(StringComparer.Ordinal);
        foreach (var names in _names)
            foreach (var (name, type) in names.Bases)
            {
                if (!types.TryGetValue(name, out var derived))
                    types.Add(name, derived = new());
                derived.Add(type);
            }
        return types;
    }

    sealed class Latest
    {
        public volatile NameIndex? Index;
    }
}
