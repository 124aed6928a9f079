using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace SecureBuild.Analyzers.DataFlow;

/// <summary>
/// A project's files while somebody types. For as long as no declaration changes, a file keeps its place among them and a member its place in the file: what is known of one is found again by them in
/// the next compilation.
/// </summary>
sealed class ProjectFiles
{
    readonly Dictionary<SyntaxTree, int> _places = new();

    public ProjectFiles(SyntaxTree[] trees)
    {
        Trees = trees;
        for (var place = 0; place < trees.Length; place++)
            _places[trees[place]] = place;
    }

    public SyntaxTree[] Trees { get; }

    /// <summary>-1 for a file of another compilation.</summary>
    public int PlaceOf(SyntaxTree tree) => _places.TryGetValue(tree, out var place) ? place : -1;

    /// <summary>File and member that a node stands in; null where it stands in no member, or in none of these files.</summary>
    public (int File, int Member)? MemberOf(SyntaxNode node) =>
        PlaceOf(node.SyntaxTree) is >= 0 and var file && FileMembers.Of(node.SyntaxTree).IndexOf(node) is >= 0 and var member ? (file, member) : null;

    /// <summary>What tells a body from all others: file, member and where it begins there. Null where it is no member's.</summary>
    public (int File, int Member, int Start)? KeyOf(SyntaxNode body) =>
        MemberOf(body) is var (file, member) ? (file, member, body.SpanStart - FileMembers.Of(body.SyntaxTree)[member].SpanStart) : null;
}
