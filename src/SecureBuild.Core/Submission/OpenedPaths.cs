using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SecureBuild.Verification;
using SecureBuild.Verification.Submission;

namespace SecureBuild.Submission;

/// <summary>A package among paths.</summary>
/// <param name="Path">As somebody named it.</param>
/// <param name="Folder">Its folder: itself, or where a zip was unpacked.</param>
public sealed record OpenedPackage(string Path, string Folder)
{
    /// <summary>Nobody signed its manifest.</summary>
    public bool IsDraft => !File.Exists(System.IO.Path.Combine(Folder, SubmissionFiles.Bundle));
}

/// <summary>
/// Paths that somebody wants to look into, packages of a supplier among them: a zip is unpacked into a private folder, as strictly as for verification, and is gone when this is
/// disposed of. Nothing is verified.
/// </summary>
public sealed class OpenedPaths : IDisposable
{
    readonly List<SubmissionPlace> _places = [];

    OpenedPaths(IEnumerable<string> paths)
    {
        var log = new CheckLog();
        var read = ImmutableArray.CreateBuilder<string>();
        var packages = ImmutableArray.CreateBuilder<OpenedPackage>();
        foreach (var path in paths)
        {
            var place = SubmissionPlace.Of(path, log);
            if (place is not null)
                _places.Add(place);
            if (place?.Folder is { } folder)
                packages.Add(new(path, folder));
            read.Add(place?.Folder ?? path);
        }
        (Paths, Packages, Outcome, Problems) = (read.ToImmutable(), packages.ToImmutable(), log.Outcome, log.Report.Problems);
    }

    /// <summary>Where to read: the paths, with the folder of its content in the place of a zip.</summary>
    public ImmutableArray<string> Paths { get; }

    /// <summary>The packages among them.</summary>
    public ImmutableArray<OpenedPackage> Packages { get; }

    /// <summary>Whether everything could be opened.</summary>
    public VerificationOutcome Outcome { get; }

    /// <summary>What could not, and why.</summary>
    public ImmutableArray<Problem> Problems { get; }

    /// <summary>Opens them. Wrong ones are left to whoever reads.</summary>
    public static OpenedPaths Open(params IEnumerable<string> paths) => new(paths);

    /// <summary>A problem with the file's name as the user knows it.</summary>
    public Problem Named(Problem problem) => _places.Aggregate(problem, static (named, place) => place.Named(named));

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var place in _places)
            place.Dispose();
    }
}

/// <summary>What only the manifest of a package says of its product: what the one who packed stated, and what was left out.</summary>
/// <param name="Name">Name of the product; null where the builds declare it, or there is nothing to read.</param>
/// <param name="Version">Its version, likewise.</param>
/// <param name="LeftOut">Builds that were found and do not count.</param>
sealed record PackedClaims(string? Name, string? Version, ImmutableArray<LeftOutBuild> LeftOut)
{
    /// <summary>The claims of the package in a folder.</summary>
    public static PackedClaims Of(string folder)
    {
        var line = BoundedFile.ReadJson(Path.Combine(folder, SubmissionFiles.Manifest), new());
        var statement = line?.ContainsKey("payload") == true ? Envelope.Parse(line) is { } envelope ? StrictJson.Parse(envelope.Payload) : null : line;
        var predicate = statement?.Object("predicate");
        return new(Stated(predicate, "name"), Stated(predicate, "version"), [.. (predicate?.Objects("leftOut") ?? []).Select(static build =>
            Enum.GetValues<LeftOutReason>().Where(reason => Attestation.JsonShapes.Kebab(reason) == build.Text("why")).Select(reason => new LeftOutBuild(build.Text("project") ?? "–", build.Text("configuration"), build.Text("targetFramework"), reason)).FirstOrDefault()).OfType<LeftOutBuild>()]);
    }

    static string? Stated(JsonObject? predicate, string name) =>
        predicate?.Object("product")?.Objects(name) is [var only] && only["builds"] is JsonArray { Count: 0 } ? only.Text("value") : null;
}
