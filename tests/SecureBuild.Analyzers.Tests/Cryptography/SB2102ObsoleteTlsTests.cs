using SecureBuild.Testing.Roslyn;
using Fix = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Cryptography.SB2102ObsoleteTls, SecureBuild.CodeFixes.Cryptography.SB2102ObsoleteTlsCodeFix>;
using Verify = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Cryptography.SB2102ObsoleteTls>;

namespace SecureBuild.Analyzers.Tests.Cryptography;

public sealed class SB2102ObsoleteTlsTests
{
    const string Usings = """
        #pragma warning disable SYSLIB0014, SYSLIB0039, CS0618
        using System.IO;
        using System.Net;
        using System.Net.Http;
        using System.Net.Security;
        using System.Security.Authentication;
        using Old = System.Security.Authentication.SslProtocols;

        """;

    [Fact]
    public Task A_version_that_is_chosen_is_reported() => Verify.AnalyzerAsync(Usings + """
        class C
        {
            const SslProtocols Legacy = [|SslProtocols.Ssl3|];
            SslClientAuthenticationOptions Options() => new() { EnabledSslProtocols = [|SslProtocols.Tls|] };
            SslClientAuthenticationOptions Alias() => new() { EnabledSslProtocols = [|Old.Default|] };
            void Argument(SslStream stream) => stream.AuthenticateAsClient("host", null, checkCertificateRevocation: true, enabledSslProtocols: [|SslProtocols.Tls11|]);
            void Process() => ServicePointManager.SecurityProtocol = [|SecurityProtocolType.Tls|];
            void Handler(HttpClientHandler handler, bool old) => handler.SslProtocols = old ? [|SslProtocols.Tls|] : SslProtocols.Tls12;
        }
        """);

    [Fact]
    public Task A_combination_is_reported_once_and_whole() => Verify.AnalyzerAsync(Usings + """
        class C
        {
            void M(HttpClientHandler handler)
            {
                handler.SslProtocols = [|SslProtocols.Tls | SslProtocols.Tls11 | SslProtocols.Tls12|];
                ServicePointManager.SecurityProtocol |= [|SecurityProtocolType.Tls11|];
            }
        }
        """);

    [Fact]
    public Task A_number_that_means_an_old_version_is_reported() => Verify.AnalyzerAsync(Usings + """
        class C
        {
            void M()
            {
                ServicePointManager.SecurityProtocol = [|(SecurityProtocolType)768|];
                ServicePointManager.SecurityProtocol = [|(SecurityProtocolType)192 | (SecurityProtocolType)3072|];
                ServicePointManager.SecurityProtocol = (SecurityProtocolType)3072;
            }
        }
        """);

    [Fact]
    public Task Current_versions_and_the_choice_of_the_system_are_not_reported() => Verify.AnalyzerAsync(Usings + """
        class C
        {
            SslProtocols[] All() => new[] { SslProtocols.None, SslProtocols.Tls12, SslProtocols.Tls13, SslProtocols.Tls12 | SslProtocols.Tls13 };
            void M() => ServicePointManager.SecurityProtocol = SecurityProtocolType.SystemDefault;
        }
        """);

    [Fact]
    public Task Reading_comparing_and_taking_away_are_not_reported() => Verify.AnalyzerAsync(Usings + """
        class C
        {
            bool Old(SslStream stream) => stream.SslProtocol == SslProtocols.Tls || stream.SslProtocol is SslProtocols.Tls11 or SslProtocols.Ssl3;
            bool Has(SslProtocols enabled) => (enabled & SslProtocols.Tls) != 0 || enabled.HasFlag(SslProtocols.Tls11);
            string Name(SslProtocols version) => version switch { SslProtocols.Tls => nameof(SslProtocols.Tls), SslProtocols.Tls11 => "TLS 1.1", _ => $"not {SslProtocols.Tls}" };
            void Remove()
            {
                ServicePointManager.SecurityProtocol &= ~SecurityProtocolType.Ssl3;
                ServicePointManager.SecurityProtocol = ServicePointManager.SecurityProtocol & ~(SecurityProtocolType.Tls | SecurityProtocolType.Tls11);
            }
            int Switch(SslProtocols version) { switch (version) { case SslProtocols.Tls: return 1; default: return (int)SslProtocols.Tls11; } }
        }
        """);

