using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace SecureBuild.Analyzers.Configuration;

/// <summary>
/// Reads the values of a JSON file with their places. Forgiving as the configuration system is: comments and trailing commas are no mistake.
/// At a real mistake it stops and gives what it has read.
/// </summary>
sealed class JsonSettings
{
    const int MaxDepth = 64;

    readonly string _text;
    readonly List<Setting> _settings = [];
    int _at;

    JsonSettings(string text) => _text = text;

    public static List<Setting> In(string text)
    {
        var reader = new JsonSettings(text);
        reader.Value("", 0);
        return reader._settings;
    }

    bool Value(string path, int depth)
    {
        Skip();
        if (_at >= _text.Length || depth > MaxDepth)
            return false;
        switch (_text[_at])
        {
            case '{':
                return Members(path, depth);
            case '[':
                return Elements(path, depth);
            case '"':
                var open = _at;
                if (String() is not { } value)
                    return false;
                _settings.Add(new(path, value, TextSpan.FromBounds(open + 1, _at - 1)));
                return true;
            default:
                var start = _at;
                while (_at < _text.Length && (char.IsLetterOrDigit(_text[_at]) || _text[_at] is '-' or '+' or '.'))
                    _at++;
                if (_at == start)
                    return false;
                _settings.Add(new(path, _text.Substring(start, _at - start), TextSpan.FromBounds(start, _at)));
                return true;
        }
    }

    bool Members(string path, int depth)
    {
        _at++;
        while (true)
        {
            Skip();
            if (Take('}'))
                return true;
            if (_at >= _text.Length || _text[_at] != '"' || String() is not { } name)
                return false;
            Skip();
            if (!Take(':') || !Value(path.Length == 0 ? name : path + ":" + name, depth + 1))
                return false;
            Skip();
            if (!Take(',') && !(_at < _text.Length && _text[_at] == '}'))
                return false;
        }
    }

    // Elements have no names of their own: the list's name says what they are.
    bool Elements(string path, int depth)
    {
        _at++;
        while (true)
        {
            Skip();
            if (Take(']'))
                return true;
            if (!Value(path, depth + 1))
                return false;
            Skip();
            if (!Take(',') && !(_at < _text.Length && _text[_at] == ']'))
                return false;
        }
    }

    string? String()
    {
        var value = new StringBuilder();
        for (_at++; _at < _text.Length; _at++)
            switch (_text[_at])
            {
                case '"':
                    _at++;
                    return value.ToString();
                case '\r' or '\n':
                    return null;
                case '\\' when _at + 1 < _text.Length:
                    _at++;
                    if (_text[_at] == 'u' && _at + 4 < _text.Length && int.TryParse(_text.Substring(_at + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
                    {
                        value.Append((char)code);
                        _at += 4;
                    }
                    else
                        value.Append(_text[_at] switch { 'n' => '\n', 'r' => '\r', 't' => '\t', 'b' => '\b', 'f' => '\f', var c => c });
                    break;
                default:
                    value.Append(_text[_at]);
                    break;
            }
        return null;
    }

    bool Take(char c)
    {
        if (_at >= _text.Length || _text[_at] != c)
            return false;
        _at++;
        return true;
    }

    void Skip()
    {
        while (_at < _text.Length)
            if (char.IsWhiteSpace(_text[_at]) || _text[_at] == '\ufeff')
                _at++;
            else if (string.CompareOrdinal(_text, _at, "//", 0, 2) == 0)
                _at = _text.IndexOf('\n', _at) is >= 0 and var end ? end + 1 : _text.Length;
            else if (string.CompareOrdinal(_text, _at, "/*", 0, 2) == 0)
                _at = _text.IndexOf("*/", _at + 2, StringComparison.Ordinal) is >= 0 and var end ? end + 2 : _text.Length;
            else
                return;
    }
}
