using SecureBuild.Testing.Roslyn;
using Verify = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Cryptography.SB2001WeakHash>;
using VerifyFix = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Cryptography.SB2001WeakHash, SecureBuild.CodeFixes.Cryptography.SB2001WeakHashCodeFix>;

namespace SecureBuild.Analyzers.Tests.Cryptography;

public sealed class SB2001WeakHashTests
{
    [Fact]
    public Task Md5_is_reported() => Verify.AnalyzerAsync("""
        using System.Security.Cryptography;
        class C { byte[] M(byte[] b) => [|MD5.HashData(b)|]; }
        """);

    [Fact]
    public Task Sha256_is_not() => Verify.AnalyzerAsync("""
        using System.Security.Cryptography;
        class C { byte[] M(byte[] b) => SHA256.HashData(b); }
        """);

    [Fact]
    public Task Every_static_way_into_a_broken_hash_is_reported() => Verify.AnalyzerAsync("""
        using System;
        using System.IO;
        using System.Security.Cryptography;
        class C
        {
            void M(byte[] b, Stream s, Span<byte> to)
            {
                [|SHA1.HashData(b)|];
                [|SHA1.TryHashData(b, to, out _)|];
                _ = [|MD5.HashDataAsync(s)|];
                using var md5 = [|MD5.Create()|];
                [|HMACMD5.HashData(b, b)|];
                [|HMACSHA1.HashData(key: b, source: b)|];
                Func<byte[], byte[]> hash = [|SHA1.HashData|];
            }
        }
        """);

    [Fact]
    public Task Using_static_and_aliases_hide_nothing() => Verify.AnalyzerAsync("""
        using static System.Security.Cryptography.MD5;
        using Digest = System.Security.Cryptography.SHA1;
        class C { byte[] M(byte[] b) => [|HashData(b)|].Length > 0 ? [|Digest.HashData(b)|] : b; }
        """);

    [Fact]
    public Task Creation_is_reported_also_target_typed_and_of_derived_types() => Verify.AnalyzerAsync("""
        #pragma warning disable SYSLIB0021
        using System.Security.Cryptography;
        class Old : HMACSHA1 { }
        class C
        {
            HashAlgorithm _a = [|new SHA1Managed()|];
            MD5CryptoServiceProvider _b = [|new()|];
            HMAC M(byte[] key) => key.Length > 1 ? [|new HMACSHA1(key)|] : [|new Old { Key = key }|];
        }
        """);

    [Fact]
    public Task A_hash_chosen_by_name_is_reported_when_the_name_is_known() => Verify.AnalyzerAsync("""
        #pragma warning disable SYSLIB0045, SYSLIB0007
        using System.Security.Cryptography;
        class C
        {
            const string Name = "SHA" + "1";
            static readonly string s_name = "md5";
            void M(string unknown, bool old)
            {
                [|HashAlgorithm.Create("MD5")|];
                [|HashAlgorithm.Create(Name)|];
                [|HashAlgorithm.Create(hashName: s_name)|];
                [|HMAC.Create("HMACSHA1")|];
                [|CryptoConfig.CreateFromName("System.Security.Cryptography.SHA1")|];
                var name = old ? "SHA1" : "SHA256";
                [|HashAlgorithm.Create(name)|];
                HashAlgorithm.Create("SHA256");
                HashAlgorithm.Create(unknown);
                CryptoConfig.CreateFromName("AES");
                var other = "SHA1";
                other = unknown;
                HashAlgorithm.Create(other);
            }
        }
        """);

    [Fact]
    public Task A_name_handed_to_something_that_signs_or_hashes_is_reported() => Verify.AnalyzerAsync("""
        using System.Security.Cryptography;
        using System.Security.Cryptography.X509Certificates;
        class C
        {
            static readonly HashAlgorithmName s_hash = HashAlgorithmName.SHA1;
            void M(RSA rsa, byte[] b)
            {
                rsa.SignData(b, [|HashAlgorithmName.SHA1|], RSASignaturePadding.Pss);
                rsa.VerifyData(b, b, padding: RSASignaturePadding.Pss, hashAlgorithm: [|s_hash|]);
                IncrementalHash.CreateHash([|new HashAlgorithmName("MD5")|]);
                new CertificateRequest("CN=a", rsa, [|HashAlgorithmName.SHA1|], RSASignaturePadding.Pkcs1);
                HashAlgorithmName name = HashAlgorithmName.MD5;
                CryptographicOperations.HashData([|name|], b);
                IncrementalHash.CreateHash(HashAlgorithmName.SHA512);
            }
        }
        """);

