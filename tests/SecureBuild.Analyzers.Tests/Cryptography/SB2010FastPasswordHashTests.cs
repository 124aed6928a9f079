using Verify = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Cryptography.SB2010FastPasswordHash>;

namespace SecureBuild.Analyzers.Tests.Cryptography;

public sealed class SB2010FastPasswordHashTests
{
    const string Usings = """
        using System;
        using System.Linq;
        using System.Text;
        using System.Security.Cryptography;

        """;

    [Fact]
    public Task A_password_hashed_once_is_reported() => Verify.AnalyzerAsync(Usings + """
        class Login { public string Password { get; set; } }
        class C
        {
            byte[] A(string password) => [|SHA256.HashData(Encoding.UTF8.GetBytes(password))|];
            string B(Login login, string salt) { using var sha = SHA512.Create(); return Convert.ToHexString([|sha.ComputeHash(Encoding.UTF8.GetBytes(login.Password + salt))|]); }
            byte[] D(string pwd) { var bytes = Encoding.UTF8.GetBytes($"{pwd}:pepper"); return [|SHA384.HashData(bytes)|]; }
            static string HashPassword(string plain) => Convert.ToBase64String([|SHA256.HashData(Encoding.UTF8.GetBytes(plain))|]);
            byte[] E(string password) { using var hmac = new HMACSHA512(); return [|hmac.ComputeHash(Encoding.UTF8.GetBytes(password))|]; }
        }
        """);

    [Fact]
    public Task Other_values_slow_functions_and_protocols_are_not() => Verify.AnalyzerAsync(Usings + """
        static class BCrypt { public static string HashPassword(string text) => text; }
        class PwnedPasswords { byte[] Prefix(string password) => SHA1.HashData(Encoding.UTF8.GetBytes(password)); }
        class C
        {
            byte[] A(byte[] document) => SHA256.HashData(document);
            string B(string password) => BCrypt.HashPassword(Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(password))));
            byte[] D(string password, byte[] salt) { var first = SHA256.HashData(Encoding.UTF8.GetBytes(password)); return Rfc2898DeriveBytes.Pbkdf2(first, salt, 600_000, HashAlgorithmName.SHA256, 32); }
            byte[] E(string passwordHash, string tokenValue) => SHA256.HashData(Encoding.UTF8.GetBytes(tokenValue + passwordHash));
            byte[] F(string password, byte[] salt) => Rfc2898DeriveBytes.Pbkdf2(password, salt, 600_000, HashAlgorithmName.SHA256, 32);
        }
        """);

    [Fact]
    public Task A_password_copied_beside_its_salt_is_reported() => Verify.AnalyzerAsync(Usings + """
        class C
        {
            byte[] M(string password, byte[] salt)
            {
                var bytes = Encoding.UTF8.GetBytes(password);
                var all = new byte[bytes.Length + salt.Length];
                Buffer.BlockCopy(bytes, 0, all, 0, bytes.Length);
                return [|SHA512.HashData(all)|];
            }
        }
        """);

    [Fact]
    public Task A_password_in_a_collection_expression_is_reported() => Verify.AnalyzerAsync("""
        using System.Security.Cryptography;
        using System.Text;
        class C
        {
            byte[] A(byte[] salt, string password) => [|SHA256.HashData([.. salt, .. Encoding.UTF8.GetBytes(password)])|];
            byte[] B(byte[] salt, byte[] document) => SHA256.HashData([.. salt, .. document, 0]);
        }
        """);
}
