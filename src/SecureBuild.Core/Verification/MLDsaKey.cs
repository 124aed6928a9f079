using System.Security.Cryptography;

namespace SecureBuild.Verification;

/// <summary>
/// ML-DSA (FIPS 204; as a key RFC 9881), pure, with an empty context: a quantum computer does not break it. Where the platform has none (OpenSSL before 3.5,
/// Windows before 2025), <see cref="MLDsaVerification"/> verifies.
/// </summary>
sealed class MLDsaKey : VerificationKey
{
    public const string Oid65 = "2.16.840.1.101.3.4.3.18", Oid87 = "2.16.840.1.101.3.4.3.19";

    readonly byte[] _key;
    readonly string _name;
    readonly MLDsaParameters _set;

    public override string Algorithm => "ML-DSA-" + _name;

    public override string SecondName => "ml-dsa-" + _name;

    public override bool CanVerify => MLDsa.IsSupported || MLDsaVerification.IsSupported;

    /// <exception cref="CryptographicException">Not of the length that keys of this set have.</exception>
    public MLDsaKey(byte[] subjectPublicKeyInfo, byte[] key, string name) : base(subjectPublicKeyInfo)
    {
        (_key, _name, _set) = (key, name, name == "65" ? MLDsaParameters.Set65 : MLDsaParameters.Set87);
        if (key.Length != _set.KeyLength)
            throw new CryptographicException();
    }

    public override bool Verifies(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature) =>
        MLDsa.IsSupported ? PlatformVerifies(data, signature) : MLDsaVerification.IsSupported && MLDsaVerification.Verifies(_set, _key, data, signature);

    bool PlatformVerifies(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        try
        {
            using var key = MLDsa.ImportMLDsaPublicKey(_name == "65" ? MLDsaAlgorithm.MLDsa65 : MLDsaAlgorithm.MLDsa87, _key);
            return signature.Length == _set.SignatureLength && key.VerifyData(data, signature);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
