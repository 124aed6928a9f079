using Microsoft.CodeAnalysis;
using Check = SecureBuild.Analyzers.Tests.Configuration.ConfigurationCheck<SecureBuild.Analyzers.Configuration.SB5105UnencryptedConnection>;

namespace SecureBuild.Analyzers.Tests.Configuration;

public sealed class SB5105UnencryptedConnectionTests
{
    [Fact]
    public Task Connections_without_encryption_are_reported() => Check.FileAsync("appsettings.json", """
        {
          "A": "[|Server=db.city.example;Database=portal;Integrated Security=true;Encrypt=False|]",
          "B": "[|Data Source=tcp:db.city.example,1433;Trust Server Certificate=true|]",
          "C": "[|Host=db;Username=portal;SSL Mode=Disable|]",
          "D": "[|cache.city.example:6380,ssl=False,abortConnect=False|]",
        }
        """);

    [Fact]
    public async Task Encryption_that_a_setting_switches_off_is_reported()
    {
        await Check.FileAsync("appsettings.json", """{ "Smtp": { "Host": "mail.city.example", "EnableSsl": [|false|] }, "Files": { "Host": "localhost", "UseSsl": false }, "Queue": { "UseTls": true } }""");
        await Check.FileAsync("web.config", """
            <configuration>
              <system.net><mailSettings><smtp><network host="mail.city.example" enableSsl="[|false|]" /></smtp></mailSettings></system.net>
              <system.serviceModel><bindings><wsHttpBinding><binding name="a"><security mode="[|None|]" /></binding><binding name="b"><security mode="Transport" /></binding></wsHttpBinding></bindings></system.serviceModel>
            </configuration>
            """);
        await Check.FileAsync("nuget.config", """<configuration><packageSources><add key="city" value="http://pkgs.city.example/index.json" allowInsecureConnections="[|true|]" /></packageSources></configuration>""");
    }

    [Fact]
    public async Task Plain_addresses_and_development_are_information()
    {
        await Check.FileAsync("appsettings.json", """{ "Api": { "BaseUrl": "[|http://api.city.example/v1|]" }, "Auth": { "Authority": "[|http://id.city.example|]" } }""", DiagnosticSeverity.Info);
        await Check.FileAsync("appsettings.Development.json", """{ "A": "[|Server=db.city.example;Encrypt=False|]", "BaseUrl": "http://api.city.example" }""", DiagnosticSeverity.Info);
    }

    [Fact]
    public Task Local_encrypted_and_other_values_are_not_reported() => Check.FileAsync("appsettings.json", """
        {
          "A": "Server=(localdb)\\mssqllocaldb;Database=portal;Encrypt=False", "B": "Server=localhost,1433;TrustServerCertificate=True", "C": "Server=db.city.example;Encrypt=Strict",
          "D": "Host=db;SSL Mode=VerifyFull", "E": "cache.city.example:6380,ssl=True", "F": "Encrypt=False", "BaseUrl": "http://localhost:5000", "SchemaUrl": "http://schemas.city.example/a",
          "Kestrel": { "Endpoints": { "Http": { "Url": "http://portal.city.example:8080" } } }, "Api": { "Url": "https://api.city.example" }, "Claim": "http://city.example/claims/name", "Service": { "Url": "http://orders:8080" }
        }
        """);
}
