using Microsoft.CodeAnalysis;
using Check = SecureBuild.Analyzers.Tests.Configuration.ConfigurationCheck<SecureBuild.Analyzers.Configuration.SB5104WebConfigProtection>;

namespace SecureBuild.Analyzers.Tests.Configuration;

public sealed class SB5104WebConfigProtectionTests
{
    [Fact]
    public Task Keys_in_the_file_and_checks_that_are_off_are_reported() => Check.FileAsync("Web.config", """
        <configuration><system.web>
          <machineKey validationKey="[|9F86D081884C7D659A2FEAA0C55AD015A3BF4F1B2B0B822CD15D6C15B0F00A08|]" decryptionKey="AutoGenerate,IsolateApps" validation="[|MD5|]" decryption="[|3DES|]" />
          <pages enableViewStateMac="[|false|]" validateRequest="[|false|]" />
          <httpRuntime requestValidationMode="[|2.0|]" enableHeaderChecking="[|false|]" />
        </system.web></configuration>
        """);

    [Fact]
    public Task Generated_keys_and_defaults_are_not_reported() => Check.FileAsync("Web.config", """
        <configuration><system.web>
          <machineKey validationKey="AutoGenerate,IsolateApps" decryptionKey="$(MACHINE_DECRYPTION_KEY)" validation="HMACSHA256" decryption="AES" />
          <pages enableViewStateMac="true" validateRequest="true" viewStateEncryptionMode="Always" />
          <httpRuntime targetFramework="4.8" requestValidationMode="4.5" />
        </system.web></configuration>
        """);

    [Fact]
    public Task A_transformation_for_development_is_information() => Check.FileAsync("Web.Debug.config", """
        <configuration><system.web><machineKey decryptionKey="[|9F86D081884C7D659A2FEAA0C55AD015|]" /></system.web></configuration>
        """, DiagnosticSeverity.Info);
}
