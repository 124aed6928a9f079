using System.Text.Json.Nodes;
using SecureBuild.Sbom;

namespace SecureBuild.Core.Tests;

public sealed class PackageContentHashTests
{
    static readonly string s_packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    [Fact]
    public void The_content_digest_of_signed_packages_is_the_one_that_nuget_recorded()
    {
        // The tests' own packages are signed and lie there, or the tests would not run.
        var packages = Directory.GetDirectories(s_packages, "xunit.v3*")
            .SelectMany(folder => Directory.GetFiles(folder, "*.nupkg", SearchOption.AllDirectories)).Where(package => new FileInfo(package).Length < 4 << 20).ToArray();
        Assert.NotEmpty(packages);
        foreach (var package in packages)
        {
            var bytes = File.ReadAllBytes(package);
            var recorded = (string)JsonNode.Parse(File.ReadAllText(Path.Combine(Path.GetDirectoryName(package)!, ".nupkg.metadata")))!["contentHash"]!;
            Assert.NotEqual(Digest.Sha512(bytes), PackageContentHash.Of(bytes));
            Assert.Equal(Convert.ToHexStringLower(Convert.FromBase64String(recorded)), PackageContentHash.Of(bytes));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(21)]
    public void What_is_no_archive_has_none(int length) => Assert.Null(PackageContentHash.Of(new byte[length]));
}
