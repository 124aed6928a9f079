using Check = SecureBuild.Analyzers.Tests.Configuration.ConfigurationCheck<SecureBuild.Analyzers.Configuration.SB5107TlsSettings>;

namespace SecureBuild.Analyzers.Tests.Configuration;

public sealed class SB5107TlsSettingsTests
{
    [Fact]
    public async Task Settings_that_weaken_tls_are_reported()
    {
        await Check.FileAsync("appsettings.json", """
            {
              "Kestrel": { "EndpointDefaults": { "SslProtocols": [ "[|Tls11|]", "Tls12" ] }, "Endpoints": { "Https": { "Certificate": { "Subject": "portal", "AllowInvalid": [|true|] } } } },
              "Jwt": { "RequireHttpsMetadata": [|false|] },
              "Partner": { "IgnoreSslErrors": [|true|], "ValidateServerCertificate": [|false|], "TrustAllCertificates": [|true|], "CheckCertificateRevocation": false, "UseSsl": true, "CertificateName": "portal" }
            }
            """);
        await Check.FileAsync("Dockerfile", "FROM runtime:10.0\n[|ENV NODE_TLS_REJECT_UNAUTHORIZED=0|]\nENV NODE_ENV=production\n");
        await Check.FileAsync("app.config", """<configuration><runtime><AppContextSwitchOverrides value="[|Switch.System.Net.DontEnableSchUseStrongCrypto=true|]" /></runtime></configuration>""");
    }

    [Fact]
    public async Task Defaults_and_files_for_development_are_not_reported()
    {
        await Check.FileAsync("appsettings.json", """{ "Kestrel": { "EndpointDefaults": { "SslProtocols": [ "Tls12", "Tls13" ] } }, "Certificate": { "AllowInvalid": false }, "Jwt": { "RequireHttpsMetadata": true } }""");
        await Check.FileAsync("appsettings.Development.json", """{ "Jwt": { "RequireHttpsMetadata": false } }""");
        await Check.FileAsync("app.config", """<configuration><runtime><AppContextSwitchOverrides value="Switch.System.Net.DontEnableSchUseStrongCrypto=false" /></runtime></configuration>""");
    }
}
