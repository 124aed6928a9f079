using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace SecureBuild.Analyzers.RegularExpressions;

/// <summary>
/// Reads .NET's regular expressions. What depends on more than a tree (conditional and balancing groups, RightToLeft, Unicode blocks) it does not
/// read: then there is no answer. The classes are read by <see cref="ClassParser"/>.
/// </summary>
sealed class PatternParser
{
    const int DeepestNesting = 100;
    const int LongestPattern = 4000;
    const int LargestCount = 100_000;

    readonly PatternText _text;
    RegexOptions _options;
    int _depth;

    PatternParser(string pattern, RegexOptions options)
    {
        _text = new(pattern);
        _options = options;
    }

    /// <summary>The pattern's tree; null for what is no pattern or is not read.</summary>
    public static PatternNode? Parse(string pattern, RegexOptions options)
    {
        if (pattern.Length > LongestPattern || options.HasFlag(RegexOptions.RightToLeft))
            return null;
        var parser = new PatternParser(pattern, options);
        var tree = parser.Choice();
        return parser._text.IsUnreadable || !parser._text.IsAtEnd ? null : tree;
    }

    bool Has(RegexOptions option) => (_options & option) != 0;

    PatternNode Choice()
    {
        if (++_depth > DeepestNesting)
            return _text.GiveUp();
        var outer = _options;
        var branches = ImmutableArray.CreateBuilder<PatternNode>();
        do
            branches.Add(Sequence());
        while (_text.Take('|'));
        _options = outer;
        _depth--;
        return branches.Count == 1 ? branches[0] : new(PatternKind.Choice, branches.ToImmutable());
    }

    PatternNode Sequence()
    {
        var parts = ImmutableArray.CreateBuilder<PatternNode>();
        while (!_text.IsAtEnd && _text.Next is not ('|' or ')'))
        {
            if (SkipSpace())
                continue;
            var atom = Atom();
            while (SkipSpace())
            {
            }
            parts.Add(Quantified(atom));
        }
        return parts.Count == 1 ? parts[0] : new(PatternKind.Sequence, parts.ToImmutable());
    }

    bool SkipSpace()
    {
        if (_text.IsAtEnd)
            return false;
        if (_text.Take("(?#"))
        {
            _text.SkipPast(')');
            return true;
        }
        if (!Has(RegexOptions.IgnorePatternWhitespace))
            return false;
        if (_text.Take('#'))
        {
            _text.SkipPast('\n');
            return true;
        }
        return char.IsWhiteSpace(_text.Next) && _text.Take(_text.Next);
    }

    PatternNode Quantified(PatternNode atom)
    {
        while (!_text.IsAtEnd)
        {
            var (least, most) = (0, PatternNode.NoLimit);
            if (_text.Take('+'))
                least = 1;
            else if (_text.Take('?'))
                most = 1;
            else if (!_text.Take('*') && !TakeCount(out least, out most))
                break;
            // Lazy or not: the ways are the same, only tried in another order.
            _text.Take('?');
            if (least > LargestCount || most < least)
                return _text.GiveUp();
            atom = PatternNode.Repeated(atom, least, most);
        }
        return atom;
    }

    // {2}, {2,}, {2,5}; anything else in braces is text.
    bool TakeCount(out int least, out int most)
    {
        var start = _text.Position;
        (least, most) = (0, 0);
        if (_text.Take('{') && _text.TakeNumber(out least))
        {
            most = least;
            if (_text.Take(',') && !_text.TakeNumber(out most))
                most = PatternNode.NoLimit;
            if (_text.Take('}'))
                return true;
        }
        _text.Position = start;
        return false;
    }

