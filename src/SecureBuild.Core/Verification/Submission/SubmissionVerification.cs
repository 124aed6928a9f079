using SecureBuild.Exchange;
using SecureBuild.Submission;

namespace SecureBuild.Verification.Submission;

/// <summary>All checks on a submission package: the manifest, the files, and then every build in it as if it lay there alone.</summary>
sealed class SubmissionVerification(VerificationRequest request, TrustStore trust, CheckLog log)
{
    /// <summary>Verifies the package in <see cref="VerificationRequest.Path"/>, a folder.</summary>
    public void Verify()
    {
        if (new ManifestChecks(request, trust, log).Check(request.Path) is not { } manifest)
            return;
        new PackageFileChecks(request.Path, log).Check(manifest);
        foreach (var build in manifest.Builds)
            Build(manifest, build);
    }

    void Build(ReadManifest manifest, ManifestBuild build)
    {
        var folder = Path.Combine(request.Path, SubmissionFiles.Builds, build.Key);
        if (AttestationSet.Find(folder) is not { IsEmpty: false } sets)
        {
            log.Tampered("builds", folder, "SB9752", build.Key);
            return;
        }
        Agrees(manifest, build, folder, sets[0]);
        Verifier.Verify(request with { Path = folder, OutputsAreElsewhere = !build.OutputsIncluded && request.ArtifactDirectories.IsEmpty }, sets, trust, log);
    }

    // What the manifest says of a build is what the build's own statement says.
    void Agrees(ReadManifest manifest, ManifestBuild build, string folder, AttestationSet set)
    {
        if (AttestedBuildReader.Build(set, new()) is not { } attested)
            return;
        var claimed = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["name"] = attested.Product.Name, ["version"] = attested.Product.Version, ["supplier"] = attested.Product.Supplier, ["contact"] = attested.Product.Contact,
        };
        var declared = manifest.Product.Where(declaration => declaration.Builds.Contains(build.Key)).ToArray();
        if (attested.StatementSha256 != build.StatementSha256)
            log.Tampered("builds", folder, "SB9752", build.Key);
        else if (declared.Any(declaration => claimed[declaration.Name] != declaration.Value))
            log.Tampered("builds", folder, "SB9755", build.Key);
        else
            log.Pass("builds", folder, build.Key);
    }
}
