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

    static readonly (string Prefix, string Algorithm, int Size)[] s_digests = [("sha512-", "SHA-512", 64), ("sha384-", "SHA-384", 48), ("sha256-", "SHA-256", 32), ("sha1-", "SHA-1", 20)];
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

    /// <summary>What there is to say of a <c>package.json</c> without lock file: that it asks for packages (SB9298) or cannot be read (SB9253); null where it asks for none.</summary>
    public static Problem? Unlocked(string path)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path), new() { MaxDepth = 64, CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            var root = Json.Require(document.RootElement, JsonValueKind.Object);
            return s_groups.Append("devDependencies").Any(group => Json.Names(root, group).Any()) ? Messages.Warning("SB9298", path) : null;
        }
        catch (JsonException e)
        {
            return Messages.Warning("SB9253", path, (int)(e.LineNumber ?? -1) + 1, (int)(e.BytePositionInLine ?? -1) + 1, "JSON");
        }
        catch (Exception e) when (e is ShapeException or IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            return Messages.Warning("SB9253", path, 0, 0, e is ShapeException shape ? string.Join('/', shape.Path) : e.GetType().Name);
        }
    }

    static bool Says(JsonElement package, string flag) => package.TryGetProperty(flag, out var value) && value.ValueKind == JsonValueKind.True;

    static NpmLock Of(JsonElement packages)
    {
        var read = new SortedDictionary<string, NpmPackage>(StringComparer.Ordinal);
        foreach (var entry in packages.EnumerateObject())
            if (entry.Name.LastIndexOf(Folder, StringComparison.Ordinal) is >= 0 and var at
                && Json.Require(entry.Value, JsonValueKind.Object, "packages", entry.Name) is var package && Json.OptionalText(package, "version", "packages", entry.Name) is { } version)
                read[entry.Name] = new(
                    Json.OptionalText(package, "name", "packages", entry.Name) ?? entry.Name[(at + Folder.Length)..], version, Hashes(Json.OptionalText(package, "integrity", "packages", entry.Name)), Archive(Json.OptionalText(package, "resolved", "packages", entry.Name)),
                    package.TryGetProperty("license", out var licence) && licence.ValueKind == JsonValueKind.String ? licence.GetString() : null,
                    Says(package, "dev"), Says(package, "optional") || Says(package, "devOptional"),
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

    // Subresource integrity (W3C): several digests, each with its algorithm; npm wrote SHA-1 for a long time.
    static ImmutableArray<Hash> Hashes(string? integrity)
    {
        var hashes = ImmutableArray.CreateBuilder<Hash>();
        var digest = new byte[64];
        foreach (var part in integrity?.Split(' ') ?? [])
            foreach (var (prefix, algorithm, size) in s_digests)
                if (part.StartsWith(prefix, StringComparison.Ordinal) && Convert.TryFromBase64String(part[prefix.Length..].Split('?')[0], digest, out var length) && length == size
                    && !hashes.Any(hash => hash.Alg == algorithm))
                    hashes.Add(new(algorithm, Convert.ToHexStringLower(digest.AsSpan(0, size))));
        return hashes.ToImmutable();
    }

    // The archive, where it comes from a registry that everybody can reach.
    static string? Archive(string? resolved) =>
        PublicAddress.Of(resolved) is { } address && address.EndsWith(".tgz", StringComparison.OrdinalIgnoreCase) ? address : null;
}

/// <summary>A package of npm.</summary>
/// <param name="Name">With its scope: <c>@scope/name</c>.</param>
/// <param name="Version">Exact version.</param>
/// <param name="Hashes">Digests of the archive that the registry delivers.</param>
/// <param name="Archive">Public address of that archive, or null.</param>
/// <param name="Licence">As the package declares it, or null.</param>
/// <param name="IsForDevelopment">Only <c>devDependencies</c> lead to it.</param>
/// <param name="IsOptional">Only optional ones lead to it: npm installs it where it fits the platform.</param>
/// <param name="Dependencies">Names of what it asks for.</param>
sealed record NpmPackage(string Name, string Version, ImmutableArray<Hash> Hashes, string? Archive, string? Licence, bool IsForDevelopment, bool IsOptional, ImmutableArray<string> Dependencies);
