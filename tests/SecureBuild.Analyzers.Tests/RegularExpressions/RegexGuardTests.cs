using System.Text.RegularExpressions;
using SecureBuild.Analyzers.RegularExpressions;

namespace SecureBuild.Analyzers.Tests.RegularExpressions;

public sealed class RegexGuardTests
{
    [Theory]
    [InlineData(@"^[a-z]+$", "abcxyz\n", "'<>/\\ .AZ0")]
    [InlineData(@"\A[a-z]+\z", "az", "\n'")]
    [InlineData(@"^[A-Za-z0-9_.-]{1,64}\z", "aZ09_.-", "/\\'\n ")]
    [InlineData(@"^(?:yes|no)$", "yesno\n", "abc'")]
    [InlineData(@"^(ab)$|^cd\z", "abcd\n", "e'")]
    [InlineData(@"^\w+\z", "aZ0_", "'-<")]
    [InlineData(@"^[^<>]*\z", "a'\n", "<>")]
    [InlineData(@"^[\w-[_]]+\z", "aZ0", "_-")]
    [InlineData(@"^(?!.*\.\.)(?!.*')[^/]+\z", ".\"\n'", "/")]
    [InlineData(@"^(?!.*')[a-z'.]+\z", "az.", "'/")]
    [InlineData(@"^(?i)k\z", "kK", "jJ")]
    [InlineData(@"^[a\]\-^]\z", "a]-^", "b\\[")]
    [InlineData(@"^(?x) a b # two letters" + "\n" + @"\d\z", "ab0", " #t")]
    [InlineData(@"^(?<word>[a-c])\k<word>\z", "abc", "d<k")]
    [InlineData(@"^\p{Lu}\x30\u0031\x2d\z", "AZ01-", "az2")]
    [InlineData(@"^(?=.*'b)[ac]+\z", "ac", "'b")]
    public void A_pattern_tied_to_both_ends_says_which_characters_can_be_there(string pattern, string possible, string impossible)
    {
        var allowed = RegexGuard.CharactersAllowedBy(pattern, RegexOptions.None);
        Assert.NotNull(allowed);
        Assert.All(possible, character => Assert.True(allowed.Contains(character), $"'{character}'"));
        Assert.True(allowed.Excludes(impossible));
    }

    [Theory]
    [InlineData("[a-z]+")]
    [InlineData("^[a-z]+")]
    [InlineData("[a-z]+$")]
    [InlineData("^a|b$")]
    [InlineData("(?m)^[a-z]+$")]
    [InlineData("^(?:a$)?")]
    [InlineData("^[a-z]+$.*")]
    [InlineData("^(a")]
    [InlineData("^(?<a-b>x)$")]
    [InlineData("^[z-a]$")]
    public void A_pattern_that_is_not_tied_or_not_read_says_nothing(string pattern) =>
        Assert.Null(RegexGuard.CharactersAllowedBy(pattern, RegexOptions.None));

    [Fact]
    public void Options_count()
    {
        Assert.Null(RegexGuard.CharactersAllowedBy("^[a-z]+$", RegexOptions.Multiline));
        Assert.True(RegexGuard.CharactersAllowedBy("^[a-z]+$", RegexOptions.IgnoreCase)!.Contains('Z'));
        Assert.True(RegexGuard.CharactersAllowedBy(@"^\d+\z", RegexOptions.None)!.HasNonAscii);
        Assert.False(RegexGuard.CharactersAllowedBy(@"^\d+\z", RegexOptions.ECMAScript)!.HasNonAscii);
        Assert.False(RegexGuard.CharactersAllowedBy(@"^.\z", RegexOptions.None)!.Contains('\n'));
        Assert.True(RegexGuard.CharactersAllowedBy(@"^.\z", RegexOptions.Singleline)!.Contains('\n'));
        Assert.False(RegexGuard.CharactersAllowedBy("^ a b \\z", RegexOptions.IgnorePatternWhitespace)!.Contains(' '));
    }

    [Theory]
    [InlineData("[^a-z]", "az", "'/<A")]
    [InlineData(@"[^\w]+", "a_9", "'-")]
    [InlineData(@"\W", "a_9", "'-")]
    [InlineData(@"[<>]|\.\.", "./", "<>")]
    [InlineData(".*['\"].*", "az", "'\"")]
    public void A_text_in_which_nothing_was_found_has_none_of_the_characters(string pattern, string possible, string impossible)
    {
        var allowed = RegexGuard.AllowedWhenNotMatched(pattern, RegexOptions.None);
        Assert.NotNull(allowed);
        Assert.All(possible, character => Assert.True(allowed.Contains(character), $"'{character}'"));
        Assert.True(allowed.Excludes(impossible));
    }

    [Theory]
    [InlineData("^[a-z]+$")]
    [InlineData("ab")]
    [InlineData("[<>]{2}")]
    [InlineData(@"[<>]\b")]
    public void A_pattern_of_more_than_a_character_says_nothing_when_it_is_not_found(string pattern) =>
        Assert.Null(RegexGuard.AllowedWhenNotMatched(pattern, RegexOptions.None));
}
