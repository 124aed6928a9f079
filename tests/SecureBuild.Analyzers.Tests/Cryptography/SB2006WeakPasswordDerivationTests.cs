using SecureBuild.Testing.Roslyn;
using Verify = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Cryptography.SB2006WeakPasswordDerivation>;
using VerifyFix = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Cryptography.SB2006WeakPasswordDerivation, SecureBuild.CodeFixes.Cryptography.SB2006WeakPasswordDerivationCodeFix>;

namespace SecureBuild.Analyzers.Tests.Cryptography;

public sealed class SB2006WeakPasswordDerivationTests
{
    static readonly TestSetup s_aspNet = new()
    {
        Stubs =
        [
            ("KeyDerivation.cs", """
                namespace Microsoft.AspNetCore.Cryptography.KeyDerivation;
                public enum KeyDerivationPrf { HMACSHA1, HMACSHA256, HMACSHA512 }
                public static class KeyDerivation
                {
                    public static byte[] Pbkdf2(string password, byte[] salt, KeyDerivationPrf prf, int iterationCount, int numBytesRequested) => salt;
                }
                """),
        ],
    };

    [Fact]
    public Task Defaults_of_the_constructors_are_reported() => Verify.AnalyzerAsync("""
        #pragma warning disable SYSLIB0041, SYSLIB0060
        using System.Security.Cryptography;
        class C
        {
            void M(string p, byte[] s)
            {
                [|new Rfc2898DeriveBytes(p, s)|];
                [|new Rfc2898DeriveBytes(p, 16)|];
                [|new Rfc2898DeriveBytes(p, s, 600_000)|];
                Rfc2898DeriveBytes d = [|new(p, s, 1000, HashAlgorithmName.SHA256)|];
            }
        }
        """);

    [Fact]
    public Task Few_iterations_and_a_broken_hash_are_reported_in_the_static_method() => Verify.AnalyzerAsync("""
        using System.Security.Cryptography;
        class C
        {
            const int Iterations = 10_000;
            static readonly HashAlgorithmName s_hash = HashAlgorithmName.SHA1;
            void M(string p, byte[] s, int given)
            {
                [|Rfc2898DeriveBytes.Pbkdf2(p, s, 99_999, HashAlgorithmName.SHA256, 32)|];
                [|Rfc2898DeriveBytes.Pbkdf2(p, s, Iterations, HashAlgorithmName.SHA512, 32)|];
                [|Rfc2898DeriveBytes.Pbkdf2(p, s, 2_000_000, s_hash, 32)|];
                [|Rfc2898DeriveBytes.Pbkdf2(outputLength: 32, hashAlgorithm: HashAlgorithmName.SHA256, iterations: Iterations * 2, salt: s, password: p)|];
                Rfc2898DeriveBytes.Pbkdf2(p, s, 100_000, HashAlgorithmName.SHA256, 32);
                Rfc2898DeriveBytes.Pbkdf2(p, s, given, HashAlgorithmName.SHA256, 32);
            }
        }
        """);

    [Fact]
    public Task Asp_net_cores_key_derivation_is_judged_alike() => Verify.AnalyzerAsync("""
        using Microsoft.AspNetCore.Cryptography.KeyDerivation;
        class C
        {
            void M(string p, byte[] s)
            {
                [|KeyDerivation.Pbkdf2(p, s, KeyDerivationPrf.HMACSHA1, 600_000, 32)|];
                [|KeyDerivation.Pbkdf2(p, s, KeyDerivationPrf.HMACSHA512, iterationCount: 10_000, 32)|];
                KeyDerivation.Pbkdf2(p, s, KeyDerivationPrf.HMACSHA512, 210_000, 32);
            }
        }
        """, s_aspNet);

    [Fact]
    public Task Lowering_the_count_afterwards_derived_classes_and_pbkdf1_are_reported() => Verify.AnalyzerAsync("""
        #pragma warning disable SYSLIB0041, SYSLIB0060, CA1416
        using System.Security.Cryptography;
        class Mine : Rfc2898DeriveBytes
        {
            public Mine(string p, byte[] s) [|: base(p, s)|] { }
            public Mine(string p, byte[] s, int n) : base(p, s, n, HashAlgorithmName.SHA512) { }
        }
        class C
        {
            void M(string p, byte[] s)
            {
                var d = new Rfc2898DeriveBytes(p, s, 600_000, HashAlgorithmName.SHA256);
                [|d.IterationCount = 1|];
                [|new PasswordDeriveBytes(p, s)|];
                new Mine(p, s, 5);
            }
        }
        """);

