using Verify = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Identity.SB2208OpenIdConnectProtectionOff>;

namespace SecureBuild.Analyzers.Tests.Identity;

public sealed class SB2208OpenIdConnectProtectionOffTests
{
    const string Usings = """
        class OpenIdConnectOptions { public bool UsePkce { get; set; } = true; public bool SaveTokens { get; set; } public OpenIdConnectProtocolValidator ProtocolValidator { get; } = new(); }
        class OpenIdConnectProtocolValidator { public bool RequireNonce { get; set; } = true; public bool RequireStateValidation { get; set; } = true; }

        """;

    [Fact]
    public Task Protections_that_are_switched_off_are_reported() => Verify.AnalyzerAsync(Usings + """
        class C
        {
            void M(OpenIdConnectOptions options)
            {
                [|options.UsePkce = false|];
                [|options.ProtocolValidator.RequireNonce = false|];
                var validator = new OpenIdConnectProtocolValidator { [|RequireStateValidation = false|] };
            }
        }
        """);

    [Fact]
    public Task Other_settings_are_not() => Verify.AnalyzerAsync(Usings + """
        class Mine { public bool RequireNonce { get; set; } void M() => RequireNonce = false; }
        class C { void M(OpenIdConnectOptions options, bool configured) { options.UsePkce = true; options.UsePkce = configured; options.SaveTokens = false; } }
        """);
}
