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
                policy.VerificationFlags = [|X509VerificationFlags.AllFlags|]; policy.ToString();
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

    [Fact]
    public Task A_yes_said_in_a_roundabout_way_is_reported() => Verify.AnalyzerAsync(Usings + """
        class C
        {
            const bool Yes = true;
            static bool Constant(object s, X509Certificate? c, X509Chain? ch, SslPolicyErrors e) => Yes;
            static bool Trusted(X509Certificate2? certificate) { return true; }
            static bool Checked(X509Certificate2? certificate) => certificate?.Verify() == true;
            static void Guard(SslPolicyErrors errors) { if (errors != 0) throw new InvalidOperationException(); }

            void M(HttpClientHandler handler, Stream inner)
            {
                var all = true;
                handler.ServerCertificateCustomValidationCallback = [|(_, _, _, errors) => errors == SslPolicyErrors.None || true|]; handler.ToString();
                handler.ServerCertificateCustomValidationCallback = [|(_, _, _, errors) => errors == SslPolicyErrors.None ? true : true|]; handler.ToString();
                handler.ServerCertificateCustomValidationCallback = [|(_, _, _, errors) => { var result = true; Console.WriteLine(errors); return result; }|]; handler.ToString();
                handler.ServerCertificateCustomValidationCallback = [|(_, _, _, _) => all|]; handler.ToString();
                handler.ServerCertificateCustomValidationCallback = [|(_, certificate, _, _) => Trusted(certificate)|]; handler.ToString();
                handler.ServerCertificateCustomValidationCallback = [|(_, _, _, errors) => errors switch { SslPolicyErrors.None => true, _ => true }|]; handler.ToString();
                handler.ServerCertificateCustomValidationCallback = (_, _, _, errors) => errors switch { SslPolicyErrors.None => true, _ => false };
                new SslStream(inner, false, [|Constant|]);
                handler.ServerCertificateCustomValidationCallback = (_, certificate, _, _) => Checked(certificate);
                handler.ServerCertificateCustomValidationCallback = (_, _, _, errors) => { var result = true; if (errors != 0) result = false; return result; };
                handler.ServerCertificateCustomValidationCallback = (_, _, _, errors) => { Guard(errors); return true; };
            }
        }
        """);

    [Fact]
    public Task Callbacks_and_tolerances_of_message_and_directory_clients_are_reported() => Verify.AnalyzerAsync(Usings + """
        using System.DirectoryServices.Protocols;
        class Arguments { public SslPolicyErrors SslPolicyErrors { get; set; } }
        class Broker { public Func<Arguments, bool> Validate { get; set; } public SslPolicyErrors AcceptablePolicyErrors { get; set; } public SslPolicyErrors Last { get; set; } }
        class C
        {
            Broker Wrong() => new() { Validate = [|_ => true|], AcceptablePolicyErrors = [|SslPolicyErrors.RemoteCertificateChainErrors | SslPolicyErrors.RemoteCertificateNameMismatch|] };
            Broker Right() => new() { Validate = a => a.SslPolicyErrors == SslPolicyErrors.None, AcceptablePolicyErrors = SslPolicyErrors.None, Last = SslPolicyErrors.RemoteCertificateChainErrors };
            VerifyServerCertificateCallback All => [|(_, _) => true|];
            VerifyServerCertificateCallback One => (_, certificate) => certificate.GetCertHashString() == "AB";
        }
        """, new TestSetup { Stubs = [("Ldap.cs", "namespace System.DirectoryServices.Protocols { public delegate bool VerifyServerCertificateCallback(object connection, System.Security.Cryptography.X509Certificates.X509Certificate certificate); }")] });

    [Fact]
    public Task Flags_that_are_added_or_held_in_a_local_are_reported() => Verify.AnalyzerAsync(Usings + """
        class C
        {
            void M(X509ChainPolicy policy)
            {
                var all = X509VerificationFlags.AllFlags;
                policy.VerificationFlags = [|all|];
                policy.VerificationFlags |= [|X509VerificationFlags.AllFlags|];
                policy.VerificationFlags &= X509VerificationFlags.AllFlags;
            }
        }
        """);

    [Fact]
    public Task Classes_that_accept_every_certificate_are_reported() => Verify.AnalyzerAsync("""
        using System.IdentityModel.Selectors;
        using System.Net;
        class TrustAll : ICertificatePolicy { public bool [|CheckValidationResult|](object point, object certificate, object request, int problem) { return true; } }
        class TrustSome : ICertificatePolicy { public bool CheckValidationResult(object point, object certificate, object request, int problem) => problem == 0; }
        class Empty : X509CertificateValidator { public override void [|Validate|](object certificate) { } }
        class Full : X509CertificateValidator { public override void Validate(object certificate) { if (certificate is null) throw new System.ArgumentNullException(); } }
        class C { object M() => [|X509CertificateValidator.None|]; }
        """, new TestSetup { Stubs = [("Old.cs", """
            namespace System.Net { public interface ICertificatePolicy { bool CheckValidationResult(object point, object certificate, object request, int problem); } }
            namespace System.IdentityModel.Selectors { public abstract class X509CertificateValidator { public static X509CertificateValidator None => null; public abstract void Validate(object certificate); } }
            """)] });

    [Fact]
    public Task A_server_that_lets_every_client_certificate_in_is_reported() => Verify.AnalyzerAsync("""
        using Microsoft.AspNetCore.Server.Kestrel.Https;
        class C
        {
            void Wrong(HttpsConnectionAdapterOptions https) => [|https.AllowAnyClientCertificate()|];
            void Wrong2(HttpsConnectionAdapterOptions https) => https.ClientCertificateValidation = [|(_, _, _) => true|];
            void Right(HttpsConnectionAdapterOptions https) => https.ClientCertificateMode = ClientCertificateMode.RequireCertificate;
        }
        """, TestSetup.AspNetCore);

    [Fact]
    public Task Development_only_code_is_not_reported() => Verify.AnalyzerAsync("""
        using System.Net.Http;
        class Env { public bool IsDevelopment() => true; }
        class C
        {
            void M(HttpClientHandler handler, Env env)
            {
                if (env.IsDevelopment())
                    handler.ServerCertificateCustomValidationCallback = (_, _, _, _) => true;
                handler.ServerCertificateCustomValidationCallback = [|(_, _, _, _) => true|];
            }
        }
        """);
}
