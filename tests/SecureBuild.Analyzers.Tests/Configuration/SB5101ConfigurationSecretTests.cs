using Microsoft.CodeAnalysis;
using Check = SecureBuild.Analyzers.Tests.Configuration.ConfigurationCheck<SecureBuild.Analyzers.Configuration.SB5101ConfigurationSecret>;

namespace SecureBuild.Analyzers.Tests.Configuration;

public sealed class SB5101ConfigurationSecretTests
{
    [Fact]
    public Task Secrets_in_settings_are_reported_at_their_value() => Check.FileAsync("appsettings.json", """
        {
          // Comments and trailing commas are allowed.
          "ConnectionStrings": { "Main": "[|Server=db.city.example;User Id=portal;Password=Kx81qTz7wP|]" },
          "Smtp": { "Host": "mail.city.example", "Password": "[|x7Gh!pq2|]", },
          "Jwt": { "Issuer": "https://portal.city.example", "Key": "[|k3Jx9Qw7Lm2Zt5Vb\u002bk3|]" }, /* here too */
          "Clients": [ { "Id": "portal", "ClientSecret": "[|dGhpcyBpcyBub3Q3IHJlYWw|]" } ],
          "ApiKeys": [ "[|9f86d081884c7d659a2feaa0c55ad015|]" ],
          "Cache": "[|redis://:Kx81qTz7wP@cache:6379|]",
        }
        """);

    [Fact]
    public Task Placeholders_references_and_other_settings_are_not_reported() => Check.FileAsync("appsettings.Production.json", """
        {
          "ConnectionStrings": { "Main": "Server=db;Database=portal;Integrated Security=true", "Other": "Server=db;User Id=portal;Password=#{DbPassword}#" },
          "Smtp": { "Password": "" },
          "A": { "Password": "${SMTP_PASSWORD}" }, "B": { "Password": "<set in the environment>" }, "C": { "Password": "changeme" }, "D": { "Password": null }, "E": { "Password": "__PASSWORD__" },
          "F": { "ClientSecret": "@Microsoft.KeyVault(SecretUri=https://kv1.city.example/secrets/a)", "SecretName": "portal-db-01", "TokenUrl": "https://id.city.example/token1" },
          "PasswordOptions": { "RequiredLength": 12, "RequireDigit": true }, "PasswordHash": "9f86d081884c7d659a2feaa0c55ad015", "Jwt": { "Key": "" },
          "AzureAd": { "TenantId": "72f988bf-86f1-41af-91ab-2d7cd011db47", "ClientId": "6731de76-14a6-49ae-97bc-6eba6914391e" }, "CacheKey": "portal-v1-3f9a"
        }
        """);

    [Fact]
    public async Task Files_for_development_are_information()
    {
        await Check.FileAsync("appsettings.Development.json", """{ "Smtp": { "Password": "[|x7Gh!pq2|]" } }""", DiagnosticSeverity.Info);
        await Check.FileAsync("Properties/launchSettings.json", """{ "profiles": { "Portal": { "applicationUrl": "https://localhost:7001", "environmentVariables": { "Smtp__Password": "[|x7Gh!pq2|]" } } } }""", DiagnosticSeverity.Info);
    }

    [Fact]
    public Task Secrets_in_config_files_are_reported() => Check.FileAsync("Web.config", """
        <?xml version="1.0"?>
        <configuration>
          <connectionStrings>
            <add name="Main"
                 connectionString="[|Data Source=db;Initial Catalog=portal;User ID=sa;Password=Kx81qTz7wP|]" providerName="System.Data.SqlClient" />
          </connectionStrings>
          <appSettings>
            <add key="Smtp.Password" value="[|x7Gh!pq2|]" /><add key="PageSize" value="20" /><add key="ApiKey" value="" />
          </appSettings>
          <system.net><mailSettings><smtp><network host="mail" userName="portal" password='[|x7Gh!pq2|]' /></smtp></mailSettings></system.net>
          <runtime><assemblyIdentity name="System.Text.Json" publicKeyToken="cc7b13ffcd2ddd51" /></runtime>
        </configuration>
        """);

    [Fact]
    public Task Secrets_in_a_dockerfile_are_reported() => Check.FileAsync("Dockerfile", """
        FROM runtime:10.0
        ENV PORT=8080 NAME="city portal"
        [|ENV DB_PASSWORD=x7Gh!pq2|]
        ARG API_KEY
        ENV DB_PASSWORD_FILE=/run/secrets/db
        [|RUN dotnet nuget add source https://pkgs.city.example/v3/index.json -n city -u build -p x7Gh!pq2 --store-password-in-clear-text|]
        [|RUN deploy --api-key=9f86d081884c7d659a2feaa0c55ad015 --password "$PASSWORD"|]
        RUN --mount=type=secret,id=token dotnet nuget add source https://pkgs.city.example/v3/index.json -p "$(cat /run/secrets/token)" && useradd -p locked app
        """);

    [Fact]
    public async Task Secrets_in_a_compose_file_are_reported()
    {
        const string File = """
            services:
              portal:
                image: portal:1.4
                environment:
                  - ASPNETCORE_ENVIRONMENT=Production
                  - ConnectionStrings__Main=[|Server=db;User Id=sa;Password=Kx81qTz7wP|]
                  - "Smtp__Password=[|x7Gh!pq2|]"
                  - Jwt__Key=${JWT_KEY}
                  - SMTP_PASSWORD
                secrets: [ db_password ]
              db:
                environment:
                  # The file is mounted.
                  POSTGRES_PASSWORD_FILE: /run/secrets/db_password
                  ACCEPT_EULA: "Y"
                  MSSQL_SA_PASSWORD: "[|Kx81qTz7wP|]" # as above
                  PAGE_TOKEN_MINUTES: 20
              broken
            secrets:
              db_password:
                file: ./db_password.txt
            """;
        await Check.FileAsync("docker-compose.yml", File);
        await Check.FileAsync("compose.override.yaml", File, DiagnosticSeverity.Info);
        await Check.FileAsync("values.yml", "DB_PASSWORD: Kx81qTz7wP");
    }

    [Fact]
    public async Task Broken_and_other_files_are_survived()
    {
        await Check.FileAsync("appsettings.json", """{ "A": { "Password": "[|x7Gh!pq2|]" }, "B": [ { "Password": "x7Gh """);
        await Check.FileAsync("appsettings.json", "");
        await Check.FileAsync("appsettings.json", new string('[', 5000));
        await Check.FileAsync("web.config", "<configuration><add key=\"Password\" value=\"x7Gh!pq2\" />");
        await Check.FileAsync("web.config", "<!DOCTYPE a [ <!ENTITY x SYSTEM \"file:///etc/passwd\"> ]><a password=\"x7Gh!pq2\">&x;</a>");
        await Check.FileAsync("package.json", """{ "Password": "x7Gh!pq2" }""");
    }
}
