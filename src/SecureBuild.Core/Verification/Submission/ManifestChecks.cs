using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SecureBuild.Attestation;
using SecureBuild.Signing;
using SecureBuild.Submission;

namespace SecureBuild.Verification.Submission;

/// <summary>The manifest of a package: who signed it, and that it is one.</summary>
sealed class ManifestChecks(VerificationRequest request, TrustStore trust, CheckLog log)
{
    readonly SignatureChecks _signatures = new(trust, request.Today, log);

    /// <summary>Null, with a failed check, where there is none to be had.</summary>
    public ReadManifest? Check(string folder)
    {
        var file = Path.Combine(folder, SubmissionFiles.Manifest);
        if (!File.Exists(file) || BoundedFile.ReadJson(file, log) is not { } line)
        {
            if (!File.Exists(file))
                log.Tampered("manifest", file, "SB9747");
            return null;
        }
        // Of the line's two forms it is one.
        if (line.ContainsKey("_type") == line.ContainsKey("payload"))
            return Malformed(file);
        var (statement, envelope) = (line, default(Envelope));
        if (line.ContainsKey("payload"))
        {
            if (Envelope.Parse(line) is not { } parsed || parsed.PayloadType != InToto.PayloadType || StrictJson.Parse(parsed.Payload) is not { } payload)
                return Malformed(file);
            (statement, envelope) = (payload, parsed);
        }
        if (ReadManifest.Of(statement) is not { } manifest)
            return Malformed(file);
        log.Pass("manifest", file, manifest.Files.Count, manifest.Builds.Length, manifest.Profile.Name);
        // A key that is trusted for certain files only is asked about the delivered ones: those are what the package is about.
        ImmutableArray<Subject> outputs = [.. manifest.Builds.SelectMany(static build => build.Outputs).DistinctBy(static output => output.Name)];
        Signed(new(file, statement, Identity.SubmissionPredicate, outputs, envelope), Path.Combine(folder, SubmissionFiles.Bundle));
        return manifest;
    }

    ReadManifest? Malformed(string file)
    {
        log.Tampered("manifest", file, "SB9747");
        return null;
    }

    void Signed(ReadStatement statement, string bundle)
    {
        if (statement.Envelope is not null)
        {
            // The bundle first: it carries certificates and time stamps for the envelope as well.
            var bundled = File.Exists(bundle) ? Bundled(statement, bundle) : null;
            if (!File.Exists(bundle))
                log.Skip("bundle", statement.File, "bundle_absent");
            _signatures.Check(statement);
            _signatures.Vouched(bundled is null ? [statement] : [bundled, statement]);
        }
        else if (File.Exists(bundle))
        {
            log.Tampered("bundle", bundle, "SB9531");
        }
        new DraftChecks(request.AllowUnsigned, log).Check(statement.File, [statement]);
    }

    ReadStatement? Bundled(ReadStatement statement, string file)
    {
        if (BoundedFile.ReadJson(file, log) is not { } json)
            return null;
        if (json.Text("mediaType") != SigstoreBundle.MediaType || SigningMaterial.Parse(json.Object("verificationMaterial") ?? []) is not { } material
            || Envelope.Parse(json.Object("dsseEnvelope") ?? []) is not { Signatures: [var signature] } envelope || envelope.PayloadType != InToto.PayloadType)
        {
            log.Tampered("bundle", file, "SB9529", SigstoreBundle.MediaType);
            return null;
        }
        if (!envelope.Payload.AsSpan().SequenceEqual(statement.Envelope!.Payload))
        {
            log.Tampered("bundle", file, "SB9530");
            return null;
        }
        if (material.Hint is { } hint && hint != signature.KeyId)
            log.Tampered("keyid", file, "SB9511", signature.KeyId ?? "-", hint);
        var bundled = statement with { File = file, Envelope = envelope };
        _signatures.Check(bundled, signature, material, second: false);
        return bundled;
    }
}
