namespace SecureBuild.Verification;

/// <summary>Names out of a statement, before they touch the file system.</summary>
static class ArtifactPath
{
    /// <summary>Whether the name stays below the folder it is looked for in, on every platform: no root, no drive, no <c>..</c>, no <c>\</c>.</summary>
    public static bool IsSafe(string name) =>
        name.Length is > 0 and <= 512
        && !name.Any(character => character is '\\' or ':' || char.IsControl(character))
        && name.Split('/').All(segment => segment is not ("" or "." or ".."));

    /// <summary>Whether it is safe and a file name only.</summary>
    public static bool IsSafeFileName(string name) => IsSafe(name) && !name.Contains('/');
}