    [Fact]
    public Task A_mere_mention_is_not_reported() => Verify.AnalyzerAsync("""
        using System.Collections.Generic;
        using System.Security.Cryptography;
        using System.Security.Cryptography.X509Certificates;
        class C
        {
            object _type = typeof(MD5);
            string _name = nameof(MD5.HashData) + "MD5";
            int Size => SHA1.HashSizeInBytes;
            byte[] Given(MD5 hash, byte[] b) => hash.ComputeHash(b);
            bool IsOld(HashAlgorithmName name) => name == HashAlgorithmName.SHA1 || name.Equals(HashAlgorithmName.MD5);
            bool Ask() => IsOld(HashAlgorithmName.MD5) || new List<HashAlgorithmName>().Contains(HashAlgorithmName.SHA1);
            RSAEncryptionPadding Oaep => RSAEncryptionPadding.CreateOaep(HashAlgorithmName.SHA1);
            string Thumbprint(X509Certificate2 c) => c.GetCertHashString(HashAlgorithmName.SHA1);
        }
        """);

    [Fact]
    public Task A_class_of_the_same_name_is_not_reported() => Verify.AnalyzerAsync("""
        static class MD5 { public static byte[] HashData(byte[] b) => b; }
        class C { byte[] M(byte[] b) => MD5.HashData(b); }
        """);

    [Fact]
    public Task The_fix_replaces_hashes_where_the_types_line_up() => VerifyFix.CodeFixAsync("""
        #pragma warning disable SYSLIB0021, SYSLIB0045
        using System;
        using System.Security.Cryptography;
        class C
        {
            void M(byte[] b, RSA rsa)
            {
                var a = [|MD5.HashData(b)|];
                var c = /* old */ [|System.Security.Cryptography.SHA1.HashData(source: b)|];
                Func<byte[], byte[]> d = [|SHA1.HashData|];
                using var e = [|MD5.Create()|];
                e.ComputeHash(b);
                using (SHA1 f = [|SHA1.Create()|])
                    f.ComputeHash(b);
                HashAlgorithm g = [|new SHA1Managed()|];
                var h = [|new HMACSHA1(b)|];
                h.ComputeHash(b);
                rsa.SignData(b, [|HashAlgorithmName.SHA1|], RSASignaturePadding.Pss);
                g = [|HashAlgorithm.Create("MD5")|];
                a = [|MD5.Create()|].ComputeHash(b);
            }
        }
        """, """
        #pragma warning disable SYSLIB0021, SYSLIB0045
        using System;
        using System.Security.Cryptography;
        class C
        {
            void M(byte[] b, RSA rsa)
            {
                var a = SHA256.HashData(b);
                var c = /* old */ System.Security.Cryptography.SHA256.HashData(source: b);
                Func<byte[], byte[]> d = SHA256.HashData;
                using var e = SHA256.Create();
                e.ComputeHash(b);
                using (SHA256 f = SHA256.Create())
                    f.ComputeHash(b);
                HashAlgorithm g = SHA256.Create();
                var h = new HMACSHA256(b);
                h.ComputeHash(b);
                rsa.SignData(b, HashAlgorithmName.SHA256, RSASignaturePadding.Pss);
                g = HashAlgorithm.Create("SHA256");
                a = SHA256.Create().ComputeHash(b);
            }
        }
        """);

    [Fact]
    public Task No_fix_is_offered_where_the_old_type_or_length_is_needed() => VerifyFix.NoCodeFixAsync("""
        #pragma warning disable SYSLIB0007
        using System;
        using System.Security.Cryptography;
        using static System.Security.Cryptography.SHA1;
        class C
        {
            MD5 _md5 = [|MD5.Create()|];
            HMACSHA1 _mac = [|new()|];
            void M(byte[] b, Span<byte> to, string mode)
            {
                var id = new Guid([|MD5.HashData(b)|]);
                [|MD5.HashData(b, to)|];
                [|HashData(b)|];
                var passed = [|MD5.Create()|];
                Take(passed);
                _md5 = [|MD5.Create()|];
                [|CryptoConfig.CreateFromName("http://www.w3.org/2000/09/xmldsig#sha1")|];
            }
            void Take(MD5 md5) { }
        }
        """);

    [Fact]
    public Task A_name_given_to_a_signer_of_the_old_kind_is_reported() => Verify.AnalyzerAsync("""
        using System.Security.Cryptography;
        class C
        {
            void M(RSACryptoServiceProvider rsa, RSAPKCS1SignatureFormatter formatter, byte[] b)
            {
                [|rsa.SignData(b, "SHA1")|];
                rsa.SignData(b, "SHA256");
                [|formatter.SetHashAlgorithm("SHA1")|];
            }
        }
        """);

