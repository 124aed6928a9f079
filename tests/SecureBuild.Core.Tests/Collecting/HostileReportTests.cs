using System.Text;
using SecureBuild.Verification;

namespace SecureBuild.Core.Tests.Collecting;

/// <summary>Reports that are broken, or made to harm: refused as a whole, with a code and a place, and nothing is changed.</summary>
public sealed class HostileReportTests
{
    public static TheoryData<string, byte[], string, int> Reports => new()
    {
        { "external entity", Text("<?xml version=\"1.0\"?>\n<!DOCTYPE TestRun [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n<TestRun>&x;</TestRun>"), "SB9773", 2 },
        { "entities that grow", Text("<!DOCTYPE a [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;\">]><TestRun>&b;</TestRun>"), "SB9773", 1 },
        { "cut off", Text("<TestRun>\n<Results>\n"), "SB9773", 3 },
        { "two roots", Text("<testsuites/>\n<testsuites/>"), "SB9773", 2 },
        { "bytes behind it", Text("<testsuites/>\0"), "SB9773", 1 },
        { "deeply nested", Text("<testsuites>" + string.Concat(Enumerable.Repeat("<a>", 100_000))), "SB9773", 1 },
        { "an attribute twice", Text("<testsuites><testsuite failures=\"1\" failures=\"0\"/></testsuites>"), "SB9773", 1 },
        { "not UTF-8", [.. Text("<testsuites name=\""), 0xff, 0xfe, .. Text("\"/>")], "SB9773", 1 },
        { "a number that is none", Text("<testsuites>\n<testsuite failures=\"-1\"/></testsuites>"), "SB9776", 2 },
        { "a number too large", Text("<testsuites failures=\"99999999999\"/>"), "SB9776", 1 },
        { "another kind of XML", Text("<html/>"), "SB9775", 1 },
        { "text", Text("passed"), "SB9773", 1 },
        { "a member twice", Text("{\"results\":{},\n\"results\":{}}"), "SB9774", 0 },
        { "JSON cut off", Text("{\"results\":\n{"), "SB9774", 2 },
        { "JSON with more behind it", Text("{}\n{}"), "SB9774", 2 },
        { "half a character", Text("{\"results\":\"\\ud800\"}"), "SB9774", 0 },
        { "deep JSON", Text(string.Concat(Enumerable.Repeat("{\"a\":", 100_000))), "SB9774", 1 },
        { "JSON of another kind", Text("{\"runs\":[]}"), "SB9775", 0 },
        { "totals that are text", Text("{\"results\":{\"summary\":{\"failed\":\"0\"},\"tests\":[]}}"), "SB9776", 0 },
        { "empty", [], "SB9772", 0 },
    };

    [Theory, MemberData(nameof(Reports))]
    public void A_report_that_cannot_be_trusted_to_be_whole_changes_nothing(string what, byte[] content, string code, int line)
    {
        using var build = new TestedBuild();
        var hostile = build.Put("hostile.xml", "");
        File.WriteAllBytes(hostile, content);

        // A good one beside it: the bad one might be that with the failures.
        var result = SecureBuild.Collecting.Collection.Collect(new([build.Folder.Output]) { Tests = [build.Trx(), hostile], Reassess = TestedBuild.Derive });

        Assert.Equal(VerificationOutcome.TamperedOrUnreadable, result.Outcome);
        var problem = Assert.Single(result.Problems);
        Assert.Equal((what, code, hostile), (what, problem.Code, problem.File));
        Assert.Equal(line, Math.Min(line, problem.Line));
        Assert.Empty(result.Artifacts);
    }

    [Theory]
    [InlineData("<coverage timestamp=\"1795322000\"><packages><package name=\"Portal\"><classes><class filename=\"a\"><lines><line number=\"1\" hits=\"many\"/></lines></class></classes></package></packages></coverage>", "SB9776")]
    [InlineData("<testsuites/>", "SB9775")]
    [InlineData("{}", "SB9775")]
    [InlineData("<!DOCTYPE coverage SYSTEM \"http://cobertura.sourceforge.net/xml/coverage-04.dtd\"><coverage/>", "SB9773")]
    public void So_does_coverage(string content, string code)
    {
        using var build = new TestedBuild();

        var result = build.Collect(coverage: build.Put("coverage.xml", content));

        Assert.Equal((VerificationOutcome.TamperedOrUnreadable, code), (result.Outcome, Assert.Single(result.Problems).Code));
        Assert.Empty(result.Artifacts);
    }

    [Fact]
    public void A_report_that_is_too_large_is_not_read()
    {
        using var build = new TestedBuild();
        var report = build.Put("large.trx", "<TestRun>");
        using (var stream = File.OpenWrite(report))
            stream.SetLength(BoundedFile.Limit + 1L);

        Assert.Equal("SB9772", Assert.Single(build.Collect(report).Problems).Code);
    }

    static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);
}
