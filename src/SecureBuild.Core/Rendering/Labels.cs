using System.Globalization;
using System.Resources;

namespace SecureBuild.Rendering;

/// <summary>The words of renderings: <c>Labels.resx</c> and <c>Labels.ja.resx</c>, in a language that is given, not in that of the thread.</summary>
sealed class Labels(string language)
{
    static readonly ResourceManager s_texts = new("SecureBuild.Rendering.Labels", typeof(Labels).Assembly);

    readonly CultureInfo _culture = CultureInfo.GetCultureInfo(language.StartsWith("ja", StringComparison.OrdinalIgnoreCase) ? "ja" : "en");

    public string Language => _culture.Name;

    public string this[string name] => s_texts.GetString(name, _culture) ?? throw new MissingManifestResourceException(name);

    /// <summary>The word, or null where there is none under this name.</summary>
    public string? Find(string name) => s_texts.GetString(name, _culture);

    public string Of(string name, params object?[] arguments) => string.Format(CultureInfo.InvariantCulture, this[name], arguments);
}
