using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SecureBuild.Analyzers.DataFlow;

/// <summary>
/// The identifiers in a file's text, by position, as hashes: read straight from the characters, which costs a hundredth of walking its nodes. Words in comments and
/// literals are among them.
/// </summary>
sealed partial class TreeNames
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
    static readonly int s_for = HashOf("for");
    static readonly int s_while = HashOf("while");
    static readonly int s_countedLoop = HashOf("for()");
    static readonly int s_givenLoop = HashOf("for(parameter)");
    static readonly int s_writer = HashOf("Writer");
    static readonly int s_value = HashOf("Value");
    static readonly int s_program = HashOf("<Program>");
    static readonly int s_this = HashOf("this");

    readonly List<int> _positions = new();
    readonly List<int> _hashes = new();
    readonly List<int> _lastWords = new();
    readonly List<NameTraits> _traits = new();
    readonly List<NameForm> _forms = new();
    readonly List<int> _textPositions = new();
    readonly List<TextTraits> _texts = new();
    readonly Dictionary<int, NameTraits> _traitsByName = new();
    readonly List<int> _distinct = new();

    // Loops, with the name that says how often they run.
    readonly List<(int Index, int Count)> _counts = new();

    TreeNames(SyntaxTree tree)
    {
        var text = tree.GetText().ToString();
        // A name for every dozen characters: hardly a file has more.
        _positions.Capacity = _hashes.Capacity = _lastWords.Capacity = _traits.Capacity = _forms.Capacity = text.Length / 12;
        Scan(text);
        ScanTexts(text);
        Visit(tree.GetRoot());
        // There is one for every file as long as there is the file.
        _positions.TrimExcess();
        _hashes.TrimExcess();
        _lastWords.TrimExcess();
        _traits.TrimExcess();
        _forms.TrimExcess();
        _textPositions.TrimExcess();
        _texts.TrimExcess();
        _distinct.TrimExcess();
        Members.TrimExcess();
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

    /// <summary>Fields, and properties that always hold the same object: what a method puts there stays.</summary>
    public HashSet<int> Holders { get; } = new();

    /// <summary>Events, and members whose type says that they hold functions.</summary>
    public HashSet<int> Handlers { get; } = new();

    /// <summary>Methods and types that are given functions, with the names of the parameters of types.</summary>
    public List<(int Owner, int Parameter)> TakesHandlers { get; } = new();

    /// <summary>Methods that execute something, with the type whose objects they execute.</summary>
    public List<(int Method, int Type)> Runs { get; } = new();

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
    public IReadOnlyList<int> Distinct => _distinct;

    /// <summary>The file mentions a name of this hash.</summary>
    public bool Has(int hash) => _traitsByName.ContainsKey(hash);

    /// <summary>The file mentions one of the names.</summary>
    public bool HasAny(HashSet<int> names)
    {
        if (names.Count > _distinct.Count)
        {
            foreach (var name in _distinct)
                if (names.Contains(name))
                    return true;
            return false;
        }
        foreach (var name in names)
            if (_traitsByName.ContainsKey(name))
                return true;
        return false;
    }

    /// <summary>What an index takes from all files together: nothing of the other's is missing here.</summary>
    public bool DeclaresAllOf(TreeNames other)
    {
        var members = new HashSet<int>(Captured);
        foreach (var member in Members)
            members.Add(member.Name);
        return other.Members.TrueForAll(member => members.Contains(member.Name)) && other.Captured.TrueForAll(members.Contains)
            && other.TakesSecret.TrueForAll(TakesSecret.Contains) && other.StaticFields.TrueForAll(StaticFields.Contains);
    }

    /// <summary>What the literals between two positions look like, taken together.</summary>
    public TextTraits TextsIn(int start, int end)
    {
        var traits = TextTraits.None;
        var at = _textPositions.BinarySearch(start);
        if (at < 0)
            at = ~at;
        // Of several at one place the search finds any.
        while (at > 0 && _textPositions[at - 1] == start)
            at--;
        for (; at < _texts.Count && _textPositions[at] < end; at++)
            traits |= _texts[at];
        return traits;
    }

    /// <summary>Something is assigned to it, or added to what it holds.</summary>
    public bool IsAssignedAt(int index) => (_forms[index] & NameForm.Assigned) != 0;

    /// <summary>The first identifier at or behind a position.</summary>
    public int FirstAt(int position)
    {
        var at = _positions.BinarySearch(position);
        return at < 0 ? ~at : at;
    }

    /// <summary>The member whose text begins there; null for none.</summary>
    public Member? MemberAt(int position)
    {
        var first = FirstAt(position);
        var (low, high) = (0, Members.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (Members[middle].First == first)
                return Members[middle];
            if (Members[middle].First < first)
                low = middle + 1;
            else
                high = middle - 1;
        }
        return null;
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
}
