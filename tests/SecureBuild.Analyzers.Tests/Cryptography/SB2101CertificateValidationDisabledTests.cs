using SecureBuild.Testing.Roslyn;
using Fix = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Cryptography.SB2101CertificateValidationDisabled, SecureBuild.CodeFixes.Cryptography.SB2101CertificateValidationDisabledCodeFix>;
using Verify = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Cryptography.SB2101CertificateValidationDisabled>;

namespace SecureBuild.Analyzers.Tests.Cryptography;

public sealed class SB2101CertificateValidationDisabledTests
{
    const string Usings = """
        using System;
        using System.IO;
        using System.Net;
        using System.Net.Http;
        using System.Net.Security;
        using System.Security.Cryptography.X509Certificates;

        """;

    [Fact]
    public Task A_lambda_that_is_always_true_is_reported() => Verify.AnalyzerAsync(Usings + """
        class C
        {
            HttpClientHandler Initialised() => new() { ServerCertificateCustomValidationCallback = [|(_, _, _, _) => true|] };
            void Assigned(HttpClientHandler handler) => handler.ServerCertificateCustomValidationCallback = [|(request, certificate, chain, errors) => { Console.WriteLine(errors); return (true); }|];
            void Sockets(SocketsHttpHandler handler) => handler.SslOptions.RemoteCertificateValidationCallback = [|delegate { return true; }|];
            SslStream Argument(Stream inner) => new SslStream(inner, false, userCertificateValidationCallback: [|(s, c, ch, e) => true|]);
            SslClientAuthenticationOptions Options() => new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = new RemoteCertificateValidationCallback([|(s, c, ch, e) => true|]) };
            readonly RemoteCertificateValidationCallback _trusting = [|(s, c, ch, e) => true|];
        }
        """.Replace("new RemoteCertificateValidationCallback([|(s, c, ch, e) => true|])", "[|new RemoteCertificateValidationCallback((s, c, ch, e) => true)|]"));

    [Fact]
    public Task The_callback_of_the_whole_process_is_reported_also_when_added() => Verify.AnalyzerAsync(Usings + """
        #pragma warning disable SYSLIB0014
        class C
        {
            void M()
            {
                ServicePointManager.ServerCertificateValidationCallback = [|(a, b, c, d) => true|];
                ServicePointManager.ServerCertificateValidationCallback += [|(a, b, c, d) => true|];
            }
        }
        """);

    [Fact]
    public Task A_method_that_is_always_true_is_reported_where_it_is_named() => Verify.AnalyzerAsync(Usings + """
        class C
        {
            static bool Accept(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
            {
                if (errors != SslPolicyErrors.None)
                    return true;
                return true;
            }

            SslStream M(Stream inner) => new SslStream(inner, false, [|Accept|]);

            HttpClientHandler Local()
            {
                return new HttpClientHandler { ServerCertificateCustomValidationCallback = [|Yes|] };
                static bool Yes(HttpRequestMessage request, X509Certificate2? certificate, X509Chain? chain, SslPolicyErrors errors) => true;
            }
        }
        """);

    [Fact]
    public Task The_ready_made_validator_and_flags_that_ignore_everything_are_reported() => Verify.AnalyzerAsync(Usings + """
        class C
        {
            void M(HttpClientHandler handler, X509ChainPolicy policy)
            {
                handler.ServerCertificateCustomValidationCallback = [|HttpClientHandler.DangerousAcceptAnyServerCertificateValidator|];
                policy.VerificationFlags = [|X509VerificationFlags.AllFlags|];
                policy.VerificationFlags = X509VerificationFlags.IgnoreEndRevocationUnknown;
            }
        }
        """);

    [Fact]
    public Task A_service_client_that_validates_nothing_is_reported() => Verify.AnalyzerAsync("""
        using System.ServiceModel.Security;
        class C
        {
            X509ServiceCertificateAuthentication Wrong() => new() { CertificateValidationMode = [|X509CertificateValidationMode.None|] };
            X509ServiceCertificateAuthentication Right() => new() { CertificateValidationMode = X509CertificateValidationMode.ChainTrust };
        }
        """, new TestSetup { Stubs = [("Wcf.cs", "namespace System.ServiceModel.Security { public enum X509CertificateValidationMode { None, PeerTrust, ChainTrust } public class X509ServiceCertificateAuthentication { public X509CertificateValidationMode CertificateValidationMode { get; set; } } }")] });

