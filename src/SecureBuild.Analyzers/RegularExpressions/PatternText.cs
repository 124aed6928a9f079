using System.Globalization;

namespace SecureBuild.Analyzers.RegularExpressions;

/// <summary>The text of a pattern and how far it has been read. Once it is unreadable it is at its end, so that every loop over it ends.</summary>
sealed class PatternText(string text)
{
    public int Position { get; set; }

    public bool IsUnreadable { get; private set; }

    public bool IsAtEnd => Position >= text.Length;

    public char Next => IsAtEnd ? '\0' : text[Position];

    /// <summary>There is no answer for this pattern.</summary>
    public PatternNode GiveUp()
    {
        IsUnreadable = true;
        Position = text.Length;
        return PatternNode.Nothing;
    }

    public char TakeAny()
    {
        if (IsAtEnd)
        {
            GiveUp();
            return '\0';
        }
        return text[Position++];
    }

    public bool Take(char expected)
    {
        if (IsAtEnd || text[Position] != expected)
            return false;
        Position++;
        return true;
    }

    public bool Take(string expected)
    {
        if (string.CompareOrdinal(text, Position, expected, 0, expected.Length) != 0)
            return false;
        Position += expected.Length;
        return true;
    }

    public void SkipPast(char end)
    {
        while (!IsAtEnd && TakeAny() != end)
        {
        }
    }

    public bool TakeNumber(out int number)
    {
        const int Enough = 1_000_000;
        var start = Position;
        for (number = 0; !IsAtEnd && Next is >= '0' and <= '9'; Position++)
            number = number > Enough ? number : number * 10 + (Next - '0');
        return Position > start;
    }

    /// <summary>The name in \p{name}.</summary>
    public string TakeBraced()
    {
        var start = Position + 1;
        if (!Take('{'))
        {
            GiveUp();
            return "";
        }
        SkipPast('}');
        return text.Substring(start, System.Math.Max(0, Position - 1 - start));
    }

    /// <summary>The one character that the escape behind a backslash stands for.</summary>
    public char EscapedCharacter()
    {
        var letter = TakeAny();
        switch (letter)
        {
            case 't':
                return '\t';
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 'f':
                return '\f';
            case 'v':
                return '\v';
            case 'a':
                return '\a';
            case 'e':
                return '\x1b';
            case 'b':
                return '\b';
            case 'x':
                return Hexadecimal(2);
            case 'u':
                return Hexadecimal(4);
            case 'c':
                return (char)(TakeAny() & 0x1f);
            case '0':
                return Octal();
            default:
                if (char.IsLetter(letter))
                    GiveUp();
                return letter;
        }
    }

    char Hexadecimal(int digits)
    {
        if (Position + digits <= text.Length && int.TryParse(text.Substring(Position, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
        {
            Position += digits;
            return (char)code;
        }
        GiveUp();
        return '\0';
    }

    char Octal()
    {
        var code = 0;
        for (var i = 0; i < 2 && Next is >= '0' and <= '7'; i++)
            code = code * 8 + (TakeAny() - '0');
        return (char)code;
    }
}
