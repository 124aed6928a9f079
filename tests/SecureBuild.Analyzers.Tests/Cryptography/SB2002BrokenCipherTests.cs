using Verify = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Cryptography.SB2002BrokenCipher>;

namespace SecureBuild.Analyzers.Tests.Cryptography;

public sealed class SB2002BrokenCipherTests
{
    [Fact]
    public Task Des_triple_des_and_rc2_are_reported() => Verify.AnalyzerAsync("""
        #pragma warning disable SYSLIB0021
        using System.Security.Cryptography;
        class Mine : TripleDES { public override ICryptoTransform CreateDecryptor(byte[] k, byte[] iv) => null; public override ICryptoTransform CreateEncryptor(byte[] k, byte[] iv) => null; public override void GenerateIV() { } public override void GenerateKey() { } }
        class C
        {
            DESCryptoServiceProvider _des = [|new()|];
            SymmetricAlgorithm[] M() => new SymmetricAlgorithm[] { [|DES.Create()|], [|TripleDES.Create()|], [|RC2.Create()|], [|new TripleDESCryptoServiceProvider { KeySize = 192 }|], [|new Mine()|] };
        }
        """);

    [Fact]
    public Task A_cipher_chosen_by_name_is_reported() => Verify.AnalyzerAsync("""
        #pragma warning disable SYSLIB0045, SYSLIB0007
        using System.Security.Cryptography;
        class C
        {
            const string Old = "3DES";
            void M(string unknown)
            {
                [|SymmetricAlgorithm.Create("DES")|];
                [|SymmetricAlgorithm.Create(Old)|];
                [|TripleDES.Create("TripleDES")|];
                [|CryptoConfig.CreateFromName("rc2")|];
                SymmetricAlgorithm.Create("AES");
                SymmetricAlgorithm.Create(unknown);
            }
        }
        """);

    [Fact]
    public Task Aes_and_a_mere_mention_are_not() => Verify.AnalyzerAsync("""
        using System.Security.Cryptography;
        class C
        {
            Aes _aes = Aes.Create();
            AesGcm M(byte[] key) => new(key, 16);
            bool IsOld(SymmetricAlgorithm a) => a is DES or TripleDES;
            bool IsWeak(byte[] key) => DES.IsWeakKey(key) || DES.IsSemiWeakKey(key);
        }
        """);

    [Fact]
    public Task Ciphers_of_XML_encryption_are_reported_but_not_a_question_for_them() => Verify.AnalyzerAsync("""
        namespace System.Security.Cryptography.Xml
        {
            class EncryptedXml { public const string XmlEncTripleDESUrl = "3", XmlEncDESUrl = "1", XmlEncAES256Url = "a"; }
            class EncryptionMethod { public EncryptionMethod(string algorithm) { } public string KeyAlgorithm; }
        }
        class C
        {
            object New() => new System.Security.Cryptography.Xml.EncryptionMethod([|System.Security.Cryptography.Xml.EncryptedXml.XmlEncTripleDESUrl|]);
            object Other() => new System.Security.Cryptography.Xml.EncryptionMethod(System.Security.Cryptography.Xml.EncryptedXml.XmlEncAES256Url);
            void Old(System.Security.Cryptography.Xml.EncryptionMethod method) => method.KeyAlgorithm = [|System.Security.Cryptography.Xml.EncryptedXml.XmlEncDESUrl|];
            bool Is(string method) => method == System.Security.Cryptography.Xml.EncryptedXml.XmlEncTripleDESUrl;
        }
        """);

    [Fact]
    public Task What_calls_itself_encryption_and_only_hides_is_reported() => Verify.AnalyzerAsync("""
        using System;
        using System.Linq;
        using System.Text;
        class C
        {
            static byte[] Encrypt(byte[] data, byte[] key)
            {
                var hidden = new byte[data.Length];
                for (var i = 0; i < data.Length; i++)
                    hidden[i] = (byte)([|data[i] ^ key[i % key.Length]|]);
                return hidden;
            }
            static string EncryptPassword(string password) => [|Convert.ToBase64String(Encoding.UTF8.GetBytes(password))|];
            static string Decrypt(string text) => new(text.Select(letter => [|(char)(letter - 3)|]).ToArray());
            static byte Checksum(byte[] data, byte[] table)
            {
                byte sum = 0;
                for (var i = 0; i < data.Length; i++)
                    sum ^= table[i % table.Length];
                return sum;
            }
            static string EncryptWith(Func<byte[], byte[]> cipher, string text) => Convert.ToBase64String(cipher(Encoding.UTF8.GetBytes(text)));
            static string ToBase64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
        }
        """);
}
