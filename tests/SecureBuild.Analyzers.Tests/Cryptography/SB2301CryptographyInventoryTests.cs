using SecureBuild.Testing.Roslyn;
using Verify = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Cryptography.SB2301CryptographyInventory>;

namespace SecureBuild.Analyzers.Tests.Cryptography;

public sealed class SB2301CryptographyInventoryTests
{
    const string Usings = """
        using System;
        using System.Linq;
        using System.Text;
        using System.Security.Cryptography;

        """;

    [Fact]
    public Task Algorithms_are_listed_when_the_rule_is_on() => Verify.AnalyzerAsync(Usings + """
        class C
        {
            void M(byte[] data)
            {
                [|RSA.Create(3072)|];
                [|ECDsa.Create(ECCurve.NamedCurves.nistP256)|];
                [|SHA256.HashData(data)|];
                [|new HMACSHA512(data)|];
                Convert.ToHexString(data);
            }
        }
        """, new TestSetup { Options = ["dotnet_diagnostic.SB2301.severity = suggestion"] });

    [Fact]
    public Task Nothing_is_listed_unless_asked_for() => Verify.AnalyzerAsync(Usings + """
        class C { RSA M() => RSA.Create(3072); }
        """);
}
