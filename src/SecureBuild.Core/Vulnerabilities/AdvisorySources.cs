using System.Collections.Concurrent;

namespace SecureBuild.Vulnerabilities;

/// <summary>Advisories that projects of one build share: opened once, and what is wrong with them told once.</summary>
public sealed class AdvisorySources
{
    readonly ConcurrentDictionary<string, Lazy<AdvisorySource>> _open = new(StringComparer.Ordinal);
    readonly ConcurrentDictionary<string, bool> _told = new(StringComparer.Ordinal);

    /// <inheritdoc cref="AdvisorySource.Open"/>
    internal AdvisorySource Open(string path) => _open.GetOrAdd(path, static path => new(() => AdvisorySource.Open(path, AdvisorySource.UsualCache))).Value;

    /// <summary>True the first time for a path.</summary>
    internal bool IsFirst(string path) => _told.TryAdd(path, true);
}
