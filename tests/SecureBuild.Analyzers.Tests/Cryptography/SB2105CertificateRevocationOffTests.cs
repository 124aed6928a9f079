using Verify = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Cryptography.SB2105CertificateRevocationOff>;

namespace SecureBuild.Analyzers.Tests.Cryptography;

public sealed class SB2105CertificateRevocationOffTests
{
    const string Usings = """
        using System.Net.Http;
        using System.Net.Security;
        using System.Security.Cryptography.X509Certificates;

        """;

    [Fact]
    public Task Revocation_that_nobody_asks_for_is_reported() => Verify.AnalyzerAsync(Usings + """
        class C
        {
            void M(HttpClientHandler handler, X509Chain chain)
            {
                [|handler.CheckCertificateRevocationList = false|];
                [|chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck|];
                var options = new SslClientAuthenticationOptions { [|CertificateRevocationCheckMode = X509RevocationMode.NoCheck|] };
            }
        }
        """);

    [Fact]
    public Task Online_and_offline_checks_are_not() => Verify.AnalyzerAsync(Usings + """
        class C
        {
            void M(HttpClientHandler handler, X509Chain chain)
            {
                handler.CheckCertificateRevocationList = true;
                chain.ChainPolicy.RevocationMode = X509RevocationMode.Online;
                chain.ChainPolicy.RevocationMode = X509RevocationMode.Offline;
            }
        }
        """);
}
