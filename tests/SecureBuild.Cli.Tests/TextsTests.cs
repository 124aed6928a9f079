using System.Text.RegularExpressions;
using System.Xml.Linq;
using SecureBuild.Testing;

namespace SecureBuild.Cli.Tests;

/// <summary>Both languages say the same things.</summary>
public sealed partial class TextsTests
{
    [Theory]
    [InlineData("src/SecureBuild.Cli/Texts")]
    [InlineData("src/SecureBuild.Core/Rendering/Labels")]
    public void Both_languages_have_the_same_texts_with_the_same_holes(string stem)
    {
        var english = Holes(stem + ".resx");
        var japanese = Holes(stem + ".ja.resx");

        Assert.Equal(english, japanese);
    }

    static SortedDictionary<string, string> Holes(string file) => new(
        XDocument.Load(Repository.PathOf(file)).Root!.Elements("data").ToDictionary(
            text => text.Attribute("name")!.Value,
            text => string.Join(" ", Hole().Matches(text.Element("value")!.Value).Select(hole => hole.Value).Distinct().Order(StringComparer.Ordinal))),
        StringComparer.Ordinal);

    [GeneratedRegex(@"\{[0-9]+\}")]
    private static partial Regex Hole();
}
