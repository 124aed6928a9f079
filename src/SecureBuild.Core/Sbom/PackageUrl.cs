namespace SecureBuild.Sbom;

/// <summary>Package URLs (ECMA-427).</summary>
static class PackageUrl
{
    /// <summary><c>pkg:nuget/Newtonsoft.Json@13.0.3</c>; the name in its own spelling, the version as feeds and file names have it.</summary>
    public static string NuGet(string id, string version) => $"pkg:nuget/{Uri.EscapeDataString(id)}@{Uri.EscapeDataString(Identity(version))}";

    /// <summary>The version without build metadata, which is no part of a package's identity: <c>2.1.0-beta.3</c> of <c>2.1.0-beta.3+5f3a</c> (learn.microsoft.com/nuget/concepts/package-versioning).</summary>
    public static string Identity(string version) => version.Split('+')[0];

    /// <summary><c>pkg:npm/%40scope/name@1.0.0</c>.</summary>
    public static string Npm(string name, string version) => $"pkg:npm/{string.Join('/', name.Split('/').Select(Uri.EscapeDataString))}@{Uri.EscapeDataString(version)}";

    /// <summary><c>pkg:generic/Portal@1.0.0</c>: software that no registry knows.</summary>
    public static string Generic(string name, string? version) =>
        $"pkg:generic/{Uri.EscapeDataString(name)}{(version is null ? "" : "@" + Uri.EscapeDataString(version))}";
}
