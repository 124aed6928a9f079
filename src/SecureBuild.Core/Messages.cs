using System.Globalization;
using System.Resources;

namespace SecureBuild;

/// <summary>
/// The coded messages SB9xxx. Texts are in <c>Messages.resx</c> and <c>Messages.ja.resx</c> under the code; the language is the thread's UI culture.
/// </summary>
public static class Messages
{
    static readonly ResourceManager s_texts = new("SecureBuild.Messages", typeof(Messages).Assembly);

    /// <summary>A problem with this code; the arguments fill the text's holes.</summary>
    public static Problem Error(string code, string? file = null, int line = 0, int column = 0, params object?[] arguments) =>
        new(code, ProblemLevel.Error, Text(code, arguments), file, line, column);

    /// <inheritdoc cref="Error"/>
    public static Problem Warning(string code, string? file = null, int line = 0, int column = 0, params object?[] arguments) =>
        new(code, ProblemLevel.Warning, Text(code, arguments), file, line, column);

    /// <summary>The text under a code or name, formatted. Arguments are often text of others (names of packages, of files), and end in logs and terminals: <see cref="Printable"/>.</summary>
    public static string Text(string name, params object?[] arguments) =>
        string.Format(CultureInfo.InvariantCulture, s_texts.GetString(name, CultureInfo.CurrentUICulture) ?? throw new MissingManifestResourceException(name),
            [.. arguments.Select(argument => argument is string text ? Printable.Of(text) : argument)]);

    // Ranges, so that parallel work does not collide. Numbers are never reused.
    // SB9000–SB9099 build task · SB9100–SB9199 configuration · SB9200–SB9299 restore result and SBOM · SB9300–SB9399 evidence and assessment
    // SB9400–SB9499 keys and signing · SB9500–SB9599 verification · SB9600–SB9699 command line · SB9700–SB9729 policies of buyers
    // SB9730–SB9759 submission packages · SB9770–SB9794 reports collected after the build · SB9795–SB9799 form of deliveries · SB9800–SB9819 forms
}
