using System.Collections.Immutable;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using SecureBuild.Evidence;
using SecureBuild.Sbom;
using SecureBuild.Suppliers;

namespace SecureBuild.Collecting;

/// <summary>NuGet packages: which assemblies are in them, and what their signature shows.</summary>
static class PackageReader
{
    public const string Format = "NuGet package", Fact = "sign.nuget";

    const string Signature = ".signature.p7s";
    const int MostEntries = 20_000;
    const long MostBytes = 1L << 30;

    /// <exception cref="ProblemException">SB9772 it cannot be read, SB9426 it is no package.</exception>
    public static BuiltFileReport Read(string path)
    {
        var file = ReportFile.Read(path);
        try
        {
            using var zip = new ZipArchive(new MemoryStream(file.Bytes.ToArray(), writable: false), ZipArchiveMode.Read);
            // A package has its description at its root.
            if (zip.Entries.Count > MostEntries || !zip.Entries.Any(static entry => entry.FullName.EndsWith(".nuspec", StringComparison.OrdinalIgnoreCase) && !entry.FullName.Contains('/')))
                throw file.Refusal("SB9426", 0);
            var signature = zip.GetEntry(Signature) is { } entry ? PackageSignature.Of(Content(entry, 1 << 20) ?? throw file.Refusal("SB9426", 0)) : new("unsigned");
            var matches = signature.ContentDigest is { } digest ? digest == ContentDigest(file.Bytes, signature.ContentAlgorithm) : (bool?)null;
            var value = new JsonObject { ["sha256"] = file.Sha256, ["signature"] = signature.State, ["contentMatches"] = matches, ["signedBefore"] = signature.SignedBefore };
            // Its mathematics were checked, its authority was not.
            return new(file, Format, new() { Digests = Digests(zip, file) }, Fact, value, signature.IsValid && matches == true ? TrustClass.VerifiedCryptographically : TrustClass.DeclaredByProject);
        }
        catch (Exception e) when (e is InvalidDataException or NotSupportedException or EndOfStreamException)
        {
            throw file.Refusal("SB9426", 0);
        }
    }

    static ImmutableHashSet<string> Digests(ZipArchive zip, ReportFile file)
    {
        var digests = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
        var rest = MostBytes;
        foreach (var entry in zip.Entries.Where(static entry => Path.GetExtension(entry.FullName).ToLowerInvariant() is ".dll" or ".exe"))
        {
            if ((rest -= entry.Length) < 0)
                throw file.Refusal("SB9426", 0);
            using var stream = entry.Open();
            digests.Add(Convert.ToHexStringLower(SHA256.HashData(stream)));
        }
        return digests.ToImmutable();
    }

    static byte[]? Content(ZipArchiveEntry entry, int most)
    {
        if (entry.Length > most)
            return null;
        var bytes = new byte[entry.Length];
        using var stream = entry.Open();
        stream.ReadExactly(bytes);
        return bytes;
    }

    // NuGet signs with SHA-512 unless it is told otherwise; of the others nothing is known here.
    static string? ContentDigest(ReadOnlyMemory<byte> package, HashAlgorithmName algorithm) => algorithm == HashAlgorithmName.SHA512 ? PackageContentHash.Of(package.Span) : null;
}
