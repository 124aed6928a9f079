namespace SecureBuild.Testing.Node;

/// <summary>The SPDX project's own JSON schemas. No npm package ships them, so they lie beside the checkout, or where SECUREBUILD_SPDX_SCHEMAS says.</summary>
public static class SpdxSchema
{
    /// <summary>What to say where <see cref="Find"/> finds nothing.</summary>
    public const string Missing = "No npm package ships the SPDX schemas. Put spdx-2.3.schema.json and spdx-3.0.1.schema.json of the SPDX specification into a folder and name it in SECUREBUILD_SPDX_SCHEMAS.";

    /// <summary>The schema of a version, absolute; null where it is not on this machine.</summary>
    /// <param name="version"><c>2.3</c> or <c>3.0.1</c>.</param>
    public static string? Find(string version)
    {
        var folder = Environment.GetEnvironmentVariable("SECUREBUILD_SPDX_SCHEMAS") is { Length: > 0 } named ? named : Path.GetFullPath(Repository.PathOf("../shared/schemas/spdx"));
        var file = Path.Combine(folder, $"spdx-{version}.schema.json");
        return File.Exists(file) ? file : null;
    }
}
