using System.Collections.Immutable;

namespace SecureBuild.Evidence;

/// <summary>What the environment says about the machinery that runs the build. Anyone can set such variables: a claim, never a proof.</summary>
/// <param name="Platform"><c>github-actions</c>, <c>azure-pipelines</c> …, or null where no known variable is set.</param>
/// <param name="RunnerKind">Who runs the machine (<c>github-hosted</c>, <c>self-hosted</c>), or null.</param>
/// <param name="RunId">The platform's number of this run, or null.</param>
/// <param name="Commit">The commit the platform says it builds, or null.</param>
public sealed record CiClaim(string? Platform, string? RunnerKind, string? RunId, string? Commit);

/// <summary>Recognises CI platforms by the variables in <c>environment-variables.txt</c>.</summary>
public static class CiPlatform
{
    static readonly ImmutableArray<Variable> s_variables = [.. EmbeddedFile.Lines("Evidence/environment-variables.txt").Select(Variable.Parse)];

    /// <summary>Names of all environment variables that the build may read; the task passes these and no others.</summary>
    public static ImmutableArray<string> EnvironmentVariables { get; } = [.. s_variables.Select(static variable => variable.Name)];

    /// <summary>The first platform whose marker is set.</summary>
    public static CiClaim From(BuildHost host)
    {
        var platform = s_variables.FirstOrDefault(variable => variable.Role == "marker" && Value(host, variable.Name) is { } value && !IsNo(value))?.Platform;
        return platform is null ? new(null, null, null, null) : new(platform, Read(host, platform, "runner"), Read(host, platform, "run"), Read(host, platform, "commit"));
    }

    static string? Read(BuildHost host, string platform, string role) =>
        s_variables.Where(variable => variable.Platform == platform && variable.Role == role)
            .Select(variable => Value(host, variable.Name)).FirstOrDefault(static value => value is not null && IsPlain(value));

    static string? Value(BuildHost host, string name) => host.Environment.TryGetValue(name, out var value) && value.Length > 0 ? value : null;

    static bool IsNo(string value) => value.Equals("false", StringComparison.OrdinalIgnoreCase) || value == "0";

    // Numbers, ids and words only: whatever else someone put there stays out of the artifacts.
    static bool IsPlain(string value) => value.Length <= 64 && value.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');

    sealed record Variable(string Name, string Platform, string Role)
    {
        public static Variable Parse(string line)
        {
            var parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            return new(parts[0], parts[1], parts[2]);
        }
    }
}
