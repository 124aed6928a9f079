using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using SecureBuild.Signing;
using SecureBuild.Testing;

namespace SecureBuild.Build.Tests;

public sealed class SigningTests(TemporaryFeed feed)
{
    const string Stem = "Portal/bin/Debug/net10.0/securebuild/Portal";

    [Fact]
    public async Task A_key_in_the_environment_signs_and_leaves_no_trace_of_itself()
    {
        var key = SigningKey.Create();
        using var work = await feed.WorkspaceAsync();
        work.WriteConsole("Portal");
        work.Environment["SECUREBUILD_KEY"] = key.PrivateKeyPem;

        var build = (await work.BuildAsync("Portal", "-v:diag")).Succeeded();

        Assert.Contains(", signed", Assert.Single(build.Summaries));
        var envelope = JsonNode.Parse(work.Read(Stem + ".intoto.jsonl").Split('\n')[0])!;
        Assert.Equal(key.KeyId, (string?)envelope["signatures"]![0]!["keyid"]);
        Assert.True(work.Has(Stem + ".provenance.sigstore.json"));
        Assert.True(work.Has(Stem + ".attestation.sigstore.json"));

        var secret = key.PrivateKeyPem.Split('\n')[1];
        Assert.DoesNotContain(secret, build.Output);
        await using var log = new GZipStream(File.OpenRead(build.LogFile), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        await log.CopyToAsync(bytes, TestContext.Current.CancellationToken);
        Assert.True(bytes.ToArray().AsSpan().IndexOf(Encoding.ASCII.GetBytes(secret)) < 0);
        Assert.DoesNotContain(Directory.EnumerateFiles(work.Root, "*", SearchOption.AllDirectories), file => File.ReadAllText(file).Contains(secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_key_file_signs_and_taking_it_away_leaves_no_signature_behind()
    {
        var key = SigningKey.Create("correct horse");
        using var work = await feed.WorkspaceAsync();
        work.WriteConsole("Portal");
        work.Write("my key.pem", key.PrivateKeyPem);
        work.Environment["SECUREBUILD_KEY_PASSWORD"] = "correct horse";

        var signed = (await work.BuildAsync("Portal", $"-p:SecureBuildKeyFile={work.PathOf("my key.pem")}")).Succeeded();
        Assert.EndsWith(", signed", Assert.Single(signed.Summaries));
        Assert.DoesNotContain("correct horse", signed.Output);

        var draft = (await work.BuildAsync("Portal", "--no-restore")).Succeeded();
        Assert.EndsWith("UNSIGNED DRAFT", Assert.Single(draft.Summaries));
        Assert.False(work.Has(Stem + ".provenance.sigstore.json"));
        Assert.Contains("UNSIGNED DRAFT", work.Read(Stem + ".intoto.jsonl"));
    }

    [Fact]
    public async Task A_key_that_is_not_there_is_said_and_leaves_a_draft()
    {
        using var work = await feed.WorkspaceAsync();
        work.WriteConsole("Portal");

        var missing = (await work.BuildAsync("Portal", "-p:SecureBuildKeyFile=nowhere.pem")).Succeeded();
        Assert.EndsWith("nowhere.pem", Assert.Single(missing.Warnings("SB9004")).File);
        Assert.EndsWith("UNSIGNED DRAFT", Assert.Single(missing.Summaries));

        var asked = await work.BuildAsync("Portal", "--no-restore", "-p:SecureBuildSignInBuild=true", "-p:SecureBuildStrict=true");
        Assert.NotEqual(0, asked.ExitCode);
        Assert.Single(asked.Errors("SB9003"));
        Assert.False(work.Has(Stem + ".intoto.jsonl"));
    }

    [Fact]
    public async Task A_build_that_is_to_sign_does_so_as_soon_as_the_environment_has_a_key()
    {
        using var work = await feed.WorkspaceAsync();
        work.WriteConsole("Portal");
        var draft = (await work.BuildAsync("Portal", "-p:SecureBuildSignInBuild=true")).Succeeded();
        Assert.Single(draft.Warnings("SB9003"));

        work.Environment["SECUREBUILD_KEY"] = SigningKey.Create().PrivateKeyPem;
        var signed = (await work.BuildAsync("Portal", "--no-restore", "-p:SecureBuildSignInBuild=true")).Succeeded();
        Assert.EndsWith(", signed", Assert.Single(signed.Summaries));
        Assert.True(work.Has(Stem + ".attestation.sigstore.json"));

        var nothingToDo = (await work.BuildAsync("Portal", "--no-restore", "-p:SecureBuildSignInBuild=true")).Succeeded();
        Assert.Empty(nothingToDo.Summaries);
    }
}
