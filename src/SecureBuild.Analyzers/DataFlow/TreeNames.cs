using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SecureBuild.Analyzers.DataFlow;

/// <summary>
/// The identifiers in a file's text, by position, as hashes: read straight from the characters, which costs a hundredth of walking its nodes. Words in comments and
/// literals are among them.
/// </summary>
sealed class TreeNames
{
    readonly List<int> _positions = new();
    readonly List<int> _hashes = new();
    readonly List<int> _lastWords = new();
    readonly HashSet<int> _assigned = new();

    TreeNames(SyntaxTree tree)
    {
        Scan(tree.GetText().ToString());
        Visit(tree.GetRoot());
    }

    public int Count => _positions.Count;

    /// <summary>Members with the range of identifiers in their text.</summary>
    public List<Member> Members { get; } = new();

    /// <summary>Declared types by the simple names of their bases.</summary>
    public List<(string Base, BaseTypeDeclarationSyntax Type)> Bases { get; } = new();

    /// <summary>Names of properties, fields and parameters that carry an attribute, with the attribute's.</summary>
    public List<(int Attribute, int Name)> Attributed { get; } = new();

    public static TreeNames Of(SyntaxTree tree) => new(tree);

    public int PositionAt(int index) => _positions[index];

    public int HashAt(int index) => _hashes[index];

    public int LastWordAt(int index) => _lastWords[index];

    /// <summary>Something is assigned to it, or added to what it holds.</summary>
    public bool IsAssignedAt(int index) => _assigned.Contains(index);

    /// <summary>The first identifier at or behind a position.</summary>
    public int FirstAt(int position)
    {
        var at = _positions.BinarySearch(position);
        return at < 0 ? ~at : at;
    }

    public static int HashOf(string name)
    {
        var hash = 17;
        foreach (var character in name)
            hash = hash * 31 + character;
        return hash;
    }

    void Scan(string text)
    {
        var i = 0;
        while (i < text.Length)
        {
            var character = text[i];
            if (!(character is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or '_' || character > 127 && char.IsLetter(character)))
            {
                // Digits take their letters with them: 0x1F, 10L.
                if (character is >= '0' and <= '9')
                    while (i < text.Length && (text[i] < 128 ? char.IsLetterOrDigit(text[i]) : char.IsLetter(text[i])))
                        i++;
                else
                    i++;
                continue;
            }
            var start = i;
            var hash = 17;
            var word = 17;
            var previous = '\0';
            while (i < text.Length)
            {
                character = text[i];
                var isUpper = character is >= 'A' and <= 'Z';
                if (!(isUpper || character is >= 'a' and <= 'z' or >= '0' and <= '9' or '_' || character > 127 && char.IsLetterOrDigit(character)))
                    break;
                hash = hash * 31 + character;
                if (character == '_')
                    word = 17;
                else
                    word = (isUpper && previous is >= 'a' and <= 'z' or '_' ? 17 : word) * 31 + (isUpper ? character + 32 : character);
                previous = character;
                i++;
            }
            if (IsAssignedBehind(text, i))
                _assigned.Add(_positions.Count);
            else if (_positions.Count > 0 && start > 0 && text[start - 1] == '.' && IsAdding(text, start, i))
                _assigned.Add(_positions.Count - 1);
            _positions.Add(start);
            _hashes.Add(hash);
            _lastWords.Add(word);
        }
    }

    static bool IsAssignedBehind(string text, int at)
    {
        while (at < text.Length && text[at] is ' ' or '\t' or '\r' or '\n')
            at++;
        if (at + 1 >= text.Length)
            return false;
        return text[at] == '=' ? text[at + 1] is not ('=' or '>') : text[at] is '+' or '?' or '|' && (text[at + 1] == '=' || text[at + 1] == '?' && at + 2 < text.Length && text[at + 2] == '=');
    }

    static bool IsAdding(string text, int start, int end) =>
        (end - start) switch
        {
            3 => string.CompareOrdinal(text, start, "Add", 0, 3) == 0,
            4 => string.CompareOrdinal(text, start, "Push", 0, 4) == 0,
            6 => string.CompareOrdinal(text, start, "Append", 0, 6) == 0 || string.CompareOrdinal(text, start, "Insert", 0, 6) == 0 || string.CompareOrdinal(text, start, "TryAdd", 0, 6) == 0,
            7 => string.CompareOrdinal(text, start, "Enqueue", 0, 7) == 0,
            8 => string.CompareOrdinal(text, start, "AddRange", 0, 8) == 0,
            _ => false,
        };

    void Visit(SyntaxNode node)
    {
        foreach (var child in node.ChildNodes())
            switch (child)
            {
                case BaseNamespaceDeclarationSyntax:
                    Visit(child);
                    break;
                case BaseTypeDeclarationSyntax type:
                    foreach (var part in type.BaseList?.Types ?? default)
                        if (SimpleName(part.Type) is { } name)
                            Bases.Add((name, type));
                    if (type is TypeDeclarationSyntax { ParameterList: { } parameters })
                        Attributes(parameters);
                    Visit(child);
                    break;
                case FieldDeclarationSyntax field:
                    foreach (var variable in field.Declaration.Variables)
                    {
                        Declare(variable, variable.Identifier.ValueText);
                        Attributes(field.AttributeLists, variable.Identifier.ValueText);
                    }
                    break;
                case PropertyDeclarationSyntax property:
                    Declare(property, property.Identifier.ValueText);
                    Attributes(property.AttributeLists, property.Identifier.ValueText);
                    break;
                case ConstructorDeclarationSyntax constructor:
                    Declare(constructor, constructor.Identifier.ValueText);
                    break;
                case MethodDeclarationSyntax method:
                    Declare(method, method.Identifier.ValueText);
                    Attributes(method.ParameterList);
                    break;
                case BaseMethodDeclarationSyntax or BasePropertyDeclarationSyntax:
                    Declare(child, (child as IndexerDeclarationSyntax)?.Parent is TypeDeclarationSyntax owner ? owner.Identifier.ValueText : "");
                    break;
            }
    }

    void Declare(SyntaxNode node, string name)
    {
        if (name.Length == 0)
            return;
        var first = FirstAt(node.SpanStart);
        var end = FirstAt(node.Span.End);
        Members.Add(new(HashOf(name), first, end));
    }

    void Attributes(BaseParameterListSyntax parameters)
    {
        foreach (var parameter in parameters.Parameters)
            Attributes(parameter.AttributeLists, parameter.Identifier.ValueText);
    }

    void Attributes(SyntaxList<AttributeListSyntax> lists, string name)
    {
        foreach (var list in lists)
            foreach (var attribute in list.Attributes)
                if (SimpleName(attribute.Name) is { } simple)
                    Attributed.Add((HashOf(simple), HashOf(name)));
    }

    static string? SimpleName(TypeSyntax type) => type switch
    {
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax alias => alias.Name.Identifier.ValueText,
        _ => null,
    };

    /// <summary>A declared member: its name and the range of identifiers in its text.</summary>
    public readonly struct Member(int name, int first, int end)
    {
        public int Name { get; } = name;

        public int First { get; } = first;

        public int End { get; } = end;
    }
}
