using Verify = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Cryptography.SB2004ShortKey>;
using VerifyFix = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Cryptography.SB2004ShortKey, SecureBuild.CodeFixes.Cryptography.SB2004ShortKeyCodeFix>;

namespace SecureBuild.Analyzers.Tests.Cryptography;

public sealed class SB2004ShortKeyTests
{
    [Fact]
    public Task Short_rsa_and_dsa_keys_are_reported() => Verify.AnalyzerAsync("""
        using System.Security.Cryptography;
        class C
        {
            RSACryptoServiceProvider _a = new([|1024|]);
            RSACryptoServiceProvider _b = new(parameters: new CspParameters(), dwKeySize: [|512|]);
            void M()
            {
                RSA.Create([|1024|]);
                RSA.Create(keySizeInBits: [|1024|]);
                DSA.Create([|1024|]);
                new RSAOpenSsl([|2047|]);
                new RSACng([|1024|]);
            }
        }
        """);

    [Fact]
    public Task Key_size_is_reported_in_assignments_and_initialisers() => Verify.AnalyzerAsync("""
        using System.Security.Cryptography;
        class C
        {
            RSACng _a = new() { KeySize = [|1024|] };
            void M(RSA rsa, DSA dsa)
            {
                rsa.KeySize = [|1024|];
                dsa.KeySize = [|512 * 2|];
            }
        }
        """);

    [Fact]
    public Task Constants_are_folded_and_locals_followed() => Verify.AnalyzerAsync("""
        using System.Security.Cryptography;
        class C
        {
            const int Half = 512;
            const int Size = Half * 2;
            static readonly int s_size = 1024;
            void M(bool old, int given)
            {
                RSA.Create([|Size|]);
                RSA.Create([|Half + Half|]);
                RSA.Create([|s_size|]);
                var size = 1024;
                RSA.Create([|size|]);
                RSA.Create([|old ? 1024 : 4096|]);
                RSA.Create(given);
                var doubled = 1024;
                doubled *= 2;
                RSA.Create(doubled);
            }
        }
        """);

    [Fact]
    public Task Dsa_is_reported_whatever_its_size() => Verify.AnalyzerAsync("""
        using System.Security.Cryptography;
        class C
        {
            DSA M() => [|new DSACryptoServiceProvider()|];
            DSA N(DSAParameters known) => known.Counter > 0 ? [|DSA.Create()|] : [|DSA.Create(known)|];
            DSA O() => [|DSA.Create(3072)|];
            bool Verify(DSA given, byte[] data, byte[] signature) => given.VerifyData(data, signature, HashAlgorithmName.SHA256);
        }
        """);

    [Fact]
    public Task Another_implementation_is_judged_by_its_key_size_parameter_and_no_other() => Verify.AnalyzerAsync("""
        using System.Security.Cryptography;
        abstract class Card : RSA
        {
            public override RSAParameters ExportParameters(bool p) => default;
            public override void ImportParameters(RSAParameters p) { }
        }
        class Sized : Card { public Sized(int keySize) { } }
        class Slotted : Card { public Slotted(int slot) { } }
        class C { RSA[] M() => new RSA[] { new Sized([|1024|]), new Slotted(1) }; }
        """);

    [Fact]
    public Task Short_curves_are_reported() => Verify.AnalyzerAsync("""
        using System.Security.Cryptography;
        class C
        {
            ECDsa M() => ECDsa.Create([|ECCurve.NamedCurves.brainpoolP160r1|]);
            ECDsa N() => ECDsa.Create(ECCurve.NamedCurves.nistP256);
        }
        """);

    [Fact]
    public Task Long_keys_and_other_algorithms_are_not() => Verify.AnalyzerAsync("""
        using System.Security.Cryptography;
        class C
        {
            void M(Aes aes)
            {
                RSA.Create(2048);
                RSA.Create();
                new RSACryptoServiceProvider(3072);
                ECDsa.Create().KeySize = 256;
                aes.KeySize = 128;
                if (RSA.Create().KeySize < 1024) { }
            }
        }
        """);

    [Fact]
    public Task The_fix_lengthens_rsa_keys_that_are_written_as_a_number() => VerifyFix.CodeFixAsync("""
        using System.Security.Cryptography;
        class C
        {
            RSACryptoServiceProvider _a = new([|1024|]);
            RSA M() => RSA.Create(keySizeInBits: /* once enough */ [|1024|]);
            void N(RSA rsa) => rsa.KeySize = [|512|];
        }
        """, """
        using System.Security.Cryptography;
        class C
        {
            RSACryptoServiceProvider _a = new(3072);
            RSA M() => RSA.Create(keySizeInBits: /* once enough */ 3072);
            void N(RSA rsa) => rsa.KeySize = 3072;
        }
        """);

    [Fact]
    public Task No_fix_is_offered_for_dsa_and_for_constants() => VerifyFix.NoCodeFixAsync("""
        using System.Security.Cryptography;
        class C
        {
            const int Size = 1024;
            RSA M() => RSA.Create([|Size|]);
            DSA N() => DSA.Create([|1024|]);
        }
        """);

    [Fact]
    public Task Short_curves_are_reported_by_name_and_identifier() => Verify.AnalyzerAsync("""
        using System.Security.Cryptography;
        class C
        {
            const string Old = "secp160r1";
            ECDsa M() => ECDsa.Create([|ECCurve.CreateFromFriendlyName(Old)|]);
            ECCurve N() => [|ECCurve.CreateFromFriendlyName("nistP192")|];
            ECCurve O() => [|ECCurve.CreateFromValue("1.3.132.0.8")|];
            ECCurve R() => [|ECCurve.CreateFromOid(new Oid("1.2.840.10045.3.1.1"))|];
            ECCurve S() => ECCurve.CreateFromOid(Oid.FromFriendlyName("ECDSA_P256", OidGroup.PublicKeyAlgorithm));
            ECCurve P() => ECCurve.CreateFromFriendlyName("nistP384");
            ECCurve Q(string configured) => ECCurve.CreateFromFriendlyName(configured);
        }
        """);

    [Fact]
    public Task A_short_default_and_a_private_size_that_nobody_writes_are_reported() => Verify.AnalyzerAsync("""
        using System.Security.Cryptography;
        class C
        {
            private int _kept = 1024;
            private int _set = 1024;
            public C(int bits) => _set = bits;
            RSA A() => RSA.Create([|_kept|]);
            RSA B() => RSA.Create(_set);
            RSA D(int keySize = 1024) => RSA.Create([|keySize|]);
            RSA E(int keySize = 1024) { if (keySize < 2048) keySize = 2048; return RSA.Create(keySize); }
            RSA G(int keySize = 0) => RSA.Create(keySize > 0 ? keySize : 3072);
            RSA H(int keySize = 1024) { System.ArgumentOutOfRangeException.ThrowIfLessThan(keySize, 2048); return RSA.Create(keySize); }
            RSA F(int keySize = 3072) => RSA.Create(keySize);
        }
        """);
}
