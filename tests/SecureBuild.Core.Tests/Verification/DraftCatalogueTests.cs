using SecureBuild.Assessment;
using SecureBuild.Signing;

namespace SecureBuild.Core.Tests.Verification;

/// <summary>A catalogue whose source is still a draft is shown, marked, and never signed: not in the build, not later, and a signature over it is refused.</summary>
public sealed class DraftCatalogueTests
{
    [Fact]
    public void The_attestation_marks_it_and_signing_it_is_refused_with_a_code()
    {
        using var folder = new AttestedFolder { Assessed = [], Catalogues = AssessedCatalogue.Of("nist-ssdf", "nist-ssdf-draft") }.Write(signer: null);

        Assert.Contains("\"framework\":\"nist-ssdf-draft\",\"version\":\"1.2-ipd\",\"sourceStatus\":\"draft\"", File.ReadAllText(folder.Statements), StringComparison.Ordinal);
        Assert.Empty(folder.Verify(request => request with { AllowUnsigned = true }).Problems.Where(problem => problem.Code is not "SB9520"));
        Assert.Contains(AttestationFiles.Sign(folder.Output, AttestedFolder.Signer()).Problems, problem => problem.Code == "SB9434");
    }

    [Fact]
    public void Hiding_the_mark_does_not_help()
    {
        using var folder = new AttestedFolder { Assessed = [], Catalogues = AssessedCatalogue.Of("nist-ssdf-draft") }.Write(signer: null);
        folder.EditLines(statement =>
        {
            foreach (var framework in statement["predicate"]!["frameworks"]?.AsArray() ?? [])
                framework!["sourceStatus"] = "final";
        });

        Assert.Contains(AttestationFiles.Sign(folder.Output, AttestedFolder.Signer()).Problems, problem => problem.Code == "SB9434");
    }

    [Fact]
    public void A_signature_over_a_superseded_catalogue_is_refused_by_the_verifier()
    {
        // As another tool might have signed it: the mark is put on afterwards, and the content signed again.
        using var folder = AttestedFolder.SignedWith(attestation => attestation["predicate"]!["frameworks"]![0]!["sourceStatus"] = "superseded");

        Assert.Contains(folder.Verify().Problems, problem => problem.Code == "SB9331");
    }
}
