using System.Text.RegularExpressions;
using SecureBuild.Analyzers.RegularExpressions;

namespace SecureBuild.Analyzers.Tests.RegularExpressions;

public sealed class ExponentialPatternTests
{
    [Theory]
    [InlineData("^(a+)+$")]
    [InlineData("^(a*)*$")]
    [InlineData("^(?:a+)+$")]
    [InlineData("^(a|a)*$")]
    [InlineData("^(a|aa)+$")]
    [InlineData("^(a|a?)+$")]
    [InlineData("^([a-zA-Z]+)*$")]
    [InlineData("(x+x+)+y")]
    [InlineData(@"^(\w+\s?)*$")]
    [InlineData(@"^([a-zA-Z0-9])(([\-.]|[_]+)?([a-zA-Z0-9]+))*(@){1}[a-z0-9]+[.]{1}(([a-z]{2,3})|([a-z]{2,3}[.]{1}[a-z]{2,3}))$")]
    [InlineData(@"^([a-zA-Z0-9_\.\-])+\@(([a-zA-Z0-9\-])+\.)+([a-zA-Z0-9]{2,4})+$")]
    [InlineData(@"^(\d+,?)+;$")]
    [InlineData(@"^(.*)*x")]
    [InlineData(@"^((ab)*)+$")]
    [InlineData(@"^(([a-z])+.)+[A-Z]([a-z])+$")]
    [InlineData("(a+)+b")]
    [InlineData(@"(a+)+\b!")]
    [InlineData("^(a+)+?$")]
    [InlineData("^(a{1,100}){1,100}$")]
    [InlineData(@"^(?=(a+)+b).*$")]
    [InlineData(@"(?>(a+)+b)")]
    [InlineData(@"<(\w+\s*)*>")]
    [InlineData(@"^(([^,\n]*,?)*);")]
    [InlineData(@"(?i)^(a|A)*$")]
    [InlineData("^(a|[^b])*$")]
    [InlineData(@"^(?:[\w.]+|\w+-)*@")]
    [InlineData(@"^(\p{L}+\s*)+$")]
    [InlineData(@"(?:a+)+(?<=b)c")]
    [InlineData("^(?:(?:a|b)|a)+c")]
    public void Two_ways_for_the_same_text_are_found(string pattern) =>
        Assert.False(string.IsNullOrEmpty(ExponentialPattern.Repetition(pattern, RegexOptions.None)));

    [Theory]
    [InlineData("^a+$")]
    [InlineData("^(a+b)+$")]
    [InlineData("(a+)+")]
    [InlineData("(a*)*")]
    [InlineData("^(a+)+.*")]
    [InlineData(@"^(?s)(a+)+.*$")]
    [InlineData("^(?>a+)+$")]
    [InlineData("^((?>a+)b?)+$")]
    [InlineData("^(a|b)*$")]
    [InlineData(@"^(\w+\s)*$")]
    [InlineData(@"^\w+([-+.']\w+)*@\w+([-.]\w+)*\.\w+([-.]\w+)*$")]
    [InlineData(@"^([\w\.\-]+)@([\w\-]+)((\.(\w){2,3})+)$")]
    [InlineData(@"^[^@\s]+@[^@\s]+\.[^@\s]+$")]
    [InlineData(@"^(\d{1,3}\.){3}\d{1,3}$")]
    [InlineData(@"^(\w{20})+$")]
    [InlineData(@"^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9][a-z0-9-]{0,61}[a-z0-9]$")]
    [InlineData(@"^(a?){5}$")]
    [InlineData(@"^(?=.*[a-z])(?=.*[A-Z])(?=.*\d).{8,}$")]
    [InlineData(@"^\d+(\.\d+)*(-[0-9A-Za-z-]+(\.[0-9A-Za-z-]+)*)?$")]
    [InlineData("\"(?:[^\"\\\\]|\\\\.)*\"")]
    [InlineData(@"/\*(?:[^*]|\*(?!/))*\*/x")]
    [InlineData(@"^\s*(\w+\s*=\s*\w+\s*;\s*)*$")]
    [InlineData(@"^(([a-z]+)(,\s*|$))+$")]
    [InlineData(@"^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.|$)){4}$")]
    [InlineData("^(a+)+(")]
    public void Patterns_with_one_way_or_nothing_behind_are_not(string pattern) =>
        Assert.Null(ExponentialPattern.Repetition(pattern, RegexOptions.None));

    [Fact]
    public void Options_change_the_answer()
    {
        Assert.NotNull(ExponentialPattern.Repetition("^(a|A)*$", RegexOptions.IgnoreCase));
        Assert.Null(ExponentialPattern.Repetition("^(a|A)*$", RegexOptions.None));
        Assert.NotNull(ExponentialPattern.Repetition("^ ( a + ) + $", RegexOptions.IgnorePatternWhitespace));
    }

    [Fact]
    public void Hostile_patterns_come_to_an_end_without_an_answer()
    {
        Assert.Null(ExponentialPattern.Repetition(new string('(', 3000), RegexOptions.None));
        Assert.Null(ExponentialPattern.Repetition(string.Concat(Enumerable.Repeat("(", 90)) + "a" + string.Concat(Enumerable.Repeat("{15})", 90)), RegexOptions.None));
        Assert.Null(ExponentialPattern.Repetition(new string('[', 3000), RegexOptions.None));
        Assert.Null(ExponentialPattern.Repetition("^(?:" + string.Join("|", Enumerable.Range(0, 400).Select(i => $"w{i}x")) + ")*$", RegexOptions.None));
    }
}
