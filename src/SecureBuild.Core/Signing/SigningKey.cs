using System.Formats.Asn1;
using System.Security.Cryptography;

namespace SecureBuild.Signing;

/// <summary>Keys in and out of text. No message ever contains key material or a password.</summary>
public static class SigningKey
{
    const string P256 = "1.2.840.10045.3.1.7", EllipticCurve = "1.2.840.10045.2.1";

    // PBES2 with AES-256 and PBKDF2; the count is OWASP's for HMAC-SHA-256.
    static readonly PbeParameters s_encryption = new(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 600_000);

    /// <summary>A new P-256 key pair from the system's random source.</summary>
    /// <param name="password">Encrypts the private key; null leaves it in the clear.</param>
    public static KeyPair Create(string? password = null)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var privateKey = password is null ? key.ExportPkcs8PrivateKeyPem() : key.ExportEncryptedPkcs8PrivateKeyPem(password, s_encryption);
        return new(privateKey + "\n", key.ExportSubjectPublicKeyInfoPem() + "\n", Digest.Sha256(key.ExportSubjectPublicKeyInfo()));
    }

    /// <summary>Reads a P-256 private key.</summary>
    /// <param name="pem">PEM text: <c>PRIVATE KEY</c> (PKCS#8), <c>EC PRIVATE KEY</c> (SEC 1) or <c>ENCRYPTED PRIVATE KEY</c>.</param>
    /// <param name="password">For an encrypted key; otherwise not looked at.</param>
    /// <param name="origin">Where the text came from (a file, a variable's name), for messages.</param>
    /// <exception cref="ProblemException">SB9401 no private key in it, SB9402 not P-256, SB9403 password missing, SB9404 password wrong or the key damaged, SB9405 unreadable.</exception>
    public static EcdsaP256Signer Load(string pem, string? password, string origin)
    {
        var key = ECDsa.Create();
        try
        {
            Import(key, pem, password, origin);
            if (key.ExportParameters(includePrivateParameters: false).Curve is not { IsNamed: true, Oid.Value: P256 })
                throw Refusal("SB9402", origin);
            return new(key);
        }
        catch
        {
            key.Dispose();
            throw;
        }
    }

    static void Import(ECDsa key, string pem, string? password, string origin)
    {
        var label = PrivateLabel(pem) ?? throw Refusal("SB9401", origin);
        if (label is "RSA PRIVATE KEY" or "DSA PRIVATE KEY")
            throw Refusal("SB9402", origin);
        if (label == "ENCRYPTED PRIVATE KEY" && string.IsNullOrEmpty(password))
            throw Refusal("SB9403", origin);
        try
        {
            if (label == "ENCRYPTED PRIVATE KEY")
                key.ImportFromEncryptedPem(pem, password);
            else
                key.ImportFromPem(pem);
        }
        // The framework's own text is left out: it says nothing a user could act on, and nothing of the key may leak through it.
        catch (Exception exception) when (exception is CryptographicException or ArgumentException or PlatformNotSupportedException)
        {
            throw Refusal(IsOtherAlgorithm(pem, label, password) ? "SB9402" : label == "ENCRYPTED PRIVATE KEY" ? "SB9404" : "SB9405", origin);
        }
    }

    static string? PrivateLabel(string pem)
    {
        var rest = pem.AsSpan();
        while (PemEncoding.TryFind(rest, out var fields))
        {
            var label = rest[fields.Label].ToString();
            if (label.EndsWith("PRIVATE KEY", StringComparison.Ordinal))
                return label;
            rest = rest[fields.Location.End..];
        }
        return null;
    }

    // So that nobody is told that a key is damaged, or a password wrong, where it is only of another kind.
    static bool IsOtherAlgorithm(string pem, string label, string? password)
    {
        try
        {
            if (label == "ENCRYPTED PRIVATE KEY")
            {
                using var rsa = RSA.Create();
                rsa.ImportFromEncryptedPem(pem, password);
                return true;
            }
            return label == "PRIVATE KEY" && IsOtherAlgorithm(Content(pem, label));
        }
        catch (Exception exception) when (exception is CryptographicException or ArgumentException or AsnContentException or FormatException)
        {
            return false;
        }
    }

    // PrivateKeyInfo ::= SEQUENCE { version, SEQUENCE { algorithm, parameters }, … } (RFC 5208, 5).
    static bool IsOtherAlgorithm(byte[] content)
    {
        var info = new AsnReader(content, AsnEncodingRules.BER).ReadSequence();
        info.ReadInteger();
        var algorithm = info.ReadSequence();
        return algorithm.ReadObjectIdentifier() != EllipticCurve || !algorithm.HasData || algorithm.PeekTag() != Asn1Tag.ObjectIdentifier || algorithm.ReadObjectIdentifier() != P256;
    }

    static byte[] Content(string pem, string label)
    {
        var rest = pem.AsSpan();
        while (PemEncoding.TryFind(rest, out var fields))
        {
            if (rest[fields.Label].SequenceEqual(label))
                return Convert.FromBase64String(rest[fields.Base64Data].ToString());
            rest = rest[fields.Location.End..];
        }
        return [];
    }

    static ProblemException Refusal(string code, string origin) => new(Messages.Error(code, arguments: origin));
}
