using System.Globalization;

namespace SecureBuild.Cli;

/// <summary>Which language the tool speaks. It is settled before the command line is parsed, because the help speaks it too.</summary>
static class Language
{
    public const string Option = "--lang";

    /// <summary><c>ja</c> or <c>en</c>, as set for this process.</summary>
    public static string Current => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "ja" ? "ja" : "en";

    /// <summary><c>--lang</c>, then the .NET command line's own variable, then the system's language.</summary>
    public static void Settle(IReadOnlyList<string> arguments)
    {
        var wanted = FromArguments(arguments) ?? Environment.GetEnvironmentVariable("DOTNET_CLI_UI_LANGUAGE") ?? CultureInfo.CurrentUICulture.Name;
        var culture = CultureInfo.GetCultureInfo(wanted.StartsWith("ja", StringComparison.OrdinalIgnoreCase) ? "ja" : "en");
        CultureInfo.CurrentUICulture = CultureInfo.DefaultThreadCurrentUICulture = culture;
        CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
    }

    static string? FromArguments(IReadOnlyList<string> arguments)
    {
        for (var i = 0; i < arguments.Count && arguments[i] != "--"; i++)
        {
            if (arguments[i] == Option && i + 1 < arguments.Count)
                return arguments[i + 1];
            if (arguments[i].StartsWith(Option + "=", StringComparison.Ordinal) || arguments[i].StartsWith(Option + ":", StringComparison.Ordinal))
                return arguments[i][(Option.Length + 1)..];
        }
        return null;
    }
}
