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
    static readonly int s_indexerSet = HashOf("this[]=");
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
    readonly List<NameForm> _forms = new();
    readonly List<(int Position, TextTraits Traits)> _texts = new();
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

    /// <summary>Names of properties, fields and parameters of types that carry an attribute, with the attribute's.</summary>
    public List<(int Attribute, int Name)> Attributed { get; } = new();

    /// <summary>Names of methods and types one of whose parameters is named as a secret: what a literal handed to them is, its text alone does not say.</summary>
    public List<int> TakesSecret { get; } = new();

    /// <summary>Parameters of types: what members assign to them stays.</summary>
    public List<int> Captured { get; } = new();

    /// <summary>Static fields that hold a number or a collection.</summary>
    public List<int> StaticFields { get; } = new();

    public static TreeNames Of(SyntaxTree tree) => new(tree);

    public int PositionAt(int index) => _positions[index];

    public int HashAt(int index) => _hashes[index];

    /// <summary>Hash of the identifier's last word, or of <see cref="Compound"/> where others stand before it.</summary>
    public int LastWordAt(int index) => _lastWords[index];

    /// <summary>How the identifier stands there.</summary>
    public NameForm FormAt(int index) => _forms[index];

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
    public bool IsAssignedAt(int index) => (_forms[index] & NameForm.Assigned) != 0;

    /// <summary>The first identifier at or behind a position.</summary>
    public int FirstAt(int position)
    {
        var at = _positions.BinarySearch(position);
        return at < 0 ? ~at : at;
    }

    /// <summary>A last word behind others: <c>connectionString</c> ends in a word that is everywhere by itself.</summary>
    public static int Compound(int word) => word ^ 0x5bd1e995;

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
        // Quotes so far in the line: behind an odd number stands text, where "name = @name" assigns nothing.
        var quotes = 0;
        while (i < text.Length)
        {
            var character = text[i];
            if (character == '\n')
                quotes = 0;
            else if (character == '"' && (i == 0 || text[i - 1] != '\\'))
                quotes++;
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
                        Record(i, s_indexer, 0, NameForm.Called, NameTraits.None);
                    if (character == ']' && IsAssignedBehind(text, i + 1))
                        Record(i, s_indexerSet, 0, NameForm.Assigned, NameTraits.None);
                    // Origins = { "*" } adds.
                    else if (character == '{' && IsInitializer(text, i))
                        Record(i, s_add, 0, NameForm.Called, NameTraits.None);
                    i++;
                }
                continue;
            }
            var start = i;
            var hash = 17;
            var word = 17;
            var isCompound = false;
            var previous = '\0';
            while (i < text.Length)
            {
                character = text[i];
                var isUpper = character is >= 'A' and <= 'Z';
                if (!(isUpper || character is >= 'a' and <= 'z' or >= '0' and <= '9' or '_' || character > 127 && char.IsLetterOrDigit(character)))
                    break;
                hash = hash * 31 + character;
                if (character == '_')
                {
                    isCompound |= word != 17;
                    word = 17;
                }
                else if (isUpper && previous is >= 'a' and <= 'z')
                {
                    isCompound = true;
                    word = 17 * 31 + character + 32;
                }
                else
                {
                    word = word * 31 + (isUpper ? character + 32 : character);
                }
                previous = character;
                i++;
            }
            if (i + 1 < text.Length && text[i] == '[' && text[i + 1] is not (']' or >= '0' and <= '9') && _hashes.Count > 0 && _hashes[_hashes.Count - 1] == s_new)
                Record(start, s_sizedArray, 0, NameForm.Created, NameTraits.None);
            var form = FormOf(text, start, i);
            if ((quotes & 1) != 0)
                form &= ~NameForm.Assigned;
            else if ((form & NameForm.Assigned) == 0 && _positions.Count > 0 && start > 0 && text[start - 1] == '.' && IsAdding(text, start, i))
                _forms[_forms.Count - 1] |= NameForm.Assigned;
            if (hash == s_new && Next(text, i) is '(')
                hash = s_implicitNew;
            else if ((hash == s_base || hash == s_this) && Next(text, i) is '(')
                hash = s_constructor;
            if (!_distinct.TryGetValue(hash, out var traits))
                _distinct.Add(hash, traits = NameTraitsOf.Name(text.Substring(start, i - start)));
            Record(start, hash, isCompound ? Compound(word) : word, form, traits);
        }
    }

    // What stands before and behind it: new X, X(…), X<T>(…), X = …, var x, (X), += X;
    NameForm FormOf(string text, int start, int end)
    {
        var form = IsAssignedBehind(text, end) ? NameForm.Assigned : NameForm.None;
        if (text[start] is >= 'a' and <= 'z')
            form |= NameForm.Small;
        var before = start - 1;
        while (before >= 0 && text[before] is ' ' or '\t' or '\r' or '\n')
            before--;
        var previous = before < 0 ? '\0' : text[before];
        var next = Next(text, end);
        if (next is '(' or '<' && Parenthesis(text, end) is >= 0 and var open)
            form |= Next(text, open + 1) == ')' ? NameForm.Called | NameForm.Bare : NameForm.Called;
        if (_hashes.Count > 0 && _hashes[_hashes.Count - 1] == s_new && before >= 2 && text[before] == 'w' && text[before - 1] == 'e' && text[before - 2] == 'n' || next == '{' && previous == '.')
            form |= NameForm.Created;
        // A type before a name: var x, List<int> x, string[] x, Point? p, (int, int) x.
        else if (before < start - 1 && (previous is '>' && (before == 0 || text[before - 1] is not ('=' or '-')) || previous is ']' or '?' or '_' || char.IsLetterOrDigit(previous)) && next is '=' or ';' or ',' or ')' or 'i' && !IsWordOfStatement(text, before))
            form |= NameForm.Declared;
        if (previous is '(' or ',' or '=' or ':' or '?' or '>' or '.' or 'n' && next is ')' or ',' or ';' or '}' or ':' or ']')
            form |= NameForm.Handed;
        return form;
    }

    // return x, throw x, await x, in x, is x, and the like: what stands before is no type.
    static bool IsWordOfStatement(string text, int last)
    {
        var first = last;
        while (first >= 0 && text[first] is >= 'a' and <= 'z')
            first--;
        return text.Substring(first + 1, last - first) is "return" or "throw" or "await" or "in" or "is" or "as" or "new" or "else" or "case" or "goto" or "yield" or "and" or "or" or "not" or "when" or "ref" or "out" or "do" or "by" or "select" or "where" or "equals" or "on" or "stackalloc";
    }

    // The parenthesis behind a name, or behind its type arguments: <List<string>, (int, T[])>( with nothing between that is no type. -1 for none.
    static int Parenthesis(string text, int at)
    {
        while (text[at] is not ('<' or '('))
            at++;
        if (text[at] == '(')
            return at;
        var depth = 0;
        for (var end = Math.Min(text.Length, at + 300); at < end; at++)
            switch (text[at])
            {
                case '<':
                    depth++;
                    break;
                case '>':
                    if (--depth > 0)
                        break;
                    at++;
                    while (at < text.Length && text[at] is ' ' or '\t' or '\r' or '\n')
                        at++;
                    return at < text.Length && text[at] == '(' ? at : -1;
                case ' ' or ',' or '.' or '?' or '[' or ']' or '(' or ')' or '_' or ':' or '\r' or '\n':
                    break;
                default:
                    if (!char.IsLetterOrDigit(text[at]))
                        return -1;
                    break;
            }
        return -1;
    }

    void Record(int position, int hash, int word, NameForm form, NameTraits traits)
    {
        if (!_distinct.ContainsKey(hash))
            _distinct.Add(hash, traits);
        _positions.Add(position);
        _hashes.Add(hash);
        _lastWords.Add(word);
        _traits.Add(traits);
        _forms.Add(form);
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
                        foreach (var parameter in parameters.Parameters)
                            Captured.Add(HashOf(parameter.Identifier.ValueText));
                    }
                    Visit(child);
                    break;
                case FieldDeclarationSyntax field:
                    var isShared = IsShared(field);
                    foreach (var variable in field.Declaration.Variables)
                    {
                        if (isShared)
                            StaticFields.Add(HashOf(variable.Identifier.ValueText));
                        Declare(field, variable.Identifier.ValueText, variable.Initializer is null ? MemberParts.None : MemberParts.Value, Carries(field.Declaration.Type));
                        Attributes(field.AttributeLists, variable.Identifier.ValueText);
                    }
                    break;
                case PropertyDeclarationSyntax property:
                    Declare(property, property.Identifier.ValueText, PartsOf(property) | (property.Initializer is null ? MemberParts.None : MemberParts.Value), Carries(property.Type));
                    Attributes(property.AttributeLists, property.Identifier.ValueText);
                    break;
                case ConstructorDeclarationSyntax constructor:
                    Declare(constructor, constructor.Identifier.ValueText, MemberParts.Creation, true);
                    Secrets(constructor.ParameterList, constructor.Identifier.ValueText);
                    break;
                case MethodDeclarationSyntax method:
                    Declare(method, method.Identifier.ValueText, MemberParts.Call, Carries(method.ReturnType), method.ParameterList);
                    Secrets(method.ParameterList, method.Identifier.ValueText);
                    break;
                case IndexerDeclarationSyntax indexer:
                    Declare(indexer, "this[]", PartsOf(indexer), true);
                    break;
                case EventDeclarationSyntax @event:
                    Declare(@event, @event.Identifier.ValueText, MemberParts.Write, true);
                    break;
            }
    }

    void Declare(SyntaxNode node, string name, MemberParts parts, bool carries, ParameterListSyntax? parameters = null)
    {
        if (name.Length == 0)
            return;
        var first = FirstAt(node.SpanStart);
        var end = FirstAt(node.Span.End);
        var names = new HashSet<int>();
        // Names that the member declares itself are nobody else's.
        for (var i = first; i < end; i++)
            if ((_forms[i] & NameForm.Declared) != 0)
                names.Add(_hashes[i]);
        if (parameters is not null && !carries)
            carries = Fills(parameters);
        Members.Add(new(HashOf(name), first, end, parts, carries, names));
    }

    static MemberParts PartsOf(BasePropertyDeclarationSyntax property)
    {
        var parts = MemberParts.None;
        foreach (var accessor in property.AccessorList?.Accessors ?? default)
            if (accessor.Body is not null || accessor.ExpressionBody is not null)
                parts |= accessor.Keyword.ValueText == "get" ? MemberParts.Read : MemberParts.Write;
        if (property is PropertyDeclarationSyntax { ExpressionBody: not null } or IndexerDeclarationSyntax { ExpressionBody: not null })
            parts |= MemberParts.Read;
        return parts;
    }

    // Text may go out through it: not through a number, a truth value, nothing at all.
    static bool Carries(TypeSyntax type) => type switch
    {
        PredefinedTypeSyntax plain => plain.Keyword.ValueText is "string" or "object" or "char" or "byte" or "sbyte",
        NullableTypeSyntax nullable => Carries(nullable.ElementType),
        GenericNameSyntax { Identifier.ValueText: "Task" or "ValueTask", TypeArgumentList.Arguments: { Count: 1 } arguments } => Carries(arguments[0]),
        IdentifierNameSyntax { Identifier.ValueText: var name } => name is not ("Task" or "ValueTask" or "DateTime" or "DateTimeOffset" or "TimeSpan" or "DateOnly" or "TimeOnly" or "Guid" or "CancellationToken"),
        _ => true,
    };

    // An object or delegate that is handed in may take something along, and so may out and ref.
    static bool Fills(ParameterListSyntax parameters)
    {
        foreach (var parameter in parameters.Parameters)
        {
            if (parameter.Type is not (null or PredefinedTypeSyntax or NullableTypeSyntax { ElementType: PredefinedTypeSyntax } or IdentifierNameSyntax { Identifier.ValueText: "CancellationToken" or "DateTime" or "Guid" or "TimeSpan" }))
                return true;
            foreach (var modifier in parameter.Modifiers)
                if (modifier.ValueText is "out" or "ref")
                    return true;
        }
        return false;
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
    public readonly struct Member(int name, int first, int end, MemberParts parts, bool carries, HashSet<int> declared)
    {
        public int Name { get; } = name;

        public int First { get; } = first;

        public int End { get; } = end;

        /// <summary>What of it has code.</summary>
        public MemberParts Parts { get; } = parts;

        /// <summary>Whether text may come out of it.</summary>
        public bool Carries { get; } = carries;

        /// <summary>Whether the name is a variable or parameter of its own.</summary>
        public bool Declares(int name) => declared.Contains(name);
    }
}

/// <summary>How an identifier stands in the text. What is not sure is said rather than not.</summary>
[Flags]
enum NameForm : byte
{
    None = 0,

    /// <summary><c>X(</c> or <c>X&lt;T&gt;(</c>.</summary>
    Called = 1,

    /// <summary><c>new X</c>.</summary>
    Created = 2,

    /// <summary><c>X = …</c>, <c>X += …</c>, <c>X.Add(…)</c>.</summary>
    Assigned = 4,

    /// <summary><c>(X)</c>, <c>, X)</c>, <c>= X;</c>: a value, or a method handed on.</summary>
    Handed = 8,

    /// <summary><c>var x</c>, <c>string x</c>: a variable or parameter begins.</summary>
    Declared = 16,

    /// <summary>Called without arguments.</summary>
    Bare = 32,

    /// <summary>It begins with a small letter: a variable, unless a field is called so.</summary>
    Small = 64,
}

/// <summary>What of a member has code of its own.</summary>
[Flags]
enum MemberParts : byte
{
    None = 0,
    Call = 1,
    Creation = 2,
    Read = 4,
    Write = 8,
    Value = 16,
}
