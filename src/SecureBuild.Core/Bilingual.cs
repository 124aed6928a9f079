namespace SecureBuild;

/// <summary>A text in both languages.</summary>
/// <param name="En">English.</param>
/// <param name="Ja">Japanese.</param>
public sealed record Bilingual(string En, string Ja)
{
    /// <summary>The text for a language tag: Japanese for <c>ja</c> and <c>ja-JP</c>, otherwise English.</summary>
    public string In(string language) => language.StartsWith("ja", StringComparison.OrdinalIgnoreCase) ? Ja : En;
}
