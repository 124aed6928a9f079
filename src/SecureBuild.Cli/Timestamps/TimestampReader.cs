using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using SecureBuild.Verification;

namespace SecureBuild.Cli.Timestamps;

/// <summary>Reads RFC 3161 time stamps as Sigstore bundles carry them: the authority's whole response.</summary>
static class TimestampReader
{
    // SHA-256, SHA-384, SHA-512: over a weaker digest somebody could have a stamp for another signature.
    static readonly string[] s_digests = ["2.16.840.1.101.3.4.2.1", "2.16.840.1.101.3.4.2.2", "2.16.840.1.101.3.4.2.3"];

    /// <inheritdoc cref="ReadTimestamp"/>
    public static TimestampToken? Read(ReadOnlyMemory<byte> response, ReadOnlyMemory<byte> signature)
    {
        try
        {
            if (Token(response) is not { } bytes || !Rfc3161TimestampToken.TryDecode(bytes, out var token, out var read) || read != bytes.Length)
                return null;
            // What the response brings along decides nothing: the verifier asks afterwards whether this signer leads to a root that it has.
            var certificates = token.AsSignedCms().Certificates;
            return s_digests.Contains(token.TokenInfo.HashAlgorithmId.Value) && token.VerifySignatureForData(signature.Span, out X509Certificate2? signer, certificates)
                ? new(token.TokenInfo.Timestamp, signer, [.. certificates])
                : null;
        }
        catch (Exception exception) when (exception is CryptographicException or AsnContentException)
        {
            return null;
        }
    }

    // TimeStampResp ::= SEQUENCE { status PKIStatusInfo, timeStampToken OPTIONAL }; granted is 0, granted with modifications 1.
    static ReadOnlyMemory<byte>? Token(ReadOnlyMemory<byte> response)
    {
        AsnReader reader = new(response, AsnEncodingRules.BER);
        var parts = reader.ReadSequence();
        reader.ThrowIfNotEmpty();
        var granted = parts.ReadSequence().TryReadInt32(out var status) && status is 0 or 1;
        return granted && parts.HasData ? parts.ReadEncodedValue() : (ReadOnlyMemory<byte>?)null;
    }
}
