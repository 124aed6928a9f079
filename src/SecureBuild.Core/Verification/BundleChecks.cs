using System.Collections.Immutable;
using SecureBuild.Signing;

namespace SecureBuild.Verification;

/// <summary>Sigstore bundles: form, the one signature, and that they say what the statements file says.</summary>
sealed class BundleChecks(SignatureChecks signatures, CheckLog log)
{
    /// <summary>The statement inside; null, with a failed check, where there is none to be had.</summary>
    public ReadStatement? Check(string file)
    {
        if (BoundedFile.ReadJson(file, log) is not { } bundle)
            return null;
        if (bundle.Text("mediaType") != SigstoreBundle.MediaType || bundle.Object("verificationMaterial") is not { } json
            || SigningMaterial.Parse(json) is not { } material || bundle.Object("dsseEnvelope") is not { } envelope)
        {
            log.Tampered("bundle", file, "SB9529", SigstoreBundle.MediaType);
            return null;
        }
        if (StatementsFile.Unwrap(file, envelope, log) is not { Envelope: { } read } statement)
            return null;
        if (read.Signatures is not [var signature])
        {
            log.Tampered("bundle", file, read.Signatures.IsEmpty ? "SB9509" : "SB9510", read.Signatures.Length);
            return null;
        }
        if (material.Hint is { } hint && hint != signature.KeyId)
            log.Tampered("keyid", file, "SB9511", signature.KeyId ?? "-", hint);
        signatures.Check(statement, signature, material, AttestationFiles.SecondName(file) is not null);
        return statement;
    }

    /// <summary>That a bundle carries one of the payloads of the statements file, and the one that its name promises.</summary>
    public void Compare(ReadStatement bundle, ImmutableArray<ReadStatement> statements)
    {
        var file = bundle.File;
        var first = AttestationFiles.WithoutSecondName(file);
        var expected = first.EndsWith(AttestationFiles.ProvenanceBundleSuffix, StringComparison.Ordinal) ? true
            : first.EndsWith(AttestationFiles.AttestationBundleSuffix, StringComparison.Ordinal) ? false : bundle.IsProvenance;
        if (expected != bundle.IsProvenance)
            log.Tampered("bundle", file, "SB9532");
        else if (statements.Any(statement => statement.Envelope is null))
            log.Tampered("bundle", file, "SB9531");
        else if (!statements.Any(statement => statement.Envelope!.Payload.AsSpan().SequenceEqual(bundle.Envelope!.Payload)))
            log.Tampered("bundle", file, "SB9530");
        else
            log.Pass("bundle", file);
    }
}
