using Verify = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Cryptography.SB2107EncryptionOptional>;

namespace SecureBuild.Analyzers.Tests.Cryptography;

public sealed class SB2107EncryptionOptionalTests
{
    const string Usings = """
        #pragma warning disable SYSLIB0040, CA1416
        using System.Net.Security;

        """;

    [Fact]
    public Task No_encryption_and_weak_suites_are_reported() => Verify.AnalyzerAsync(Usings + """
        class C
        {
            void M(SslClientAuthenticationOptions options)
            {
                options.EncryptionPolicy = [|EncryptionPolicy.AllowNoEncryption|];
                options.CipherSuitesPolicy = new CipherSuitesPolicy(new[] { TlsCipherSuite.TLS_AES_128_GCM_SHA256, [|TlsCipherSuite.TLS_RSA_WITH_NULL_SHA256|], [|TlsCipherSuite.TLS_RSA_WITH_RC4_128_SHA|] });
            }
        }
        """);

    [Fact]
    public Task Encryption_and_comparisons_are_not() => Verify.AnalyzerAsync(Usings + """
        class C
        {
            bool M(SslClientAuthenticationOptions options)
            {
                options.EncryptionPolicy = EncryptionPolicy.RequireEncryption;
                options.CipherSuitesPolicy = new CipherSuitesPolicy(new[] { TlsCipherSuite.TLS_AES_128_GCM_SHA256 });
                return options.EncryptionPolicy == EncryptionPolicy.NoEncryption;
            }
        }
        """);
}
