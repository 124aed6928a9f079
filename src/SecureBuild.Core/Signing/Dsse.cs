using System.Text;
using System.Text.Json.Nodes;

namespace SecureBuild.Signing;

/// <summary>Dead Simple Signing Envelope v1 (secure-systems-lab/dsse, protocol and envelope).</summary>
public static class Dsse
{
    /// <summary>What a DSSE signature is about: <c>DSSEv1 LEN(type) type LEN(body) body</c>, lengths in bytes, in decimal.</summary>
    public static byte[] PreAuthenticationEncoding(string payloadType, ReadOnlySpan<byte> payload) =>
        [.. Encoding.UTF8.GetBytes($"DSSEv1 {Encoding.UTF8.GetByteCount(payloadType)} {payloadType} {payload.Length} "), .. payload];

    /// <summary>An envelope with one signature.</summary>
    public static JsonObject Envelope(string payloadType, ReadOnlySpan<byte> payload, ISigner signer) => new()
    {
        ["payloadType"] = payloadType,
        ["payload"] = Convert.ToBase64String(payload),
        ["signatures"] = new JsonArray(new JsonObject
        {
            ["keyid"] = signer.KeyId,
            ["sig"] = Convert.ToBase64String(signer.Sign(PreAuthenticationEncoding(payloadType, payload))),
        }),
    };
}
