using Check = SecureBuild.Analyzers.Tests.Configuration.ConfigurationCheck<SecureBuild.Analyzers.Configuration.SB5110ProtectionOff>;

namespace SecureBuild.Analyzers.Tests.Configuration;

public sealed class SB5110ProtectionOffTests
{
    [Fact]
    public async Task Settings_that_take_a_protection_away_are_reported()
    {
        await Check.FileAsync("appsettings.json", """
            {
              "Cors": { "AllowedOrigins": [ "https://portal.city.example", "[|*|]" ], "AllowAnyOrigin": [|true|] },
              "Authentication": { "Schemes": { "Bearer": { "ValidateIssuer": [|false|], "ValidateLifetime": [|false|] } } },
              "Identity": { "Password": { "RequiredLength": [|4|] } },
              "Kestrel": { "Limits": { "MaxRequestBodySize": [|null|] } }
            }
            """);
        await Check.FileAsync("web.config", """
            <configuration>
              <system.web>
                <httpRuntime maxRequestLength="[|2147483647|]" />
                <authentication mode="Forms"><forms><credentials passwordFormat="[|SHA1|]" /></forms></authentication>
                <membership><providers><add name="Sql" passwordFormat="[|Clear|]" enablePasswordRetrieval="[|true|]" minRequiredPasswordLength="[|6|]" /></providers></membership>
              </system.web>
              <system.webServer>
                <security><requestFiltering><requestLimits maxAllowedContentLength="[|4294967295|]" /></requestFiltering></security>
                <httpProtocol><customHeaders><add name="Access-Control-Allow-Origin" value="[|*|]" /></customHeaders></httpProtocol>
              </system.webServer>
            </configuration>
            """);
        await Check.FileAsync("Dockerfile", """
            FROM runtime:10.0
            [|COPY --chmod=0777 publish /app|]
            [|RUN mkdir /data && chmod -R a+rwx /data|]
            USER app
            """);
    }

    [Fact]
    public async Task Strict_values_and_files_for_development_are_not_reported()
    {
        await Check.FileAsync("appsettings.json", """
            {
              "AllowedHosts": "*",
              "Cors": { "AllowedOrigins": [ "https://portal.city.example" ], "AllowAnyOrigin": false },
              "Authentication": { "Schemes": { "Bearer": { "ValidateIssuer": true } } },
              "Identity": { "Password": { "RequiredLength": 12 } },
              "Name": { "RequiredLength": 2 },
              "Kestrel": { "Limits": { "MaxRequestBodySize": 10485760 } }
            }
            """);
        await Check.FileAsync("appsettings.Development.json", """{ "Cors": { "AllowedOrigins": [ "*" ] } }""");
        await Check.FileAsync("web.config", """
            <configuration>
              <system.web>
                <httpRuntime maxRequestLength="10240" />
                <membership><providers><add name="Sql" passwordFormat="Hashed" enablePasswordRetrieval="false" minRequiredPasswordLength="12" /></providers></membership>
              </system.web>
              <system.webServer>
                <security><requestFiltering><requestLimits maxAllowedContentLength="10485760" /></requestFiltering></security>
                <httpProtocol><customHeaders><add name="Access-Control-Allow-Origin" value="https://portal.city.example" /></customHeaders></httpProtocol>
              </system.webServer>
            </configuration>
            """);
        await Check.FileAsync("Dockerfile", """
            FROM runtime:10.0
            COPY --chmod=755 publish /app
            RUN chmod 1777 /tmp && chmod u+w /app && chmod 640 /app/key
            USER app
            """);
    }
}
