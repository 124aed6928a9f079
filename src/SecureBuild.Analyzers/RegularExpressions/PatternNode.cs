using System.Collections.Immutable;

namespace SecureBuild.Analyzers.RegularExpressions;

enum PatternKind
{
    /// <summary>One character of <see cref="PatternNode.Set"/>.</summary>
    Set,
    Sequence,
    Choice,

    /// <summary>The child, <see cref="PatternNode.Least"/> to <see cref="PatternNode.Most"/> times.</summary>
    Loop,

    /// <summary>The child, never tried in another way once it has matched.</summary>
    Atomic,

    /// <summary>The child as a look-ahead.</summary>
    Ahead,
    NotAhead,

    /// <summary>A look-behind of either sort.</summary>
    Behind,

    /// <summary>The beginning of the text.</summary>
    Start,

    /// <summary>The end of the text.</summary>
    End,

    /// <summary>The end of the text or the line feed that ends it.</summary>
    EndOrNewLine,

    /// <summary>Something else without width: the edge of a word or of a line.</summary>
    Edge,

    /// <summary>What a group matched before.</summary>
    Reference,
}

/// <summary>A part of a regular expression.</summary>
sealed class PatternNode(PatternKind kind, ImmutableArray<PatternNode> children)
{
    /// <summary><see cref="Most"/> of a loop without limit.</summary>
    public const int NoLimit = int.MaxValue;

    public PatternNode(PatternKind kind, params PatternNode[] children) : this(kind, ImmutableArray.Create(children))
    {
    }

    public PatternNode(CharacterSet set) : this(PatternKind.Set) => Set = set;

    public static PatternNode Nothing { get; } = new(PatternKind.Sequence);

    public PatternKind Kind { get; } = kind;
    public ImmutableArray<PatternNode> Children { get; } = children;
    public CharacterSet Set { get; } = CharacterSet.Empty;
    public int Least { get; private set; }
    public int Most { get; private set; }

    public static PatternNode Repeated(PatternNode child, int least, int most) => new(PatternKind.Loop, child) { Least = least, Most = most };

    /// <summary>The fewest characters that match.</summary>
    public int LeastLength => Kind switch
    {
        PatternKind.Set => 1,
        PatternKind.Sequence => (int)Math.Min(NoLimit, Children.Sum(static child => (long)child.LeastLength)),
        PatternKind.Choice => Children.Length == 0 ? 0 : Children.Min(static child => child.LeastLength),
        PatternKind.Atomic => Children[0].LeastLength,
        PatternKind.Loop => (int)Math.Min(NoLimit, (long)Least * Children[0].LeastLength),
        _ => 0,
    };

    /// <summary>Matches no character, whatever the text.</summary>
    public bool HasNoWidth => Kind switch
    {
        PatternKind.Set or PatternKind.Reference => false,
        PatternKind.Sequence or PatternKind.Choice or PatternKind.Atomic => Children.All(static child => child.HasNoWidth),
        PatternKind.Loop => Most == 0 || Children[0].HasNoWidth,
        _ => true,
    };
}
