using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SecureBuild.Analyzers.DataFlow;

/// <summary>The methods, properties, fields and other members of a file's types, in the order of the text. Top-level statements are none.</summary>
sealed class FileMembers
{
    static readonly ConditionalWeakTable<SyntaxTree, FileMembers> s_all = new();

    readonly List<MemberDeclarationSyntax> _all = new();

    FileMembers(SyntaxTree tree)
    {
        if (tree.GetRoot() is CompilationUnitSyntax root)
            Add(root.Members);
    }

    public static FileMembers Of(SyntaxTree tree) => s_all.GetValue(tree, static tree => new(tree));

    public int Count => _all.Count;

    public MemberDeclarationSyntax this[int index] => _all[index];

    /// <summary>The member that the node is or stands in; -1 for none: a type's head, a top-level statement.</summary>
    public int IndexOf(SyntaxNode node)
    {
        for (SyntaxNode? current = node; current is not null; current = current.Parent)
            if (current is BaseTypeDeclarationSyntax or BaseNamespaceDeclarationSyntax or GlobalStatementSyntax)
                return -1;
            else if (current is MemberDeclarationSyntax)
                return At(current.SpanStart);
        return -1;
    }

    int At(int start)
    {
        var (low, high) = (0, _all.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (_all[middle].SpanStart == start)
                return middle;
            if (_all[middle].SpanStart < start)
                low = middle + 1;
            else
                high = middle - 1;
        }
        return -1;
    }

    void Add(SyntaxList<MemberDeclarationSyntax> members)
    {
        foreach (var member in members)
            if (member is TypeDeclarationSyntax type)
                Add(type.Members);
            else if (member is BaseNamespaceDeclarationSyntax space)
                Add(space.Members);
            else if (member is not (BaseTypeDeclarationSyntax or GlobalStatementSyntax))
                _all.Add(member);
    }
}
