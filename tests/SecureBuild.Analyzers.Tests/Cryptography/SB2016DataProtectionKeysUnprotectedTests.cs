using SecureBuild.Testing.Roslyn;
using Verify = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Cryptography.SB2016DataProtectionKeysUnprotected>;

namespace SecureBuild.Analyzers.Tests.Cryptography;

public sealed class SB2016DataProtectionKeysUnprotectedTests
{
    const string Usings = """
        using System.IO;
        using System.Security.Cryptography.X509Certificates;
        using Microsoft.AspNetCore.DataProtection;
        using Microsoft.Extensions.DependencyInjection;

        """;

    [Fact]
    public Task Keys_that_are_stored_as_they_are_are_reported() => Verify.AnalyzerAsync(Usings + """
        class C { void M(IServiceCollection services) => [|services.AddDataProtection().PersistKeysToFileSystem(new DirectoryInfo("/keys"))|]; }
        """, TestSetup.AspNetCore);

    [Fact]
    public Task Protected_keys_are_not() => Verify.AnalyzerAsync(Usings + """
        class C
        {
            void M(IServiceCollection services, X509Certificate2 certificate) => services.AddDataProtection().PersistKeysToFileSystem(new DirectoryInfo("/keys")).ProtectKeysWithCertificate(certificate);
            void N(IServiceCollection services) => services.AddDataProtection();
        }
        """, TestSetup.AspNetCore);
}
