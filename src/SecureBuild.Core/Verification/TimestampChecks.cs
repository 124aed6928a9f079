using System.Collections.Immutable;
using System.Globalization;

namespace SecureBuild.Verification;

/// <summary>When a signature existed, by the word of an authority that the verifier trusts.</summary>
sealed class TimestampChecks(TrustStore trust, CheckLog log)
{
    /// <summary>The earliest proven time; null where none is proven.</summary>
    /// <param name="file">The bundle.</param>
    /// <param name="signature">What was stamped: the signature's own bytes.</param>
    /// <param name="responses">The stamps.</param>
    /// <param name="sound">False where a stamp is not over this signature: then somebody exchanged one of them.</param>
    public DateTimeOffset? Check(string file, byte[] signature, ImmutableArray<byte[]> responses, out bool sound)
    {
        sound = true;
        DateTimeOffset? earliest = null;
        foreach (var response in responses)
        {
            if (trust.ReadTimestamp is null || trust.TimestampRoots.IsEmpty)
            {
                log.Skip("timestamp", file, "timestamp_no_root");
                continue;
            }
            if (trust.ReadTimestamp(response, signature) is not { } token)
            {
                log.Tampered("timestamp", file, "SB9581");
                sound = false;
            }
            else if (!IsTrusted(token))
                log.Skip("timestamp", file, "timestamp_stranger", token.Signer.Subject);
            else
            {
                log.Pass("timestamp", file, token.Time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture), token.Signer.Subject);
                if (earliest is null || token.Time < earliest)
                    earliest = token.Time;
            }
        }
        return earliest;
    }

    bool IsTrusted(TimestampToken token) => trust.TimestampRoots.Any(root =>
        CertificateChain.Of(token.Signer, root.Certificates, token.Certificates, CertificateChain.TimeStamping, token.Time) is { Mistake: null } chain
        && !chain.Certificates.SkipLast(1).Zip(chain.Certificates.Skip(1)).Any(pair => trust.CertificateRevocationLists.Any(list =>
            list.IsBy(pair.Second) && list.Entry(pair.First) is { } entry && entry.When <= token.Time)));
}