    [Fact]
    public Task Dot_net_standard_2_0_has_other_overloads_and_is_judged_and_fixed_alike() => VerifyFix.CodeFixAsync("""
        using System.Security.Cryptography;
        class C
        {
            byte[] M(byte[] b) => [|MD5.Create()|].ComputeHash(b);
            IncrementalHash N() => IncrementalHash.CreateHMAC([|HashAlgorithmName.SHA1|], new byte[1]);
        }
        """, """
        using System.Security.Cryptography;
        class C
        {
            byte[] M(byte[] b) => SHA256.Create().ComputeHash(b);
            IncrementalHash N() => IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, new byte[1]);
        }
        """, TestSetup.NetStandard20);

    [Fact]
    public Task A_private_field_that_nobody_writes_and_a_parameters_default_are_followed() => Verify.AnalyzerAsync("""
        #pragma warning disable SYSLIB0045
        using System.Security.Cryptography;
        class C
        {
            private static string s_name = "MD5";
            private HashAlgorithmName _kept = HashAlgorithmName.SHA1;
            private HashAlgorithmName _set = HashAlgorithmName.SHA1;
            internal static string Open = "MD5";
            public void Set(HashAlgorithmName name) => this._set = name;
            void M(string algorithm = "SHA1", string replaced = "SHA1")
            {
                [|HashAlgorithm.Create(s_name)|];
                [|HashAlgorithm.Create(algorithm)|];
                IncrementalHash.CreateHash([|_kept|]);
                IncrementalHash.CreateHash(_set);
                HashAlgorithm.Create(Open);
                replaced = "SHA256";
                HashAlgorithm.Create(replaced);
            }
        }
        """);

    [Fact]
    public Task A_hash_kept_in_an_option_is_reported() => Verify.AnalyzerAsync("""
        using System.Security.Cryptography;
        class Options { public HashAlgorithmName Hash { get; set; } public string Name { get; set; } = ""; }
        record Choice { public HashAlgorithmName Hash { get; init; } }
        class C
        {
            Options _options = new() { Hash = [|HashAlgorithmName.SHA1|], Name = "SHA1" };
            Choice With(Choice choice) => choice with { Hash = [|HashAlgorithmName.FromOid("1.3.14.3.2.26")|] };
            System.Collections.Generic.Dictionary<string, HashAlgorithmName> _table = new() { ["1.3.14.3.2.26"] = HashAlgorithmName.SHA1 };
            void Right(Options options) => options.Hash = HashAlgorithmName.SHA256;
        }
        """);

    [Fact]
    public Task The_old_signers_names_and_defaults_are_reported_and_not_renamed() => VerifyFix.NoCodeFixAsync("""
        #pragma warning disable SYSLIB0007
        using System.Security.Cryptography;
        class C
        {
            void M(RSACryptoServiceProvider rsa, byte[] hash)
            {
                rsa.SignHash(hash, [|CryptoConfig.MapNameToOID("SHA1")|]);
                [|rsa.SignHash(hash, "SHA1")|];
                [|rsa.VerifyHash(hash, "1.3.14.3.2.26", hash)|];
                rsa.SignHash(hash, CryptoConfig.MapNameToOID("SHA256"));
                [|HMAC.Create()|];
                [|System.Web.Security.FormsAuthentication.HashPasswordForStoringInConfigFile("a", "MD5")|];
                System.Web.Security.FormsAuthentication.HashPasswordForStoringInConfigFile("MD5", "SHA512");
            }
        }
        """, new TestSetup { Stubs = [("Forms.cs", "namespace System.Web.Security { public static class FormsAuthentication { public static string HashPasswordForStoringInConfigFile(string password, string passwordFormat) => password; } }")] });

    [Fact]
    public Task Identifiers_of_xml_and_cms_signatures_are_reported() => Verify.AnalyzerAsync("""
        using System.Security.Cryptography;
        class Reference { public string DigestMethod { get; set; } }
        class CmsSigner { public Oid DigestAlgorithm { get; set; } }
        class SigningCredentials { public SigningCredentials(object key, string algorithm) { } }
        class C
        {
            const string RsaSha1 = "http://www.w3.org/2000/09/xmldsig#rsa-sha1";
            void M(Reference reference, CmsSigner signer, object key)
            {
                reference.DigestMethod = [|"http://www.w3.org/2000/09/xmldsig#sha1"|]; reference.ToString();
                reference.DigestMethod = "http://www.w3.org/2001/04/xmlenc#sha256";
                signer.DigestAlgorithm = [|new Oid("1.3.14.3.2.26")|]; signer.ToString();
                signer.DigestAlgorithm = new Oid("2.16.840.1.101.3.4.2.1");
                new SigningCredentials(key, [|RsaSha1|]);
                var isOld = reference.DigestMethod == RsaSha1;
            }
        }
        """);
}
