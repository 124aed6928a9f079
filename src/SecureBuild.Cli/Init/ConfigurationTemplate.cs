using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace SecureBuild.Cli.Init;

/// <summary>
/// The commented file that <c>init</c> writes, one per language: <c>securebuild.en.jsonc</c>, <c>securebuild.ja.jsonc</c>. A line with
/// <c>{{name|example}}</c> gets the value found; without one it becomes a comment with the example.
/// </summary>
static partial class ConfigurationTemplate
{
    public static string Fill(string language, ProjectFacts facts)
    {
        using var reader = new StreamReader(typeof(ConfigurationTemplate).Assembly.GetManifestResourceStream($"init/securebuild.{language}.jsonc")!);
        return string.Concat(reader.ReadToEnd().ReplaceLineEndings("\n").TrimEnd().Split('\n').Select(line => FillLine(line, facts) + "\n"));
    }

    static string FillLine(string line, ProjectFacts facts)
    {
        if (Hole().Match(line) is not { Success: true } hole)
            return line;
        if (facts[hole.Groups["name"].Value] is { } value)
            return line.Replace(hole.Value, JsonEncodedText.Encode(value, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString(), StringComparison.Ordinal);
        var indent = line.Length - line.TrimStart().Length;
        return $"{line[..indent]}// {line[indent..].Replace(hole.Value, hole.Groups["example"].Value, StringComparison.Ordinal)}";
    }

    [GeneratedRegex(@"\{\{(?<name>\w+)\|(?<example>[^}]*)\}\}")]
    private static partial Regex Hole();
}
