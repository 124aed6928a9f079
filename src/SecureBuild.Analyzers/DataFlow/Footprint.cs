using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace SecureBuild.Analyzers.DataFlow;

/// <summary>The text that a method's summary was read from: its own, that of what it calls, and what else was looked at on the way.</summary>
sealed class Footprint
{
    readonly HashSet<int> _files = new();
    readonly HashSet<int> _written = new();
    readonly HashSet<(int File, int Member)> _members = new();
    readonly HashSet<Footprint> _calls = new();

    /// <summary>All text of a file.</summary>
    public void AddFile(SyntaxTree tree, ProjectFiles files)
    {
        lock (_calls)
            _files.Add(files.PlaceOf(tree));
    }

    /// <summary>All text of the files that declare the symbol.</summary>
    public void AddFiles(ISymbol symbol, ProjectFiles files)
    {
        foreach (var reference in symbol.DeclaringSyntaxReferences)
            AddFile(reference.SyntaxTree, files);
    }

    /// <summary>What is written to in the files that declare the symbol.</summary>
    public void AddWrites(ISymbol symbol, ProjectFiles files)
    {
        foreach (var reference in symbol.DeclaringSyntaxReferences)
            lock (_calls)
                _written.Add(files.PlaceOf(reference.SyntaxTree));
    }

    /// <summary>The text of the member that the node is or stands in; where it stands in none, of the file.</summary>
    public void Add(SyntaxNode node, ProjectFiles files)
    {
        var place = files.MemberOf(node);
        lock (_calls)
            if (place is { } member)
                _members.Add(member);
            else
                _files.Add(files.PlaceOf(node.SyntaxTree));
    }

    public void Add(Footprint called)
    {
        if (called == this)
            return;
        lock (_calls)
            _calls.Add(called);
    }

    /// <summary>Whether nothing of it has changed.</summary>
    /// <param name="edits">What has, by the places of the files.</param>
    /// <param name="known">Footprints known to be untouched; what is found to be so is added.</param>
    public bool IsUntouched(Dictionary<int, FileEdit> edits, HashSet<Footprint> known)
    {
        lock (known)
        {
            var seen = new HashSet<Footprint>();
            var waiting = new Stack<Footprint>();
            waiting.Push(this);
            while (waiting.Count > 0)
            {
                var next = waiting.Pop();
                if (known.Contains(next) || !seen.Add(next))
                    continue;
                lock (next._calls)
                {
                    if (next.IsTouched(edits))
                        return false;
                    foreach (var called in next._calls)
                        waiting.Push(called);
                }
            }
            known.UnionWith(seen);
            return true;
        }
    }

    bool IsTouched(Dictionary<int, FileEdit> edits)
    {
        foreach (var edit in edits)
        {
            if (_files.Contains(edit.Key) || edit.Value.ChangesWrites && _written.Contains(edit.Key))
                return true;
            foreach (var (file, member) in _members)
                if (file == edit.Key && edit.Value.Changes(member))
                    return true;
        }
        // Not of this project's files.
        return _files.Contains(-1) || _written.Contains(-1);
    }
}
