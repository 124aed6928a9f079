using System.Collections.Immutable;

namespace SecureBuild.Verification;

/// <summary>Who signed, and whether the bytes are still those.</summary>
sealed class SignatureChecks(ImmutableArray<VerificationKey> keys, CheckLog log)
{
    /// <summary>An envelope of an <c>.intoto.jsonl</c>, where several signatures are legal: every one by a trusted key must hold, and there must be one.</summary>
    public void Check(string file, Envelope envelope)
    {
        if (envelope.Signatures.IsEmpty)
        {
            log.Tampered("signature", file, "SB9509");
            return;
        }
        if (keys.IsEmpty)
        {
            log.Unsatisfied("signature", file, "SB9514");
            return;
        }
        // A signature by someone we were not told about neither helps nor harms beside one that we can check.
        var known = envelope.Signatures.Where(signature => keys.Any(key => Concerns(key, signature, envelope))).ToArray();
        foreach (var signature in known.DefaultIfEmpty(envelope.Signatures[0]))
            Check(file, envelope, signature);
    }

    public void Check(string file, Envelope envelope, EnvelopeSignature signature)
    {
        if (keys.IsEmpty)
            log.Unsatisfied("signature", file, "SB9514");
        else if (keys.FirstOrDefault(key => key.KeyId == signature.KeyId) is not { } key)
            Stranger(file, envelope, signature);
        else if (key.Verifies(envelope.SignedBytes, signature.Bytes))
            log.Pass("signature", file, key.KeyId);
        else if (key.VerifiesInOtherEncoding(envelope.SignedBytes, signature.Bytes))
            log.Tampered("signature", file, "SB9515");
        else
            log.Tampered("signature", file, "SB9512", key.KeyId);
    }

    void Stranger(string file, Envelope envelope, EnvelopeSignature signature)
    {
        // A true signature under a false name: the name was changed after signing.
        if (keys.FirstOrDefault(key => key.Verifies(envelope.SignedBytes, signature.Bytes)) is { } key)
            log.Tampered("keyid", file, "SB9511", signature.KeyId ?? "-", key.KeyId);
        else
            log.Unsatisfied("signature", file, "SB9513", signature.KeyId ?? "-");
    }

    static bool Concerns(VerificationKey key, EnvelopeSignature signature, Envelope envelope) =>
        key.KeyId == signature.KeyId || key.Verifies(envelope.SignedBytes, signature.Bytes);
}
