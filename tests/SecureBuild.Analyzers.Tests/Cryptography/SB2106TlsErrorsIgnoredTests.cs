using Verify = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Cryptography.SB2106TlsErrorsIgnored>;

namespace SecureBuild.Analyzers.Tests.Cryptography;

public sealed class SB2106TlsErrorsIgnoredTests
{
    const string Usings = """
        using System.Net.Http;
        using System.Net.Security;
        using System.Security.Cryptography.X509Certificates;

        """;

    [Fact]
    public Task A_callback_that_lets_errors_pass_is_reported() => Verify.AnalyzerAsync(Usings + """
        class C
        {
            void M(HttpClientHandler handler, SslStream stream)
            {
                handler.ServerCertificateCustomValidationCallback = [|(_, _, _, errors) => errors is SslPolicyErrors.None or SslPolicyErrors.RemoteCertificateNameMismatch|];
                handler.ServerCertificateCustomValidationCallback = [|(_, _, _, errors) => (errors & ~SslPolicyErrors.RemoteCertificateChainErrors) == SslPolicyErrors.None|];
                handler.ServerCertificateCustomValidationCallback = [|(_, _, _, errors) => errors != SslPolicyErrors.RemoteCertificateNotAvailable|];
                handler.ServerCertificateCustomValidationCallback = [|(_, certificate, _, errors) =>
                {
                    if (errors == SslPolicyErrors.None)
                        return true;
                    System.Console.WriteLine(certificate);
                    return errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch);
                }|];
                handler.ServerCertificateCustomValidationCallback = [|Accept|];
            }
            static bool Accept(HttpRequestMessage request, X509Certificate2 certificate, X509Chain chain, SslPolicyErrors errors)
            {
                var serious = errors & SslPolicyErrors.RemoteCertificateNotAvailable;
                return serious == 0;
            }
        }
        """);

    [Fact]
    public Task A_callback_that_checks_is_not() => Verify.AnalyzerAsync(Usings + """
        class C
        {
            const string Pin = "00";
            void M(HttpClientHandler handler)
            {
                handler.ServerCertificateCustomValidationCallback = (_, _, _, errors) => errors == SslPolicyErrors.None;
                handler.ServerCertificateCustomValidationCallback = (_, certificate, _, errors) => errors == SslPolicyErrors.None || certificate.Thumbprint == Pin;
                handler.ServerCertificateCustomValidationCallback = (_, certificate, chain, errors) =>
                {
                    if (errors == SslPolicyErrors.RemoteCertificateChainErrors)
                        return chain.Build(certificate);
                    return errors == SslPolicyErrors.None;
                };
                handler.ServerCertificateCustomValidationCallback = (_, _, _, errors) => !errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch) && (errors & SslPolicyErrors.RemoteCertificateChainErrors) == 0;
            }
        }
        """);

    [Fact]
    public Task A_switch_and_a_look_at_names_alone_are_reported() => Verify.AnalyzerAsync(Usings + """
        class C
        {
            void M(HttpClientHandler handler)
            {
                handler.ServerCertificateCustomValidationCallback = [|(_, _, _, errors) => errors switch { SslPolicyErrors.None => true, SslPolicyErrors.RemoteCertificateChainErrors => true, _ => false }|];
                handler.ServerCertificateCustomValidationCallback = [|(_, certificate, _, _) => certificate.Subject.Contains("contoso")|];
                handler.ServerCertificateCustomValidationCallback = [|(_, certificate, _, _) => certificate != null|];
                handler.ServerCertificateCustomValidationCallback = (_, certificate, _, _) => certificate.GetCertHashString() == "00";
                handler.ServerCertificateCustomValidationCallback = (_, certificate, _, errors) => errors switch { SslPolicyErrors.None => true, _ => false };
            }
        }
        """);
}
