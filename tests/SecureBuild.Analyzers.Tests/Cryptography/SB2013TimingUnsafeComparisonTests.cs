using Fix = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Cryptography.SB2013TimingUnsafeComparison, SecureBuild.CodeFixes.Cryptography.SB2013TimingUnsafeComparisonCodeFix>;
using Verify = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Cryptography.SB2013TimingUnsafeComparison>;

namespace SecureBuild.Analyzers.Tests.Cryptography;

public sealed class SB2013TimingUnsafeComparisonTests
{
    const string Usings = """
        using System;
        using System.Linq;
        using System.Text;
        using System.Security.Cryptography;

        """;

    [Fact]
    public Task A_keyed_hash_compared_until_the_first_difference_is_reported() => Verify.AnalyzerAsync(Usings + """
        class C
        {
            bool A(byte[] key, byte[] body, byte[] given) => [|HMACSHA256.HashData(key, body).SequenceEqual(given)|];
            bool B(byte[] key, byte[] body, string given) { using var hmac = new HMACSHA256(key); var hash = hmac.ComputeHash(body); var hex = Convert.ToHexString(hash); return [|hex == given|]; }
            bool D(byte[] key, byte[] body, string given) => [|given.Equals(BitConverter.ToString(HMACSHA512.HashData(key, body)).Replace("-", "").ToLowerInvariant(), StringComparison.Ordinal)|];
            bool E(byte[] key, byte[] body, byte[] given)
            {
                var computed = HMACSHA256.HashData(key, body);
                for (var i = 0; i < computed.Length; i++)
                    if ([|computed[i] != given[i]|])
                        return false;
                return true;
            }
            bool F(byte[] key, byte[] body, byte[] given) => [|HMACSHA256.HashData(key, body).AsSpan().SequenceEqual(given)|];
            bool G(byte[] key, byte[] body, string given) => [|string.Equals(Convert.ToBase64String(HMACSHA256.HashData(key, body)), given)|];
        }
        """);

    [Fact]
    public Task Secrets_by_name_are_reported() => Verify.AnalyzerAsync(Usings + """
        class Options { public string ApiKey { get; set; } }
        class C
        {
            bool A(string providedToken, string expectedToken) => [|providedToken == expectedToken|];
            bool B(string apiKey, Options options) => [|apiKey != options.ApiKey|];
            bool D(string signature, string expectedSignature) => [|string.Equals(signature, expectedSignature, StringComparison.Ordinal)|];
            bool E(string resetToken, string storedToken) => [|resetToken.Equals(storedToken)|];
        }
        """);

    [Fact]
    public Task Fixed_time_constants_files_forms_and_versions_are_not() => Verify.AnalyzerAsync(Usings + """
        class Form { public string Password { get; set; } public string ConfirmPassword { get; set; } }
        class C
        {
            bool A(byte[] key, byte[] body, byte[] given) => CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(key, body), given);
            bool B(Form form) => form.Password == form.ConfirmPassword;
            bool D(byte[] file, string fileHash) => Convert.ToHexString(SHA256.HashData(file)) == fileHash;
            bool E(string token) => token == "refresh" || token == null || token.Equals("");
            bool F(string oldToken, string newToken) => oldToken != newToken;
            bool G(byte[] key, byte[] body) => HMACSHA256.HashData(key, body).Length == 32;
            bool H(string name, string other, string[] words) => name == other && words.SequenceEqual(new[] { name });
            bool J(string token, string _token, string digest, string expectedDigest) => token == _token && digest == expectedDigest;
            bool I(string methodSignature, string otherMethodSignature) => methodSignature == otherMethodSignature;
        }
        """);

    [Fact]
    public Task Methods_and_later_assignments_are_followed() => Verify.AnalyzerAsync(Usings + """
        class C
        {
            string Sign(byte[] body, byte[] key) { var hash = HMACSHA256.HashData(key, body); return Convert.ToHexString(hash); }
            bool A(string given, byte[] body, byte[] key) => [|given == Sign(body, key)|];
            bool B(byte[] given, byte[] body, byte[] key) { byte[] mac; using (var hmac = new HMACSHA512(key)) { mac = hmac.ComputeHash(body); } return [|mac.SequenceEqual(given)|]; }
        }
        """);

    [Fact]
    public Task The_fix_compares_bytes_in_fixed_time() => Fix.CodeFixAsync(Usings + """
        class C
        {
            bool A(byte[] key, byte[] body, byte[] given) => [|HMACSHA256.HashData(key, body).SequenceEqual(given)|];
            bool B(byte[] key, byte[] body, byte[] given) => ![|HMACSHA512.HashData(key, body).SequenceEqual(given)|];
        }
        """, Usings + """
        class C
        {
            bool A(byte[] key, byte[] body, byte[] given) => CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(key, body), given);
            bool B(byte[] key, byte[] body, byte[] given) => !CryptographicOperations.FixedTimeEquals(HMACSHA512.HashData(key, body), given);
        }
        """);

    [Fact]
    public Task A_derived_key_compared_until_the_first_difference_is_reported() => Verify.AnalyzerAsync(Usings + """
        class C
        {
            bool A(string password, byte[] salt, byte[] stored) => [|Rfc2898DeriveBytes.Pbkdf2(password, salt, 600_000, HashAlgorithmName.SHA256, 32).AsSpan().SequenceEqual(stored)|];
            bool B(Rfc2898DeriveBytes derive, byte[] stored) { var hash = derive.GetBytes(32); return [|hash.SequenceEqual(stored)|]; }
            bool D(string password, byte[] salt, byte[] stored) => CryptographicOperations.FixedTimeEquals(Rfc2898DeriveBytes.Pbkdf2(password, salt, 600_000, HashAlgorithmName.SHA256, 32), stored);
            bool E(string text, byte[] stored) => Encoding.UTF8.GetBytes(text).SequenceEqual(stored);
        }
        """);
}
