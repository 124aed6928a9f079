using System.Security.Cryptography;

namespace SecureBuild.Verification;

/// <summary>ML-DSA (FIPS 204; as a key RFC 9881), pure, with an empty context: a quantum computer does not break it. The platform has it from OpenSSL 3.5, or a Windows of 2025.</summary>
sealed class MLDsaKey : VerificationKey
{
    public const string Oid65 = "2.16.840.1.101.3.4.3.18", Oid87 = "2.16.840.1.101.3.4.3.19";

    readonly byte[] _key;
    readonly string _set;

    public override string Algorithm => "ML-DSA-" + _set;

    public override string SecondName => "ml-dsa-" + _set;

    MLDsaAlgorithm Set => _set == "65" ? MLDsaAlgorithm.MLDsa65 : MLDsaAlgorithm.MLDsa87;

    public override bool CanVerify => MLDsa.IsSupported;

    /// <exception cref="CryptographicException">Not of the length that keys of this set have.</exception>
    public MLDsaKey(byte[] subjectPublicKeyInfo, byte[] key, string set) : base(subjectPublicKeyInfo)
    {
        (_key, _set) = (key, set);
        if (key.Length != Set.PublicKeySizeInBytes)
            throw new CryptographicException();
    }

    public override bool Verifies(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        if (!CanVerify)
            return false;
        try
        {
            using var key = MLDsa.ImportMLDsaPublicKey(Set, _key);
            return signature.Length == key.Algorithm.SignatureSizeInBytes && key.VerifyData(data, signature);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
