using System.Collections.Generic;
using System.Collections.Immutable;

namespace SecureBuild.Analyzers.RegularExpressions;

/// <summary>
/// The ways that a backtracking matcher has through a pattern. A place is a character class of the pattern; from each place lead the places that may read the
/// next character, with the information whether there is more than one way to get there without reading anything.
/// </summary>
sealed class PatternAutomaton
{
    const int MostNodes = 2500;
    const int MostSteps = 200_000;

    // Longer counted repetitions behave like endless ones for anybody who waits for the result; shorter ones are written out.
    const int Endless = 16;

    // (.*a){12}: so many loops in a row, each of which can give up what it took to the next, are tried in n^12 ways.
    const int Many = 8;

    readonly List<Node> _nodes = [];
    readonly List<PatternNode> _alone = [];
    readonly Dictionary<string, CharacterSet> _sets = [];
    int _steps;
    bool _isTooLarge;

    PatternAutomaton()
    {
    }

    enum Guard
    {
        None,

        /// <summary>Passed or not, nobody can tell here.</summary>
        Unknown,

        /// <summary>Passed only where the text begins.</summary>
        Start,

        /// <summary>Passed only where the text ends.</summary>
        End,
    }

    /// <summary>The places; the indices below count them.</summary>
    public List<Place> Places { get; } = [];

    public Alphabet Letters { get; private set; } = null!;

    /// <summary>What is matched for itself: the insides of look-aheads and atomic groups.</summary>
    public IReadOnlyList<PatternNode> Alone => _alone;

    /// <summary>The automaton; null when it would become too large.</summary>
    public static PatternAutomaton? Of(PatternNode pattern)
    {
        var automaton = new PatternAutomaton();
        automaton._nodes.Add(new()); // the end
        automaton.Build(pattern, 0);
        return automaton.Connect() ? automaton : null;
    }

    int New(CharacterSet? set = null, int next = 0)
    {
        if (_nodes.Count >= MostNodes)
        {
            _isTooLarge = true;
            return 0;
        }
        _nodes.Add(new(set, next));
        return _nodes.Count - 1;
    }

    int Passing(Guard guard, int next)
    {
        var node = New();
        _nodes[node].Ways.Add((next, guard));
        return node;
    }

    /// <summary>Adds the pattern before the node; the result is where it begins.</summary>
    int Build(PatternNode pattern, int next)
    {
        if (_isTooLarge)
            return 0;
        switch (pattern.Kind)
        {
            case PatternKind.Set:
                return New(Shared(pattern.Set), next);
            case PatternKind.Sequence:
                for (var i = pattern.Children.Length - 1; i >= 0; i--)
                    next = Build(pattern.Children[i], next);
                return next;
            case PatternKind.Choice:
                var choice = New();
                foreach (var child in pattern.Children)
                    _nodes[choice].Ways.Add((Build(child, next), Guard.None));
                return choice;
            case PatternKind.Loop:
                return Loop(pattern, next);
            case PatternKind.Atomic:
                _alone.Add(pattern.Children[0]);
                return Build(Once(pattern.Children[0]), next);
            case PatternKind.Start:
                return Passing(Guard.Start, next);
            case PatternKind.End or PatternKind.EndOrNewLine:
                return Passing(Guard.End, next);
            case PatternKind.Ahead or PatternKind.NotAhead:
                _alone.Add(pattern.Children[0]);
                return Passing(Guard.Unknown, next);
            default:
                return Passing(Guard.Unknown, next);
        }
    }

    int Loop(PatternNode loop, int next)
    {
        var child = loop.Children[0];
        if (loop.Most == 0)
            return next;
        if (loop.Most - loop.Least >= Endless || loop.Most >= Many && HasEndless(child))
        {
            // Two nodes, so that going round and coming in are two ways: (a*)* has both.
            var end = New();
            var body = Build(child, end);
            _nodes[end].Ways.Add((body, Guard.None));
            _nodes[end].Ways.Add((next, Guard.None));
            if (loop.Least > 0)
                return loop.Most - loop.Least >= Endless ? Repeated(child, loop.Least - 1, body) : body;
            var start = New();
            _nodes[start].Ways.Add((body, Guard.None));
            _nodes[start].Ways.Add((next, Guard.None));
            return start;
        }
        var last = next;
        for (var i = loop.Least; i < loop.Most && !_isTooLarge; i++)
        {
            var maybe = New();
            var body = Build(child, last);
            _nodes[maybe].Ways.Add((body, Guard.None));
            _nodes[maybe].Ways.Add((next, Guard.None));
            last = maybe;
        }
        return Repeated(child, loop.Least, last);
    }

    static bool HasEndless(PatternNode node) => node.Kind == PatternKind.Loop && node.Most - node.Least >= Endless || node.Kind is PatternKind.Sequence or PatternKind.Choice or PatternKind.Loop && node.Children.Any(HasEndless);

    int Repeated(PatternNode child, int count, int next)
    {
        for (var i = 0; i < count && !_isTooLarge; i++)
            next = Build(child, next);
        return next;
    }

    // What an atomic group took it keeps: for what is around it, (?>a+) is one a.
    static PatternNode Once(PatternNode node)
    {
        if (node.Kind == PatternKind.Loop)
            return PatternNode.Repeated(Once(node.Children[0]), Math.Min(node.Least, 1), Math.Min(node.Most, 1));
        return node.Children.IsEmpty || node.Kind is PatternKind.Ahead or PatternKind.NotAhead or PatternKind.Behind ? node : new(node.Kind, node.Children.Select(Once).ToImmutableArray());
    }

    CharacterSet Shared(CharacterSet set)
    {
        var key = string.Join(",", set.Ranges);
        if (!_sets.TryGetValue(key, out var shared))
            _sets.Add(key, shared = set);
        return shared;
    }

    bool Connect()
    {
        if (_isTooLarge || Alphabet.Of(_sets.Values) is not { } letters)
            return false;
        Letters = letters;
        foreach (var node in _nodes)
            if (node.Set is { } set)
            {
                node.Place = Places.Count;
                Places.Add(new(letters.Mask(set)));
            }
        foreach (var node in _nodes)
            if (node.Set is not null)
                Follow(node.Next, Places[node.Place], isSure: true, isOver: false);
        return _steps <= MostSteps;
    }

    void Follow(int index, Place from, bool isSure, bool isOver)
    {
        if (++_steps > MostSteps)
            return;
        var node = _nodes[index];
        if (index == 0)
        {
            from.MayEnd = true;
            from.Ends |= isSure && !isOver;
        }
        else if (node.Set is not null)
        {
            if (!isOver)
                from.Add(node.Place);
        }
        else if (!node.IsOnPath)
        {
            node.IsOnPath = true;
            foreach (var (to, guard) in node.Ways)
                if (guard != Guard.Start)
                    Follow(to, from, isSure && guard == Guard.None, isOver || guard == Guard.End);
            node.IsOnPath = false;
        }
    }

    sealed class Node(CharacterSet? set = null, int next = 0)
    {
        public CharacterSet? Set { get; } = set;
        public int Next { get; } = next;
        public List<(int To, Guard Guard)> Ways { get; } = [];
        public int Place { get; set; }
        public bool IsOnPath { get; set; }
    }
}
