using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace SecureBuild.Verification;

/// <summary>What a Sigstore bundle v0.3 says about its signature: by which key or certificate, and when.</summary>
/// <param name="Hint">The key's id, where there is no certificate.</param>
/// <param name="Certificate">The signer's certificate in DER.</param>
/// <param name="Timestamps">Time-stamp responses (RFC 3161).</param>
sealed record SigningMaterial(string? Hint, byte[]? Certificate, ImmutableArray<byte[]> Timestamps)
{
    const int MostTimestamps = 8;

    /// <summary>Null where its form is wrong.</summary>
    public static SigningMaterial? Parse(JsonObject material)
    {
        var hint = material.Object("publicKey")?.Text("hint");
        var certificate = Envelope.Decode(material.Object("certificate")?.Text("rawBytes"));
        if (material.ContainsKey("publicKey") == material.ContainsKey("certificate") || (hint is null && certificate is null))
            return null;
        return Stamps(material) is { } stamps ? new(hint, certificate, stamps) : null;
    }

    static ImmutableArray<byte[]>? Stamps(JsonObject material)
    {
        if (!material.ContainsKey("timestampVerificationData"))
            return [];
        if (material.Object("timestampVerificationData") is not { } data)
            return null;
        if (!data.ContainsKey("rfc3161Timestamps"))
            return [];
        if (data.Objects("rfc3161Timestamps") is not { Count: <= MostTimestamps } list)
            return null;
        var stamps = list.Select(stamp => Envelope.Decode(stamp.Text("signedTimestamp"))).OfType<byte[]>().ToImmutableArray();
        return stamps.Length == list.Count ? stamps : null;
    }
}
