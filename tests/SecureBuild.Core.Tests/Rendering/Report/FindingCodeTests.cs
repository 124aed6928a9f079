using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json.Nodes;
using SecureBuild.Rendering;
using SecureBuild.Rendering.Report;
using SecureBuild.Submission;

namespace SecureBuild.Core.Tests.Rendering.Report;

/// <summary>The code of findings, with this very assembly, its symbols and its sources as the build.</summary>
public sealed class FindingCodeTests : IDisposable
{
    const string Source = "tests/SecureBuild.Core.Tests/Rendering/Report/FindingCodeTests.cs";

    static readonly string s_assembly = typeof(FindingCodeTests).Assembly.Location;

    readonly string _folder = Directory.CreateTempSubdirectory("securebuild コード ").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_source_that_was_compiled_is_shown_around_the_line_and_each_step_of_a_value_s_way_on_its_own()
    {
        var finding = Findings(Project(), Testing.Repository.PathOf(""))[0];

        Assert.Contains("static int Here() => s_here;", finding.Place!.Excerpt!.Text);
        Assert.Equal((Here(), Here() - 2, 5), (finding.Place.Excerpt.MarkedLine, finding.Place.Excerpt.FirstLine, finding.Place.Excerpt.Text.Split('\n').Length));
        var step = Assert.Single(finding.Way);
        Assert.Equal(("namespace SecureBuild.Core.Tests.Rendering.Report;", null), (step.Excerpt!.Text, step.Gap));
        var page = Encoding.UTF8.GetString(ReportPage.Render(ReportModel.Of(ReportProducts.Portal() with { Projects = [Project()] }, withInternal: true, code: [Testing.Repository.PathOf("")]), "en"));
        Assert.Contains("static int Here() =&gt; s_here;", page);
        Assert.Contains("Comes in", page);
        // Nobody asked: the sources are there all the same, and none is read.
        Assert.DoesNotContain("static int Here() =&gt; s_here;", Encoding.UTF8.GetString(ReportPage.Render(ReportModel.Of(ReportProducts.Portal() with { Projects = [Project()] }, withInternal: true), "en")));
    }

    [Fact]
    public void A_source_that_is_another_one_by_now_is_never_shown()
    {
        var changed = Path.Combine(_folder, Source);
        Directory.CreateDirectory(Path.GetDirectoryName(changed)!);
        File.WriteAllText(changed, File.ReadAllText(Testing.Repository.PathOf(Source)) + " ");

        Assert.Equal((null, CodeGap.Changed), Shown(Findings(Project(), _folder)[0]));
    }

    [Fact]
    public void What_is_not_there_not_compiled_or_not_proved_is_said_to_be_so()
    {
        Assert.Equal((null, CodeGap.NotAtHand), Shown(Findings(Project(), _folder)[0]));
        Assert.Equal((null, CodeGap.NoDigest), Shown(Findings(Project("README.md"), Testing.Repository.PathOf(""))[0]));
        Assert.Equal((null, CodeGap.NotAtHand), Shown(Findings(Project("../" + Source), Testing.Repository.PathOf(""))[0]));
        Assert.Equal((null, CodeGap.NoLine), Shown(Findings(Project(line: 100_000), Testing.Repository.PathOf(""))[0]));

        // An output that is not the attested one, and symbols that are not its own.
        Assert.Equal((null, CodeGap.NoDigest), Shown(Findings(Project(sha256: new string('a', 64)), Testing.Repository.PathOf(""))[0]));
        File.Copy(s_assembly, Path.Combine(_folder, Path.GetFileName(s_assembly)));
        var symbols = File.ReadAllBytes(Path.ChangeExtension(s_assembly, ".pdb"));
        symbols[^1] ^= 1;
        File.WriteAllBytes(Path.Combine(_folder, Path.GetFileNameWithoutExtension(s_assembly) + ".pdb"), symbols);
        Assert.Equal((null, CodeGap.NoDigest), Shown(Findings(Project() with { OutputDirectory = _folder }, Testing.Repository.PathOf(""))[0]));
    }

