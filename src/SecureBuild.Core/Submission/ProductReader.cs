using System.Collections.Immutable;
using SecureBuild.Verification;

namespace SecureBuild.Submission;

/// <summary>What to make a product of.</summary>
/// <param name="Paths">Folders or files; every attestation at or below them counts.</param>
public sealed record ProductRequest(ImmutableArray<string> Paths)
{
    /// <summary>The product's name as the one who asks states it; null leaves it to the builds.</summary>
    public string? Name { get; init; }

    /// <summary>Its version, likewise.</summary>
    public string? Version { get; init; }

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
        var builds = new List<ReadBuild>();
        foreach (var set in Sets(request, log))
            if (ReadBuild.Of(set, log) is { } build)
                builds.Add(build);
        // A copy elsewhere, as publishing makes them, is the same build.
        builds = [.. builds.DistinctBy(build => build.Attested.StatementSha256, StringComparer.Ordinal)];
        var leftOut = ImmutableArray.CreateBuilder<LeftOutBuild>();
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
