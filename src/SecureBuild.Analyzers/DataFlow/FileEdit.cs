using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace SecureBuild.Analyzers.DataFlow;

/// <summary>What an edit that changed no declaration has left as it was in a file: the members whose text the parser took over.</summary>
sealed class FileEdit
{
    readonly FileMembers _before;
    readonly FileMembers _after;
    readonly bool[] _isChanged;

    /// <param name="before">The file before.</param>
    /// <param name="after">The file now.</param>
    /// <param name="isMember">Whether the project declares a member whose name has this hash (<see cref="TreeNames.HashOf"/>).</param>
    public FileEdit(SyntaxTree before, SyntaxTree after, Func<int, bool> isMember)
    {
        _before = FileMembers.Of(before);
        _after = FileMembers.Of(after);
        _isChanged = new bool[_before.Count];
        // A member that is added in a half-written text shifts all others.
        var isWhole = _before.Count == _after.Count;
        ChangesWrites = !isWhole;
        for (var i = 0; i < _isChanged.Length; i++)
        {
            _isChanged[i] = !isWhole || !_before[i].IsIncrementallyIdenticalTo(_after[i]);
            ChangesWrites |= isWhole && _isChanged[i] && !WritesOf(_before[i], isMember).SetEquals(WritesOf(_after[i], isMember));
        }
    }

    /// <summary>Other members of the project than before are assigned, added to or handed out by reference.</summary>
    public bool ChangesWrites { get; }

    /// <summary>The member's text is not what it was.</summary>
    public bool Changes(int member) => member >= _isChanged.Length || _isChanged[member];

    /// <summary>The node's place now; null where it stands in nothing that stayed as it was.</summary>
    public SyntaxNode? Moved(SyntaxNode node)
    {
        var member = _before.IndexOf(node);
        if (member < 0 || Changes(member))
            return null;
        var (from, to) = (_before[member], _after[member]);
        var span = new TextSpan(node.SpanStart - from.SpanStart + to.SpanStart, node.Span.Length);
        for (SyntaxNode? now = to.FindNode(span, findInsideTrivia: false, getInnermostNodeForTie: true); now is not null && now.Span == span; now = now.Parent)
            if (now.RawKind == node.RawKind)
                return now;
        return null;
    }

    static HashSet<int> WritesOf(SyntaxNode member, Func<int, bool> isMember)
    {
        var texts = new HashSet<string>(StringComparer.Ordinal);
        WrittenNames.AddIn(member, texts);
        var hashes = new HashSet<int>(texts.Select(TreeNames.HashOf));
        var names = NameIndex.NamesOf(member.SyntaxTree);
        for (var i = names.FirstAt(member.SpanStart); i < names.Count && names.PositionAt(i) < member.Span.End; i++)
            if (names.IsAssignedAt(i))
                hashes.Add(names.HashAt(i));
        hashes.RemoveWhere(hash => !isMember(hash));
        return hashes;
    }
}
