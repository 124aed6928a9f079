using SecureBuild.Testing;

namespace SecureBuild.Build.Tests;

/// <summary>What the evidence says of documents is what lies there now, although no compiler reads them.</summary>
public sealed class DocumentChangeTests(TemporaryFeed feed)
{
    [Fact]
    public async Task A_document_that_comes_changes_or_goes_makes_an_incremental_build_look_again_and_nothing_else_does()
    {
        using var work = await feed.WorkspaceAsync();
        work.WriteConsole("Portal");
        await work.CommitAsync();
        (await work.BuildAsync("Portal")).Succeeded();
        var artifacts = new Artifacts(work.PathOf("Portal/bin/Debug/net10.0/securebuild"), "Portal");
        Assert.False((bool)artifacts.Fact("contact.securityMd")["value"]!["found"]!);
        Assert.Equal(0, await Again());

        work.Write("SECURITY.md", "Write to us.\n");
        Assert.Equal(1, await Again());
        Assert.Equal(Digest.Sha256OfFile(work.PathOf("SECURITY.md")), (string?)artifacts.Fact("contact.securityMd")["value"]!["sha256"]);
        Assert.Equal(0, await Again());

        work.Write("SECURITY.md", "Write to security@portal.example.\n");
        Assert.Equal(1, await Again());
        Assert.Equal(Digest.Sha256OfFile(work.PathOf("SECURITY.md")), (string?)artifacts.Fact("contact.securityMd")["value"]!["sha256"]);

        File.Delete(work.PathOf("SECURITY.md"));
        Assert.Equal(1, await Again());
        Assert.False((bool)artifacts.Fact("contact.securityMd")["value"]!["found"]!);
        Assert.Equal(0, await Again());

        async Task<int> Again() => (await work.BuildAsync("Portal", "--no-restore")).Succeeded().Summaries.Count;
    }
}
