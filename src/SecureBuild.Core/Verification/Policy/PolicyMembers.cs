using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using SecureBuild.Configuration;

namespace SecureBuild.Verification.Policy;

/// <summary>The members of one object of a policy. Unlike in <c>securebuild.json</c> an unknown member is an error: a misspelt rule would be one that nobody checks.</summary>
sealed class PolicyMembers
{
    readonly Dictionary<string, LocatedValue> _values = new(StringComparer.Ordinal);
    readonly Mistakes _mistakes;
    readonly string _path;

    PolicyMembers(LocatedValue value, string path, Mistakes mistakes, string[] known)
    {
        (Offset, _path, _mistakes) = (value.Offset, path, mistakes);
        foreach (var member in value.Members)
        {
            if (!known.Contains(member.Name))
                mistakes.Add("SB9703", member.Offset, PathOf(member.Name), Spelling.Hint(member.Name, known), string.Join(", ", known));
            else if (!_values.TryAdd(member.Name, member.Value))
                mistakes.Add("SB9704", member.Offset, PathOf(member.Name));
        }
    }

    /// <summary>Where the object begins.</summary>
    public int Offset { get; }

    /// <summary>Null, and noted, where it is no object.</summary>
    public static PolicyMembers? Of(LocatedValue value, string path, Mistakes mistakes, params string[] known)
    {
        if (value.Kind == JsonValueKind.Object)
            return new(value, path, mistakes, known);
        Wrong(mistakes, value, path.Length > 0 ? path : "policy", "JsonObject");
        return null;
    }

    public string PathOf(string name) => _path.Length > 0 ? $"{_path}.{name}" : name;

    public int OffsetOf(string name) => _values.TryGetValue(name, out var value) ? value.Offset : Offset;

    public bool Has(string name) => _values.ContainsKey(name);

    /// <summary>A text that is not blank, or null.</summary>
    public string? Text(string name) => Value(name, JsonValueKind.String, "JsonString") is { } value ? Filled(value, PathOf(name)) : null;

    /// <summary>A text that must be there.</summary>
    public string? Required(string name)
    {
        if (!Has(name))
            _mistakes.Add("SB9710", Offset, PathOf(name));
        return Text(name);
    }

    /// <summary>One of several words, or null.</summary>
    public string? OneOf(string name, params string[] possible)
    {
        if (Text(name) is not { } text)
            return null;
        if (possible.Contains(text, StringComparer.Ordinal))
            return text;
        _mistakes.Add("SB9705", OffsetOf(name), PathOf(name), text, string.Join(", ", possible));
        return null;
    }

    public bool Flag(string name)
    {
        if (!_values.TryGetValue(name, out var value))
            return false;
        if (value.Kind is not (JsonValueKind.True or JsonValueKind.False))
            Wrong(_mistakes, value, PathOf(name), "JsonBoolean");
        return value.Kind == JsonValueKind.True;
    }

    /// <summary>A whole number between two others, or null.</summary>
    public int? Number(string name, int least, int most) => _values.TryGetValue(name, out var value) ? Number(value, PathOf(name), least, most) : null;

    public PolicyMembers? Object(string name, params string[] known) => _values.TryGetValue(name, out var value) ? Of(value, PathOf(name), _mistakes, known) : null;

    /// <summary>The elements of a list with their paths; a list that is there must not be empty.</summary>
    public IEnumerable<(LocatedValue Value, string Path)> Elements(string name)
    {
        if (Value(name, JsonValueKind.Array, "JsonArray") is not { } array)
            return [];
        if (array.Elements.IsEmpty)
            _mistakes.Add("SB9709", array.Offset, PathOf(name));
        return array.Elements.Select((element, index) => (element, $"{PathOf(name)}[{index}]"));
    }

    /// <summary>The texts of a list.</summary>
    public ImmutableArray<string> Texts(string name, Func<string, bool> good, string code)
    {
        var texts = ImmutableArray.CreateBuilder<string>();
        foreach (var (element, path) in Elements(name))
        {
            if (element.Kind != JsonValueKind.String)
                Wrong(_mistakes, element, path, "JsonString");
            else if (Filled(element, path) is { } text)
            {
                if (good(text))
                    texts.Add(text);
                else
                    _mistakes.Add(code, element.Offset, path, text);
            }
        }
        return texts.ToImmutable();
    }

    /// <summary>The members of an object whose names are free, each name once.</summary>
    public IEnumerable<LocatedMember> Entries(string name)
    {
        if (Value(name, JsonValueKind.Object, "JsonObject") is not { } value)
            yield break;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in value.Members)
        {
            if (seen.Add(member.Name))
                yield return member;
            else
                _mistakes.Add("SB9704", member.Offset, $"{PathOf(name)}.{member.Name}");
        }
    }

    public int? Number(LocatedValue value, string path, int least, int most)
    {
        if (value.Kind != JsonValueKind.Number)
            Wrong(_mistakes, value, path, "JsonNumber");
        else if (int.TryParse(value.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        else
            _mistakes.Add("SB9708", value.Offset, path, value.Text, least, most);
        return null;
    }

    string? Filled(LocatedValue value, string path)
    {
        if (!string.IsNullOrWhiteSpace(value.Text))
            return value.Text.Trim();
        _mistakes.Add("SB9709", value.Offset, path);
        return null;
    }

    LocatedValue? Value(string name, JsonValueKind kind, string expected)
    {
        if (!_values.TryGetValue(name, out var value))
            return null;
        if (value.Kind == kind)
            return value;
        Wrong(_mistakes, value, PathOf(name), expected);
        return null;
    }

    static void Wrong(Mistakes mistakes, LocatedValue value, string path, string expected) =>
        mistakes.Add("SB9702", value.Offset, path, Messages.Text(expected), Messages.Text(value.Kind is JsonValueKind.True or JsonValueKind.False ? "JsonBoolean" : $"Json{value.Kind}"));
}
