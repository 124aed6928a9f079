using System.Collections.Immutable;
using System.Text.Json;
using SecureBuild.Assessment;
using SecureBuild.Evidence;
using SecureBuild.Signing;
using SecureBuild.Verification;

namespace SecureBuild.Core.Tests.Verification;

/// <summary>Verification over the product's own catalogues, rules and evidence.</summary>
public sealed class ReassessmentTests
{
    static readonly ImmutableArray<PersonStatement> s_statements =
    [
        AttestedFolder.Person("nist-ssdf/PO.2.1", ControlStatus.Stated),
        AttestedFolder.Person("nist-ssdf/PO.2.2", ControlStatus.Stated),
        AttestedFolder.Person("nist-ssdf/PO.2.3", ControlStatus.Stated),
        AttestedFolder.Person("nist-ssdf/PO.1.3", ControlStatus.NotApplicable) with { Note = "商用部品は使用していません。" },
    ];

    [Fact]
    public void What_the_build_derived_is_derived_again()
    {
        using var folder = new AttestedFolder { Assessed = s_statements }.Write(AttestedFolder.Signer());

        var report = folder.Verify(request => request with { Reassess = Derive, Today = new(2026, 12, 1) });

        Assert.Empty(report.Problems);
        Assert.Contains(report.Checks, check => check is { Name: "reassessment", Result: CheckResult.Passed });
    }

    [Theory]
    [InlineData("PO.1.1", "partly")]
    [InlineData("PW.6.2", "met-by-evidence")]
    [InlineData("PO.2.1", "met-by-evidence")]
    [InlineData("PO.1.2", "not-applicable")]
    [InlineData("PO.1.2", "stated")]
    public void A_status_made_better_before_signing_is_refused_by_sign_and_by_verify(string control, string status)
    {
        using var folder = new AttestedFolder { Assessed = s_statements }.Write(signer: null);
        folder.EditLines(statement =>
        {
            foreach (var item in statement["predicate"]!["frameworks"]?.AsArray().SelectMany(framework => framework!["controls"]!.AsArray()) ?? [])
                if ((string?)item!["control"] == control)
                    item["status"] = status;
        });

        Assert.Contains(AttestationFiles.Sign(folder.Output, AttestedFolder.Signer(), new() { Reassess = Derive }).Problems, problem => problem.Code == "SB9534");
        foreach (var artifact in AttestationFiles.Sign(folder.Output, AttestedFolder.Signer()).Artifacts)
            AtomicFile.Write(artifact.Path, artifact.Content.Span);
        Assert.Contains(folder.Verify(request => request with { Reassess = Derive }).Problems, problem => problem.Code == "SB9534");
    }

    static ImmutableArray<FrameworkResult>? Derive(ReadOnlyMemory<byte> evidence, ReadOnlyMemory<byte>? catalogues, ImmutableArray<PersonStatement> statements, DateTimeOffset time)
    {
        Assert.Null(catalogues); // nothing but what ships was applied
        using var document = JsonDocument.Parse(evidence);
        return Assessor.Assess(EvidenceJson.Read(document), statements, DateOnly.FromDateTime(time.UtcDateTime));
    }
}
