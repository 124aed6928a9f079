using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;
using SecureBuild.Analyzers.DataFlow.Models;

namespace SecureBuild.Analyzers.DataFlow;

/// <summary>Caches, sessions and the like: who puts something from outside there feeds all who take something out.</summary>
sealed partial class NameIndex
{
    const int MaxStoreWriters = 256;

    readonly HashSet<int> _storeWriters = new();
    readonly HashSet<int> _storeReaders = new();

    // One of these stands in a file that has to do with a store: its type, or what a property that holds it is called.
    readonly HashSet<int> _besideStores = new();
    readonly Dictionary<string, string> _storeNames = new(System.StringComparer.Ordinal);
    readonly HashSet<int> _assignedStores = new();
    TaintKind _storeKinds;

    /// <summary>What values are dangerous for that may lie in a store.</summary>
    public TaintKind StoreKinds => _storeKinds;

    /// <summary>Bodies that may put something into the store of this name: those that bring something in (null where there are too many to look at each), and the others.</summary>
    public (List<SyntaxNode>? Bringing, List<SyntaxNode> Others) StoreWriters(string store, CancellationToken cancellation)
    {
        var found = new HashSet<SyntaxNode>();
        var others = new HashSet<SyntaxNode>();
        var assigned = TreeNames.HashOf(_storeNames.TryGetValue(store, out var name) ? name : store);
        Find(assigned, NameForm.Assigned);
        foreach (var writer in _storeWriters)
            Find(writer, NameForm.Called);
        // Whoever comes first is no better than the others.
        return (found.Count > MaxStoreWriters ? null : [.. found], [.. others]);

        void Find(int writer, NameForm form)
        {
            foreach (var node in MembersWith(writer, form, cancellation, form == NameForm.Called ? _besideStores : null))
                if (SourcesIn(node) == 0)
                    others.Add(node);
                else if (found.Count <= MaxStoreWriters)
                    found.Add(node);
        }
    }

    void DeclareStores(ModelIndex models)
    {
        foreach (var line in models.Keyed)
            foreach (var (from, to) in line.Flows)
            {
                if (to.IsKeyed)
                    _storeWriters.Add(TreeNames.HashOf(line.Member));
                if (from.IsKeyed)
                    _storeReaders.Add(TreeNames.HashOf(line.Member));
            }
        foreach (var line in models.SharedLines)
            if (line.Member.Length == 0)
            {
                var type = SimpleName(line.Type);
                _besideStores.Add(TreeNames.HashOf(type));
                if (line.Behind is not { } name)
                    continue;
                _besideStores.Add(TreeNames.HashOf(name));
                _storeNames[type] = name;
                _assignedStores.Add(TreeNames.HashOf(name));
            }
    }

    void FeedStores(TreeNames tree, TreeNames.Member member, TaintKind kinds)
    {
        if (!tree.HasAny(_besideStores))
            return;
        for (var i = member.First; i < member.End; i++)
            if (tree.IsAssignedAt(i) && _assignedStores.Contains(tree.HashAt(i)))
                Add(_sources, tree.HashAt(i), kinds);
        if ((kinds & ~_storeKinds) == 0)
            return;
        for (var i = member.First; i < member.End; i++)
            if ((tree.FormAt(i) & NameForm.Called) != 0 && _storeWriters.Contains(tree.HashAt(i)))
            {
                _storeKinds |= kinds;
                _fresh.UnionWith(_storeReaders);
                return;
            }
    }
}
