using System.Collections.Immutable;
using SecureBuild.Verification;

namespace SecureBuild.Submission;

/// <summary>What to make a product of.</summary>
/// <param name="Paths">Folders or files; every attestation at or below them counts. A package counts where it is named itself (a zip: <see cref="OpenedPaths"/>).</param>
public sealed record ProductRequest(ImmutableArray<string> Paths)
{
    /// <summary>The product's name as the one who asks states it; null leaves it to the builds.</summary>
    public string? Name { get; init; }

    /// <summary>Its version, likewise.</summary>
    public string? Version { get; init; }

    /// <summary>Every project that should be attested, absolute paths; where nobody says, those that solutions in <see cref="Paths"/> name.</summary>
    public ImmutableArray<string> Projects { get; init; }

    /// <summary>With <see cref="Projects"/>: the folder that they are told relative to, absolute.</summary>
    public string? Root { get; init; }

    /// <summary>Builds of which it is known already that they do not count.</summary>
    public ImmutableArray<LeftOutBuild> LeftOut { get; init; } = [];

    /// <summary>Only builds of this configuration count; null where there is only one.</summary>
    public string? Configuration { get; init; }
}

/// <summary>What came of reading.</summary>
/// <param name="Product">The product; null where there is none to be had.</param>
/// <param name="Outcome">Not found is <see cref="VerificationOutcome.NotSatisfied"/>.</param>
/// <param name="Problems">What could not be read, and why there is no product.</param>
public sealed record ProductReading(Product? Product, VerificationOutcome Outcome, ImmutableArray<Problem> Problems);

/// <summary>Reads attestations of many projects into one product. Reading is strict, as in verification; but nothing is verified.</summary>
public static class ProductReader
{
    /// <summary>The product under some paths. A part that cannot be read makes it none: a submission from which something is missing by accident misleads.</summary>
    public static ProductReading Read(ProductRequest request)
    {
        var log = new CheckLog();
        var product = Read(request, log);
        return new(log.Outcome == VerificationOutcome.Satisfied ? product : null, log.Outcome, log.Report.Problems);
    }

    static Product? Read(ProductRequest request, CheckLog log)
    {
        foreach (var claims in request.Paths.Where(SubmissionFiles.IsPackage).Select(PackedClaims.Of))
            request = request with { Name = request.Name ?? claims.Name, Version = request.Version ?? claims.Version, LeftOut = [.. request.LeftOut, .. claims.LeftOut] };
        var builds = new List<ReadBuild>();
        foreach (var set in Sets(request, log))
            if (ReadBuild.Of(set, log) is { } build)
                builds.Add(build);
        // A copy elsewhere, as publishing makes them, is the same build; of the two, that counts which somebody signed.
        builds = [.. builds.OrderByDescending(static build => build.Summary.Signature.IsSigned).DistinctBy(build => build.Attested.StatementSha256, StringComparer.Ordinal)];
        var leftOut = request.LeftOut.ToBuilder();
        var attested = builds.Select(ProjectFile).OfType<string>().ToHashSet(StringComparer.Ordinal);
        builds.RemoveAll(build => Excluded(build, request.Configuration) is { } why && Add(leftOut, build, why));
        if (builds.Count == 0)
        {
            if (log.Outcome == VerificationOutcome.Satisfied)
                log.Unsatisfied("found", request.Paths[0], "SB9730");
            return null;
        }
        string[] configurations = [.. builds.Select(build => build.Summary.Build?.Configuration).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal)];
        if (configurations.Length > 1)
        {
            log.Unsatisfied("found", request.Paths[0], "SB9731", string.Join(", ", configurations));
            return null;
        }
        leftOut.AddRange(NotAttested(request, attested));
        return ProductRollUp.Of(builds, leftOut.ToImmutable(), request);
    }

    static List<AttestationSet> Sets(ProductRequest request, CheckLog log)
    {
        var all = new List<AttestationSet>();
        foreach (var path in request.Paths)
        {
            try
            {
                if (AttestationFolders.Under(path) is not { } sets)
                    log.Tampered("found", path, "SB9501");
                else if (sets.IsEmpty)
                    log.Unsatisfied("found", path, "SB9502");
                else
                    all.AddRange(sets);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
            {
                log.Tampered("readable", path, "SB9503");
            }
        }
        return [.. all.DistinctBy(set => (set.Directory, set.Stem))];
    }

    // What a solution names and nobody attested would be missing in silence.
    static IEnumerable<LeftOutBuild> NotAttested(ProductRequest request, HashSet<string> attested) =>
        (request.Projects.IsDefault ? request.Paths.SelectMany(static path => SolutionProjects.In(path).Select(project => (Root: Path.GetFullPath(path), Project: project))) : request.Projects.Select(project => (Root: request.Root!, Project: project)))
            .Where(item => !attested.Contains(item.Project)).DistinctBy(static item => item.Project)
            .Select(static item => new LeftOutBuild(Path.GetRelativePath(item.Root, item.Project).Replace('\\', '/') is var name && name.StartsWith("..", StringComparison.Ordinal) ? Path.GetFileName(item.Project) : name, null, null, LeftOutReason.NotAttested));

    // The build knows it relative to the repository.
    static string? ProjectFile(ReadBuild build)
    {
        if (build.Summary.Build?.Project is not { } project || !ArtifactPath.IsSafe(project))
            return null;
        for (string? folder = build.Set.Directory; folder is not null; folder = Path.GetDirectoryName(folder))
            if (File.Exists(Path.Combine(folder, project)))
                return Path.GetFullPath(Path.Combine(folder, project));
        return null;
    }

    static LeftOutReason? Excluded(ReadBuild build, string? configuration) =>
        configuration is not null && build.Summary.Build is { } source && !source.Configuration.Equals(configuration, StringComparison.OrdinalIgnoreCase) ? LeftOutReason.OtherConfiguration
        : build.IsTest ? LeftOutReason.TestProject : null;

    static bool Add(ImmutableArray<LeftOutBuild>.Builder leftOut, ReadBuild build, LeftOutReason why)
    {
        var source = build.Summary.Build;
        leftOut.Add(new(source?.Project ?? build.Summary.Name, source?.Configuration, source?.TargetFramework, why));
        return true;
    }
}
