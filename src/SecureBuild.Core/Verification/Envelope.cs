using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SecureBuild.Signing;

namespace SecureBuild.Verification;

/// <summary>A DSSE envelope as read, its base64 decoded.</summary>
sealed record Envelope(string PayloadType, byte[] Payload, ImmutableArray<EnvelopeSignature> Signatures)
{
    /// <summary>More than anyone needs; a limit against a file that makes the verifier work for hours.</summary>
    const int MostSignatures = 8;

    /// <summary>What the signatures are about.</summary>
    public byte[] SignedBytes => Dsse.PreAuthenticationEncoding(PayloadType, Payload);

    /// <summary>Null where the envelope's form is wrong.</summary>
    public static Envelope? Parse(JsonObject json)
    {
        if (json.Text("payloadType") is not { } type || Decode(json.Text("payload")) is not { } payload
            || json.Objects("signatures") is not { Count: <= MostSignatures } list)
            return null;
        var signatures = ImmutableArray.CreateBuilder<EnvelopeSignature>();
        foreach (var signature in list)
        {
            if (Decode(signature.Text("sig")) is not { } bytes)
                return null;
            signatures.Add(new(signature.Text("keyid"), bytes));
        }
        return new(type, payload, signatures.ToImmutable());
    }

    // Standard alphabet, padded, no white space, no stray bits: one text per byte string, so that no change of the text goes unseen.
    public static byte[]? Decode(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return null;
        var bytes = new byte[text.Length / 4 * 3 + 3];
        return Convert.TryFromBase64String(text, bytes, out var length) && Convert.ToBase64String(bytes, 0, length) == text ? bytes[..length] : null;
    }
}

/// <summary>One signature of an envelope.</summary>
sealed record EnvelopeSignature(string? KeyId, byte[] Bytes);
