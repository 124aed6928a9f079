using System.Collections.Immutable;
using System.Security.Cryptography.X509Certificates;

namespace SecureBuild.Verification;

/// <summary>Everything that a verification trusts, read and checked.</summary>
sealed record TrustStore
{
    public static TrustStore Empty { get; } = new();

    public ImmutableArray<TrustedKey> Keys { get; init; } = [];

    public ImmutableArray<TrustedRoot> Roots { get; init; } = [];

    public ImmutableArray<TrustedRoot> TimestampRoots { get; init; } = [];

    public ImmutableArray<CertificateRevocationList> CertificateRevocationLists { get; init; } = [];

    public ImmutableArray<Revocation> Revocations { get; init; } = [];

    public ReadTimestamp? ReadTimestamp { get; init; }

    /// <summary>Nobody is trusted to sign.</summary>
    public bool IsEmpty => Keys.IsEmpty && Roots.IsEmpty;

    /// <summary>Reads all that a request names. What cannot be read is a failed check, never left out in silence.</summary>
    public static TrustStore Load(VerificationRequest request, CheckLog log)
    {
        var trust = request.Trust;
        var store = new TrustStore
        {
            ReadTimestamp = trust.ReadTimestamp,
            Keys = Each(request.Keys, key => key.Origin, key => new TrustedKey(PublicKeys.Read(key), TrustTerms.Unlimited), log),
            Roots = Each(trust.Roots, file => file, file => new TrustedRoot(CertificateFile.Read(file), TrustTerms.Unlimited, trust.Signers), log),
            TimestampRoots = Each(trust.TimestampRoots, file => file, file => new TrustedRoot(CertificateFile.Read(file), TrustTerms.Unlimited, []), log),
        };
        foreach (var read in Each(trust.Files, file => file, file => TrustFile.Read(file, onlyRevoked: false), log))
            store = store.With(read);
        foreach (var read in Each(trust.Revoked, file => file, RevocationFile.Read, log))
            store = store.With(read);
        return store;
    }

    TrustStore With(TrustStore other) => this with
    {
        Keys = Keys.AddRange(other.Keys),
        Roots = Roots.AddRange(other.Roots),
        TimestampRoots = TimestampRoots.AddRange(other.TimestampRoots),
        CertificateRevocationLists = CertificateRevocationLists.AddRange(other.CertificateRevocationLists),
        Revocations = Revocations.AddRange(other.Revocations),
    };

    static ImmutableArray<TRead> Each<T, TRead>(ImmutableArray<T> items, Func<T, string> origin, Func<T, TRead> read, CheckLog log)
    {
        var all = ImmutableArray.CreateBuilder<TRead>();
        foreach (var item in items)
        {
            try
            {
                all.Add(read(item));
            }
            catch (ProblemException exception)
            {
                log.Tampered("key", origin(item), exception.Problem);
            }
            // A name that the platform cannot even have.
            catch (ArgumentException)
            {
                log.Tampered("key", origin(item), "SB9503");
            }
        }
        return all.ToImmutable();
    }
}

/// <summary>A key and on what terms it is trusted.</summary>
sealed record TrustedKey(VerificationKey Key, TrustTerms Terms);

/// <summary>Root certificates with those between, on what terms, and who may sign under them.</summary>
sealed record TrustedRoot(ImmutableArray<X509Certificate2> Certificates, TrustTerms Terms, ImmutableArray<string> Signers);

/// <summary>Something no longer trusted: a key by its id, or a certificate by serial number (and issuer, where given).</summary>
/// <param name="KeyId">Lower-case hexadecimal, or null.</param>
/// <param name="Serial">Upper-case hexadecimal without leading zeros, or null.</param>
/// <param name="Issuer">The issuer's name as the platform prints it, or null for any.</param>
/// <param name="Since">From when on; signatures proven to be older are not touched. Null: all of them.</param>
/// <param name="Reason">Why.</param>
sealed record Revocation(string? KeyId, string? Serial, string? Issuer, DateOnly? Since, string Reason)
{
    public bool Concerns(string keyId, X509Certificate2? certificate) =>
        KeyId == keyId || (Serial is not null && certificate is not null && Serial == certificate.SerialNumber.TrimStart('0') && (Issuer is null || Issuer == certificate.Issuer));
}
