using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SecureBuild.Cli.Tests.Verbs;

public sealed partial class ShowVerbTests
{
    [Fact]
    public void A_draft_is_summarised_from_product_to_limits()
    {
        using var build = new DeliveredBuild();

        var result = Tool.Run("show", build.Output);

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.StartsWith("住民ポータル 2.3.0\n", result.Output);
        Assert.Contains("UNSIGNED DRAFT", result.Output);
        Assert.Contains("株式会社エグザンプル", result.Output);
        Assert.Contains("Release · net10.0 · C#", result.Output);
        Assert.Contains($"sha256:{Digest.Sha256OfFile(build.Assembly)}", result.Output);
        Assert.Contains("2 components, 2 dependencies", result.Output);
        Assert.Contains("licence 1, supplier 1", result.Output);
        Assert.Matches(@"SB2002 +error +1×", result.Output);
        Assert.Matches(@"SB2001 +warning +2× +src/Portal/認証\.cs:12", result.Output);
        Assert.Contains("Silenced by those who wrote the code: 1 (SB2002 1×)", result.Output);
        Assert.Contains("Not assessed. That does not mean that there are none.", result.Output);
        Assert.Contains("NIST Secure Software Development Framework 1.1", result.Output);
        Assert.Contains("What this does not say", result.Output);
        Assert.DoesNotContain(" \n", result.Output);
    }

    [Fact]
    public void It_speaks_Japanese_and_the_columns_still_line_up()
    {
        using var build = new DeliveredBuild();

        var output = Tool.Run("show", build.Output, "--lang", "ja").Output;

        Assert.Contains("草案・未署名", output);
        Assert.Contains("  署名          草案", output);
        Assert.Contains("  プロジェクト  src/Portal/Portal.csproj", output);
        Assert.Contains("未評価です。脆弱性がないという意味ではありません。", output);
    }

    [Fact]
    public void Nothing_is_left_in_English_but_names_and_commands()
    {
        using var build = new DeliveredBuild(collected: true);

        var output = Tool.Run("show", build.Output, "--lang", "ja", "--all").Output;

        Assert.Contains("パッケージの復元結果がありません。dotnet restore を実行してください。", output);
        Assert.Contains("「ロックモードでの復元」は確認できていません: パッケージの復元結果がありません。", output);
        Assert.DoesNotMatch(EnglishSentence(), Quoted().Replace(output, ""));
    }

    [Fact]
    public void A_signed_build_is_said_to_be_signed_but_not_verified()
    {
        using var build = new DeliveredBuild().Signed();

        var output = Tool.Run("show", build.Output).Output;

        Assert.Contains("signed, not verified here", output);
        Assert.Equal("signed-not-verified", (string)Json(build)["signature"]!["state"]!);
    }

    [Fact]
    public void A_file_that_is_not_the_attested_one_is_named_and_not_summarised()
    {
        using var build = new DeliveredBuild();
        File.WriteAllText(build.Artifact(".cdx.json"), """{ "bomFormat": "CycloneDX", "specVersion": "1.7", "components": [] }""");
        File.Delete(build.Artifact(".sarif"));

        var output = Tool.Run("show", build.Output).Output;

        Assert.Contains("Portal.cdx.json is not the file that was attested", output);
        Assert.Contains("Portal.sarif is listed, but is not here", output);
        Assert.Contains("No SBOM could be read.", output);
        Assert.Contains("no analysis log is at hand", output);
        Assert.DoesNotContain("0 components", output);
    }

    [Fact]
    public void Controls_are_counted_and_open_ones_come_first()
    {
        using var build = new DeliveredBuild();

        var framework = Json(build)["frameworks"]!.AsArray().Single(framework => (string)framework!["framework"]! == "nist-ssdf")!;
        string[] order = ["not-met", "partly", "not-assessed", "stated", "met-by-evidence", "not-applicable"];
        var ranks = framework["controls"]!.AsArray().Select(control => Array.IndexOf(order, (string)control!["status"]!)).ToArray();

        Assert.Equal(ranks.Order(), ranks);
        Assert.Contains(framework["controls"]!.AsArray(), control => (string)control!["control"]! == "PO.2.2" && (string?)control["statedBy"] == $"山田 花子, 開発部長, {DeliveredBuild.StatedOn}");
    }

    [Fact]
    public void All_lists_every_control_and_the_reason_for_every_gap()
    {
        using var build = new DeliveredBuild();

        var output = Tool.Run("show", build.Output, "--all").Output;

        Assert.Contains($"stated by 山田 花子, 開発部長, {DeliveredBuild.StatedOn}", output);
        Assert.Contains("No source with vulnerability data was asked.", output);
        Assert.Matches(@"CA1822 +note +1×", output);
    }

    [Theory]
    [InlineData("nothing", 2, "SB9501")]
    [InlineData(".", 1, "SB9502")]
    public void Where_there_is_nothing_it_says_what_to_name_instead(string path, int exitCode, string code)
    {
        using var folder = new Scratch();

        var result = Tool.Run("show", folder[path]);

        Assert.Equal(exitCode, result.ExitCode);
        Assert.Contains($"error {code}: ", result.Error);
    }

    [Fact]
    public void A_damaged_statement_is_an_error_and_not_an_empty_summary()
    {
        using var build = new DeliveredBuild();
        File.WriteAllText(build.Statements, "{");

        var result = Tool.Run("show", build.Output);

        Assert.Equal(2, result.ExitCode);
        Assert.Empty(result.Output);
        Assert.Contains("SB9505", result.Error);
    }

    static JsonNode Json(DeliveredBuild build) => JsonNode.Parse(Tool.Run("show", build.Output, "--json").Output)!["builds"]![0]!;

    // Three words in a row, the later ones in lower case. Commands stand in corner brackets.
    [GeneratedRegex(@"\b[A-Za-z]+(,? [a-z]{2,}){2}")]
    private static partial Regex EnglishSentence();

    [GeneratedRegex("「[^」]*」")]
    private static partial Regex Quoted();
}
