using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SecureBuild.Evidence;

namespace SecureBuild.Attestation;

/// <summary>The source as an in-toto ResourceDescriptor: the commit, and plainly whether the files built were that commit.</summary>
static partial class GitSource
{
    /// <summary>Null where git gave no commit: nothing is better than a guess.</summary>
    public static JsonObject? Descriptor(GitState? git)
    {
        if (git?.Commit is not { } commit || !CommitId().IsMatch(commit))
            return null;
        var descriptor = new JsonObject { ["name"] = "source" };
        if (Address(git.RemoteUrl) is { } address)
            descriptor["uri"] = address;
        descriptor["digest"] = new JsonObject { ["gitCommit"] = commit };
        descriptor["annotations"] = new JsonObject
        {
            ["securebuild_work_tree"] = git.Dirty switch { false => "clean", true => "modified", null => "unknown" },
            ["securebuild_note"] = git.Dirty switch
            {
                false => "The work tree was this commit when the build looked.",
                true => "The work tree differed from this commit: what was built is not exactly this commit.",
                null => "Whether the work tree was this commit could not be seen.",
            },
        };
        return descriptor;
    }

    // A remote may be a folder of the builder's machine or carry a password: only what others can fetch, without who fetches it.
    internal static string? Address(string? remote)
    {
        if (remote is null)
            return null;
        if (ScpLike().Match(remote) is { Success: true } scp)
            return $"git+ssh://{scp.Groups["host"].Value}/{scp.Groups["path"].Value}";
        if (!Uri.TryCreate(remote, UriKind.Absolute, out var uri) || uri.Scheme is not ("https" or "http" or "ssh" or "git"))
            return null;
        var port = uri.IsDefaultPort || uri.Port < 0 ? "" : $":{uri.Port}";
        return $"{(uri.Scheme == "git" ? "git" : "git+" + uri.Scheme)}://{uri.IdnHost}{port}{uri.AbsolutePath}";
    }

    [GeneratedRegex("^([0-9a-f]{40}|[0-9a-f]{64})$", RegexOptions.CultureInvariant)]
    private static partial Regex CommitId();

    [GeneratedRegex("^(?:[^@/:\\\\]+@)?(?<host>[A-Za-z0-9][A-Za-z0-9.-]+):(?!//)(?<path>[^\\\\:]+)$", RegexOptions.CultureInvariant)]
    private static partial Regex ScpLike();
}
