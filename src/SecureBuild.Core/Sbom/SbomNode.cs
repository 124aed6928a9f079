using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace SecureBuild.Sbom;

/// <summary>
/// An object in a document that somebody else wrote, which knows its way from the root: every surprise is a <see cref="ShapeException"/> that says where.
/// A member that is null counts as absent.
/// </summary>
sealed class SbomNode
{
    readonly SbomNode? _parent;
    readonly string _step;
    readonly int _number;

    SbomNode(JsonElement value, SbomNode? parent, string step, int number = -1) => (Value, _parent, _step, _number) = (value, parent, step, number);

    /// <summary>The whole document.</summary>
    /// <exception cref="ShapeException">It is not an object.</exception>
    public static SbomNode Root(JsonElement value) => value.ValueKind == JsonValueKind.Object ? new(value, null, "") : throw new ShapeException([]);

    /// <summary>The object.</summary>
    public JsonElement Value { get; }

    /// <summary>Whether it has the member, and not as null.</summary>
    public bool Has(string name) => TryMember(name, out _);

    /// <summary>A text, or null.</summary>
    public string? Text(string name) => !TryMember(name, out var value) ? null : value.ValueKind == JsonValueKind.String ? value.GetString() : throw Wrong(name);

    /// <summary>A text that is there and not empty, or null.</summary>
    public string? Filled(string name) => Text(name) is { Length: > 0 } text ? text : null;

    /// <summary>A text that must be there.</summary>
    public string Required(string name) => Text(name) ?? throw Wrong(name);

    /// <summary>A truth value; false where it is absent.</summary>
    public bool Flag(string name) => TryMember(name, out var value) && (value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : throw Wrong(name));

    /// <summary>A whole number, or null.</summary>
    public int? Number(string name) => !TryMember(name, out var value) ? null : value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : throw Wrong(name);

    /// <summary>An object, or null.</summary>
    public SbomNode? Object(string name) => !TryMember(name, out var value) ? null : value.ValueKind == JsonValueKind.Object ? new(value, this, name) : throw Wrong(name);

    /// <summary>The objects of a list; none where it is absent.</summary>
    public IEnumerable<SbomNode> Objects(string name)
    {
        if (!TryMember(name, out var list))
            yield break;
        if (list.ValueKind != JsonValueKind.Array)
            throw Wrong(name);
        var number = 0;
        foreach (var item in list.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.Object)
                throw Wrong(name, number);
            yield return new(item, this, name, number++);
        }
    }

    /// <summary>What is read of the objects of a list, without what comes out as null.</summary>
    public ImmutableArray<T> List<T>(string name, Func<SbomNode, T?> read) where T : class
    {
        var items = ImmutableArray.CreateBuilder<T>();
        foreach (var node in Objects(name))
            if (read(node) is { } item)
                items.Add(item);
        return items.ToImmutable();
    }

    /// <summary>The texts of a list; none where it is absent.</summary>
    public ImmutableArray<string> Texts(string name)
    {
        if (!TryMember(name, out var list))
            return [];
        if (list.ValueKind != JsonValueKind.Array)
            throw Wrong(name);
        var texts = ImmutableArray.CreateBuilder<string>(list.GetArrayLength());
        foreach (var item in list.EnumerateArray())
            texts.Add(item.ValueKind == JsonValueKind.String ? item.GetString()! : throw Wrong(name, texts.Count));
        return texts.ToImmutable();
    }

    /// <summary>Members that are neither understood nor to be carried are told, those to be carried returned.</summary>
    /// <param name="understood">Read by the caller.</param>
    /// <param name="carried">To be kept as they are.</param>
    /// <param name="place">What to call this object.</param>
    /// <param name="losses">Where to tell.</param>
    public ImmutableArray<ExtraMember> Extra(FrozenSet<string> understood, FrozenSet<string>? carried, string place, SbomLosses losses)
    {
        ImmutableArray<ExtraMember>.Builder? extra = null;
        foreach (var member in Value.EnumerateObject())
        {
            if (understood.Contains(member.Name) || member.Value.ValueKind == JsonValueKind.Null)
                continue;
            if (carried?.Contains(member.Name) == true)
                (extra ??= ImmutableArray.CreateBuilder<ExtraMember>()).Add(new(member.Name, member.Value.GetRawText()));
            else
                losses.Add(place + Known(member.Name));
        }
        return extra?.ToImmutable() ?? [];
    }

    /// <summary>What is wrong with a member.</summary>
    public ShapeException Wrong(string name, int number = -1)
    {
        var path = new List<string>();
        if (number >= 0)
            path.Add(number.ToString(CultureInfo.InvariantCulture));
        path.Add(name);
        for (var node = this; node._parent is not null; node = node._parent)
        {
            if (node._number >= 0)
                path.Add(node._number.ToString(CultureInfo.InvariantCulture));
            path.Add(node._step);
        }
        path.Reverse();
        return new(path);
    }

    // A name of others ends in a message: not the whole of a hostile one.
    static string Known(string name) => name.Length <= 60 ? name : name[..60] + "…";

    bool TryMember(string name, out JsonElement value) => Value.TryGetProperty(name, out value) && value.ValueKind != JsonValueKind.Null;
}
