using System.Diagnostics;
using System.Text.Json.Nodes;
using SecureBuild.Testing;

namespace SecureBuild.Build.Tests;

public sealed class FailureTests(TemporaryFeed feed)
{
    const string Stem = "Portal/bin/Debug/net10.0/securebuild/Portal";

    static readonly string[] s_unsigned = [".cdx.json", ".sarif", ".evidence.json", ".intoto.jsonl"];

    [Fact]
    public async Task A_malformed_configuration_is_told_with_its_line_and_breaks_the_build_only_when_asked()
    {
        using var work = await feed.WorkspaceAsync();
        work.WriteConsole("Portal");
        work.Write("Portal/securebuild.json", "{\n  \"product\": { \"name\": \"Portal\" },\n  \"statements\": [ oops ]\n}\n");

        var lenient = (await work.BuildAsync("Portal")).Succeeded();
        var warning = Assert.Single(lenient.Warnings("SB9101"));
        Assert.Equal(work.PathOf("Portal/securebuild.json"), warning.File);
        Assert.Equal(3, warning.LineNumber);
        Assert.True(work.Has(Stem + ".intoto.jsonl"));

        var strict = await work.BuildAsync("Portal", "--no-restore", "-p:SecureBuildStrict=true");
        Assert.NotEqual(0, strict.ExitCode);
        Assert.Equal(3, Assert.Single(strict.Errors("SB9101")).LineNumber);
        Assert.All(s_unsigned, suffix => Assert.False(work.Has(Stem + suffix), suffix));
    }

    [Fact]
    public async Task Where_nothing_can_be_written_the_build_goes_on_and_no_older_artifact_looks_current()
    {
        using var work = await feed.WorkspaceAsync();
        work.WriteConsole("Portal");
        (await work.BuildAsync("Portal")).Succeeded();
        // A folder in the place of a file: nothing can be renamed over it.
        File.Delete(work.PathOf(Stem + ".intoto.jsonl"));
        Directory.CreateDirectory(work.PathOf(Stem + ".intoto.jsonl/in the way"));
        work.Write("Portal/Program.cs", "System.Console.WriteLine(2);\n");

        var build = (await work.BuildAsync("Portal", "--no-restore")).Succeeded();

        Assert.NotEmpty(build.Warnings("SB9002"));
        Assert.False(work.Has(Stem + ".cdx.json"));
        Assert.False(work.Has(Stem + ".evidence.json"));
        Assert.Empty(Directory.EnumerateFiles(Path.GetDirectoryName(work.PathOf(Stem))!, "*.tmp"));
    }

    [Fact]
    public async Task A_build_killed_while_it_writes_leaves_whole_files_and_the_next_one_clears_up()
    {
        using var work = await feed.WorkspaceAsync();
        work.WriteConsole("Portal");
        (await work.BuildAsync("Portal")).Succeeded();
        var folder = Path.GetDirectoryName(work.PathOf(Stem))!;
        work.Write("Portal/Program.cs", "System.Console.WriteLine(2);\n");

        using var watcher = new FileSystemWatcher(folder) { EnableRaisingEvents = true };
        using var build = DotNet.Start(work.Root, ["build", "Portal", "--no-restore", "-nologo"], work.Environment);
        var draining = Task.WhenAll(build.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), build.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        watcher.Created += (_, _) => Kill(build);
        await build.WaitForExitAsync(TestContext.Current.CancellationToken);
        await draining;

        foreach (var file in Directory.EnumerateFiles(folder).Where(file => !file.EndsWith(".tmp", StringComparison.Ordinal)))
            foreach (var document in file.EndsWith(".jsonl", StringComparison.Ordinal) ? File.ReadAllLines(file) : [File.ReadAllText(file)])
                Assert.NotNull(JsonNode.Parse(document));
        (await work.BuildAsync("Portal", "--no-restore")).Succeeded();
        Assert.Empty(Directory.EnumerateFiles(folder, "*.tmp"));
        Assert.All(s_unsigned, suffix => Assert.True(work.Has(Stem + suffix), suffix));
    }

    static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It had ended by itself.
        }
    }
}
