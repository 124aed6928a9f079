using System.IO.Compression;
using System.Security.Cryptography;
using SecureBuild.Suppliers;

namespace SecureBuild.Core.Tests.Suppliers;

public sealed class CraftedSignatureTests : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("crafted ").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_signature_with_nothing_wrong_names_its_author_and_a_repository_that_nobody_knows()
    {
        var signature = PackageSignature.Of(new CraftedSignature { Counter = CounterKind.Right }.Bytes());

        Assert.Equal(("author", "Crafted Ltd", "JP"), (signature.State, signature.Signer?.Organization, signature.Signer?.Country));
        Assert.Equal(("other", null), (signature.Repository, signature.PublicIndex));
        Assert.Equal(new string('0', 64), signature.ContentDigest);
    }

    [Fact]
    public void A_package_signature_that_does_not_name_its_certificate_is_none()
    {
        // Whoever has another certificate over the same key could put it in its place.
        Assert.Equal("broken:purpose", PackageSignature.Of(new CraftedSignature { NamesCertificate = false }.Bytes()).State);
        Assert.Equal("broken:other-certificate", PackageSignature.Of(new CraftedSignature { NamesOther = true }.Bytes()).State);
    }

    [Fact]
    public void What_is_wrong_with_a_signature_is_said_and_nobody_is_named()
    {
        foreach (var (crafted, state) in ((CraftedSignature, string)[])
        [
            (new() { DigestFits = false }, "broken:content-digest"),
            (new() { SaysPurpose = false }, "broken:purpose"),
            (new() { Content = "Version:1\n\n1.3.14.3.2.26-Hash:AAAA\n\n" }, "broken:content"),
            (new() { Hash = "not Base64" }, "broken:structure"),
            (new() { Content = "" }, "broken:content"),
        ])
        {
            var signature = PackageSignature.Of(crafted.Bytes());
            Assert.Equal(state, signature.State);
            Assert.Null(signature.Signer);
            Assert.False(signature.IsValid);
        }
    }

    [Fact]
    public void A_signature_cut_off_anywhere_is_broken()
    {
        var bytes = new CraftedSignature { Counter = CounterKind.Right }.Bytes();
        for (var length = 0; length < bytes.Length; length++)
            Assert.StartsWith("broken:", PackageSignature.Of(bytes.AsMemory(0, length)).State, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(nameof(CounterKind.OfAnotherSignature), "broken:content-digest")]
    [InlineData(nameof(CounterKind.ByAnotherKey), "broken:signature")]
    [InlineData(nameof(CounterKind.WithoutCertificateName), null)]
    [InlineData(nameof(CounterKind.None), null)]
    public void A_bad_counter_signature_takes_nothing_from_the_author_and_makes_no_repository(string kind, string? repository)
    {
        var signature = PackageSignature.Of(new CraftedSignature { Counter = Enum.Parse<CounterKind>(kind) }.Bytes());

        Assert.Equal("author", signature.State);
        Assert.Equal(repository, signature.Repository);
        Assert.Empty(signature.RepositoryOwners);
    }

    [Fact]
    public void The_author_is_the_supplier_only_of_the_package_that_was_signed()
    {
        var package = Path.Combine(_folder, "crafted.1.0.0.nupkg");
        using (var zip = ZipFile.Open(package, ZipArchiveMode.Create))
            foreach (var (name, content) in new[] { ("crafted.nuspec", "<package/>"), (".signature.p7s", "whatever it is, it signs the rest") })
                using (var text = new StreamWriter(zip.CreateEntry(name, CompressionLevel.NoCompression).Open()))
                    text.Write(content);
        var digests = SignedPackage.Digests(package, HashAlgorithmName.SHA256);
        var right = PackageSignature.Of(new CraftedSignature { Hash = Convert.ToBase64String(Convert.FromHexString(digests.Content!)) }.Bytes());
        var wrong = PackageSignature.Of(new CraftedSignature().Bytes());

        Assert.Equal(("matches", "differs"), (PackageSupplier.SignedContent(right, digests), PackageSupplier.SignedContent(wrong, digests)));
        Assert.Equal(("author-signature", "Crafted Ltd"), Supplier(right, "matches"));
        Assert.Equal(("unknown:no-package-metadata", null), Supplier(wrong, "differs"));
        Assert.Equal(("unknown:no-package-metadata", null), Supplier(PackageSignature.Read(Path.Combine(_folder, "none")), null));

        static (string, string?) Supplier(PackageSignature signature, string? content) => PackageSupplier.Of(null, signature, content) is var supplier ? (supplier.Source, supplier.Entity?.Name) : default;
    }
}
