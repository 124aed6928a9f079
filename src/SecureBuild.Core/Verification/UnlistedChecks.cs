using System.Collections.Immutable;
using SecureBuild.Notices;
using SecureBuild.Sbom;
using SecureBuild.Signing;

namespace SecureBuild.Verification;

/// <summary>Files in an artifact folder that look like ours and that no statement names: they would borrow the trust of those that are named.</summary>
sealed class UnlistedChecks(CheckLog log)
{
    static readonly string[] s_endings = [.. SbomFormat.All.Select(format => format.Suffix), ThirdPartyNotices.Suffix, Collecting.TestResultStatement.Suffix, ".sarif", EvidenceChecks.EvidenceSuffix, AttestationFiles.StatementsSuffix, AttestationSet.BundleSuffix];

    public void Check(string directory, IReadOnlySet<string> listed)
    {
        var strangers = Directory.EnumerateFiles(directory)
            .Where(file => s_endings.Any(ending => file.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) && !listed.Contains(Path.GetFileName(file)))
            .Order(StringComparer.Ordinal).ToArray();
        foreach (var stranger in strangers)
            log.Unsatisfied("unlisted", stranger, "SB9533");
        if (strangers.Length == 0)
            log.Pass("unlisted", directory);
    }
}
