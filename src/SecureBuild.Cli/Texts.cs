using System.Globalization;
using System.Resources;

namespace SecureBuild.Cli;

/// <summary>The tool's own texts: <c>Texts.resx</c> and <c>Texts.ja.resx</c>, in the UI culture.</summary>
static class Texts
{
    static readonly ResourceManager s_texts = new("SecureBuild.Cli.Texts", typeof(Texts).Assembly);

    public static string Of(string name, params object?[] arguments)
    {
        var text = s_texts.GetString(name, CultureInfo.CurrentUICulture) ?? throw new MissingManifestResourceException(name);
        return arguments.Length == 0 ? text : string.Format(CultureInfo.InvariantCulture, text, [.. arguments.Select(argument => argument is string name ? Printable.Of(name) : argument)]);
    }
}