    [Fact]
    public void Findings_of_other_tools_stand_under_their_names_and_are_not_counted_with_ours()
    {
        var fact = new JsonObject { ["facts"] = new JsonArray(new JsonObject { ["id"] = "sarif.others", ["state"] = "known", ["value"] = new JsonObject { ["runs"] = new JsonArray(new JsonObject
        {
            ["tool"] = "OtherScan", ["toolVersion"] = "4.2", ["started"] = "2026-11-22T04:30:00Z", ["open"] = new JsonObject { ["error"] = 1, ["warning"] = 0, ["note"] = 0 }, ["suppressed"] = 3, ["incomplete"] = true,
        }) } }) };
        var log = new JsonObject { ["runs"] = new JsonArray(new JsonObject { ["results"] = new JsonArray(new JsonObject { ["ruleId"] = "X1", ["level"] = "error", ["message"] = new JsonObject { ["text"] = "Something of theirs." } }) }) };
        var project = Project() with { Evidence = Encoding.UTF8.GetBytes(fact.ToJsonString()), OtherAnalysisLog = Encoding.UTF8.GetBytes(log.ToJsonString()) };

        var analysis = Assert.Single(ReportModel.Of(ReportProducts.Portal() with { Projects = [project] }, withInternal: true).Analysis);
        var other = Assert.Single(analysis.Others);
        Assert.Equal(("OtherScan", "4.2", 1, 3, true, "2026-11-22"), (other.Tool, other.Version, other.Error, other.Suppressed, other.IsIncomplete, other.Day));
        Assert.Equal("Something of theirs.", Assert.Single(other.Findings!.Value).Message);
        Assert.DoesNotContain(analysis.Findings, finding => finding.Rule == "X1");

        // For others the counts and the tool stay, the findings go.
        var internalFile = project.Files.Add(new("Portal.others.sarif", ProductFileRole.Analysis, "application/sarif+json", FileClass.Internal, new('a', 64), FileState.AsAttested, "/nowhere"));
        var page = Encoding.UTF8.GetString(ReportPage.Render(ReportModel.Of(ReportProducts.Portal() with { Projects = [project with { Files = internalFile }] }), "en"));
        Assert.Contains("OtherScan 4.2", page);
        Assert.Contains("did not run to its end", page);
        Assert.DoesNotContain("Something of theirs.", page);
    }

    // The line of this declaration: no number that a change above makes wrong.
    static int Here() => s_here;

    static readonly int s_here = Line() - 2;

    static int Line([CallerLineNumber] int line = 0) => line;

    static (CodeExcerpt?, CodeGap?) Shown(ReportFinding finding) => (finding.Place!.Excerpt, finding.Place.Gap);

    static ImmutableArray<ReportFinding> Findings(ProductProject project, string folder) => ReportModel.Of(ReportProducts.Portal() with { Projects = [project] }, withInternal: true, code: [folder]).Analysis[0].Findings;

    // A finding of ours here, with one step before it.
    static ProductProject Project(string file = Source, int? line = null, string? sha256 = null)
    {
        var portal = ReportProducts.Portal().Projects[0];
        return portal with
        {
            OutputDirectory = Path.GetDirectoryName(s_assembly)!,
            Summary = portal.Summary with { Outputs = [new(Path.GetFileName(s_assembly), sha256 ?? Digest.Sha256OfFile(s_assembly))] },
            AnalysisLog = Encoding.UTF8.GetBytes(new JsonObject { ["runs"] = new JsonArray(new JsonObject { ["results"] = new JsonArray(new JsonObject
            {
                ["ruleId"] = "SB1001", ["level"] = "error", ["message"] = new JsonObject { ["text"] = "Found." }, ["locations"] = new JsonArray(Location(file, line ?? Here())), ["relatedLocations"] = new JsonArray(Location(file, 9)),
            }) }) }.ToJsonString()),
        };
    }

    static JsonObject Location(string file, int line) => new() { ["physicalLocation"] = new JsonObject { ["artifactLocation"] = new JsonObject { ["uri"] = file }, ["region"] = new JsonObject { ["startLine"] = line } } };
}
