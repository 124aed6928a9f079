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
}
