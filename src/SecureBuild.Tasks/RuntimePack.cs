using System.Text.RegularExpressions;

namespace SecureBuild.Tasks;

/// <summary>A runtime pack, as the path of one of its files tells it: <c>…/ID/VERSION/runtimes/RID/…</c>.</summary>
/// <param name="Id">Name of the pack; package folders spell it in lower case.</param>
/// <param name="Version">Exact version.</param>
sealed partial record RuntimePack(string Id, string Version)
{
    /// <summary>The pack, or null for a file of something else.</summary>
    public static RuntimePack? Of(string path)
    {
        var match = Place.Match(path);
        return match.Success ? new($"Microsoft.NETCore.App.Runtime.NativeAOT.{match.Groups["rid"].Value}", match.Groups["version"].Value) : null;
    }

    [GeneratedRegex(@"[/\\]microsoft\.netcore\.app\.runtime\.nativeaot\.(?<rid>[^/\\]+)[/\\](?<version>[^/\\]+)[/\\]runtimes[/\\]", RegexOptions.IgnoreCase)]
    private static partial Regex Place { get; }
}
