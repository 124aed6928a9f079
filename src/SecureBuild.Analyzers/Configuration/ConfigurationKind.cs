namespace SecureBuild.Analyzers.Configuration;

/// <summary>The kinds of configuration files.</summary>
[Flags]
enum ConfigurationKind
{
    /// <summary>None of them.</summary>
    None = 0,

    /// <summary><c>appsettings*.json</c> and the like.</summary>
    Settings = 1,

    /// <summary><c>launchSettings.json</c>.</summary>
    LaunchSettings = 2,

    /// <summary><c>web.config</c>, <c>app.config</c> and other <c>*.config</c>.</summary>
    Config = 4,

    /// <summary><c>Dockerfile</c>.</summary>
    Dockerfile = 8,

    /// <summary><c>compose*.yml</c>, <c>docker-compose*.yml</c>.</summary>
    Compose = 16,
}
