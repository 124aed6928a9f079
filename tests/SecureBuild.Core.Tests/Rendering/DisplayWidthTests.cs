using SecureBuild.Rendering;

namespace SecureBuild.Core.Tests.Rendering;

public sealed class DisplayWidthTests
{
    [Theory]
    [InlineData("Portal", 6)]
    [InlineData("住民ポータル", 12)]
    [InlineData("ﾎﾟｰﾀﾙ", 5)]
    [InlineData("ＡＢ１", 6)]
    [InlineData("「件」、", 8)]
    [InlineData("𠮷野家", 6)]
    [InlineData("か\u3099", 2)]
    [InlineData("e\u0301", 1)]
    [InlineData("🔒", 2)]
    [InlineData("✓ – …", 5)]
    public void Wide_characters_take_two_columns_and_marks_none(string text, int columns) => Assert.Equal(columns, DisplayWidth.Of(text));

    [Fact]
    public void English_is_broken_at_spaces() =>
        Assert.Equal(["the quick brown", "fox jumps"], DisplayWidth.Wrap("the quick brown fox jumps", 15));

    [Fact]
    public void Japanese_is_broken_anywhere_but_not_before_closing_punctuation() =>
        Assert.Equal(["署名を検証", "します。鍵"], DisplayWidth.Wrap("署名を検証します。鍵", 10));

    [Fact]
    public void A_line_never_begins_with_closing_punctuation() =>
        Assert.DoesNotContain(DisplayWidth.Wrap("これは、長い文です。次の文も、長い文です。", 8), line => line is ['、' or '。', ..]);

    [Fact]
    public void A_line_never_ends_with_an_opening_bracket() =>
        Assert.Equal(["署名は", "「sign」で", "行います。"], DisplayWidth.Wrap("署名は「sign」で行います。", 10));

    [Fact]
    public void Nothing_is_lost_by_wrapping()
    {
        const string Text = "SBOM(ソフトウェア部品表)と attestation を verify します";

        Assert.Equal(Text.Replace(" ", ""), string.Concat(DisplayWidth.Wrap(Text, 12)).Replace(" ", ""));
    }

    [Fact]
    public void Columns_line_up_across_scripts()
    {
        var lines = Table.Lines([["未評価", "a"], ["met", "b"]], 80, indent: 0).Select(line => line.ToString()).ToArray();

        Assert.Equal(["未評価  a", "met     b"], lines);
    }
}
