using Verify = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Cryptography.SB2001WeakHash>;

namespace SecureBuild.Analyzers.Tests.Cryptography;

public sealed class SB2001WeakHashTests
{
    [Fact]
    public Task Md5_is_reported() => Verify.AnalyzerAsync("""
        using System.Security.Cryptography;
        class C { byte[] M(byte[] b) => [|MD5.HashData(b)|]; }
        """);

    [Fact]
    public Task Sha256_is_not() => Verify.AnalyzerAsync("""
        using System.Security.Cryptography;
        class C { byte[] M(byte[] b) => SHA256.HashData(b); }
        """);
}
