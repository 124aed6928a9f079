using System.Collections.Immutable;
using System.Text.Json;

namespace SecureBuild.Evidence;

/// <summary>What facts need of <c>project.assets.json</c>: settings and log of the restore, and how many packages there are.</summary>
sealed class RestoreResult : IDisposable
{
    readonly JsonDocument _document;

    RestoreResult(JsonDocument document)
    {
        _document = document;
        var root = document.RootElement;
        Restore = root.Member("project")?.Member("restore") ?? default;
        Logs = [.. root.Items("logs")];
        Packages = [.. PackagesOf(root)];
        Frameworks = [.. FrameworksOf(root)];
        ConfigFiles = [.. Restore.Items("configFilePaths", static path => path.GetString() ?? "")];
        Configuration = ConfigFiles.IsEmpty ? null : NuGetConfiguration.Read(ConfigFiles);
        Silenced = [.. Restore.Member("warningProperties") is { } warnings ? warnings.Texts("noWarn") : [], .. PerPackage(root)];
    }

    public JsonElement Restore { get; }

    public ImmutableArray<JsonElement> Logs { get; }

    /// <summary><c>Newtonsoft.Json/12.0.1</c>.</summary>
    public ImmutableArray<string> Packages { get; }

    public ImmutableArray<string> Frameworks { get; }

    public ImmutableArray<string> ConfigFiles { get; }

    /// <summary>The effective NuGet.Config, or null where a file of it cannot be read.</summary>
    public NuGetConfiguration? Configuration { get; }

    /// <summary>Codes silenced for the project or for one package. NuGet leaves silenced messages out of the log altogether.</summary>
    public ImmutableArray<string> Silenced { get; }

    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="JsonException">It is not JSON.</exception>
    public static RestoreResult Read(string assetsFile)
    {
        using var stream = JsonBytes.Open(assetsFile);
        return new(JsonBytes.Parse(stream));
    }

    public void Dispose() => _document.Dispose();

    static IEnumerable<string> PackagesOf(JsonElement root)
    {
        foreach (var library in root.Members("libraries"))
        {
            if (library.Value.Text("type") == "package")
                yield return library.Name;
        }
    }

    static IEnumerable<string> FrameworksOf(JsonElement root)
    {
        foreach (var framework in (root.Member("project") ?? default).Members("frameworks"))
            yield return framework.Name;
    }

    static IEnumerable<string> PerPackage(JsonElement root)
    {
        foreach (var framework in (root.Member("project") ?? default).Members("frameworks"))
            foreach (var dependency in framework.Value.Members("dependencies"))
                foreach (var code in dependency.Value.Texts("noWarn"))
                    yield return code;
    }
}
