using System.Collections.Generic;
using Microsoft.CodeAnalysis.Text;

namespace SecureBuild.Analyzers.DataFlow;

/// <summary>Classes whose methods a framework calls: what their parameters bring in, no name in their text says.</summary>
sealed partial class NameIndex
{
    // Simple names of the frameworks' classes and of those that derive from them.
    readonly Dictionary<string, TaintKind> _entryTypes = new(System.StringComparer.Ordinal);
    readonly Dictionary<TreeNames, List<(TextSpan Type, TaintKind Kinds)>> _entries = new();

    bool AddEntries(string type, TaintKind kinds)
    {
        _entryTypes.TryGetValue(type, out var known);
        _entryTypes[type] = known | kinds;
        return (kinds & ~known) != 0;
    }

    void DeclareEntries(IEnumerable<TreeNames> trees)
    {
        for (var isNew = true; isNew;)
        {
            isNew = false;
            foreach (var tree in trees)
                foreach (var (name, type) in tree.Bases)
                    if (_entryTypes.TryGetValue(name, out var kinds))
                        isNew |= AddEntries(type.Identifier.ValueText, kinds);
        }
        foreach (var tree in trees)
        {
            List<(TextSpan, TaintKind)>? types = null;
            foreach (var (name, type) in tree.Bases)
                if (_entryTypes.TryGetValue(name, out var kinds))
                    (types ??= new()).Add((type.Span, kinds));
            if (types is not null)
                _entries[tree] = types;
        }
    }

    TaintKind EntriesAt(TreeNames tree, int position)
    {
        TaintKind all = 0;
        if (_entries.TryGetValue(tree, out var types))
            foreach (var (span, kinds) in types)
                if (span.Contains(position))
                    all |= kinds;
        return all;
    }
}
