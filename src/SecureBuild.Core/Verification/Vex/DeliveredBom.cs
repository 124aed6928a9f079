using SecureBuild.Sbom;
using SecureBuild.Vulnerabilities;

namespace SecureBuild.Verification.Vex;

/// <summary>A bill of materials in a delivery, as VEX documents name it and what is in it.</summary>
/// <param name="Name">Its file.</param>
/// <param name="Sha256">The file's digest.</param>
/// <param name="Link">Its BOM-Link, or null.</param>
sealed record DeliveredBom(string Name, string Sha256, string? Link)
{
    readonly HashSet<string> _refs = new(StringComparer.Ordinal);
    readonly HashSet<string> _purls = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads it; null where it is none that can be read, which other checks say.</summary>
    public static DeliveredBom? Read(VexFile file)
    {
        var unheld = new CheckLog();
        if (BoundedFile.Read(file.Path, unheld) is not { } bytes || DeliveredSboms.Read(bytes, file.Path, unheld) is not { Bom: var bom })
            return null;
        var delivered = new DeliveredBom(file.Name, Digest.Sha256(bytes), BomLink.Of(bom));
        foreach (var (component, _) in SbomComponents.All(bom))
        {
            if (component.BomRef is { } name)
                delivered._refs.Add(name);
            if (component.Purl is { } purl)
            {
                delivered._purls.Add(purl);
                delivered._purls.Add(purl.Split('@', '?', '#')[0] is { Length: > 4 } plain && !plain.EndsWith("/", StringComparison.Ordinal) ? plain : purl);
            }
        }
        return delivered;
    }

    /// <summary>Whether it is, or has, what a statement is about: by BOM-Link, or by package URL. One without version is about every version.</summary>
    public bool Has(string subject)
    {
        if (!BomLink.IsLink(subject))
            return _purls.Contains(subject);
        var parts = subject.Split('#', 2);
        return parts[0].Equals(Link, StringComparison.OrdinalIgnoreCase) && (parts.Length == 1 || _refs.Contains(Uri.UnescapeDataString(parts[1])));
    }
}
