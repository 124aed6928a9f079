using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace SecureBuild.Analyzers.Configuration;

/// <summary>An additional file that configures the application, known by its name: <c>appsettings*.json</c>, <c>*.config</c>, <c>launchSettings.json</c>, <c>Dockerfile</c>, <c>compose.yml</c>.</summary>
sealed class ConfigurationFile
{
    // Settings are written by hand; what is larger is data.
    const int Longest = 1_000_000;

    readonly AdditionalFileAnalysisContext _context;

    ConfigurationFile(AdditionalFileAnalysisContext context, ConfigurationKind kind, SourceText text, string name)
    {
        _context = context;
        Kind = kind;
        Text = text;
        IsForDevelopment = name.IndexOf(".Development.", StringComparison.OrdinalIgnoreCase) >= 0 || name.IndexOf(".Local.", StringComparison.OrdinalIgnoreCase) >= 0
            || name.IndexOf(".Debug.", StringComparison.OrdinalIgnoreCase) >= 0 || kind == ConfigurationKind.Compose && (name.IndexOf(".override.", StringComparison.OrdinalIgnoreCase) >= 0 || name.IndexOf(".dev.", StringComparison.OrdinalIgnoreCase) >= 0) || kind == ConfigurationKind.LaunchSettings || name.Equals("local.settings.json", StringComparison.OrdinalIgnoreCase);
    }

    public ConfigurationKind Kind { get; }

    public SourceText Text { get; }

    /// <summary>By its name only the developer's machine reads it.</summary>
    public bool IsForDevelopment { get; }

    /// <summary>Null for any other file, and for those of other kinds than asked for.</summary>
    public static ConfigurationFile? In(AdditionalFileAnalysisContext context, ConfigurationKind kinds)
    {
        var path = context.AdditionalFile.Path;
        var name = path.Substring(path.LastIndexOfAny(s_separators) + 1);
        var kind = KindOf(name);
        return (kind & kinds) != 0 && context.AdditionalFile.GetText(context.CancellationToken) is { Length: <= Longest } text ? new(context, kind, text, name) : null;
    }

    /// <summary>The values in the file, of whatever kind it is.</summary>
    public IEnumerable<Setting> Settings() => Kind switch
    {
        ConfigurationKind.Config => ConfigXml.In(Text)?.Settings() ?? [],
        ConfigurationKind.Dockerfile => DockerInstruction.Settings(Text),
        ConfigurationKind.Compose => ComposeSettings.In(Text),
        _ => JsonSettings.In(Text.ToString()),
    };

    /// <summary>Reports at a place in the file.</summary>
    public void Report(DiagnosticDescriptor rule, TextSpan span, DiagnosticSeverity severity, params object[] arguments) =>
        _context.ReportDiagnostic(Diagnostic.Create(rule, Location.Create(_context.AdditionalFile.Path, span, Text.Lines.GetLinePositionSpan(span)), severity, additionalLocations: null, properties: null, messageArgs: arguments));

    static readonly char[] s_separators = ['/', '\\'];

    static ConfigurationKind KindOf(string name)
    {
        if (name.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
            return name.StartsWith("appsettings", StringComparison.OrdinalIgnoreCase) || name.EndsWith("secrets.json", StringComparison.OrdinalIgnoreCase) || name.Equals("local.settings.json", StringComparison.OrdinalIgnoreCase) || name.Equals("connectionstrings.json", StringComparison.OrdinalIgnoreCase) ? ConfigurationKind.Settings
                : name.Equals("launchSettings.json", StringComparison.OrdinalIgnoreCase) ? ConfigurationKind.LaunchSettings : ConfigurationKind.None;
        if (name.EndsWith(".config", StringComparison.OrdinalIgnoreCase))
            return name.Equals("packages.config", StringComparison.OrdinalIgnoreCase) ? ConfigurationKind.None : ConfigurationKind.Config;
        if (name.EndsWith(".yml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase))
            return name.StartsWith("docker-compose", StringComparison.OrdinalIgnoreCase) || name.StartsWith("compose", StringComparison.OrdinalIgnoreCase) ? ConfigurationKind.Compose : ConfigurationKind.None;
        return name.StartsWith("Dockerfile", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".Dockerfile", StringComparison.OrdinalIgnoreCase) || name.Equals("Containerfile", StringComparison.Ordinal) ? ConfigurationKind.Dockerfile : ConfigurationKind.None;
    }
}
