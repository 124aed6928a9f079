using System.Collections.Immutable;
using System.Text.Json;

namespace SecureBuild.Evidence;

/// <summary>What facts need of <c>project.assets.json</c>: settings and log of the restore, and how many packages there are. It holds nothing of the rest.</summary>
sealed class RestoreResult
{
    /// <summary>Takes it out of the whole.</summary>
    public RestoreResult(JsonElement root, FileDigests files)
    {
        Restore = root.Member("project")?.Member("restore")?.Clone() ?? default;
        Logs = [.. root.Items("logs", static log => log.Clone())];
        Packages = [.. PackagesOf(root)];
        Frameworks = [.. FrameworksOf(root)];
        ConfigFiles = [.. Restore.Items("configFilePaths", static path => path.GetString() ?? "")];
        Configuration = ConfigFiles.IsEmpty ? null : files.Read(ConfigFiles, NuGetConfiguration.Read);
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

    /// <summary>What was taken of the file when the graph was read, or reads it.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="JsonException">It is not JSON.</exception>
    public static RestoreResult Read(BuildInputs build, string assetsFile)
    {
        if (build.Restored is { } known)
            return known;
        using var stream = JsonBytes.Open(assetsFile);
        using var document = JsonBytes.Parse(stream);
        return build.Restored = new(document.RootElement, build.Digests);
    }

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
