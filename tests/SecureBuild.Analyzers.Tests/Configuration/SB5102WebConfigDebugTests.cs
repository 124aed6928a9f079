using Microsoft.CodeAnalysis;
using Check = SecureBuild.Analyzers.Tests.Configuration.ConfigurationCheck<SecureBuild.Analyzers.Configuration.SB5102WebConfigDebug>;

namespace SecureBuild.Analyzers.Tests.Configuration;

public sealed class SB5102WebConfigDebugTests
{
    [Fact]
    public Task What_shows_the_inside_is_reported() => Check.FileAsync("Web.config", """
        <configuration>
          <location path="admin"><system.web><customErrors mode="[|Off|]" /></system.web></location>
          <system.web><trace enabled="[|true|]" /></system.web>
          <system.webServer>
            <httpErrors errorMode="[|Detailed|]" /><directoryBrowse enabled="[|true|]" />
            <aspNetCore><environmentVariables><environmentVariable name="ASPNETCORE_ENVIRONMENT" value="[|Development|]" /></environmentVariables></aspNetCore>
          </system.webServer>
          <system.serviceModel><behaviors><serviceBehaviors><behavior><serviceDebug includeExceptionDetailInFaults="[|true|]" /></behavior></serviceBehaviors></behaviors></system.serviceModel>
        </configuration>
        """);

    [Fact]
    public async Task Debug_compilation_is_information_because_publishing_may_remove_it()
    {
        await Check.FileAsync("Web.config", """<configuration><system.web><compilation debug="[|true|]" targetFramework="4.8" /></system.web></configuration>""", DiagnosticSeverity.Info);
        await Check.FileAsync("Web.Debug.config", """<configuration><system.web><compilation debug="true" /></system.web></configuration>""");
    }

    [Fact]
    public Task What_hides_it_is_not_reported() => Check.FileAsync("Web.config", """
        <configuration>
          <system.web><compilation debug="false" /><customErrors mode="RemoteOnly" /><trace enabled="false" /></system.web>
          <system.diagnostics><trace enabled="true" /></system.diagnostics>
          <system.webServer><httpErrors errorMode="DetailedLocalOnly" /><directoryBrowse enabled="false" /></system.webServer>
        </configuration>
        """);
}
