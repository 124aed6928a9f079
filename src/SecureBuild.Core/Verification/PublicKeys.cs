using System.Formats.Asn1;
using System.Security.Cryptography;

namespace SecureBuild.Verification;

/// <summary>Public keys out of text and certificates (SubjectPublicKeyInfo, RFC 5280, 4.1.2.7).</summary>
static class PublicKeys
{
    const string Ec = "1.2.840.10045.2.1", Rsa = "1.2.840.113549.1.1.1", Ed25519 = "1.3.101.112";

    /// <summary>Reads PEM <c>PUBLIC KEY</c> (RFC 7468, 13).</summary>
    /// <exception cref="ProblemException">SB9500 no public key, SB9540 a private key, SB9560 of a kind or strength that is not accepted.</exception>
    public static VerificationKey Read(PublicKeyText text)
    {
        if (text.Pem.Contains("PRIVATE KEY-----", StringComparison.Ordinal))
            throw Refusal("SB9540", text.Origin);
        if (!PemEncoding.TryFind(text.Pem, out var fields) || text.Pem.AsSpan()[fields.Label] is not "PUBLIC KEY")
            throw Refusal("SB9500", text.Origin);
        return Read(Convert.FromBase64String(text.Pem[fields.Base64Data]), text.Origin);
    }

    /// <summary>Reads a DER SubjectPublicKeyInfo.</summary>
    /// <exception cref="ProblemException">SB9500 none, SB9560 of a kind or strength that is not accepted.</exception>
    public static VerificationKey Read(byte[] info, string origin)
    {
        try
        {
            var (algorithm, key) = Parts(info);
            return algorithm switch
            {
                Ec => new EcdsaP256Key(info),
                Rsa => new RsaKey(info),
                Ed25519 => new Ed25519Key(info, key),
                MLDsaKey.Oid65 => new MLDsaKey(info, key, "65"),
                MLDsaKey.Oid87 => new MLDsaKey(info, key, "87"),
                _ => throw Refusal("SB9560", origin, algorithm),
            };
        }
        catch (WeakKeyException weak)
        {
            throw Refusal("SB9560", origin, weak.Message);
        }
        // A curve that nobody has heard of.
        catch (PlatformNotSupportedException)
        {
            throw Refusal("SB9560", origin, "EC ?");
        }
        catch (Exception exception) when (exception is CryptographicException or AsnContentException)
        {
            throw new ProblemException(Messages.Error("SB9500", arguments: Path.GetFileName(origin)), exception);
        }
    }

    static (string Algorithm, byte[] Key) Parts(byte[] info)
    {
        AsnReader reader = new(info, AsnEncodingRules.DER);
        var sequence = reader.ReadSequence();
        reader.ThrowIfNotEmpty();
        var algorithm = sequence.ReadSequence().ReadObjectIdentifier();
        var key = sequence.ReadBitString(out var unused);
        sequence.ThrowIfNotEmpty();
        return unused == 0 ? (algorithm, key) : throw new AsnContentException();
    }

    static ProblemException Refusal(string code, params string[] arguments) => new(Messages.Error(code, arguments: [Path.GetFileName(arguments[0]), .. arguments[1..]]));
}

/// <summary>A key that can be read and is not accepted. The message names kind and size only.</summary>
sealed class WeakKeyException(string what) : Exception(what);