    PatternNode Atom()
    {
        var next = _text.TakeAny();
        switch (next)
        {
            case '(':
                return Group();
            case '[':
                return new(ClassParser.Parse(_text, _options));
            case '.':
                return new(Has(RegexOptions.Singleline) ? CharacterSet.All : CharacterSet.NotNewLine);
            case '^':
                return new(Has(RegexOptions.Multiline) ? PatternKind.Edge : PatternKind.Start);
            case '$':
                return new(Has(RegexOptions.Multiline) ? PatternKind.Edge : PatternKind.EndOrNewLine);
            case '\\':
                return Escape();
            case '*' or '+' or '?':
                return _text.GiveUp();
            default:
                return Literal(next);
        }
    }

    PatternNode Group()
    {
        var outer = _options;
        if (!_text.Take('?'))
            return Closed(PatternKind.Sequence, outer);
        if (_text.Take(':'))
            return Closed(PatternKind.Sequence, outer);
        if (_text.Take('>'))
            return Closed(PatternKind.Atomic, outer);
        if (_text.Take('='))
            return Closed(PatternKind.Ahead, outer);
        if (_text.Take('!'))
            return Closed(PatternKind.NotAhead, outer);
        if (_text.Take("<=") || _text.Take("<!"))
            return Closed(PatternKind.Behind, outer);
        if (_text.Take('<'))
            return TakeName('>') ? Closed(PatternKind.Sequence, outer) : _text.GiveUp();
        if (_text.Take('\''))
            return TakeName('\'') ? Closed(PatternKind.Sequence, outer) : _text.GiveUp();
        return InlineOptions(outer);
    }

    PatternNode InlineOptions(RegexOptions outer)
    {
        for (var on = true; !_text.IsAtEnd;)
            switch (_text.TakeAny())
            {
                case '-':
                    on = false;
                    break;
                case '+':
                    on = true;
                    break;
                case 'i':
                    Set(RegexOptions.IgnoreCase, on);
                    break;
                case 'm':
                    Set(RegexOptions.Multiline, on);
                    break;
                case 's':
                    Set(RegexOptions.Singleline, on);
                    break;
                case 'n':
                    break;
                case 'x':
                    Set(RegexOptions.IgnorePatternWhitespace, on);
                    break;
                // To the end of the group around it, which puts the options back.
                case ')':
                    return PatternNode.Nothing;
                case ':':
                    return Closed(PatternKind.Sequence, outer);
                default:
                    return _text.GiveUp();
            }
        return _text.GiveUp();
    }

    void Set(RegexOptions option, bool on) => _options = on ? _options | option : _options & ~option;

    // (?<a-b>…) takes a capture away again: no tree says what that matches.
    bool TakeName(char end)
    {
        while (!_text.IsAtEnd && _text.Next != end)
            if (_text.TakeAny() == '-')
                return false;
        return _text.Take(end);
    }

    PatternNode Closed(PatternKind kind, RegexOptions outer)
    {
        var content = Choice();
        _options = outer;
        return _text.Take(')') ? new(kind, content) : _text.GiveUp();
    }

    PatternNode Escape()
    {
        if (_text.IsAtEnd)
            return _text.GiveUp();
        switch (_text.Next)
        {
            case 'A' or 'G':
                return Taken(PatternKind.Start);
            case 'z':
                return Taken(PatternKind.End);
            case 'Z':
                return Taken(PatternKind.EndOrNewLine);
            case 'b' or 'B':
                return Taken(PatternKind.Edge);
            case >= '1' and <= '9':
                _text.TakeNumber(out _);
                return new(PatternKind.Reference);
            case 'k':
                _text.TakeAny();
                return _text.Take('<') && TakeName('>') || _text.Take('\'') && TakeName('\'') ? new(PatternKind.Reference) : _text.GiveUp();
        }
        return ClassParser.EscapedClass(_text, _options) is { } set ? new(set) : Literal(_text.EscapedCharacter());
    }

    PatternNode Taken(PatternKind kind)
    {
        _text.TakeAny();
        return new(kind);
    }

    PatternNode Literal(char character)
    {
        var set = CharacterSet.Of(character, character);
        return new(Has(RegexOptions.IgnoreCase) ? set.IgnoringCase() : set);
    }
}
