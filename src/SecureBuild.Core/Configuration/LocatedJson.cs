using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace SecureBuild.Configuration;

/// <summary>A value together with where it stands; System.Text.Json's own model forgets that.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Offset">Where it begins, in characters.</param>
sealed record LocatedValue(JsonValueKind Kind, int Offset)
{
    /// <summary>False for an object or array that a syntax error cut off: its members are good, but more may have been meant.</summary>
    public bool Complete { get; init; } = true;

    /// <summary>Where it ends: just behind its last character.</summary>
    public int End { get; init; }

    /// <summary>The text of a string, or a number as it is spelt.</summary>
    public string Text { get; init; } = "";

    /// <summary>The members of an object, in the file's order, repeated ones too.</summary>
    public ImmutableArray<LocatedMember> Members { get; init; } = [];

    /// <summary>The elements of an array.</summary>
    public ImmutableArray<LocatedValue> Elements { get; init; } = [];
}

/// <summary>A member of an object.</summary>
sealed record LocatedMember(string Name, int Offset, LocatedValue Value);

/// <summary>JSON with comments and trailing commas, with positions; what stands before a syntax error is kept.</summary>
/// <param name="Text">The file's text without byte order mark.</param>
/// <param name="Root">The value, or as much of it as could be read; null when there is none.</param>
/// <param name="BrokenAt">Where the text stopped being JSON, in characters; null when all of it is.</param>
sealed record LocatedJson(string Text, LocatedValue? Root, int? BrokenAt)
{
    static readonly JsonReaderOptions s_options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };

    public static LocatedJson Parse(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("\uFEFF"u8))
            bytes = bytes[3..];
        var text = Encoding.UTF8.GetString(bytes);
        var reading = new Reading(bytes);
        var root = reading.Document();
        return new(text, root, reading.BrokenAt);
    }

    ref struct Reading(ReadOnlySpan<byte> bytes)
    {
        readonly ReadOnlySpan<byte> _bytes = bytes;
        Utf8JsonReader _reader = new(bytes, s_options);

        public int? BrokenAt { get; private set; }

        int _byte;
        int _character;

        int Offset => CharacterAt((int)_reader.TokenStartIndex);

        int End => CharacterAt((int)_reader.BytesConsumed);

        // Counted on from the last place asked for, or a long file would be counted once for every token.
        int CharacterAt(int position)
        {
            if (position < _byte)
                (_byte, _character) = (0, 0);
            _character += Encoding.UTF8.GetCharCount(_bytes[_byte..position]);
            _byte = position;
            return _character;
        }

        public LocatedValue? Document()
        {
            if (!Next())
                return null;
            var root = Value();
            if (BrokenAt is null)
                Next(); // anything behind the value is an error
            return root;
        }

        /// <summary>The next token; false at the end, and from a syntax error on.</summary>
        bool Next()
        {
            if (BrokenAt is not null)
                return false;
            try
            {
                return _reader.Read();
            }
            catch (JsonException e)
            {
                BrokenAt = OffsetOf(e);
                return false;
            }
        }

        LocatedValue Value() => _reader.TokenType switch
        {
            JsonTokenType.StartObject => Object(),
            JsonTokenType.StartArray => Array(),
            JsonTokenType.String => new(JsonValueKind.String, Offset) { Text = Unescaped(), End = End },
            JsonTokenType.Number => new(JsonValueKind.Number, Offset) { Text = Encoding.UTF8.GetString(_reader.ValueSpan), End = End },
            JsonTokenType.True => new(JsonValueKind.True, Offset) { End = End },
            JsonTokenType.False => new(JsonValueKind.False, Offset) { End = End },
            _ => new(JsonValueKind.Null, Offset) { End = End },
        };

        LocatedValue Object()
        {
            var start = Offset;
            var members = ImmutableArray.CreateBuilder<LocatedMember>();
            while (Next() && _reader.TokenType == JsonTokenType.PropertyName)
            {
                var offset = Offset;
                var name = Unescaped();
                if (!Next())
                    break;
                members.Add(new(name, offset, Value()));
            }
            return new(JsonValueKind.Object, start) { Members = members.ToImmutable(), Complete = BrokenAt is null, End = End };
        }

        LocatedValue Array()
        {
            var start = Offset;
            var elements = ImmutableArray.CreateBuilder<LocatedValue>();
            while (Next() && _reader.TokenType != JsonTokenType.EndArray)
                elements.Add(Value());
            return new(JsonValueKind.Array, start) { Elements = elements.ToImmutable(), Complete = BrokenAt is null, End = End };
        }

        /// <summary>A string that is valid JSON can still be half a surrogate pair or not UTF-8.</summary>
        string Unescaped()
        {
            try
            {
                return _reader.GetString()!;
            }
            catch (InvalidOperationException)
            {
                BrokenAt ??= Offset;
                return "";
            }
        }

        readonly int OffsetOf(JsonException e)
        {
            var lineStart = 0;
            for (var line = 0L; line < (e.LineNumber ?? 0); line++)
                lineStart += _bytes[lineStart..].IndexOf((byte)'\n') + 1;
            var end = (int)Math.Min(lineStart + (e.BytePositionInLine ?? 0), _bytes.Length);
            return Encoding.UTF8.GetCharCount(_bytes[..end]);
        }
    }
}