    [Fact]
    public async Task The_message_names_the_function_and_the_count() => Assert.Contains(
        "PBKDF2-HMAC-SHA1 × 1000 is too cheap",
        Assert.Single(await Verify.DiagnosticsAsync("""
            #pragma warning disable SYSLIB0041, SYSLIB0060
            class C { object M(string p, byte[] s) => new System.Security.Cryptography.Rfc2898DeriveBytes(p, s); }
            """)).GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);

    [Fact]
    public Task The_fix_raises_the_count_and_names_a_good_hash() => VerifyFix.CodeFixAsync("""
        #pragma warning disable SYSLIB0041, SYSLIB0060
        using System.Security.Cryptography;
        class C
        {
            void M(string p, byte[] s, int given)
            {
                var a = [|new Rfc2898DeriveBytes(p, s)|];
                Rfc2898DeriveBytes b = [|new(p, s, 1000)|];
                var c = [|new Rfc2898DeriveBytes(p, s, given)|];
                [|Rfc2898DeriveBytes.Pbkdf2(p, s, 1000, HashAlgorithmName.SHA1, 32)|];
                [|Rfc2898DeriveBytes.Pbkdf2(p, s, iterations: 1000, HashAlgorithmName.SHA512, 32)|];
                [|a.IterationCount = 10|];
            }
        }
        """, """
        #pragma warning disable SYSLIB0041, SYSLIB0060
        using System.Security.Cryptography;
        class C
        {
            void M(string p, byte[] s, int given)
            {
                var a = new Rfc2898DeriveBytes(p, s, 600_000, HashAlgorithmName.SHA256);
                Rfc2898DeriveBytes b = new(p, s, 600_000, HashAlgorithmName.SHA256);
                var c = new Rfc2898DeriveBytes(p, s, given, HashAlgorithmName.SHA256);
                Rfc2898DeriveBytes.Pbkdf2(p, s, 600_000, HashAlgorithmName.SHA256, 32);
                Rfc2898DeriveBytes.Pbkdf2(p, s, iterations: 210_000, HashAlgorithmName.SHA512, 32);
                a.IterationCount = 600_000;
            }
        }
        """);

    [Fact]
    public Task No_fix_is_offered_for_counts_that_others_read_too_and_for_pbkdf1() => VerifyFix.NoCodeFixAsync("""
        #pragma warning disable SYSLIB0041, SYSLIB0060, CA1416
        using System.Security.Cryptography;
        class C
        {
            const int Iterations = 1000;
            void M(string p, byte[] s)
            {
                [|Rfc2898DeriveBytes.Pbkdf2(p, s, Iterations, HashAlgorithmName.SHA256, 32)|];
                [|new PasswordDeriveBytes(p, s)|];
            }
        }
        """);

    [Fact]
    public Task Identitys_options_are_judged() => VerifyFix.CodeFixAsync("""
        using Microsoft.AspNetCore.Identity;
        class C
        {
            void M(PasswordHasherOptions options)
            {
                [|options.IterationCount = 10_000|];
                options.CompatibilityMode = PasswordHasherCompatibilityMode.IdentityV3;
            }
            PasswordHasherOptions N() => new() { IterationCount = 210_000, [|CompatibilityMode = PasswordHasherCompatibilityMode.IdentityV2|] };
        }
        """, """
        using Microsoft.AspNetCore.Identity;
        class C
        {
            void M(PasswordHasherOptions options)
            {
                options.IterationCount = 600_000;
                options.CompatibilityMode = PasswordHasherCompatibilityMode.IdentityV3;
            }
            PasswordHasherOptions N() => new() { IterationCount = 210_000, CompatibilityMode = PasswordHasherCompatibilityMode.IdentityV2 };
        }
        """, TestSetup.AspNetCore);

    [Fact]
    public Task No_fix_is_offered_where_the_platform_has_no_constructor_for_a_good_hash() => VerifyFix.NoCodeFixAsync("""
        using System.Security.Cryptography;
        class C { object M(string p, byte[] s) => [|new Rfc2898DeriveBytes(p, s)|]; }
        """, TestSetup.NetStandard20);

    [Fact]
    public Task A_low_default_of_a_parameter_and_a_private_count_that_nobody_writes_are_reported() => Verify.AnalyzerAsync("""
        using System.Security.Cryptography;
        class C
        {
            private static int s_iterations = 1000;
            byte[] A(string p, byte[] s, int iterations = 10_000) => [|Rfc2898DeriveBytes.Pbkdf2(p, s, iterations, HashAlgorithmName.SHA256, 32)|];
            byte[] B(string p, byte[] s, int iterations = 600_000) => Rfc2898DeriveBytes.Pbkdf2(p, s, iterations, HashAlgorithmName.SHA256, 32);
            byte[] D(string p, byte[] s) => [|Rfc2898DeriveBytes.Pbkdf2(p, s, s_iterations, HashAlgorithmName.SHA256, 32)|];
        }
        """);
}
