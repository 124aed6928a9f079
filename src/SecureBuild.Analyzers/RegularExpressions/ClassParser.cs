using System.Text.RegularExpressions;

namespace SecureBuild.Analyzers.RegularExpressions;

/// <summary>Reads character classes: <c>[^a-z\d-[aeiou]]</c>, <c>\w</c>, <c>\p{Lu}</c>.</summary>
static class ClassParser
{
    const int DeepestNesting = 20;

    /// <summary>The class behind an opening bracket.</summary>
    public static CharacterSet Parse(PatternText text, RegexOptions options) => Parse(text, options, 0);

    /// <summary>The class that the escape behind a backslash stands for; null when it stands for one character.</summary>
    public static CharacterSet? EscapedClass(PatternText text, RegexOptions options)
    {
        var ascii = (options & RegexOptions.ECMAScript) != 0;
        CharacterSet set;
        switch (text.Next)
        {
            case 'd' or 'D':
                set = ascii ? CharacterSet.AsciiDigit : CharacterSet.Digit;
                break;
            case 'w' or 'W':
                set = ascii ? CharacterSet.AsciiWord : CharacterSet.Word;
                break;
            case 's' or 'S':
                set = ascii ? CharacterSet.AsciiSpace : CharacterSet.Space;
                break;
            case 'p' or 'P':
                var inverted = text.TakeAny() == 'P';
                if (CharacterSet.Category(text.TakeBraced()) is not { } category)
                {
                    text.GiveUp();
                    return CharacterSet.Empty;
                }
                return inverted ? category.Complement() : category;
            default:
                return null;
        }
        return text.TakeAny() is 'D' or 'W' or 'S' ? set.Complement() : set;
    }

    static CharacterSet Parse(PatternText text, RegexOptions options, int depth)
    {
        if (depth > DeepestNesting)
            text.GiveUp();
        var set = CharacterSet.Empty;
        CharacterSet? subtracted = null;
        var inverted = text.Take('^');
        // A bracket in the first place is itself.
        for (var first = true; first || text.Next != ']'; first = false)
        {
            if (text.IsAtEnd)
            {
                text.GiveUp();
                return CharacterSet.Empty;
            }
            if (!first && text.Take("-["))
            {
                subtracted = Parse(text, options, depth + 1);
                break;
            }
            if (text.Take('\\'))
            {
                if (EscapedClass(text, options) is { } known)
                {
                    set = set.Or(known);
                    continue;
                }
                set = set.Or(Range(text, text.EscapedCharacter()));
            }
            else
            {
                set = set.Or(Range(text, text.TakeAny()));
            }
        }
        if (!text.Take(']'))
            text.GiveUp();
        if ((options & RegexOptions.IgnoreCase) != 0)
            set = set.IgnoringCase();
        if (inverted)
            set = set.Complement();
        return subtracted is null ? set : set.Except(subtracted);
    }

    // "a" or "a-z"; in "a-]" and "a-[b]" the hyphen is no range.
    static CharacterSet Range(PatternText text, char first)
    {
        var start = text.Position;
        if (!text.Take('-') || text.IsAtEnd || text.Next is ']' or '[')
        {
            text.Position = System.Math.Max(start, text.IsUnreadable ? text.Position : start);
            return CharacterSet.Of(first, first);
        }
        var last = text.TakeAny();
        if (last == '\\')
        {
            // [a-\d] is an error of the pattern's author.
            last = text.EscapedCharacter();
        }
        if (last >= first)
            return CharacterSet.Of(first, last);
        text.GiveUp();
        return CharacterSet.Empty;
    }
}
