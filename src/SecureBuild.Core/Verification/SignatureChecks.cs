using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography.X509Certificates;

namespace SecureBuild.Verification;

/// <summary>Who signed, whether the bytes are still those, and whether that signer was to be trusted then and for these files. Bundles come before envelopes: they carry certificates and time stamps for both.</summary>
sealed class SignatureChecks(TrustStore trust, DateOnly? today, CheckLog log)
{
    readonly TimestampChecks _timestamps = new(trust, log);
    readonly CertificateChecks _certificates = new(trust, log);
    readonly Dictionary<string, string> _accepted = new(StringComparer.Ordinal);
    readonly HashSet<string> _vouched = new(StringComparer.Ordinal);

    /// <summary>An envelope of an <c>.intoto.jsonl</c>, where several signatures are legal: every one by a trusted key must hold, and there must be one.</summary>
    public void Check(ReadStatement statement)
    {
        var envelope = statement.Envelope!;
        if (envelope.Signatures.IsEmpty)
        {
            log.Tampered("signature", statement.File, "SB9509");
            return;
        }
        if (trust.IsEmpty)
        {
            log.Unsatisfied("signature", statement.File, "SB9514");
            return;
        }
        // A signature by someone we were not told about neither helps nor harms beside one that we can check.
        var known = envelope.Signatures.Where(signature => Accepted(envelope, signature) is not null || trust.Keys.Any(key => Concerns(key.Key, signature, envelope))).ToArray();
        foreach (var signature in known.DefaultIfEmpty(envelope.Signatures[0]))
            if (Accepted(envelope, signature) is { } keyId && signature.KeyId == keyId)
                log.Pass("signature", statement.File, keyId);
            else
                Check(statement, signature, null, second: false);
    }

    /// <summary>One signature.</summary>
    /// <param name="statement">What it is about.</param>
    /// <param name="signature">It.</param>
    /// <param name="material">What the bundle says about it; null outside of one.</param>
    /// <param name="second">It stands beside a classical one: where it cannot be checked, that is said, and the other one decides.</param>
    public void Check(ReadStatement statement, EnvelopeSignature signature, SigningMaterial? material, bool second)
    {
        var (file, envelope) = (statement.File, statement.Envelope!);
        var trusted = trust.Keys.FirstOrDefault(key => key.Key.KeyId == signature.KeyId);
        if (second && trusted is null)
            log.Skip("second-signature", file, "second_unknown", signature.KeyId ?? "-");
        else if (trust.IsEmpty)
            log.Unsatisfied("signature", file, "SB9514");
        else if (material?.Certificate is { } der)
            Certificate(statement, signature, material, der);
        else if (trusted is null)
            Stranger(file, envelope, signature);
        else if (!trusted.Key.CanVerify && second)
            log.Skip("second-signature", file, "second_unsupported", trusted.Key.Algorithm);
        else if (!trusted.Key.CanVerify)
            log.Unsatisfied("signature", file, "SB9567", trusted.Key.Algorithm);
        else if (Holds(statement, signature, trusted.Key))
            Accept(statement, signature, material, trusted.Key, null);
    }

    /// <summary>That every statement has a signature that was checked and held: what could not be checked vouches for nothing.</summary>
    public void Vouched(IEnumerable<ReadStatement> statements)
    {
        if (log.Outcome == VerificationOutcome.Satisfied)
            foreach (var statement in statements.Where(statement => statement.Envelope is { } envelope && !_vouched.Contains(Digest.Sha256(envelope.Payload))))
                log.Unsatisfied("signature", statement.File, "SB9568");
    }

    void Certificate(ReadStatement statement, EnvelopeSignature signature, SigningMaterial material, byte[] der)
    {
        var file = statement.File;
        if (trust.Roots.IsEmpty)
            log.Unsatisfied("certificate", file, "SB9569");
        else if (_certificates.Read(file, der) is { } certificate && Key(file, certificate) is { } key && Holds(statement, signature, key))
        {
            if (signature.KeyId is not null && signature.KeyId != key.KeyId)
                log.Tampered("keyid", file, "SB9511", signature.KeyId, key.KeyId);
            else
                Accept(statement, signature, material, key, certificate);
        }
    }

    VerificationKey? Key(string file, X509Certificate2 certificate)
    {
        try
        {
            return PublicKeys.Read(certificate.PublicKey.ExportSubjectPublicKeyInfo(), file);
        }
        catch (ProblemException refusal)
        {
            log.Unsatisfied("certificate", file, refusal.Problem);
            return null;
        }
    }

