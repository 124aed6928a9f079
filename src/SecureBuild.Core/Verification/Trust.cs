using System.Collections.Immutable;
using System.Security.Cryptography.X509Certificates;

namespace SecureBuild.Verification;

/// <summary>What a verifier trusts beyond single keys, all of it from files that the verifier has: nothing is ever fetched.</summary>
public sealed record Trust
{
    /// <summary>Trust files (trust-v1.md): keys and certificates with the time and the files that they are trusted for, and what was revoked.</summary>
    public ImmutableArray<string> Files { get; init; } = [];

    /// <summary>PEM files with root certificates of signers, and the certificates between them and the signers.</summary>
    public ImmutableArray<string> Roots { get; init; } = [];

    /// <summary>PEM files with root certificates of time-stamping authorities, and the certificates between.</summary>
    public ImmutableArray<string> TimestampRoots { get; init; } = [];

    /// <summary>Revocation lists: X.509 CRLs (RFC 5280, 5; PEM or DER), or JSON with the member <c>revoked</c> of a trust file.</summary>
    public ImmutableArray<string> Revoked { get; init; } = [];

    /// <summary>Who may sign with a certificate: an e-mail address, URI or DNS name of its subject alternative names, or its whole subject.</summary>
    public ImmutableArray<string> Signers { get; init; } = [];

    /// <summary>Reads time stamps; null leaves them unchecked and says so.</summary>
    public ReadTimestamp? ReadTimestamp { get; init; }
}

/// <summary>Reads a time-stamp response (RFC 3161, 2.4.2) and holds it against a signature.</summary>
/// <param name="response">DER <c>TimeStampResp</c>.</param>
/// <param name="signature">The signature whose time it is to prove.</param>
/// <returns>Null where it is no time stamp, is not over this signature, or its own signature does not hold. Whether its signer is to be trusted is not looked at.</returns>
public delegate TimestampToken? ReadTimestamp(ReadOnlyMemory<byte> response, ReadOnlyMemory<byte> signature);

/// <summary>A time stamp whose own signature holds.</summary>
/// <param name="Time">The time it proves.</param>
/// <param name="Signer">Who says so.</param>
/// <param name="Certificates">What travels with it, the signer's certificate included.</param>
public sealed record TimestampToken(DateTimeOffset Time, X509Certificate2 Signer, ImmutableArray<X509Certificate2> Certificates);
