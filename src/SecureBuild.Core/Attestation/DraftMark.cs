using System.Text.Json;
using System.Text.Json.Nodes;

namespace SecureBuild.Attestation;

/// <summary>The mark of an unsigned statement, inside its predicate so that no copy of it is without. It never survives signing.</summary>
public static class DraftMark
{
    /// <summary>The member that carries the mark.</summary>
    public const string Member = "securebuild_signing";

    /// <summary>The member that carries it in Japanese.</summary>
    public const string JapaneseMember = "securebuild_signing_ja";

    /// <summary>The mark.</summary>
    public const string Text = "UNSIGNED DRAFT";

    /// <summary>The mark in Japanese.</summary>
    public const string JapaneseText = "草案・未署名";

    /// <summary>A copy with the mark, at the end of the predicate.</summary>
    public static JsonObject Add(JsonObject statement)
    {
        var marked = Remove(statement);
        var predicate = marked["predicate"]!.AsObject();
        predicate[Member] = Text;
        predicate[JapaneseMember] = JapaneseText;
        return marked;
    }

    /// <summary>Writes what <see cref="Add"/> gives, without the copy: a statement is most of what a build writes.</summary>
    public static void Write(Utf8JsonWriter json, JsonObject statement)
    {
        json.WriteStartObject();
        foreach (var (name, value) in statement)
        {
            if (name != "predicate")
            {
                Write(json, name, value);
                continue;
            }
            json.WriteStartObject(name);
            foreach (var (member, content) in value!.AsObject())
            {
                if (member is not (Member or JapaneseMember))
                    Write(json, member, content);
            }
            json.WriteString(Member, Text);
            json.WriteString(JapaneseMember, JapaneseText);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    /// <summary>A copy without it; everything else stays as it is, byte for byte.</summary>
    public static JsonObject Remove(JsonObject statement)
    {
        var plain = statement.DeepClone().AsObject();
        var predicate = plain["predicate"]!.AsObject();
        predicate.Remove(Member);
        predicate.Remove(JapaneseMember);
        return plain;
    }

    /// <summary>Whether the statement says that it is a draft.</summary>
    public static bool IsOn(JsonObject statement) => statement["predicate"] is JsonObject predicate && predicate.ContainsKey(Member);

    static void Write(Utf8JsonWriter json, string name, JsonNode? value)
    {
        json.WritePropertyName(name);
        if (value is null)
            json.WriteNullValue();
        else
            value.WriteTo(json);
    }
}
