using Verify = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Cryptography.SB2008ConstantSalt>;

namespace SecureBuild.Analyzers.Tests.Cryptography;

public sealed class SB2008ConstantSaltTests
{
    const string Usings = """
        using System;
        using System.Linq;
        using System.Text;
        using System.Security.Cryptography;

        """;

    [Fact]
    public Task A_salt_that_is_known_is_reported() => Verify.AnalyzerAsync(Usings + """
        class C
        {
            static readonly byte[] s_salt = Encoding.UTF8.GetBytes("a salt for everybody");
            byte[] A(string password) => Rfc2898DeriveBytes.Pbkdf2(password, [|s_salt|], 600_000, HashAlgorithmName.SHA256, 32);
            byte[] B(string password) => Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(password), [|new byte[16]|], 600_000, HashAlgorithmName.SHA256, 32);
            byte[] D(string password) => Rfc2898DeriveBytes.Pbkdf2(password, [|Array.Empty<byte>()|], 600_000, HashAlgorithmName.SHA256, 32);
            #pragma warning disable SYSLIB0060
            byte[] E(string password) { using var derived = new Rfc2898DeriveBytes(password, [|new byte[] { 1, 2, 3, 4, 5, 6, 7, 8 }|], 600_000, HashAlgorithmName.SHA256); return derived.GetBytes(32); }
            byte[] F(string password, string userName) => Rfc2898DeriveBytes.Pbkdf2(password, [|Encoding.UTF8.GetBytes(userName)|], 600_000, HashAlgorithmName.SHA256, 32);
            byte[] G(string password) { const string Salt = "pepper and salt"; var salt = Encoding.UTF8.GetBytes(Salt); return Rfc2898DeriveBytes.Pbkdf2(password, [|salt|], 600_000, HashAlgorithmName.SHA256, 32); }
        }
        """);

    [Fact]
    public Task A_salt_that_is_random_or_stored_is_not() => Verify.AnalyzerAsync(Usings + """
        class User { public byte[] Salt { get; set; } public string Name { get; set; } }
        class C
        {
            byte[] A(string password) { var salt = RandomNumberGenerator.GetBytes(16); return Rfc2898DeriveBytes.Pbkdf2(password, salt, 600_000, HashAlgorithmName.SHA256, 32); }
            byte[] B(string password, User user) => Rfc2898DeriveBytes.Pbkdf2(password, user.Salt, 600_000, HashAlgorithmName.SHA256, 32);
            byte[] D(string password, string stored) => Rfc2898DeriveBytes.Pbkdf2(password, Convert.FromBase64String(stored.Split('.')[1]), 600_000, HashAlgorithmName.SHA256, 32);
            byte[] E(string password) { var salt = new byte[16]; RandomNumberGenerator.Fill(salt); return Rfc2898DeriveBytes.Pbkdf2(password, salt, 600_000, HashAlgorithmName.SHA256, 32); }
            byte[] F(byte[] key) => HKDF.DeriveKey(HashAlgorithmName.SHA256, key, 32, salt: Encoding.UTF8.GetBytes("purpose"));
            void Set(User user) => user.Salt = new byte[16];
        }
        """);
}
