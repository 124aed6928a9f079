using System.Globalization;
using System.Text.Json;

namespace SecureBuild.Configuration;

/// <summary>The members of one object, read by name and type. Wrong, unknown and repeated members are noted once.</summary>
sealed class Fields
{
    readonly Dictionary<string, LocatedValue> _values = new(StringComparer.Ordinal);
    readonly Mistakes _mistakes;
    readonly string _path;

    /// <summary>Where the object begins.</summary>
    public int Offset { get; }

    Fields(LocatedValue value, string kind, string path, Mistakes mistakes)
    {
        (Offset, _path, _mistakes) = (value.Offset, path, mistakes);
        var known = ConfigurationMembers.Of.TryGetValue(kind, out var members) ? members : CatalogueMembers.Of[kind];
        foreach (var member in value.Members)
        {
            if (!known.Contains(member.Name))
                mistakes.Warn("SB9103", member.Offset, PathOf(member.Name), Spelling.Hint(member.Name, known), string.Join(", ", known));
            else if (!_values.TryAdd(member.Name, member.Value))
                mistakes.Add("SB9104", member.Offset, PathOf(member.Name));
        }
    }

    /// <summary>The members of an object; of anything else none, and that is noted. Null (nothing could be read) has none.</summary>
    public static Fields Of(LocatedValue? value, string kind, string path, Mistakes mistakes)
    {
        if (value is { Kind: not JsonValueKind.Object })
            mistakes.Add("SB9102", value.Offset, path.Length > 0 ? path : ProjectConfigurationFile.Name, Messages.Text("JsonObject"), KindText(value.Kind));
        return new(value ?? new(JsonValueKind.Object, 0), kind, path, mistakes);
    }

    public bool Has(string name) => _values.ContainsKey(name);

    public int OffsetOf(string name) => _values.TryGetValue(name, out var value) ? value.Offset : Offset;

    public string PathOf(string name) => _path.Length > 0 ? $"{_path}.{name}" : name;

    /// <summary>A text that is not blank, or null.</summary>
    public string? Text(string name)
    {
        if (Value(name, JsonValueKind.String, "JsonString") is not { } value)
            return null;
        if (!string.IsNullOrWhiteSpace(value.Text))
            return value.Text.Trim();
        _mistakes.Add("SB9105", value.Offset, PathOf(name));
        return null;
    }

    /// <summary>A whole number from 1 on, or null.</summary>
    public int? WholeNumber(string name)
    {
        if (Value(name, JsonValueKind.Number, "JsonNumber") is not { } value)
            return null;
        if (int.TryParse(value.Text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) && number > 0)
            return number;
        _mistakes.Add("SB9269", value.Offset, PathOf(name), value.Text);
        return null;
    }

    /// <summary>A whole number within bounds, or null.</summary>
    public int? Number(string name, int least, int most, string code)
    {
        if (Value(name, JsonValueKind.Number, "JsonNumber") is not { } value)
            return null;
        if (int.TryParse(value.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        _mistakes.Add(code, value.Offset, PathOf(name), value.Text);
        return null;
    }

    /// <summary>The value whatever it is; null where there is none.</summary>
    public LocatedValue? Any(string name) => _values.GetValueOrDefault(name);

    public string? Url(string name) => Checked(name, "SB9117",
        text => Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" && uri.UserInfo.Length == 0);

    public string? Email(string name) => Checked(name, "SB9116",
        text => text.IndexOf('@') is > 0 and var at && at == text.LastIndexOf('@') && at < text.Length - 1 && !text.Any(char.IsWhiteSpace));

    public string? Country(string name) => Checked(name, "SB9118", text => text is [>= 'A' and <= 'Z', >= 'A' and <= 'Z']);

    public Fields? Object(string name, string kind) =>
        Value(name, JsonValueKind.Object, "JsonObject") is { } value ? new(value, kind, PathOf(name), _mistakes) : null;

    /// <summary>The elements of an array with their paths; none where it is absent or something else.</summary>
    public IEnumerable<(LocatedValue Value, string Path)> Elements(string name) =>
        Value(name, JsonValueKind.Array, "JsonArray") is { } array
            ? array.Elements.Select((element, index) => (element, $"{PathOf(name)}[{index}]"))
            : [];

    /// <summary>A text, or an object with <c>en</c> and <c>ja</c> of which one may be missing.</summary>
    public Bilingual? BothLanguages(string name)
    {
        if (_values.TryGetValue(name, out var value) && value.Kind == JsonValueKind.String)
            return Text(name) is { } text ? new(text, text) : null;
        if (Object(name, ConfigurationMembers.Name) is not { } languages)
            return null;
        var (en, ja) = (languages.Text("en"), languages.Text("ja"));
        return (en ?? ja) is null ? null : new(en ?? ja!, ja ?? en!);
    }

    string? Checked(string name, string code, Func<string, bool> good)
    {
        if (Text(name) is not { } text)
            return null;
        if (good(text))
            return text;
        _mistakes.Add(code, OffsetOf(name), PathOf(name), text);
        return null;
    }

    LocatedValue? Value(string name, JsonValueKind kind, string expected)
    {
        if (!_values.TryGetValue(name, out var value))
            return null;
        if (value.Kind == kind)
            return value;
        _mistakes.Add("SB9102", value.Offset, PathOf(name), Messages.Text(expected), KindText(value.Kind));
        return null;
    }

    internal static string KindText(JsonValueKind kind) => Messages.Text(kind is JsonValueKind.True or JsonValueKind.False ? "JsonBoolean" : $"Json{kind}");
}
