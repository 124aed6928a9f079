using System.Text.RegularExpressions;
using SecureBuild.Testing;

namespace SecureBuild.Build.Tests;

/// <summary>The sample product, built as its vendor would: one solution, several projects and target frameworks, several processes.</summary>
public sealed partial class GovPortalTests(TemporaryFeed feed)
{
    static readonly (string Project, string Framework)[] s_builds =
    [
        ("src/GovPortal.Records", "net10.0"), ("src/GovPortal.Records", "netstandard2.0"), ("src/GovPortal.Web", "net10.0"), ("tests/GovPortal.Tests", "net10.0"),
    ];

    [Fact]
    public async Task Every_marked_line_is_reported_and_nothing_else()
    {
        using var workspace = await BuildAsync();
        foreach (var (project, framework) in s_builds)
        {
            var artifacts = Of(workspace, project, framework);
            await artifacts.AssertWellMadeAsync(workspace);
            Assert.Equal(Marks(workspace, project).Order(StringComparer.Ordinal), artifacts.Findings.Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public async Task The_sbom_names_what_ships_and_keeps_build_tools_apart()
    {
        using var workspace = await BuildAsync();
        var components = Of(workspace, "src/GovPortal.Web", "net10.0").Sbom["components"]!.AsArray().ToLookup(component => (string)component!["name"]!);

        Assert.Equal("required", Scope("Microsoft.Data.Sqlite.Core"));
        Assert.Equal("required", Scope("SourceGear.sqlite3"));
        Assert.Equal("excluded", Scope("AsyncFixer"));
        Assert.Equal("excluded", Scope("SecureBuild"));
        var records = Assert.Single(components["GovPortal.Records"]);
        Assert.DoesNotContain("pkg:nuget/", (string?)records!["purl"] ?? "");
        Assert.NotEmpty(components["Microsoft.AspNetCore.App"]);

        // No scope means required (CycloneDX 1.7, component.scope).
        string Scope(string name) => (string?)Assert.Single(components[name])!["scope"] ?? "required";
    }

    [Fact]
    public async Task A_second_build_does_nothing_of_ours()
    {
        using var workspace = await BuildAsync();

        var again = (await workspace.BuildAsync("GovPortal.sln", "-c", "Release", "--no-restore")).Succeeded();

        Assert.Empty(again.Executed("SecureBuildAttest"));
        Assert.Empty(again.Summaries);
    }

    async Task<Workspace> BuildAsync()
    {
        var workspace = await feed.WorkspaceAsync("GovPortal");
        workspace.CopySample("tests/Samples/GovPortal");
        workspace.Environment["SecureBuildVersion"] = TemporaryFeed.Version;
        await workspace.CommitAsync();
        var build = (await workspace.BuildAsync("GovPortal.sln", "-c", "Release", "-m")).Succeeded();
        Assert.Equal(s_builds.Length, build.Summaries.Count);
        Assert.Empty(build.LinesWith("warning SB9"));
        return workspace;
    }

    static Artifacts Of(Workspace workspace, string project, string framework) =>
        new(workspace.PathOf($"{project}/bin/Release/{framework}/securebuild"), Path.GetFileName(project));

    /// <summary>The lines of a project that say what must be reported there.</summary>
    static IEnumerable<string> Marks(Workspace workspace, string project) =>
        from file in Directory.EnumerateFiles(workspace.PathOf(project), "*.cs", SearchOption.AllDirectories)
        let relative = Path.GetRelativePath(workspace.Root, file).Replace('\\', '/')
        where !relative.Contains("/obj/", StringComparison.Ordinal)
        from line in File.ReadLines(file).Index()
        from Match mark in Mark.Matches(line.Item)
        let finding = $"{mark.Groups[1].Value} {relative}:{line.Index + 1}"
        select finding;

    [GeneratedRegex(@"// expect: (SB\d{4})\s*$")]
    private static partial Regex Mark { get; }
}
