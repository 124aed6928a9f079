using System.Collections.Concurrent;
using SecureBuild.Licences;

namespace SecureBuild.Sbom;

/// <summary>What was read of packages, so that the projects of one build read it once. It lives as long as one build.</summary>
sealed class PackageReadings
{
    readonly ConcurrentDictionary<string, LicenceFile?> _licences = new(StringComparer.Ordinal);

    /// <summary>The licence text at a path; null where there is none to read.</summary>
    public LicenceFile? Licence(string path) => _licences.GetOrAdd(path, LicenceFile.Read);
}
