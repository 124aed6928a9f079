using Verify = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Cryptography.SB2017GuidAsSecret>;

namespace SecureBuild.Analyzers.Tests.Cryptography;

public sealed class SB2017GuidAsSecretTests
{
    const string Usings = """
        using System;
        using System.Linq;
        using System.Text;
        using System.Security.Cryptography;

        """;

    [Fact]
    public Task A_guid_that_becomes_a_secret_is_reported() => Verify.AnalyzerAsync(Usings + """
        class User { public string ResetToken { get; set; } public Guid Id { get; set; } }
        class C
        {
            void M(User user) => user.ResetToken = [|Guid.NewGuid()|].ToString("N");
            string Password() { var password = [|Guid.NewGuid()|].ToString().Substring(0, 8); return password; }
        }
        """);

    [Fact]
    public Task Identifiers_and_real_randomness_are_not() => Verify.AnalyzerAsync(Usings + """
        class User { public string ResetToken { get; set; } public Guid Id { get; set; } = Guid.NewGuid(); }
        class C
        {
            void M(User user) => user.ResetToken = Convert.ToHexString(RandomNumberGenerator.GetBytes(32));
            string CorrelationId() => Guid.NewGuid().ToString();
        }
        """);
}