    bool Holds(ReadStatement statement, EnvelopeSignature signature, VerificationKey key)
    {
        var signed = statement.Envelope!.SignedBytes;
        if (key.Verifies(signed, signature.Bytes))
            return true;
        if (key.OtherEncoding(signed, signature.Bytes) is { } code)
            log.Tampered("signature", statement.File, code);
        else
            log.Tampered("signature", statement.File, "SB9512", key.KeyId);
        return false;
    }

    /// <summary>The signature holds: whether it counts.</summary>
    void Accept(ReadStatement statement, EnvelopeSignature signature, SigningMaterial? material, VerificationKey key, X509Certificate2? certificate)
    {
        var file = statement.File;
        var proven = _timestamps.Check(file, signature.Bytes, material?.Timestamps ?? [], out var sound);
        // Nothing proves when it was made: then it counts as made now, and whatever has ended by now has ended.
        var moment = proven ?? today?.ToDateTime(new(12, 0), DateTimeKind.Utc) ?? certificate?.NotBefore;
        if (!sound)
            return;
        // A day for clocks that differ.
        if (!statement.IsProvenance && proven?.AddDays(1) < ReadFrameworks.IssuedOn(statement.Predicate))
        {
            log.Unsatisfied("timestamp", file, "SB9422", proven.Value.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture), statement.Predicate.Text("issuedOn"));
            return;
        }
        if (Terms(file, key, certificate, moment, proven is not null) is not { IsEmpty: false } all)
            return;
        // Given several times, it is trusted where any of them says so.
        var terms = all.FirstOrDefault(one => (moment is not { } now || one.Cover(now)) && statement.Subjects.All(subject => one.Cover(subject.Name))) ?? all[0];
        if (moment is { } when && !terms.Cover(when))
            log.Unsatisfied("validity", file, "SB9564", key.KeyId, Text(terms.From), Text(terms.Until), Text(DateOnly.FromDateTime(when.UtcDateTime)));
        else if (trust.Revocations.FirstOrDefault(revocation => revocation.Concerns(key.KeyId, certificate) && !IsOlder(proven, revocation)) is { } revoked)
            log.Unsatisfied("revocation", file, "SB9566", key.KeyId, Text(revoked.Since), revoked.Reason);
        else if (statement.Subjects.FirstOrDefault(subject => !terms.Cover(subject.Name)) is { } outside)
            log.Unsatisfied("scope", file, "SB9565", key.KeyId, outside.Name);
        else
            Pass(statement, signature, key, certificate);
    }

    ImmutableArray<TrustTerms> Terms(string file, VerificationKey key, X509Certificate2? certificate, DateTimeOffset? moment, bool proven) => certificate is null
        ? [.. trust.Keys.Where(trusted => trusted.Key.KeyId == key.KeyId).Select(trusted => trusted.Terms)]
        : _certificates.Check(file, certificate, moment!.Value, proven) is { } root ? [root.Terms] : [];

    void Pass(ReadStatement statement, EnvelopeSignature signature, VerificationKey key, X509Certificate2? certificate)
    {
        _accepted[Name(statement.Envelope!, signature)] = key.KeyId;
        var payload = Digest.Sha256(statement.Envelope!.Payload);
        _vouched.Add(payload);
        log.Signatures.Add(new(payload, key.KeyId, IsPostQuantum: key.SecondName is not null));
        if (key.SecondName is not null)
            log.Pass("second-signature", statement.File, key.KeyId, key.Algorithm);
        else
            log.Pass("signature", statement.File, key.KeyId);
        if (certificate is not null)
            log.Pass("certificate", statement.File, certificate.Subject, certificate.SerialNumber);
    }

    void Stranger(string file, Envelope envelope, EnvelopeSignature signature)
    {
        // A true signature under a false name: the name was changed after signing.
        if (trust.Keys.FirstOrDefault(key => key.Key.Verifies(envelope.SignedBytes, signature.Bytes)) is { } key)
            log.Tampered("keyid", file, "SB9511", signature.KeyId ?? "-", key.Key.KeyId);
        else
            log.Unsatisfied("signature", file, "SB9513", signature.KeyId ?? "-");
    }

    string? Accepted(Envelope envelope, EnvelopeSignature signature) => _accepted.GetValueOrDefault(Name(envelope, signature));

    static string Name(Envelope envelope, EnvelopeSignature signature) => Digest.Sha256(envelope.SignedBytes) + Convert.ToHexString(signature.Bytes);

    static bool IsOlder(DateTimeOffset? proven, Revocation revocation) => proven is { } time && DateOnly.FromDateTime(time.UtcDateTime) < revocation.Since;

    static bool Concerns(VerificationKey key, EnvelopeSignature signature, Envelope envelope) =>
        key.KeyId == signature.KeyId || key.Verifies(envelope.SignedBytes, signature.Bytes);

    static string Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "–";
}
