using SecureBuild.Testing;

namespace SecureBuild.Cli.Tests.Verbs;

public sealed class ExplainVerbTests
{
    [Fact]
    public void A_rule_is_explained_in_both_languages()
    {
        var english = Tool.Run("explain", "SB2001");
        var japanese = Tool.Run("explain", "sb2001", "--lang", "ja");

        Assert.Equal((0, 0), (english.ExitCode, japanese.ExitCode));
        Assert.StartsWith("SB2001", english.Output);
        Assert.Contains("CWE-328", english.Output);
        Assert.Contains("ハッシュ", japanese.Output);
    }

    [Fact]
    public void Every_rule_page_of_the_repository_is_in_the_tool()
    {
        var pages = Directory.EnumerateFiles(Repository.PathOf("src/SecureBuild.Analyzers"), "SB????*.md", SearchOption.AllDirectories)
            .Select(file => Path.GetFileName(file)[..6]).Distinct().ToArray();
        var list = Tool.Run("explain", "--list").Output;

        Assert.NotEmpty(pages);
        Assert.All(pages, id => Assert.Contains($"  {id}  ", list));
    }

    [Theory]
    [InlineData("en", "Configuration")]
    [InlineData("ja", "設定")]
    public void A_message_is_explained(string language, string area)
    {
        var result = Tool.Run("explain", "SB9101", "--lang", language);

        Assert.Equal(0, result.ExitCode);
        Assert.Contains(area, result.Output);
        Assert.DoesNotContain("{0}", result.Output);
    }

    [Fact]
    public void An_unknown_id_gets_the_nearest_ones()
    {
        var result = Tool.Run("explain", "SB2000");

        Assert.Equal(64, result.ExitCode);
        Assert.Contains("error SB9640: ", result.Error);
        Assert.Contains("SB2001", result.Error);
    }

    [Fact]
    public void A_control_is_explained_in_both_languages_with_what_a_build_can_show_and_how_sure_the_entry_is()
    {
        var english = Tool.Run("explain", "po.3.2");
        var japanese = Tool.Run("explain", "nist-ssdf/PO.3.2", "--lang", "ja");

        Assert.Equal((0, 0), (english.ExitCode, japanese.ExitCode));
        Assert.StartsWith("PO.3.2  ", english.Output);
        Assert.Contains("A build can show a part of it", english.Output);
        Assert.Contains("confirmed", english.Output);
        Assert.Contains("looked up on 2026-", english.Output);
        Assert.Contains("ビルドが示せるのは一部", japanese.Output);
    }

    [Fact]
    public void A_draft_is_said_to_be_one_and_ids_of_ours_are_said_to_be_ours()
    {
        Assert.Contains("DRAFT", Tool.Run("explain", "PO.6.1").Output);
        Assert.Contains("草案", Tool.Run("explain", "nist-ssdf-draft", "--lang", "ja").Output);
        Assert.Contains("u-2.provenance*", Tool.Run("explain", "u-2.provenance").Output);
        Assert.Contains("出典の番号ではありません", Tool.Run("explain", "u-2.provenance", "--lang", "ja").Output);
    }
}
