using System.Collections.Immutable;
using SecureBuild.Verification.Policy;
using SecureBuild.Verification.Submission;
using SecureBuild.Verification.Vex;

namespace SecureBuild.Verification;

/// <summary>Verifies what a build left behind, offline. Everything it reads is taken for hostile until checked.</summary>
public static class Verifier
{
    /// <summary>Makes every check that can be made; what it reads never makes it throw.</summary>
    public static VerificationReport Verify(VerificationRequest request)
    {
        var log = new CheckLog();
        var trust = TrustStore.Load(request, log);
        if (request.Today is null)
            log.Skip("day", request.Path, "day_unknown");
        using var package = SubmissionPlace.Of(request.Path, log);
        try
        {
            if (package is null)
                Verify(request, trust, log);
            else if (package.Folder is { } folder)
                new SubmissionVerification(request with { Path = folder }, trust, log).Verify();
        }
        // A folder that may not be listed, or a path that the platform cannot even name.
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            log.Tampered("readable", request.Path, "SB9503");
        }
        var policy = request.Policy is { } asked ? new PolicyEvaluation(asked, request, log).Run() : null;
        var report = log.Report with { Policy = policy, Deliveries = [.. log.Deliveries] };
        if (report.Outcome != VerificationOutcome.TamperedOrUnreadable)
            report = report with { Catalogues = [.. log.OwnCatalogues], Vex = Vex(request, package?.Folder) };
        return package is null ? report : report with { Problems = [.. report.Problems.Select(package.Named)] };
    }

    static ImmutableArray<VexNote> Vex(VerificationRequest request, string? package)
    {
        try
        {
            return VexNotes.Of(VexFolders(request, package));
        }
        // A folder that went away since the checks.
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return [];
        }
    }

    // A package's manifest lists every folder of it; otherwise the artifacts' folder, and the one that was given.
    static IEnumerable<VexFolder> VexFolders(VerificationRequest request, string? package)
    {
        if (package is not null)
            return Directory.EnumerateDirectories(package, "*", SearchOption.AllDirectories).Prepend(package).Select(folder => new VexFolder(folder, package));
        var path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(request.Path));
        var folder = Directory.Exists(path) ? path : Path.GetDirectoryName(path)!;
        return (AttestationSet.Find(path) ?? []).Select(static set => set.Directory).Prepend(folder).Select(place => new VexFolder(place, folder));
    }

    static void Verify(VerificationRequest request, TrustStore trust, CheckLog log)
    {
        if (AttestationSet.Find(request.Path) is not { } sets)
            log.Tampered("found", request.Path, "SB9501");
        else if (sets.IsEmpty)
            log.Unsatisfied("found", request.Path, "SB9502");
        else
            Verify(request, sets, trust, log);
    }

    internal static void Verify(VerificationRequest request, ImmutableArray<AttestationSet> sets, TrustStore trust, CheckLog log)
    {
        var verification = new SetVerification(request, trust, log);
        var listed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var set in sets)
            listed.UnionWith(verification.Verify(set));
        if (!Directory.Exists(request.Path))
            return;
        foreach (var folder in sets.GroupBy(set => set.Directory, StringComparer.Ordinal))
        {
            new UnlistedChecks(log).Check(folder.Key, listed.Union(folder.SelectMany(set => set.Files)).ToHashSet(StringComparer.Ordinal));
            new BesideCheck(log).Check(folder.Key, verification.Delivered);
        }
    }
}
