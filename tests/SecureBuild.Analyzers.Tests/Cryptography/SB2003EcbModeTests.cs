using Verify = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Cryptography.SB2003EcbMode>;

namespace SecureBuild.Analyzers.Tests.Cryptography;

public sealed class SB2003EcbModeTests
{
    [Fact]
    public Task Ecb_is_reported_in_assignments_and_initialisers() => Verify.AnalyzerAsync("""
        #pragma warning disable SYSLIB0021
        using System.Security.Cryptography;
        using static System.Security.Cryptography.CipherMode;
        class C
        {
            AesManaged _a = new AesManaged { [|Mode = CipherMode.ECB|], KeySize = 256 };
            AesManaged _b = new() { [|Mode = ECB|] };
            void M(Aes aes, SymmetricAlgorithm any)
            {
                [|aes.Mode = CipherMode.ECB|];
                [|any.Mode = (CipherMode)2|];
            }
        }
        """);

    [Fact]
    public Task A_mode_that_is_set_again_before_anybody_sees_it_is_not_reported() => Verify.AnalyzerAsync("""
        using System.Security.Cryptography;
        class C
        {
            void Initialised()
            {
                using var aes = new AesManaged { Mode = CipherMode.ECB };
                aes.KeySize = 256;
                aes.Mode = CipherMode.CBC;
            }
            void Seen(Aes aes)
            {
                [|aes.Mode = CipherMode.ECB|];
                using var encryptor = aes.CreateEncryptor();
                aes.Mode = CipherMode.CBC;
            }
            void Perhaps(Aes aes, bool isNew)
            {
                [|aes.Mode = CipherMode.ECB|];
                if (isNew)
                    aes.Mode = CipherMode.CBC;
            }
            void Other(Aes aes, Aes other)
            {
                [|aes.Mode = CipherMode.ECB|];
                other.Mode = CipherMode.CBC;
            }
        }
        """);

    [Fact]
    public Task The_writes_that_a_local_may_hold_are_followed() => Verify.AnalyzerAsync("""
        using System.Security.Cryptography;
        class C
        {
            void Old(Aes aes, bool old)
            {
                var mode = CipherMode.CBC;
                if (old)
                    mode = CipherMode.ECB;
                [|aes.Mode = mode|];
            }
            void Always(Aes aes)
            {
                var mode = CipherMode.ECB;
                mode = CipherMode.CBC;
                aes.Mode = mode;
            }
            void Later(Aes aes)
            {
                var mode = CipherMode.CBC;
                aes.Mode = mode;
                mode = CipherMode.ECB;
            }
        }
        """);

    [Fact]
    public Task Constants_locals_and_conditionals_are_followed() => Verify.AnalyzerAsync("""
        using System.Security.Cryptography;
        class C
        {
            const CipherMode Old = CipherMode.ECB;
            static CipherMode Usual { get; } = CipherMode.ECB;
            void M(Aes aes, bool old, CipherMode given)
            {
                [|aes.Mode = Old|]; aes.ToString();
                [|aes.Mode = Usual|]; aes.ToString();
                [|aes.Mode = old ? CipherMode.ECB : CipherMode.CBC|]; aes.ToString();
                const CipherMode Local = CipherMode.ECB;
                [|aes.Mode = Local|]; aes.ToString();
                var mode = CipherMode.ECB;
                [|aes.Mode = mode|]; aes.ToString();
                var changed = CipherMode.ECB;
                changed = given;
                aes.Mode = changed; aes.ToString();
                aes.Mode = given; aes.ToString();
                aes.Mode = false ? CipherMode.ECB : CipherMode.CBC;
            }
        }
        """);

    [Fact]
    public Task The_one_shot_methods_are_reported() => Verify.AnalyzerAsync("""
        using System.Security.Cryptography;
        class C
        {
            byte[] M(Aes aes, byte[] b) => b.Length > 0 ? [|aes.EncryptEcb(b, PaddingMode.PKCS7)|] : [|aes.DecryptEcb(b, PaddingMode.None)|];
            bool N(Aes aes, byte[] b) => [|aes.TryEncryptEcb(b, b, PaddingMode.None, out _)|];
        }
        """);

    [Fact]
    public Task Other_modes_comparisons_and_defaults_of_other_peoples_properties_are_not() => Verify.AnalyzerAsync("""
        using System.Security.Cryptography;
        class Settings { public CipherMode Mode { get; set; } = CipherMode.ECB; }
        class C
        {
            byte[] M(Aes aes, byte[] b)
            {
                aes.Mode = CipherMode.CBC;
                if (aes.Mode == CipherMode.ECB)
                    throw new CryptographicException();
                return aes.EncryptCbc(b, b);
            }
        }
        """);

    [Fact]
    public Task Ecb_handed_to_a_method_that_makes_use_of_it_is_reported() => Verify.AnalyzerAsync("""
        using System;
        using System.Collections.Generic;
        using System.Security.Cryptography;
        class Settings { public CipherMode Mode { get; set; } }
        class Wrapper
        {
            readonly Aes _aes = Aes.Create();
            private CipherMode _mode = CipherMode.ECB;
            public Wrapper(CipherMode mode) => _aes.Mode = mode;
            public Wrapper() : this([|CipherMode.ECB|]) { }
            public void Reset() => [|_aes.Mode = _mode|];
        }
        class C
        {
            static readonly HashSet<CipherMode> s_refused = new() { CipherMode.ECB };
            byte[] Encrypt(byte[] b, Aes aes, CipherMode mode = CipherMode.ECB) { [|aes.Mode = mode|]; return aes.Key; }
            byte[] M(byte[] b, Aes aes) => Encrypt(b, aes, mode: [|CipherMode.ECB|]) ?? Encrypt(b, aes) ?? Encrypt(b, aes, CipherMode.CBC);
            Func<byte[], PaddingMode, byte[]> N(Aes aes) => [|aes.EncryptEcb|];
            void Set(Settings settings) => [|settings.Mode = CipherMode.ECB|];
            bool IsAllowed(CipherMode mode) => !s_refused.Contains(mode) && !Equals(mode, CipherMode.ECB) && (mode == CipherMode.CBC || IsAllowed(CipherMode.ECB));
        }
        """);

    [Fact]
    public Task A_mode_that_an_override_answers_is_reported() => Verify.AnalyzerAsync("""
        using System.Security.Cryptography;
        abstract class Cipher { protected virtual CipherMode Mode => CipherMode.CBC; }
        class Fast : Cipher { protected override CipherMode Mode => [|CipherMode.ECB|]; }
        class Question { bool IsOld(CipherMode mode) => mode == CipherMode.ECB; }
        """);
}
