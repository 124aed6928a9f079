using SecureBuild.Licences;

namespace SecureBuild.Core.Tests.Licences;

public sealed class LicenceExpressionTests
{
    [Theory]
    [InlineData("MIT", "MIT")]
    [InlineData(" mit ", "MIT")]
    [InlineData("MIT OR apache-2.0", "MIT OR Apache-2.0")]
    [InlineData("(MIT OR Apache-2.0) AND BSD-3-Clause", "(MIT OR Apache-2.0) AND BSD-3-Clause")]
    [InlineData("((MIT))", "((MIT))")]
    [InlineData("GPL-2.0-only WITH universal-foss-exception-1.0", "GPL-2.0-only WITH Universal-FOSS-exception-1.0")]
    [InlineData("Apache-2.0+", "Apache-2.0+")]
    [InlineData("LicenseRef-Contoso-1.0 AND DocumentRef-other:LicenseRef-x", "LicenseRef-Contoso-1.0 AND DocumentRef-other:LicenseRef-x")]
    public void An_expression_is_kept_whole_in_the_lists_spelling(string text, string expected) =>
        Assert.Equal(expected, LicenceExpression.Parse(text)?.ToString());

    [Theory]
    [InlineData("GPL-2.0", "GPL-2.0-only")]
    [InlineData("gpl-3.0+", "GPL-3.0-or-later")]
    [InlineData("LGPL-2.1 OR MIT", "LGPL-2.1-only OR MIT")]
    [InlineData("GPL-2.0-with-classpath-exception", "GPL-2.0-only WITH Classpath-exception-2.0")]
    [InlineData("GPL-2.0 WITH Classpath-exception-2.0", "GPL-2.0-only WITH Classpath-exception-2.0")]
    [InlineData("BSD-2-Clause-FreeBSD", "BSD-2-Clause-Views")]
    public void A_deprecated_identifier_gives_way_to_its_successor(string text, string expected) =>
        Assert.Equal(expected, LicenceExpression.Parse(text)?.ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Proprietary")]
    [InlineData("MIT Apache-2.0")]
    [InlineData("MIT OR")]
    [InlineData("OR MIT")]
    [InlineData("(MIT")]
    [InlineData("MIT)")]
    [InlineData("()")]
    [InlineData("MIT WITH MIT")]
    [InlineData("MIT WITH")]
    [InlineData("MIT Or Apache-2.0")]
    [InlineData("(MIT OR ISC) WITH Classpath-exception-2.0")]
    [InlineData("GPL-2.0-with-classpath-exception WITH Classpath-exception-2.0")]
    [InlineData("LicenseRef-")]
    [InlineData("LicenseRef-a/b")]
    public void What_the_grammar_does_not_allow_is_no_expression(string? text) => Assert.Null(LicenceExpression.Parse(text));

    [Fact]
    public void Deep_nesting_and_endless_text_are_no_expression()
    {
        Assert.Null(LicenceExpression.Parse(new string('(', 2000) + "MIT" + new string(')', 2000)));
        Assert.Null(LicenceExpression.Parse(string.Join(" OR ", Enumerable.Repeat("MIT", 100_000))));
    }

    [Fact]
    public void Any_text_is_an_expression_or_none_and_what_is_printed_reads_back()
    {
        string[] pieces = ["MIT", "GPL-2.0", "Apache-2.0", "LicenseRef-x", "AND", "OR", "WITH", "Classpath-exception-2.0", "(", ")", " ", "+", "\0", "許諾", "\ud800", "and", "DocumentRef-a:", "\t"];
        var random = new Random(20261122);
        var whole = 0;
        for (var run = 0; run < 10_000; run++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => pieces[random.Next(pieces.Length)] + (random.Next(3) > 0 ? " " : "")));
            if (LicenceExpression.Parse(text) is not { } expression)
                continue;
            whole++;
            Assert.Equal(expression.ToString(), LicenceExpression.Parse(expression.ToString())?.ToString());
        }
        Assert.InRange(whole, 100, 9_900);
    }

    [Fact]
    public void Every_successor_of_a_deprecated_identifier_is_in_the_list_itself()
    {
        var lines = EmbeddedFile.Lines("Licences/spdx-deprecated.txt").Select(line => line.Split(' ', 2)).ToArray();
        Assert.True(lines.Length >= 30);
        Assert.All(lines, line => Assert.Equal(line[1], LicenceExpression.Parse(line[1])?.ToString()));
    }
}
