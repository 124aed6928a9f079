namespace SecureBuild.Sbom;

/// <summary>The identifiers of the SPDX licence list (Sbom/spdx-licence-ids.txt), which CycloneDX allows in <c>license.id</c>. Read when first asked for.</summary>
static class SpdxLicenceIds
{
    static readonly Lazy<HashSet<string>> s_ids = new(() => [.. EmbeddedFile.Lines("Sbom/spdx-licence-ids.txt")]);

    /// <summary>Whether it is in the list, in this very spelling.</summary>
    public static bool IsListed(string id) => s_ids.Value.Contains(id);
}
