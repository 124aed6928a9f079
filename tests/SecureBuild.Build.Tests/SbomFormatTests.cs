using System.Text.Json.Nodes;
using SecureBuild.Rendering;
using SecureBuild.Testing;
using SecureBuild.Verification;

namespace SecureBuild.Build.Tests;

public sealed class SbomFormatTests(TemporaryFeed feed)
{
    const string Stem = "Portal/bin/Debug/net10.0/securebuild/Portal";
    const string All = "-p:SecureBuildSbomFormats=SPDX2.3%3BSPDX3.0.1%3BCycloneDX1.6%3BCycloneDX1.7";

    static readonly string[] s_further = [".1.6.cdx.json", ".spdx.json", ".spdx3.json"];

    [Fact]
    public async Task Formats_are_written_when_asked_for_attested_and_gone_when_not()
    {
        using var work = await feed.WorkspaceAsync();
        work.WriteConsole("Portal");
        (await work.BuildAsync("Portal", All)).Succeeded();

        Assert.All(s_further, suffix => Assert.True(work.Has(Stem + suffix), suffix));
        var byproducts = JsonNode.Parse(work.Read(Stem + ".intoto.jsonl").Split('\n')[0])!["predicate"]!["runDetails"]!["byproducts"]!.AsArray();
        foreach (var suffix in s_further)
            Assert.Equal(Digest.Sha256OfFile(work.PathOf(Stem + suffix)), (string?)byproducts.Single(file => (string?)file!["name"] == "Portal" + suffix)!["digest"]!["sha256"]);
        Assert.Equal(VerificationOutcome.Satisfied, Verify());

        // A missing one comes back, a changed one is noticed, another project's is not taken for known.
        File.Delete(work.PathOf(Stem + ".spdx3.json"));
        Assert.Single((await work.BuildAsync("Portal", "--no-restore", All)).Succeeded().Executed("SecureBuildAttest"));
        Assert.True(work.Has(Stem + ".spdx3.json"));
        work.Write(Stem + ".spdx.json", work.Read(Stem + ".spdx.json").Replace("Portal", "Portol", StringComparison.Ordinal));
        Assert.Equal(VerificationOutcome.TamperedOrUnreadable, Verify());

        var build = (await work.BuildAsync("Portal", "--no-restore", "-p:SecureBuildSbomFormats=SPDX4")).Succeeded();
        Assert.Contains("SPDX4", Assert.Single(build.LinesWith("warning SB9220").Distinct()));
        Assert.All(s_further, suffix => Assert.False(work.Has(Stem + suffix), suffix));
        Assert.True(work.Has(Stem + ".cdx.json"));
        work.Write(Stem + ".spdx.json", "{}");
        Assert.Equal(VerificationOutcome.NotSatisfied, Verify());

        VerificationOutcome Verify() => Verified(work).Outcome;
    }

    [Fact]
    public async Task A_build_in_one_other_format_is_verified_and_shown_like_any()
    {
        using var work = await feed.WorkspaceAsync();
        work.WriteConsole("Portal");
        work.Write("Portal/Portal.csproj", work.Read("Portal/Portal.csproj").Replace("</ItemGroup>", """<PackageReference Include="Newtonsoft.Json" Version="13.0.3" /></ItemGroup>""", StringComparison.Ordinal));
        (await work.BuildAsync("Portal")).Succeeded();
        var usual = Shown(work);

        foreach (var (format, suffix, title) in new[] { ("spdx-2.3", ".spdx.json", "SPDX 2.3"), ("SPDX3.0.1", ".spdx3.json", "SPDX 3.0.1"), ("CycloneDX1.6", ".1.6.cdx.json", "CycloneDX 1.6") })
        {
            (await work.BuildAsync("Portal", "--no-restore", $"-p:SecureBuildSbomFormats={format}")).Succeeded();

            Assert.Equal(["Portal" + suffix], s_further.Append(".cdx.json").Select(ending => "Portal" + ending).Where(name => work.Has("Portal/bin/Debug/net10.0/securebuild/" + name)));
            var report = Verified(work);
            Assert.Equal(VerificationOutcome.Satisfied, report.Outcome);
            Assert.Contains(report.Checks, check => check is { Name: "about", Result: CheckResult.Passed } && check.On == "Portal" + suffix);
            Assert.Contains(report.Checks, check => check is { Name: "material", Result: CheckResult.Passed } && check.On == "Portal" + suffix);
            Assert.Equal(usual with { File = "Portal" + suffix, Format = title, Licences = [] }, Shown(work) with { Licences = [] });
            Assert.Equal(usual.Licences, Shown(work).Licences);
            Assert.Equal(title, (string?)new Artifacts(work.PathOf("Portal/bin/Debug/net10.0/securebuild"), "Portal").Fact("sbom.file")["value"]!["format"]);

            // Another package's file than the one that the document gives the digest of.
            var library = work.PathOf("Portal/bin/Debug/net10.0/Newtonsoft.Json.dll");
            var bytes = File.ReadAllBytes(library);
            File.WriteAllBytes(library, [.. bytes, 0]);
            Assert.Contains("SB9555", Verified(work).Problems.Select(problem => problem.Code));
            File.WriteAllBytes(library, bytes);
        }
    }

    static VerificationReport Verified(Workspace work) => Verifier.Verify(new(work.PathOf("Portal/bin/Debug/net10.0")) { AllowUnsigned = true, Today = DateOnly.FromDateTime(DateTime.UtcNow) });

    static SbomSummary Shown(Workspace work) => Assert.Single(BuildSummaryReader.Read(work.PathOf("Portal/bin/Debug/net10.0")).Builds).Sbom!;
}