    [Fact]
    public Task Unfinished_code_is_survived() => Verify.AnalyzerAsync(Usings + """
        class C { SslProtocols P = SslProtocols. | ; void M() { ServicePointManager.SecurityProtocol = (SecurityProtocolType) ; } }
        """, new TestSetup { AllowCompilerErrors = true });

    [Fact]
    public Task The_fix_keeps_the_current_versions_or_leaves_the_choice_to_the_system() => Fix.CodeFixAsync(Usings + """
        class C
        {
            void M(HttpClientHandler handler)
            {
                handler.SslProtocols = [|SslProtocols.Tls|]; handler.ToString();
                handler.SslProtocols = [|SslProtocols.Tls | SslProtocols.Tls11|]; handler.ToString();
                handler.SslProtocols = [|SslProtocols.Tls11 | SslProtocols.Tls12 | SslProtocols.Tls13|]; handler.ToString();
                handler.SslProtocols = [|Old.Default|];
                ServicePointManager.SecurityProtocol = [|SecurityProtocolType.Ssl3|];
            }
        }
        """, Usings + """
        class C
        {
            void M(HttpClientHandler handler)
            {
                handler.SslProtocols = SslProtocols.None; handler.ToString();
                handler.SslProtocols = SslProtocols.None; handler.ToString();
                handler.SslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13; handler.ToString();
                handler.SslProtocols = Old.None;
                ServicePointManager.SecurityProtocol = SecurityProtocolType.SystemDefault;
            }
        }
        """);

    [Fact]
    public Task No_fix_is_offered_for_a_number_or_an_addition() => Fix.NoCodeFixAsync(Usings + """
        class C { void M() { ServicePointManager.SecurityProtocol = [|(SecurityProtocolType)768|]; ServicePointManager.SecurityProtocol |= [|SecurityProtocolType.Tls11|]; } }
        """);

    [Fact]
    public Task A_constant_that_means_an_old_version_is_reported() => Verify.AnalyzerAsync(Usings + """
        #pragma warning disable SYSLIB0014
        class C
        {
            const int Tls11 = 768;
            void M()
            {
                ServicePointManager.SecurityProtocol = [|(SecurityProtocolType)Tls11|];
                ServicePointManager.SecurityProtocol = [|(SecurityProtocolType)(768 | 3072)|];
                ServicePointManager.SecurityProtocol = (SecurityProtocolType)(3072 | 12288);
            }
        }
        """);

    [Fact]
    public Task Versions_that_are_listed_to_be_refused_named_or_searched_for_are_not_reported() => Verify.AnalyzerAsync(Usings + """
        using System.Collections.Generic;
        using System.Linq;
        class C
        {
            static readonly SslProtocols[] s_obsolete = [SslProtocols.Ssl3, SslProtocols.Tls];
            static readonly HashSet<SslProtocols> DeprecatedProtocols = new() { SslProtocols.Tls, SslProtocols.Tls11 };
            const SslProtocols WeakMask = SslProtocols.Tls | SslProtocols.Tls11;
            static readonly Dictionary<SslProtocols, string> s_names = new() { [SslProtocols.Tls] = "TLS 1.0" };
            static readonly Dictionary<SslProtocols, string> s_others = new() { { SslProtocols.Tls, "TLS 1.0" } };
            static readonly SslProtocols[] s_allowed = { [|SslProtocols.Tls11|], SslProtocols.Tls12 };
            bool M(SslProtocols p) => new[] { SslProtocols.Tls, SslProtocols.Tls11 }.Contains(p) || (p & WeakMask) != 0;
            void N(List<SslProtocols> versions, SslProtocols p) { versions.Remove(SslProtocols.Tls); versions.Add([|SslProtocols.Tls|]); LogRefused(SslProtocols.Tls); System.ArgumentOutOfRangeException.ThrowIfEqual(p, SslProtocols.Tls); }
            static readonly (SslProtocols, string)[] s_labels = { (SslProtocols.Tls, "TLS 1.0") };
            void LogRefused(SslProtocols p) { }
            bool Connect(SslProtocols p) => Connect([|SslProtocols.Tls|]);
        }
        """);
}
