using System.Security.Cryptography;
using SecureBuild.Suppliers;

namespace SecureBuild.Core.Tests.Suppliers;

/// <summary>A real signature (the samples restore the package), and what somebody may make of it.</summary>
[Collection(nameof(SbomSamples))]
public sealed class PackageSignatureTests : IDisposable
{
    static readonly string s_package = Path.Combine(
        Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages"), "newtonsoft.json", "13.0.3");

    readonly string _folder = Directory.CreateTempSubdirectory("signatures ").FullName;

    static byte[] Signature => File.ReadAllBytes(Path.Combine(s_package, ".signature.p7s"));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void An_authors_signature_names_the_organisation_and_a_repositorys_the_owners()
    {
        var signature = PackageSignature.Read(Path.Combine(s_package, ".signature.p7s"));

        Assert.Equal("author", signature.State);
        Assert.Equal(("Json.NET (.NET Foundation)", "US"), (signature.Signer?.Organization, signature.Signer?.Country));
        Assert.Equal("public-gallery", signature.Repository);
        Assert.Contains("jamesnk", signature.RepositoryOwners);
        Assert.StartsWith("2023-03-08T", signature.SignedBefore, StringComparison.Ordinal);
    }

    [Fact]
    public void A_time_stamp_that_names_its_certificate_in_the_older_way_counts()
    {
        var package = Path.Combine(s_package, "..", "12.0.1");
        var signature = PackageSignature.Read(Path.Combine(package, ".signature.p7s"));

        Assert.Equal("author", signature.State);
        Assert.Equal(("Json.NET (.NET Foundation)", "US"), (signature.Signer?.Organization, signature.Signer?.Country));
        Assert.Equal("public-gallery", signature.Repository);
        Assert.Contains("jamesnk", signature.RepositoryOwners);
        Assert.Equal("2018-11-27T18:07:35Z", signature.SignedBefore);
        Assert.Equal(signature.ContentDigest, SignedPackage.Digests(Path.Combine(package, "newtonsoft.json.12.0.1.nupkg"), signature.ContentAlgorithm).Content);
    }

    [Fact]
    public void The_signed_digest_is_that_of_the_package_without_its_signature()
    {
        var signature = PackageSignature.Of(Signature);
        var package = Path.Combine(s_package, "newtonsoft.json.13.0.3.nupkg");
        var digests = SignedPackage.Digests(package, signature.ContentAlgorithm);

        Assert.Equal(Digest.Sha256OfFile(package), digests.File);
        Assert.Equal(signature.ContentDigest, digests.Content);
        // NuGet's own record, made when it installed the package.
        using var metadata = System.Text.Json.JsonDocument.Parse(File.ReadAllBytes(Path.Combine(s_package, ".nupkg.metadata")));
        Assert.Equal(metadata.RootElement.GetProperty("contentHash").GetString(), Convert.ToBase64String(Convert.FromHexString(SignedPackage.Digests(package, HashAlgorithmName.SHA512).Content!)));
    }

    [Fact]
    public void A_package_with_one_other_byte_is_not_the_signed_one()
    {
        var signature = PackageSignature.Of(Signature);
        var bytes = File.ReadAllBytes(Path.Combine(s_package, "newtonsoft.json.13.0.3.nupkg"));
        var random = new Random(20261122);
        for (var run = 0; run < 20; run++)
        {
            var place = run == 0 ? 40 : random.Next(bytes.Length / 2);
            bytes[place] ^= 0x10;
            var file = Path.Combine(_folder, "changed.nupkg");
            File.WriteAllBytes(file, bytes);
            Assert.Equal("differs", PackageSupplier.SignedContent(signature, SignedPackage.Digests(file, signature.ContentAlgorithm)));
            bytes[place] ^= 0x10;
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("PK")]
    [InlineData("no package at all, only text that goes on for a while")]
    public void A_file_that_is_no_package_has_no_signed_digest(string text)
    {
        var file = Path.Combine(_folder, "a.nupkg");
        File.WriteAllText(file, text);
        var digests = SignedPackage.Digests(file, HashAlgorithmName.SHA256);
        Assert.Equal(Digest.Sha256OfFile(file), digests.File);
        Assert.Null(digests.Content);
    }

    [Fact]
    public void A_mutated_package_is_read_to_its_end_or_has_no_signed_digest()
    {
        var bytes = File.ReadAllBytes(Path.Combine(s_package, "newtonsoft.json.13.0.3.nupkg"))[^20_000..];
        var random = new Random(20261122);
        var file = Path.Combine(_folder, "mutated.nupkg");
        for (var run = 0; run < 1_000; run++)
        {
            var mutated = bytes.AsSpan(random.Next(bytes.Length)).ToArray();
            for (var change = random.Next(8); change > 0 && mutated.Length > 0; change--)
                mutated[^(random.Next(Math.Min(mutated.Length, 400)) + 1)] = (byte)random.Next(256);
            File.WriteAllBytes(file, mutated);
            Assert.Equal(Digest.Sha256(mutated), SignedPackage.Digests(file, HashAlgorithmName.SHA256).File);
        }
    }

    [Fact]
    public void No_mutation_of_a_signature_changes_what_it_says_and_stays_valid()
    {
        var original = PackageSignature.Of(Signature);
        var random = new Random(20261122);
        var broken = 0;
        for (var run = 0; run < 10_000; run++)
        {
            var mutated = Signature;
            // Mostly at the front: what the author signed; behind it are counter-signature and stamps.
            var reach = run % 3 == 0 ? mutated.Length : 9_000;
            for (var change = random.Next(1, 4); change > 0; change--)
                mutated[random.Next(reach)] = (byte)random.Next(256);
            var result = PackageSignature.Of(run % 10 == 0 ? mutated.AsMemory(0, random.Next(mutated.Length)) : mutated);
            if (!result.IsValid)
            {
                broken++;
                Assert.StartsWith("broken:", result.State, StringComparison.Ordinal);
                Assert.Null(result.Signer);
                continue;
            }
            Assert.Equal((original.State, original.ContentDigest, original.Signer!.Fingerprint), (result.State, result.ContentDigest, result.Signer!.Fingerprint));
            if (result.Repository == "public-gallery")
                Assert.Equal(original.RepositoryOwners, result.RepositoryOwners);
            if (result.SignedBefore is { } time)
                Assert.Equal(original.SignedBefore, time);
        }
        Assert.InRange(broken, 2_000, 9_990);
    }

    [Fact]
    public void A_signature_at_the_same_place_with_other_bytes_is_verified_anew()
    {
        var file = Path.Combine(_folder, ".signature.p7s");
        var bytes = Signature;
        File.WriteAllBytes(file, bytes);
        var time = File.GetLastWriteTimeUtc(file);
        Assert.Equal("author", PackageSignature.Read(file).State);

        var digit = bytes.AsSpan().IndexOf("-Hash:"u8) + 10;
        bytes[digit] = bytes[digit] == 'A' ? (byte)'B' : (byte)'A';
        File.WriteAllBytes(file, bytes);
        File.SetLastWriteTimeUtc(file, time);
        Assert.StartsWith("broken:", PackageSignature.Read(file).State, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_packages_signature_says_so()
    {
        var other = Directory.EnumerateFiles(Path.Combine(s_package, "../..", "system.text.json"), ".signature.p7s", SearchOption.AllDirectories).First();
        var signature = PackageSignature.Read(other);
        Assert.True(signature.IsValid);
        Assert.Equal("differs", PackageSupplier.SignedContent(signature, SignedPackage.Digests(Path.Combine(s_package, "newtonsoft.json.13.0.3.nupkg"), signature.ContentAlgorithm)));
    }

    [Fact]
    public void Missing_empty_endless_and_deeply_nested_signatures_are_said()
    {
        Assert.Equal("unsigned", PackageSignature.Read(Path.Combine(_folder, "missing")).State);
        var file = Path.Combine(_folder, ".signature.p7s");
        File.WriteAllBytes(file, []);
        Assert.Equal("broken:size", PackageSignature.Read(file).State);
        File.WriteAllBytes(file, new byte[(1 << 20) + 1]);
        Assert.Equal("broken:size", PackageSignature.Read(file).State);
        File.WriteAllBytes(file, [.. Enumerable.Repeat<byte[]>([0x30, 0x80], 100_000).SelectMany(part => part)]);
        Assert.Equal("broken:structure", PackageSignature.Read(file).State);
    }
}
