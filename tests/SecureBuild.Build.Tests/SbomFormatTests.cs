using System.Text.Json.Nodes;
using SecureBuild.Testing;
using SecureBuild.Verification;

namespace SecureBuild.Build.Tests;

public sealed class SbomFormatTests(TemporaryFeed feed)
{
    const string Stem = "Portal/bin/Debug/net10.0/securebuild/Portal";
    const string All = "-p:SecureBuildSbomFormats=SPDX2.3%3BSPDX3.0.1%3BCycloneDX1.6";

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
        work.Write(Stem + ".spdx.json", "{}");
        Assert.Equal(VerificationOutcome.NotSatisfied, Verify());

        VerificationOutcome Verify() => Verifier.Verify(new(work.PathOf("Portal/bin/Debug/net10.0")) { AllowUnsigned = true, Today = DateOnly.FromDateTime(DateTime.UtcNow) }).Outcome;
    }
}
