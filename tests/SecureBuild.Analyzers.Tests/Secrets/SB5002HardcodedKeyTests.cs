using SecureBuild.Testing.Roslyn;
using Verify = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Secrets.SB5002HardcodedKey>;

namespace SecureBuild.Analyzers.Tests.Secrets;

public sealed class SB5002HardcodedKeyTests
{
    const string Usings = """
        using System;
        using System.Security.Cryptography;
        using System.Text;
        using Microsoft.IdentityModel.Tokens;

        """;

    static readonly TestSetup s_tokens = new()
    {
        Stubs = [("Tokens.cs", "namespace Microsoft.IdentityModel.Tokens { public class SymmetricSecurityKey { public SymmetricSecurityKey(byte[] key) { } } }")],
    };

    [Fact]
    public Task Keys_and_vectors_from_the_source_are_reported() => Verify.AnalyzerAsync(Usings + """
        class C
        {
            const string Phrase = "correct horse battery staple";
            static readonly byte[] s_bytes = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16 };
            static readonly byte[] s_text = Encoding.UTF8.GetBytes("correct horse battery staple");

            private static string s_phrase = "correct horse battery staple";

            void Cipher(Aes aes, SymmetricAlgorithm any)
            {
                aes.Key = [|Encoding.UTF8.GetBytes(s_phrase)|]; aes.ToString();
                aes.Key = [|new byte[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16 }|]; aes.ToString();
                aes.IV = new byte[16];
                aes.Key = [|s_bytes|]; aes.ToString();
                any.Key = [|Convert.FromBase64String("AQIDBAUGBwgJCgsMDQ4PEA==")|];
                any.CreateEncryptor([|Encoding.ASCII.GetBytes(Phrase)|], rgbIV: s_text);
                byte[] local = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16];
                aes.Key = [|local|]; aes.ToString();
                aes.Key = [|"0123456789abcdef"u8.ToArray()|];
            }

            void Others(byte[] data)
            {
                using var hmac = new HMACSHA256([|Encoding.UTF8.GetBytes("correct horse battery staple")|]);
                HMACSHA512.HashData([|s_bytes|], data);
                using var gcm = new AesGcm(key: [|s_bytes|], tagSizeInBytes: 16);
                var signing = new SymmetricSecurityKey([|Encoding.UTF8.GetBytes("correct horse battery staple")|]);
                SymmetricSecurityKey targetTyped = new([|Encoding.UTF8.GetBytes(Phrase)|]);
                var initialised = new HMACSHA256 { Key = [|s_bytes|] };
            }
        }
        """, s_tokens);

    [Fact]
    public Task Keys_from_elsewhere_are_not_reported() => Verify.AnalyzerAsync(Usings + """
        class C
        {
            readonly byte[] _key;
            string _phrase = "correct horse battery staple";
            C(byte[] key) => (_key, _phrase) = (key, "");

            void Cipher(Aes aes, string configured)
            {
                aes.Key = _key;
                aes.Key = Encoding.UTF8.GetBytes(_phrase);
                aes.GenerateKey();
                aes.IV = RandomNumberGenerator.GetBytes(16);
                var filled = new byte[32];
                RandomNumberGenerator.Fill(filled);
                aes.Key = filled;
                aes.Key = Convert.FromBase64String(configured);
                aes.Key = Encoding.UTF8.GetBytes(Environment.GetEnvironmentVariable("PORTAL_KEY"));
                aes.Key = Convert.FromBase64String("<your key here>");
                var signing = new SymmetricSecurityKey(Encoding.UTF8.GetBytes(configured));
            }

            object Other(byte[] data) => SHA256.HashData(new byte[] { 1, 2, 3 });
        }
        """, s_tokens);

    [Fact]
    public Task A_name_that_promises_a_key_is_reported_once() => Verify.AnalyzerAsync(Usings + """
        class C
        {
            const string EncryptionKey = [|"k3Jx9Qw7Lm2Zt5Vb"|];
            const string JwtSigningKey = [|"aX7$kd92-pQz6!mW"|];
            const string PublicKey = "k3Jx9Qw7Lm2Zt5Vb";
            const string PrimaryKey = "k3Jx9Qw7Lm2Zt5Vb";
            const string SigningKeyName = "k3Jx9Qw7Lm2Zt5Vb";
            const string SigningKey = "Jwt:SigningKey";
            const string ApiKey = "k3Jx9Qw7Lm2Zt5Vb";
            void M(Aes aes) => aes.Key = Encoding.UTF8.GetBytes(EncryptionKey);
        }
        """, s_tokens);

    [Fact]
    public async Task A_private_key_is_reported_wherever_it_stands_and_its_heading_alone_is_not()
    {
        var key = "-----BEGIN " + "PRIVATE KEY-----\\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQ";
        await Verify.AnalyzerAsync($$"""class C { string Pem = {|SB5002:"{{key}}"|}; }""");
        await Verify.AnalyzerAsync($$"""class C { string Pem = @{|SB5002:"{{key.Replace("\\n", "\n")}}"|}; }""".Replace("@{|SB5002:", "{|SB5002:@"));
        await Verify.AnalyzerAsync("""class C { bool Is(string pem) => pem.StartsWith("-----BEGIN PRIVATE KEY-----", System.StringComparison.Ordinal); string Public = "-----BEGIN PUBLIC KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQ"; }""");
    }

