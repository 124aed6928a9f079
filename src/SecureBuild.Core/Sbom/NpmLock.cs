using System.Collections.Immutable;
using System.Text.Json;

namespace SecureBuild.Sbom;

/// <summary><c>package-lock.json</c> of npm, versions 2 and 3 (npm documentation, package-lock.json): the packages that the scripts and styles of a web project are made of.</summary>
/// <param name="Packages">By their place: <c>node_modules/a/node_modules/b</c>.</param>
/// <param name="Direct">Places of what the project asks for itself.</param>
sealed record NpmLock(IReadOnlyDictionary<string, NpmPackage> Packages, ImmutableArray<string> Direct)
{
    const string Folder = "node_modules/";
    const long Largest = 128 << 20;

    static readonly string[] s_groups = ["dependencies", "optionalDependencies", "peerDependencies"];

    /// <summary>Reads the file: the lock, or why there is none (SB9253).</summary>
    public static (NpmLock? Lock, Problem? Problem) Read(string path)
    {
        try
        {
            if (new FileInfo(path).Length > Largest)
                return (null, Messages.Warning("SB9253", path, 0, 0, "128 MiB"));
            using var document = JsonDocument.Parse(File.ReadAllBytes(path), new() { MaxDepth = 64 });
            var root = Json.Require(document.RootElement, JsonValueKind.Object);
            // Version 1 has a tree instead; npm 7 and later read it and write version 3.
            return Json.TryObject(root, "packages", out var packages) ? (Of(packages), null) : (null, Messages.Warning("SB9253", path, 0, 0, "packages"));
        }
        catch (JsonException e)
        {
            return (null, Messages.Warning("SB9253", path, (int)(e.LineNumber ?? -1) + 1, (int)(e.BytePositionInLine ?? -1) + 1, "JSON"));
        }
        catch (ShapeException e)
        {
            return (null, Messages.Warning("SB9253", path, 0, 0, string.Join('/', e.Path)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            return (null, Messages.Warning("SB9253", path, 0, 0, e.GetType().Name));
        }
    }

    static NpmLock Of(JsonElement packages)
    {
        var read = new SortedDictionary<string, NpmPackage>(StringComparer.Ordinal);
        foreach (var entry in packages.EnumerateObject())
            if (entry.Name.LastIndexOf(Folder, StringComparison.Ordinal) is >= 0 and var at
                && Json.Require(entry.Value, JsonValueKind.Object, "packages", entry.Name) is var package && Json.OptionalText(package, "version", "packages", entry.Name) is { } version)
                read[entry.Name] = new(
                    Json.OptionalText(package, "name", "packages", entry.Name) ?? entry.Name[(at + Folder.Length)..], version, Sha512(Json.OptionalText(package, "integrity", "packages", entry.Name)),
                    package.TryGetProperty("license", out var licence) && licence.ValueKind == JsonValueKind.String ? licence.GetString() : null,
                    package.TryGetProperty("dev", out var dev) && dev.ValueKind == JsonValueKind.True,
                    [.. s_groups.SelectMany(group => Json.Names(package, group, "packages", entry.Name)).Distinct(StringComparer.Ordinal)]);

        var direct = packages.TryGetProperty("", out var root) && root.ValueKind == JsonValueKind.Object
            ? s_groups.Append("devDependencies").SelectMany(group => Json.Names(root, group, "packages", "")).Distinct(StringComparer.Ordinal) : [];
        var found = new NpmLock(read, []);
        return found with { Direct = [.. direct.Select(name => found.Resolve("", name)).OfType<string>()] };
    }

    /// <summary>Where Node finds a package that is asked for at a place: there or the nearest above. Null for an optional one that is not installed.</summary>
    public string? Resolve(string place, string name)
    {
        for (var from = place; ; from = from[..(from.LastIndexOf(Folder, StringComparison.Ordinal) is > 0 and var at ? at - 1 : 0)])
        {
            var candidate = from.Length == 0 ? Folder + name : $"{from}/{Folder}{name}";
            if (Packages.ContainsKey(candidate))
                return candidate;
            if (from.Length == 0)
                return null;
        }
    }

    static string? Sha512(string? integrity)
    {
        var digest = new byte[64];
        foreach (var part in integrity?.Split(' ') ?? [])
            if (part.StartsWith("sha512-", StringComparison.Ordinal) && Convert.TryFromBase64String(part["sha512-".Length..].Split('?')[0], digest, out var length) && length == digest.Length)
                return Convert.ToHexStringLower(digest);
        return null;
    }
}

/// <summary>A package of npm.</summary>
/// <param name="Name">With its scope: <c>@scope/name</c>.</param>
/// <param name="Version">Exact version.</param>
/// <param name="Sha512">Digest of the archive that the registry delivers, or null.</param>
/// <param name="Licence">As the package declares it, or null.</param>
/// <param name="IsForDevelopment">Only <c>devDependencies</c> lead to it.</param>
/// <param name="Dependencies">Names of what it asks for.</param>
sealed record NpmPackage(string Name, string Version, string? Sha512, string? Licence, bool IsForDevelopment, ImmutableArray<string> Dependencies);
