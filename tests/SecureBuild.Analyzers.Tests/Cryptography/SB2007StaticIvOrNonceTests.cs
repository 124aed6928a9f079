using Verify = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Cryptography.SB2007StaticIvOrNonce>;

namespace SecureBuild.Analyzers.Tests.Cryptography;

public sealed class SB2007StaticIvOrNonceTests
{
    const string Usings = """
        using System;
        using System.Linq;
        using System.Text;
        using System.Security.Cryptography;

        """;

    [Fact]
    public Task Vectors_and_nonces_from_the_source_are_reported() => Verify.AnalyzerAsync(Usings + """
        class C
        {
            const string Text = "0123456789abcdef";
            static readonly byte[] s_iv = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16 };
            static byte[] Vector() => s_iv;
            void Cbc(Aes aes, SymmetricAlgorithm any, byte[] data)
            {
                aes.IV = [|new byte[16]|]; aes.ToString();
                aes.IV = [|s_iv|]; aes.ToString();
                aes.IV = [|Vector()|]; aes.ToString();
                any.IV = [|Encoding.UTF8.GetBytes(Text)|];
                any.CreateEncryptor(aes.Key, rgbIV: [|s_iv|]);
                aes.EncryptCbc(data, [|Convert.FromHexString("000102030405060708090a0b0c0d0e0f")|]);
                var zero = new byte[16];
                aes.IV = [|zero|];
            }
            void Gcm(AesGcm gcm, ChaCha20Poly1305 chacha, byte[] data, byte[] tag)
            {
                gcm.Encrypt([|new byte[12]|], data, data, tag);
                byte[] nonce = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
                chacha.Encrypt([|nonce|], data, data, tag);
            }
            byte[] Default(Aes aes, byte[] data, string iv = "0123456789abcdef") => aes.EncryptCbc(data, [|Encoding.ASCII.GetBytes(iv)|]);
        }
        """);

    [Fact]
    public Task A_vector_made_of_the_key_or_kept_for_all_messages_is_reported() => Verify.AnalyzerAsync(Usings + """
        class C
        {
            readonly byte[] _nonce = RandomNumberGenerator.GetBytes(12);
            static readonly byte[] s_iv = RandomNumberGenerator.GetBytes(16);
            ICryptoTransform Key(Aes aes, byte[] key) => aes.CreateEncryptor(key, [|key.Take(16).ToArray()|]);
            void Write(Aes aes, byte[] key) { aes.Key = key; aes.IV = [|key[..16]|]; }
            void Field(AesGcm gcm, byte[] data, byte[] tag) => gcm.Encrypt([|_nonce|], data, data, tag);
            byte[] Static(Aes aes, byte[] data) => aes.EncryptCbc(data, [|s_iv|]);
        }
        """);

    [Fact]
    public Task Fresh_filled_received_and_generated_vectors_are_not() => Verify.AnalyzerAsync(Usings + """
        class C
        {
            readonly byte[] _counter = new byte[12];
            void M(Aes aes, AesGcm gcm, byte[] data, byte[] tag, byte[] received)
            {
                aes.GenerateIV();
                aes.CreateEncryptor(aes.Key, aes.IV);
                aes.IV = RandomNumberGenerator.GetBytes(16);
                var nonce = new byte[12];
                RandomNumberGenerator.Fill(nonce);
                gcm.Encrypt(nonce, data, data, tag);
                aes.IV = received;
                aes.DecryptCbc(data, received);
                var copied = new byte[16];
                Array.Copy(received, copied, 16);
                aes.IV = copied;
            }
            void Counted(AesGcm gcm, byte[] data, byte[] tag) { _counter[0]++; gcm.Encrypt(_counter, data, data, tag); }
            byte[] Decrypt(AesGcm gcm, byte[] data, byte[] tag) { gcm.Decrypt(data.AsSpan(0, 12), data, tag, data); return data; }
        }
        class Mine { public byte[] IV { get; set; } = new byte[16]; void M() => IV = new byte[16]; }
        """);

    [Fact]
    public Task Zeros_of_any_length_and_filled_with_a_constant_are_reported() => Verify.AnalyzerAsync(Usings + """
        class C
        {
            void M(Aes aes, AesGcm gcm, byte[] data, byte[] tag)
            {
                var sized = new byte[aes.BlockSize / 8];
                aes.IV = [|sized|]; aes.ToString();
                var filled = new byte[16];
                Array.Fill(filled, (byte)7);
                aes.IV = [|filled|]; aes.ToString();
                aes.IV = [|aes.Key.Take(16).ToArray()|];
                Span<byte> nonce = stackalloc byte[12];
                gcm.Encrypt([|nonce|], data, data, tag);
                Span<byte> random = stackalloc byte[12];
                RandomNumberGenerator.Fill(random);
                gcm.Encrypt(random, data, data, tag);
            }
        }
        """);
}
