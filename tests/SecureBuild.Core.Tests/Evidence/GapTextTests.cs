using System.Text.Json;
using System.Text.RegularExpressions;
using SecureBuild.Evidence;
using SecureBuild.Testing;

namespace SecureBuild.Core.Tests.Evidence;

/// <summary>Evidence says in English why a fact is not known; whoever shows it finds the Japanese.</summary>
public sealed partial class GapTextTests : IDisposable
{
    readonly string _root = Directory.CreateTempSubdirectory("securebuild-gaps").FullName;

    public static TheoryData<string> Keys
    {
        get
        {
            using var document = JsonDocument.Parse(EmbeddedFile.Bytes("Evidence/gaps.json"), CanonicalJson.Strict);
            return [.. document.RootElement.EnumerateObject().Select(text => text.Name)];
        }
    }

    [Theory, MemberData(nameof(Keys))]
    public void Every_sentence_is_found_again_in_Japanese_with_its_argument(string key)
    {
        var sentence = GapText.Of(key, "NU1903 (x.y)");

        var both = GapText.Both(sentence);

        Assert.Equal(sentence, both.En);
        Assert.Matches(@"[\u3040-\u30ff]", both.Ja);
        Assert.Equal(sentence.Contains("NU1903 (x.y)", StringComparison.Ordinal), both.Ja.Contains("NU1903 (x.y)", StringComparison.Ordinal));
        Assert.DoesNotContain("{0}", both.En + both.Ja, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sentence_of_another_version_stays_as_it_is() => Assert.Equal(new("Something new.", "Something new."), GapText.Both("Something new."));

    [Fact]
    public void The_code_names_exactly_the_sentences_that_there_are()
    {
        var named = Directory.EnumerateFiles(Repository.PathOf("src/SecureBuild.Core"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Named().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value)).Distinct();

        Assert.Equal(Keys.Select(row => row.Data).Order(StringComparer.Ordinal), named.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("C#")]
    [InlineData("F#")]
    public void What_the_collector_could_not_see_is_said_in_Japanese_too(string language)
    {
        var sources = SampleEvidence.Sources(_root);
        var build = sources.Build with { Properties = sources.Build.Properties.SetItem("Language", language).Remove("Deterministic") };

        var evidence = FactCollector.Collect(new() { Build = build, Freshness = AnalysisFreshness.Of(build) }, SampleEvidence.Clock);

        Assert.All(evidence.Facts.Where(fact => fact.Gap is not null), fact => Assert.NotEqual(fact.Gap, GapText.Both(fact.Gap!).Ja));
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [GeneratedRegex("GapText\\.Of\\(\"([^\"]+)\"")]
    private static partial Regex Named();
}