    [Fact]
    public Task Unfinished_code_is_survived() => Verify.AnalyzerAsync(Usings + """
        class C { void M(Aes aes) { aes.Key = new byte[]; aes.Key = Encoding.UTF8.GetBytes(; aes.Key = [|new byte[] { 1, }|]; new HMACSHA256(key: ; } }
        """, new TestSetup { AllowCompilerErrors = true });

    [Fact]
    public Task Text_made_into_a_key_is_followed() => Verify.AnalyzerAsync(Usings + """
        using System.Linq;
        class C
        {
            void M(Aes aes)
            {
                aes.Key = [|SHA256.HashData(Encoding.UTF8.GetBytes("my passphrase"))|]; aes.ToString();
                using var md5 = MD5.Create();
                aes.Key = [|md5.ComputeHash(Encoding.UTF8.GetBytes("my passphrase"))|]; aes.ToString();
                aes.Key = [|Encoding.UTF8.GetBytes("my passphrase".PadRight(32, '0'))|]; aes.ToString();
                aes.Key = [|Encoding.UTF8.GetBytes("my passphrase that is long enough").Take(32).ToArray()|]; aes.ToString();
                byte[] late = { };
                late = Encoding.UTF8.GetBytes("12345678".Substring(0, 8));
                aes.CreateEncryptor([|late|], aes.IV);
                var signing = new SymmetricSecurityKey([|Encoding.UTF8.GetBytes("your-256-bit-secret")|]);
                using var gcm = new AesGcm(aes.Key, 16);
                gcm.Encrypt(new byte[12], new byte[1], new byte[1], new byte[16]);
                aes.Key = HMACSHA256.HashData(aes.Key, Encoding.UTF8.GetBytes("purpose"));
            }

            void Default(Aes aes, string key = "b14ca5898a4e4133bbce2ea2315a1916") => aes.Key = [|Encoding.UTF8.GetBytes(key)|];
        }
        """, s_tokens);

    [Fact]
    public Task An_array_of_zeros_that_nobody_fills_is_reported() => Verify.AnalyzerAsync(Usings + """
        class C
        {
            static readonly byte[] s_zero = new byte[16];
            readonly byte[] _filled = new byte[16];
            C() => RandomNumberGenerator.Fill(_filled);

            void M(Aes aes, byte[] source)
            {
                var zero = new byte[16];
                aes.Key = [|zero|]; aes.ToString();
                aes.CreateDecryptor([|zero|], aes.IV);
                aes.Key = [|s_zero|]; aes.ToString();
                aes.Key = _filled; aes.ToString();
                var copied = new byte[16];
                Array.Copy(source, copied, 16);
                aes.Key = copied; aes.ToString();
                var counted = new byte[16];
                for (var i = 0; i < counted.Length; i++)
                    counted[i] = (byte)i;
                aes.Key = counted;
            }
        }
        """, s_tokens);

    [Fact]
    public Task Bytes_with_the_name_of_a_key_are_reported() => Verify.AnalyzerAsync(Usings + """
        class C
        {
            static readonly byte[] EncryptionKey = [|{ 0x13, 0x22, 0x73, 0x14, 0x55, 0x16, 0x97, 0x18 }|];
            static ReadOnlySpan<byte> SigningKey => [|"0123456789abcdef"u8|];
            static readonly byte[] s_sortKey = { 1, 2, 3, 4, 5, 6, 7, 8 };
            static readonly byte[] s_emptyEncryptionKey = { 0, 0, 0, 0, 0, 0, 0, 0 };
            void M(Aes aes) => aes.Key = EncryptionKey;
        }
        """, s_tokens);

    [Fact]
    public Task An_rsa_key_in_xml_is_reported_with_its_private_part_only() => Verify.AnalyzerAsync("""
        class C
        {
            string Private = [|"<RSAKeyValue><Modulus>xAxAxAxAxAxAxAxAxAxAxA==</Modulus><Exponent>AQAB</Exponent><D>9f86d081884c7d659a2feaa0c55ad015==</D></RSAKeyValue>"|];
            string Public = "<RSAKeyValue><Modulus>xAxAxAxAxAxAxAxAxAxAxA==</Modulus><Exponent>AQAB</Exponent></RSAKeyValue>";
        }
        """);

    [Fact]
    public Task A_key_that_a_method_returns_or_takes_is_followed() => Verify.AnalyzerAsync(Usings + """
        class C
        {
            static byte[] Bytes() => Encoding.UTF8.GetBytes("0123456789abcdef");
            static byte[] Random() { return RandomNumberGenerator.GetBytes(32); }
            string Encrypt(string text, string key) => text;
            string Sort(string text, string key) => text;
            void M(Aes aes)
            {
                aes.Key = [|Bytes()|]; aes.ToString();
                aes.Key = Random();
                Encrypt("text", [|"myEncryptionKey12"|]);
                Sort("text", "myEncryptionKey12");
            }
        }
        class JwtSettings { public const string Key = [|"k3Jx9Qw7Lm2Zt5Vb"|]; public const string Issuer = "k3Jx9Qw7Lm2Zt5Vb"; }
        """, s_tokens);
}
