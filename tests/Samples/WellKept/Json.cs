using System.Globalization;
using System.Text;

namespace WellKept.Json;

public enum JsonKind { Null, Boolean, Number, String, Array, Object }

/// <summary>A value of a JSON document.</summary>
public abstract record JsonValue(JsonKind Kind)
{
    public static JsonValue Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var reader = new JsonReader(text);
        var value = reader.ReadValue(0);
        reader.ExpectEnd();
        return value;
    }

    public static bool TryParse(string? text, out JsonValue? value)
    {
        value = null;
        if (text is null)
            return false;
        try
        {
            value = Parse(text);
            return true;
        }
        catch (JsonFormatException)
        {
            return false;
        }
    }

    public JsonValue? this[string name] => this is JsonObject all && all.Members.TryGetValue(name, out var found) ? found : null;

    public JsonValue? this[int index] => this is JsonArray all && index >= 0 && index < all.Items.Count ? all.Items[index] : null;

    public override string ToString()
    {
        var text = new StringBuilder();
        JsonWriter.Write(this, text);
        return text.ToString();
    }
}

public sealed record JsonNull() : JsonValue(JsonKind.Null)
{
    public static JsonNull Instance { get; } = new();

    public override string ToString() => "null";
}

public sealed record JsonBoolean(bool Value) : JsonValue(JsonKind.Boolean)
{
    public override string ToString() => Value ? "true" : "false";
}

public sealed record JsonNumber(double Value) : JsonValue(JsonKind.Number)
{
    public override string ToString() => Value.ToString("R", CultureInfo.InvariantCulture);
}

public sealed record JsonString(string Value) : JsonValue(JsonKind.String)
{
    public override string ToString() => base.ToString();
}

public sealed record JsonArray(IReadOnlyList<JsonValue> Items) : JsonValue(JsonKind.Array)
{
    public override string ToString() => base.ToString();
}

public sealed record JsonObject(IReadOnlyDictionary<string, JsonValue> Members) : JsonValue(JsonKind.Object)
{
    public override string ToString() => base.ToString();
}

public sealed class JsonFormatException(string message, int position) : FormatException($"{message} at {position}")
{
    public int Position { get; } = position;
}

sealed class JsonReader(string text)
{
    const int MaxDepth = 64;

    int _at;

    public JsonValue ReadValue(int depth)
    {
        if (depth > MaxDepth)
            throw Wrong("nested too deeply");
        SkipBlanks();
        if (_at >= text.Length)
            throw Wrong("unexpected end");
        switch (text[_at])
        {
            case '{':
                return ReadObject(depth);
            case '[':
                return ReadArray(depth);
            case '"':
                return new JsonString(ReadString());
            case 't':
                Expect("true");
                return new JsonBoolean(true);
            case 'f':
                Expect("false");
                return new JsonBoolean(false);
            case 'n':
                Expect("null");
                return JsonNull.Instance;
            case '-' or (>= '0' and <= '9'):
                return ReadNumber();
            default:
                throw Wrong($"unexpected character '{text[_at]}'");
        }
    }

    public void ExpectEnd()
    {
        SkipBlanks();
        if (_at < text.Length)
            throw Wrong("text after the document");
    }

    JsonObject ReadObject(int depth)
    {
        var members = new Dictionary<string, JsonValue>(StringComparer.Ordinal);
        _at++;
        SkipBlanks();
        if (Accept('}'))
            return new(members);
        do
        {
            SkipBlanks();
            if (_at >= text.Length || text[_at] != '"')
                throw Wrong("a name is expected");
            var name = ReadString();
            SkipBlanks();
            Expect(":");
            if (!members.TryAdd(name, ReadValue(depth + 1)))
                throw Wrong("the name is there twice");
            SkipBlanks();
        }
        while (Accept(','));
        Expect("}");
        return new(members);
    }

    JsonArray ReadArray(int depth)
    {
        var items = new List<JsonValue>();
        _at++;
        SkipBlanks();
        if (Accept(']'))
            return new(items);
        do
        {
            items.Add(ReadValue(depth + 1));
            SkipBlanks();
        }
        while (Accept(','));
        Expect("]");
        return new(items);
    }

    JsonNumber ReadNumber()
    {
        var start = _at;
        Accept('-');
        while (_at < text.Length && (char.IsAsciiDigit(text[_at]) || text[_at] is '.' or 'e' or 'E' or '+' or '-'))
            _at++;
        return double.TryParse(text.AsSpan(start, _at - start), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? new(number) : throw Wrong("no number");
    }

    string ReadString()
    {
        var value = new StringBuilder();
        _at++;
        while (true)
        {
            if (_at >= text.Length)
                throw Wrong("the string does not end");
            var character = text[_at++];
            if (character == '"')
                return value.ToString();
            if (character < ' ')
                throw Wrong("a control character in a string");
            value.Append(character == '\\' ? ReadEscape() : character);
        }
    }

    char ReadEscape()
    {
        if (_at >= text.Length)
            throw Wrong("the string does not end");
        return text[_at++] switch
        {
            '"' => '"',
            '\\' => '\\',
            '/' => '/',
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'u' when _at + 4 <= text.Length && ushort.TryParse(text.AsSpan(_at, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) => Skip((char)code, 4),
            _ => throw Wrong("unknown escape"),
        };
    }

    char Skip(char character, int count)
    {
        _at += count;
        return character;
    }

    bool Accept(char character)
    {
        if (_at >= text.Length || text[_at] != character)
            return false;
        _at++;
        return true;
    }

    void Expect(string word)
    {
        if (string.CompareOrdinal(text, _at, word, 0, word.Length) != 0)
            throw Wrong($"'{word}' is expected");
        _at += word.Length;
    }

    void SkipBlanks()
    {
        while (_at < text.Length && text[_at] is ' ' or '\t' or '\r' or '\n')
            _at++;
    }

    JsonFormatException Wrong(string message) => new(message, _at);
}

static class JsonWriter
{
    public static void Write(JsonValue value, StringBuilder text)
    {
        switch (value)
        {
            case JsonString { Value: var content }:
                WriteString(content, text);
                break;
            case JsonArray { Items: var items }:
                text.Append('[');
                for (var i = 0; i < items.Count; i++)
                {
                    if (i > 0)
                        text.Append(',');
                    Write(items[i], text);
                }
                text.Append(']');
                break;
            case JsonObject { Members: var members }:
                text.Append('{');
                var isFirst = true;
                foreach (var (name, member) in members)
                {
                    if (!isFirst)
                        text.Append(',');
                    isFirst = false;
                    WriteString(name, text);
                    text.Append(':');
                    Write(member, text);
                }
                text.Append('}');
                break;
            default:
                text.Append(value);
                break;
        }
    }

    static void WriteString(string content, StringBuilder text)
    {
        text.Append('"');
        foreach (var character in content)
            _ = character switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                < ' ' => text.Append("\\u").Append(((int)character).ToString("x4", CultureInfo.InvariantCulture)),
                _ => text.Append(character),
            };
        text.Append('"');
    }
}
