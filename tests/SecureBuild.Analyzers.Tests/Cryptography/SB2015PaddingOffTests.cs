using Verify = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Cryptography.SB2015PaddingOff>;

namespace SecureBuild.Analyzers.Tests.Cryptography;

public sealed class SB2015PaddingOffTests
{
    const string Usings = """
        using System;
        using System.Linq;
        using System.Text;
        using System.Security.Cryptography;

        """;

    [Fact]
    public Task Zeros_or_no_padding_with_cbc_is_reported() => Verify.AnalyzerAsync(Usings + """
        class C
        {
            void M(Aes aes)
            {
                [|aes.Padding = PaddingMode.Zeros|]; aes.ToString();
                aes.Mode = CipherMode.CBC;
                [|aes.Padding = PaddingMode.None|];
            }
        }
        """);

    [Fact]
    public Task Pkcs7_and_stream_modes_are_not() => Verify.AnalyzerAsync(Usings + """
        class C
        {
            void M(Aes aes) => aes.Padding = PaddingMode.PKCS7;
            void N(Aes aes) { aes.Mode = CipherMode.CFB; aes.Padding = PaddingMode.None; }
        }
        """);
}