    [Fact]
    public Task A_callback_that_decides_is_not_reported() => Verify.AnalyzerAsync(Usings + """
        class C
        {
            void M(HttpClientHandler handler, string thumbprint)
            {
                handler.ServerCertificateCustomValidationCallback = (_, _, _, errors) => errors == SslPolicyErrors.None;
                handler.ServerCertificateCustomValidationCallback = (_, certificate, _, errors) => errors == SslPolicyErrors.None || certificate!.Thumbprint == thumbprint;
                handler.ServerCertificateCustomValidationCallback = (_, _, _, errors) => { if (errors != SslPolicyErrors.None) throw new InvalidOperationException(); return true; };
                handler.ServerCertificateCustomValidationCallback = (_, _, _, errors) => { if (errors == SslPolicyErrors.None) return true; return false; };
                handler.ServerCertificateCustomValidationCallback = (_, _, _, _) => false;
                handler.ServerCertificateCustomValidationCallback = Check;
                handler.ServerCertificateCustomValidationCallback = null;
                var isDangerous = handler.ServerCertificateCustomValidationCallback == HttpClientHandler.DangerousAcceptAnyServerCertificateValidator;
            }

            bool Check(HttpRequestMessage request, X509Certificate2? certificate, X509Chain? chain, SslPolicyErrors errors)
            {
                Func<bool> unrelated = () => true;
                return errors == SslPolicyErrors.None && unrelated();
            }
        }
        """);

    [Fact]
    public Task Another_predicate_that_is_always_true_is_not_reported() => Verify.AnalyzerAsync(Usings + """
        class C { Func<string, object, bool> All = (_, _) => true; Predicate<int> Every = _ => true; }
        """);

    [Fact]
    public Task Unfinished_code_is_survived() => Verify.AnalyzerAsync(Usings + """
        class C { void M(HttpClientHandler handler) { handler.ServerCertificateCustomValidationCallback = (_, _, _, ) => ; handler.ServerCertificateCustomValidationCallback = (_, _, _, _) => { return } } }
        """, new TestSetup { AllowCompilerErrors = true });

    [Fact]
    public Task Without_the_api_nothing_is_reported() => Verify.AnalyzerAsync("""
        class C { System.Func<object, object, bool> F = (_, _) => true; }
        """, new TestSetup { Framework = [Microsoft.CodeAnalysis.MetadataReference.CreateFromFile(typeof(object).Assembly.Location)] });

    [Fact]
    public Task The_fix_takes_the_assignment_away() => Fix.CodeFixAsync(Usings + """
        class C
        {
            HttpClientHandler Only() => new HttpClientHandler { ServerCertificateCustomValidationCallback = [|(_, _, _, _) => true|] };
            HttpClientHandler Target() => new() { ServerCertificateCustomValidationCallback = [|HttpClientHandler.DangerousAcceptAnyServerCertificateValidator|] };
            HttpClientHandler Among() => new()
            {
                AllowAutoRedirect = false,
                ServerCertificateCustomValidationCallback = [|(_, _, _, _) => true|],
                UseCookies = false,
            };
            HttpClientHandler First() => new() { ServerCertificateCustomValidationCallback = [|(_, _, _, _) => true|], UseCookies = false };
            HttpClientHandler Last() => new()
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                ServerCertificateCustomValidationCallback = [|(_, _, _, _) => true|]
            };
            void Statements(HttpClientHandler handler, X509ChainPolicy policy)
            {
                handler.UseCookies = false;
                handler.ServerCertificateCustomValidationCallback = [|(_, _, _, _) => true|];
                policy.VerificationFlags = [|X509VerificationFlags.AllFlags|];
                handler.UseProxy = false;
            }
        }
        """, Usings + """
        class C
        {
            HttpClientHandler Only() => new HttpClientHandler();
            HttpClientHandler Target() => new();
            HttpClientHandler Among() => new()
            {
                AllowAutoRedirect = false,
                UseCookies = false,
            };
            HttpClientHandler First() => new() { UseCookies = false };
            HttpClientHandler Last() => new()
            {
                AllowAutoRedirect = false,
                UseCookies = false
            };
            void Statements(HttpClientHandler handler, X509ChainPolicy policy)
            {
                handler.UseCookies = false;
                handler.UseProxy = false;
            }
        }
        """);

    [Fact]
    public Task No_fix_is_offered_where_something_else_would_have_to_change() => Fix.NoCodeFixAsync(Usings + """
        class C
        {
            readonly RemoteCertificateValidationCallback _trusting = [|(s, c, ch, e) => true|];
            SslStream Argument(Stream inner) => new SslStream(inner, false, [|(s, c, ch, e) => true|]);
            void Branch(HttpClientHandler handler, bool open) { if (open) handler.ServerCertificateCustomValidationCallback = [|(_, _, _, _) => true|]; }
        }
        """);
}
