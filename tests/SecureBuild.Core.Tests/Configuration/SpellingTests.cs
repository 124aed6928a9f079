using SecureBuild.Configuration;

namespace SecureBuild.Core.Tests.Configuration;

public sealed class SpellingTests
{
    [Theory]
    [InlineData("verfy", "verify")]
    [InlineData("exprot", "export")]
    [InlineData("SHOW", "show")]
    public void A_slip_of_the_fingers_finds_the_word(string word, string meant) =>
        Assert.Equal([meant], Spelling.Nearest(word, ["verify", "export", "show"]));

    [Fact]
    public void A_word_that_resembles_nothing_gets_no_suggestion() => Assert.Empty(Spelling.Nearest("banana", ["verify", "export", "show"]));

    [Fact]
    public void The_nearest_come_first() => Assert.Equal(["SB2001", "SB2002"], Spelling.Nearest("SB2010", ["SB2002", "SB2001", "SB9101"], count: 2));
}
