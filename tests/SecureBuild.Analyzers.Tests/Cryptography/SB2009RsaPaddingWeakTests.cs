using Fix = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Cryptography.SB2009RsaPaddingWeak, SecureBuild.CodeFixes.Cryptography.SB2009RsaPaddingWeakCodeFix>;
using Verify = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Cryptography.SB2009RsaPaddingWeak>;

namespace SecureBuild.Analyzers.Tests.Cryptography;

public sealed class SB2009RsaPaddingWeakTests
{
    const string Usings = """
        using System;
        using System.Linq;
        using System.Text;
        using System.Security.Cryptography;

        """;

    [Fact]
    public Task Pkcs1_for_encryption_is_reported() => Verify.AnalyzerAsync(Usings + """
        class C
        {
            static readonly RSAEncryptionPadding s_padding = [|RSAEncryptionPadding.Pkcs1|];
            byte[] A(RSA rsa, byte[] data) => rsa.Encrypt(data, [|RSAEncryptionPadding.Pkcs1|]);
            byte[] B(RSA rsa, byte[] data) { var padding = [|RSAEncryptionPadding.Pkcs1|]; return rsa.Decrypt(data, padding); }
            byte[] D(RSACryptoServiceProvider rsa, byte[] data) => rsa.Encrypt(data, [|false|]);
            byte[] E(RSACryptoServiceProvider rsa, byte[] data) { const bool UseOaep = false; return rsa.Encrypt(data, fOAEP: [|UseOaep|]); }
        }
        """);

    [Fact]
    public Task Oaep_signatures_and_comparisons_are_not() => Verify.AnalyzerAsync(Usings + """
        class C
        {
            byte[] A(RSA rsa, byte[] data) => rsa.Encrypt(data, RSAEncryptionPadding.OaepSHA256);
            byte[] B(RSACryptoServiceProvider rsa, byte[] data) => rsa.Encrypt(data, true);
            byte[] D(RSA rsa, byte[] data) => rsa.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            void E(RSAEncryptionPadding padding) { if (padding == RSAEncryptionPadding.Pkcs1) throw new NotSupportedException(); }
        }
        """);

    [Fact]
    public Task The_fix_names_oaep() => Fix.CodeFixAsync(Usings + """
        class C
        {
            byte[] A(RSA rsa, byte[] data) => rsa.Encrypt(data, [|RSAEncryptionPadding.Pkcs1|]);
            byte[] D(RSACryptoServiceProvider rsa, byte[] data) => rsa.Encrypt(data, [|false|]);
        }
        """, Usings + """
        class C
        {
            byte[] A(RSA rsa, byte[] data) => rsa.Encrypt(data, RSAEncryptionPadding.OaepSHA256);
            byte[] D(RSACryptoServiceProvider rsa, byte[] data) => rsa.Encrypt(data, true);
        }
        """);
}
