using System.Text.Json.Nodes;
using SecureBuild.Testing;

namespace SecureBuild.Build.Tests;

public sealed class ReproducibilityTests(TemporaryFeed feed)
{
    [Fact]
    public async Task Two_builds_of_the_same_inputs_in_two_folders_give_the_same_bytes()
    {
        using var one = await BuiltAsync("one");
        using var two = await BuiltAsync("another folder");
        const string Stem = "Portal/bin/Release/net10.0/securebuild/Portal";

        foreach (var suffix in new[] { ".cdx.json", ".sarif", ".evidence.json" })
            Assert.Equal(one.Read(Stem + suffix), two.Read(Stem + suffix));
        Assert.Equal(WithoutInvocation(one.Read(Stem + ".intoto.jsonl")), WithoutInvocation(two.Read(Stem + ".intoto.jsonl")));
        Assert.NotEqual(one.Read(Stem + ".intoto.jsonl"), two.Read(Stem + ".intoto.jsonl"));
    }

    async Task<Workspace> BuiltAsync(string folder)
    {
        var work = await feed.WorkspaceAsync(folder);
        work.WriteConsole("Portal", source: "System.Console.WriteLine(System.Security.Cryptography.MD5.HashData(new byte[1]).Length);\n");
        await work.CommitAsync();
        work.Environment["SOURCE_DATE_EPOCH"] = "1767225600";
        (await work.BuildAsync("Portal", "-c", "Release", "-p:ContinuousIntegrationBuild=true")).Succeeded();
        return work;
    }

    static string WithoutInvocation(string statements)
    {
        var lines = statements.TrimEnd('\n').Split('\n').Select(line => JsonNode.Parse(line)!).ToArray();
        var metadata = lines[0]["predicate"]!["runDetails"]!["metadata"]!.AsObject();
        Assert.True(Guid.TryParse((string?)metadata["invocationId"], out _));
        metadata.Remove("invocationId");
        return string.Join('\n', lines.Select(line => line.ToJsonString()));
    }
}
