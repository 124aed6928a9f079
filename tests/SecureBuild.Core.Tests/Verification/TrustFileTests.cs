using System.Text.Json.Nodes;
using SecureBuild.Signing;
using SecureBuild.Testing;
using SecureBuild.Testing.Node;
using SecureBuild.Verification;

namespace SecureBuild.Core.Tests.Verification;

/// <summary>Keys that come and go, in a file of the verifier's own.</summary>
public sealed class TrustFileTests : IDisposable
{
    static readonly DateOnly s_today = new(2026, 11, 22);

    readonly AttestedFolder _build = AttestedFolder.Signed();

    readonly string _folder = Directory.CreateTempSubdirectory("securebuild trust ").FullName;

    public TrustFileTests() => File.WriteAllText(Path.Combine(_folder, "portal.pub.pem"), AttestedFolder.Key.PublicKeyPem);

    public void Dispose()
    {
        _build.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData("""{ "publicKey": "portal.pub.pem" }""", null)]
    [InlineData("""{ "publicKey": "portal.pub.pem", "from": "2026-11-22", "until": "2026-11-22", "files": ["Portal.*", "ja/*"], "note": "今年の鍵" }""", null)]
    [InlineData("""{ "publicKey": "portal.pub.pem", "from": "2026-11-23" }""", "SB9564")]
    [InlineData("""{ "publicKey": "portal.pub.pem", "until": "2026-11-21" }""", "SB9564")]
    [InlineData("""{ "publicKey": "portal.pub.pem", "files": ["Portal.dll"] }""", "SB9565")]
    [InlineData("""{ "publicKey": "portal.pub.pem", "until": "2026-01-01" }, { "publicKey": "portal.pub.pem", "from": "2026-01-02" }""", null)]
    public void A_key_is_trusted_for_its_time_and_its_files(string keys, string? code) => Expect(code, $$"""{ "keys": [{{keys}}] }""");

    [Fact]
    public void A_key_may_stand_in_the_file_itself() => Expect(null, new JsonObject { ["keys"] = new JsonArray(new JsonObject { ["publicKey"] = AttestedFolder.Key.PublicKeyPem }) }.ToJsonString());

    [Fact]
    public void A_revoked_key_is_not_believed_whatever_else_trusts_it()
    {
        var revoked = Write("revoked.json", $$"""{ "revoked": [{ "key": "{{AttestedFolder.Key.KeyId}}", "since": "2026-06-01", "reason": "ノート PC の盗難" }] }""");

        var report = _build.Verify(request => request with { Today = s_today, Trust = new() { Revoked = [revoked] } });

        Assert.Equal(VerificationOutcome.NotSatisfied, report.Outcome);
        Assert.All(report.Problems, problem => Assert.Equal("SB9566", problem.Code));
        Assert.Contains("ノート PC の盗難", report.Problems[0].Text, StringComparison.Ordinal);
        Assert.Contains("2026-06-01", report.Problems[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_revocation_list_cannot_add_trust()
    {
        var list = Write("revoked.json", """{ "keys": [{ "publicKey": "portal.pub.pem" }], "revoked": [] }""");

        Assert.Contains(_build.Verify(request => request with { Trust = new() { Revoked = [list] } }).Problems, problem => problem.Code == "SB9562");
    }

    [Theory]
    [InlineData("""{ "keys": [{ "publicKey": "portal.pub.pem", "untill": "2020-01-01" }] }""", "SB9562", "keys[0].untill")]
    [InlineData("""{ "key": [] }""", "SB9562", "key")]
    [InlineData("""{ "keys": [{ "publicKey": "portal.pub.pem", "until": "1.1.2020" }] }""", "SB9563", "keys[0].until")]
    [InlineData("""{ "keys": [{ "publicKey": "portal.pub.pem", "from": "2026-02-01", "until": "2026-01-01" }] }""", "SB9563", "keys[0].until")]
    [InlineData("""{ "keys": [{ "publicKey": "portal.pub.pem", "files": [] }] }""", "SB9563", "keys[0].files")]
    [InlineData("""{ "keys": [{}] }""", "SB9563", "keys[0].publicKey")]
    [InlineData("""{ "keys": {} }""", "SB9563", "keys")]
    [InlineData("""{ "revoked": [{ "key": "ABC", "reason": "x" }] }""", "SB9563", "revoked[0].key")]
    [InlineData("""{ "revoked": [{ "reason": "x" }] }""", "SB9563", "revoked[0].key")]
    [InlineData("""{ "keys": [], "keys": [] }""", "SB9505", "trust.json")]
    [InlineData("""{ "keys": [{ "publicKey": "nowhere.pem" }] }""", "SB9503", "nowhere.pem")]
    [InlineData("""{ "certificates": [{ "root": "portal.pub.pem" }] }""", "SB9578", "portal.pub.pem")]
    public void A_mistake_refuses_the_whole_file_and_is_named(string trust, string code, string named)
    {
        var report = Verify(trust);

        Assert.Equal(VerificationOutcome.TamperedOrUnreadable, report.Outcome);
        Assert.Contains(named, Assert.Single(report.Problems, problem => problem.Code == code).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(report.Checks, check => check is { Name: "signature", Result: CheckResult.Passed });
    }

    [Theory]
    [InlineData("*", "anything", true)]
    [InlineData("a*b*c", "a--b--c", true)]
    [InlineData("a*b*c", "a--b--", false)]
    [InlineData("a*a", "a", false)]
    [InlineData("Portal.dll", "portal.dll", false)]
    [InlineData("*.dll", "ja/Portal.resources.dll", true)]
    public void A_star_stands_for_anything(string pattern, string name, bool covers) => Assert.Equal(covers, new TrustTerms(null, null, [pattern]).Cover(name));

    [Fact]
    public async Task The_schema_takes_what_the_page_shows_and_refuses_what_the_reader_refuses()
    {
        var schema = Repository.PathOf("src/SecureBuild.Core/Verification/trust-v1.schema.json");
        var page = await File.ReadAllTextAsync(Repository.PathOf("src/SecureBuild.Core/Verification/trust-v1.md"), TestContext.Current.CancellationToken);
        var example = page.Split("```json\n")[1].Split("```")[0].Replace("5f0c…64 digits…", new string('0', 64), StringComparison.Ordinal);

        Assert.Equal(0, (await NodeTools.RunAsync("json-schema-validate.mjs", schema, Write("good.json", example))).ExitCode);
        foreach (var (bad, index) in ((string[])["""{ "key": [] }""", """{ "keys": [{}] }""", """{ "keys": [{ "publicKey": "a", "untill": "x" }] }""", """{ "revoked": [{ "reason": "x" }] }"""]).Select((bad, index) => (bad, index)))
            Assert.NotEqual(0, (await NodeTools.RunAsync("json-schema-validate.mjs", schema, Write($"bad{index}.json", bad))).ExitCode);
    }

    void Expect(string? code, string trust)
    {
        var report = Verify(trust);
        if (code is null)
            Assert.Equal(VerificationOutcome.Satisfied, report.Outcome);
        else
            Assert.All(report.Problems, problem => Assert.Equal(code, problem.Code));
        Assert.Equal(code is null, report.Problems.IsEmpty);
    }

    VerificationReport Verify(string trust)
    {
        var file = Write("trust.json", trust);
        return _build.Verify(request => request with { Keys = [], Today = s_today, Trust = new() { Files = [file] } });
    }

    string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
