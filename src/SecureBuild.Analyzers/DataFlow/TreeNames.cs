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
    // What is no name of its own: an indexer, new(…), base(…), new T[n].
    static readonly int s_indexer = HashOf("this[]");
    static readonly int s_constructor = HashOf(".ctor");
    static readonly int s_implicitNew = HashOf("new()");
    static readonly int s_sizedArray = HashOf("new[]");
    static readonly int s_add = HashOf("Add");
    static readonly int s_new = HashOf("new");
    static readonly int s_base = HashOf("base");
    static readonly int s_this = HashOf("this");

    readonly List<int> _positions = new();
    readonly List<int> _hashes = new();
    readonly List<int> _lastWords = new();
    readonly List<NameTraits> _traits = new();
    readonly List<(int Position, TextTraits Traits)> _texts = new();
    readonly HashSet<int> _assigned = new();
    readonly Dictionary<int, NameTraits> _distinct = new();

    TreeNames(SyntaxTree tree)
    {
        var text = tree.GetText().ToString();
        Scan(text);
        ScanTexts(text);
        Visit(tree.GetRoot());
    }

    public int Count => _positions.Count;

    /// <summary>Members with the range of identifiers in their text.</summary>
    public List<Member> Members { get; } = new();

    /// <summary>Declared types by the simple names of their bases.</summary>
    public List<(string Base, BaseTypeDeclarationSyntax Type)> Bases { get; } = new();

    /// <summary>Names of properties, fields and parameters that carry an attribute, with the attribute's.</summary>
    public List<(int Attribute, int Name)> Attributed { get; } = new();

    /// <summary>Names of methods and types one of whose parameters is named as a secret: what a literal handed to them is, its text alone does not say.</summary>
    public List<int> TakesSecret { get; } = new();

    /// <summary>Static fields that hold a number or a collection.</summary>
    public List<int> StaticFields { get; } = new();

    public static TreeNames Of(SyntaxTree tree) => new(tree);

    public int PositionAt(int index) => _positions[index];

    public int HashAt(int index) => _hashes[index];

    public int LastWordAt(int index) => _lastWords[index];

    /// <summary>What the identifier's words promise.</summary>
    public NameTraits TraitsAt(int index) => _traits[index];

    /// <summary>Every name once.</summary>
    public IEnumerable<int> Distinct => _distinct.Keys;

    /// <summary>The file mentions a name of this hash.</summary>
    public bool Has(int hash) => _distinct.ContainsKey(hash);

    /// <summary>What the literals between two positions look like, taken together.</summary>
    public TextTraits TextsIn(int start, int end)
    {
        var traits = TextTraits.None;
        var at = _texts.BinarySearch((start, 0), s_byPosition);
        for (var i = at < 0 ? ~at : at; i < _texts.Count && _texts[i].Position < end; i++)
            traits |= _texts[i].Traits;
        return traits;
    }

    static readonly Comparer<(int Position, TextTraits)> s_byPosition = Comparer<(int Position, TextTraits)>.Create(static (left, right) => left.Position.CompareTo(right.Position));

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
                {
                    // headers["X"]
                    if (character == '[' && i > 0 && (char.IsLetterOrDigit(text[i - 1]) || text[i - 1] is ')' or ']' or '_' or '?' or '!') && i + 1 < text.Length && text[i + 1] is not (']' or ',' or '^' or >= '0' and <= '9')
                        || character == '[' && Next(text, i + 1) == '"' || character == ']' && IsAssignedBehind(text, i + 1))
                        Record(i, s_indexer, 0, NameTraits.None);
                    // Origins = { "*" } adds.
                    else if (character == '{' && IsInitializer(text, i))
                        Record(i, s_add, 0, NameTraits.None);
                    i++;
                }
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
            if (i + 1 < text.Length && text[i] == '[' && text[i + 1] is not (']' or >= '0' and <= '9') && _hashes.Count > 0 && _hashes[_hashes.Count - 1] == s_new)
                Record(start, s_sizedArray, 0, NameTraits.None);
            if (IsAssignedBehind(text, i))
                _assigned.Add(_positions.Count);
            else if (_positions.Count > 0 && start > 0 && text[start - 1] == '.' && IsAdding(text, start, i))
                _assigned.Add(_positions.Count - 1);
            if (hash == s_new && Next(text, i) is '(')
                hash = s_implicitNew;
            else if ((hash == s_base || hash == s_this) && Next(text, i) is '(')
                hash = s_constructor;
            if (!_distinct.TryGetValue(hash, out var traits))
                _distinct.Add(hash, traits = NameTraitsOf.Name(text.Substring(start, i - start)));
            Record(start, hash, word, traits);
        }
    }

    void Record(int position, int hash, int word, NameTraits traits)
    {
        if (!_distinct.ContainsKey(hash))
            _distinct.Add(hash, traits);
        _positions.Add(position);
        _hashes.Add(hash);
        _lastWords.Add(word);
        _traits.Add(traits);
    }

    // Whatever stands between two quotes in a line. That takes what stands between two literals for one, too: it costs a little and misses nothing.
    void ScanTexts(string text)
    {
        var previous = -1;
        for (var i = 0; i < text.Length; i++)
            switch (text[i])
            {
                case '\\':
                    i++;
                    break;
                case '\n':
                    previous = -1;
                    break;
                case '"':
                    if (previous >= 0 && i - previous > 1 && NameTraitsOf.Text(text.Substring(previous + 1, i - previous - 1)) is not TextTraits.None and var traits)
                        _texts.Add((previous, traits));
                    // Texts of several lines are not read: whoever has one is looked at.
                    if (i + 2 < text.Length && text[i + 1] == '"' && text[i + 2] == '"' || i > 0 && (text[i - 1] == '@' || i > 1 && text[i - 1] == '$' && text[i - 2] == '@'))
                        _texts.Add((i, TextTraits.Certain));
                    previous = i;
                    break;
            }
        _texts.Sort(s_byPosition);
    }

    static char Next(string text, int at)
    {
        while (at < text.Length && text[at] is ' ' or '\t' or '\r' or '\n')
            at++;
        return at < text.Length ? text[at] : '\0';
    }

    static bool IsInitializer(string text, int brace)
    {
        do
            brace--;
        while (brace > 0 && text[brace] is ' ' or '\t' or '\r' or '\n');
        return brace > 1 && text[brace] == '=' && text[brace - 1] is ' ' or '\t';
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
                    {
                        Attributes(parameters);
                        Secrets(parameters, type.Identifier.ValueText);
                    }
                    Visit(child);
                    break;
                case FieldDeclarationSyntax field:
                    var isShared = IsShared(field);
                    foreach (var variable in field.Declaration.Variables)
                    {
                        if (isShared)
                            StaticFields.Add(HashOf(variable.Identifier.ValueText));
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
                    Secrets(constructor.ParameterList, constructor.Identifier.ValueText);
                    break;
                case MethodDeclarationSyntax method:
                    Declare(method, method.Identifier.ValueText);
                    Attributes(method.ParameterList);
                    Secrets(method.ParameterList, method.Identifier.ValueText);
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

    void Secrets(BaseParameterListSyntax parameters, string owner)
    {
        foreach (var parameter in parameters.Parameters)
            if ((NameTraitsOf.Name(parameter.Identifier.ValueText) & (NameTraits.Password | NameTraits.Secret)) != 0)
                TakesSecret.Add(HashOf(owner));
    }

    static bool IsShared(FieldDeclarationSyntax field)
    {
        var isStatic = false;
        foreach (var modifier in field.Modifiers)
            if (modifier.ValueText == "const")
                return false;
            else
                isStatic |= modifier.ValueText == "static";
        return isStatic && field.Declaration.Type switch
        {
            PredefinedTypeSyntax plain => plain.Keyword.ValueText is not ("string" or "bool" or "object"),
            GenericNameSyntax { Identifier.ValueText: var name } => name is "Dictionary" or "List" or "HashSet" or "SortedDictionary" or "IDictionary",
            _ => true,
        };
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
