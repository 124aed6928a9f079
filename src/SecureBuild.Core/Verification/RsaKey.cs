using System.Security.Cryptography;

namespace SecureBuild.Verification;

/// <summary>RSA of 3072 bits or more with SHA-256 and the padding of PKCS #1 v1.5 (RFC 8017, 8.2): what Sigstore's verifiers take for DSSE.</summary>
sealed class RsaKey : VerificationKey
{
    // 128 bits of strength (NIST SP 800-57 part 1, table 2); the upper limit is against keys that make the verifier work for hours.
    const int Smallest = 3072, Largest = 16384;

    readonly RSAParameters _key;

    public override string Algorithm => $"RSA-{_key.Modulus!.Length * 8}";

    /// <exception cref="CryptographicException">Not an RSA key.</exception>
    /// <exception cref="WeakKeyException">Too small, too large, or with a public exponent below 65537 (FIPS 186-5, A.1.1).</exception>
    public RsaKey(byte[] subjectPublicKeyInfo) : base(subjectPublicKeyInfo)
    {
        using var key = RSA.Create();
        key.ImportSubjectPublicKeyInfo(subjectPublicKeyInfo, out _);
        if (key.KeySize is < Smallest or > Largest)
            throw new WeakKeyException($"RSA-{key.KeySize}");
        _key = key.ExportParameters(includePrivateParameters: false);
        if (_key.Exponent!.Length < 3 || (_key.Exponent[^1] & 1) == 0)
            throw new WeakKeyException($"RSA-{key.KeySize}, e = {Convert.ToHexStringLower(_key.Exponent)}");
    }

    public override bool Verifies(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature) => Verifies(data, signature, RSASignaturePadding.Pkcs1);

    /// <summary>RSA-PSS, which Sigstore's verifiers refuse.</summary>
    public override string? OtherEncoding(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature) =>
        Verifies(data, signature, RSASignaturePadding.Pss) ? "SB9561" : null;

    bool Verifies(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature, RSASignaturePadding padding)
    {
        using var key = RSA.Create(_key);
        try
        {
            return key.VerifyData(data, signature, HashAlgorithmName.SHA256, padding);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
