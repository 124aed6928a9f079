using Microsoft.CodeAnalysis;
using Check = SecureBuild.Analyzers.Tests.Configuration.ConfigurationCheck<SecureBuild.Analyzers.Configuration.SB5108ContainerRunsAsRoot>;

namespace SecureBuild.Analyzers.Tests.Configuration;

public sealed class SB5108ContainerRunsAsRootTests
{
    [Fact]
    public async Task A_last_stage_that_runs_as_root_is_reported()
    {
        await Check.FileAsync("Dockerfile", """
            FROM sdk:10.0 AS build
            USER builder
            RUN dotnet publish \
                -o /app
            [|FROM runtime:10.0 AS final|]
            COPY --from=build /app /app
            """, DiagnosticSeverity.Info);
        await Check.FileAsync("portal.Dockerfile", "FROM runtime:10.0\nUSER app\nRUN true\n[|USER root|]\n", DiagnosticSeverity.Info);
    }

    [Fact]
    public async Task A_user_without_rights_is_not_reported()
    {
        await Check.FileAsync("Dockerfile", "FROM runtime:10.0 AS base\nUSER $APP_UID\nFROM sdk:10.0 AS build\nRUN true\nFROM base AS final\nCOPY --from=build /app /app\n");
        await Check.FileAsync("Dockerfile", "FROM --platform=linux/amd64 runtime:10.0-noble-chiseled\nCOPY app /app\n");
        await Check.FileAsync("Dockerfile", "FROM runtime:10.0\nuser 1000:1000\n");
        await Check.FileAsync("Dockerfile", "# nothing\n");
        await Check.FileAsync("Docker.md", "FROM runtime:10.0\n");
    }
}
