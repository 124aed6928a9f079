using System.Collections.Immutable;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Xml;

namespace SecureBuild.Sbom;

/// <summary>A finished <c>.nupkg</c>, read and never changed.</summary>
/// <param name="Id">Its name, in its own spelling.</param>
/// <param name="Version">Its version.</param>
/// <param name="Digest">Digests of the file.</param>
/// <param name="ContentSha512"><see cref="PackageContentHash"/>, or null.</param>
/// <param name="Entries">Its files, ordinal order.</param>
/// <param name="Boms">The bills of materials in it by their path, ordinal order: of each only the one in the format that is always there.</param>
sealed record PackageFile(string Id, string Version, FileDigest Digest, string? ContentSha512, ImmutableArray<PackageEntry> Entries, ImmutableArray<PackagedBom> Boms)
{
    const string Folder = "_manifest/", PublishFolder = "securebuild/";

    /// <summary>Those of publish folders of the same product, likewise: the package of a tool brings its publish folder as it is.</summary>
    public ImmutableArray<PackagedBom> Published { get; private init; } = [];

    /// <summary>Reads a package.</summary>
    /// <exception cref="ProblemException">It is none (SB9251), or a document in it cannot be read (see <see cref="SbomReader"/>).</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static PackageFile Read(string path)
    {
        var bytes = File.ReadAllBytes(path);
        try
        {
            using var zip = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
            var entries = new List<PackageEntry>();
            foreach (var entry in zip.Entries)
            {
                using (var stream = entry.Open())
                    entries.Add(new(entry.FullName, DigestOf(stream)));
            }
            var boms = BomsIn(zip, entries, static folder => folder.StartsWith(Folder, StringComparison.Ordinal));
            var products = boms.Select(Product).OfType<string>().ToHashSet(StringComparer.Ordinal);
            var (id, version) = Identity(zip);
            return new(
                id, version, new(SecureBuild.Digest.Sha256(bytes), SecureBuild.Digest.Sha512(bytes)), PackageContentHash.Of(bytes),
                [.. entries.OrderBy(entry => entry.Name, StringComparer.Ordinal)], boms)
            {
                Published = [.. BomsIn(zip, entries, static folder => folder.EndsWith("/" + PublishFolder, StringComparison.Ordinal)).Where(bom => Product(bom) is { } product && products.Contains(product))],
            };
        }
        catch (Exception e) when (e is InvalidDataException or XmlException)
        {
            throw new ProblemException(Messages.Error("SB9251", path), e);
        }
    }

    // Of one folder in several formats, which all say the same, one.
    static ImmutableArray<PackagedBom> BomsIn(ZipArchive zip, List<PackageEntry> entries, Func<string, bool> isWanted)
    {
        var boms = new List<PackagedBom>();
        foreach (var folder in zip.Entries.Where(entry => SbomFormat.OfFile(entry.Name) is not null).GroupBy(entry => entry.FullName[..^entry.Name.Length], StringComparer.Ordinal).Where(folder => isWanted(folder.Key)))
            foreach (var entry in folder.OrderBy(entry => SbomFormat.All.IndexOf(SbomFormat.OfFile(entry.Name)!)).ThenBy(entry => entry.FullName, StringComparer.Ordinal))
                if (Bom(entry) is { } bom)
                {
                    boms.Add(new(entry.FullName, entries.First(known => known.Name == entry.FullName).Digest, bom));
                    break;
                }
        return [.. boms.OrderBy(bom => bom.Path, StringComparer.Ordinal)];
    }

    static string? Product(PackagedBom bom) => bom.Document.Metadata.Component?.BomRef;

    static (string Id, string Version) Identity(ZipArchive zip)
    {
        var nuspec = zip.Entries.FirstOrDefault(entry => entry.FullName == entry.Name && entry.Name.EndsWith(".nuspec", StringComparison.OrdinalIgnoreCase)) ?? throw new InvalidDataException();
        using var stream = nuspec.Open();
        using var xml = XmlReader.Create(stream, new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        string? id = null, version = null;
        while ((id is null || version is null) && xml.Read())
            if (xml is { NodeType: XmlNodeType.Element, Depth: 2 })
                (id, version) = (xml.LocalName == "id" ? xml.ReadString() : id, xml.LocalName == "version" ? xml.ReadString() : version);
        return (id ?? throw new InvalidDataException(), version ?? throw new InvalidDataException());
    }

    // Other tools put theirs into the same folder; what they say of the package is not ours to repeat.
    static Bom? Bom(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var bytes = new MemoryStream();
        var buffer = new byte[1 << 16];
        while (bytes.Length <= SbomReader.LargestFile && stream.Read(buffer) is > 0 and var length)
            bytes.Write(buffer, 0, length);
        var bom = SbomReader.Read(bytes.GetBuffer().AsMemory(0, (int)bytes.Length), entry.FullName).Bom;
        return bom.Metadata.Tools.Any(tool => tool.Name == SecureBuild.Identity.ToolName) ? bom : null;
    }

    static FileDigest DigestOf(Stream stream)
    {
        using var sha256 = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var sha512 = IncrementalHash.CreateHash(HashAlgorithmName.SHA512);
        var buffer = new byte[1 << 16];
        while (stream.Read(buffer) is > 0 and var length)
        {
            sha256.AppendData(buffer, 0, length);
            sha512.AppendData(buffer, 0, length);
        }
        return new(Convert.ToHexStringLower(sha256.GetHashAndReset()), Convert.ToHexStringLower(sha512.GetHashAndReset()));
    }
}

/// <summary>A file in a package.</summary>
sealed record PackageEntry(string Name, FileDigest Digest);

/// <summary>A bill of materials in a package: what one target framework was built from.</summary>
sealed record PackagedBom(string Path, FileDigest Digest, Bom Document);
