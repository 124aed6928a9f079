using SecureBuild.Evidence;

namespace SecureBuild.Sbom;

/// <summary>Which shared framework has the content of a package: its targeting pack lists them (<c>data/PackageOverrides.txt</c>, <c>Id|Version</c> a line).</summary>
sealed class SuppliedPackages(IEnumerable<FrameworkInput> frameworks)
{
    Dictionary<string, string>? _frameworkOf;

    /// <summary>The framework's name, or null where no list names the package.</summary>
    public string? Framework(string package) => (_frameworkOf ??= Read()).GetValueOrDefault(package);

    Dictionary<string, string> Read()
    {
        var read = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        // The base framework first: what it has, the others only have through it.
        foreach (var framework in frameworks.OrderBy(framework => framework.Name == FrameworkComponents.Base ? 0 : 1).ThenBy(framework => framework.Name, StringComparer.Ordinal))
            if (framework.TargetingPackFolder is { } folder && Path.Combine(folder, "data", "PackageOverrides.txt") is var list && File.Exists(list))
                foreach (var line in File.ReadLines(list))
                    if (line.IndexOf('|', StringComparison.Ordinal) is > 0 and var bar)
                        read.TryAdd(line[..bar], framework.Name);
        return read;
    }
}
