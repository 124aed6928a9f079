namespace SecureBuild.Analyzers.Corpus;

public sealed class CorpusTests(ITestOutputHelper output)
{
    const string Header = "family                         bad  found  good  false   recall precision";

    [Fact]
    public void Labels_are_well_formed_and_every_file_has_bad_and_good_cases() =>
        Assert.Empty(Family.All.SelectMany(family => family.Files).SelectMany(file => file.Mistakes));

    [Fact]
    public async Task Cases_compile_and_the_analyzer_does_not_throw()
    {
        var measurement = await Measurement.Only;
        Assert.True(measurement.Failures.Count == 0, string.Join("\n", measurement.Failures));
    }

    [Fact]
    public async Task Recall_and_precision_are_not_below_the_committed_figures()
    {
        var measurement = await Measurement.Only;
        var scores = Family.All.ToDictionary(family => family.Name, family => Score.Of(family, measurement), StringComparer.Ordinal);
        scores.Add(Figures.Overall, scores.Values.Aggregate(default(Score), (sum, each) => sum + each));
        Print(measurement, scores);
        if (Figures.Write)
            Figures.Save(scores);
        var shortfalls = Figures.Shortfalls(scores);
        Assert.True(shortfalls.Count == 0, string.Join("\n", shortfalls));
    }

    void Print(Measurement measurement, Dictionary<string, Score> scores)
    {
        Line(Header);
        foreach (var (name, score) in scores)
            Line(score.Row(name));
        if (Environment.GetEnvironmentVariable("SECUREBUILD_CORPUS_DETAILS") != "1")
            return;
        foreach (var family in Family.All)
            foreach (var file in family.Files)
                foreach (var @case in file.Cases)
                {
                    var ids = measurement.FindingsIn(file, @case);
                    if (@case.Bad != ids.Count > 0)
                        Line($"{(@case.Bad ? "missed" : "false ")} {file.Path}({@case.Line}): CWE-{@case.Cwe} {@case.Reason} {string.Join(" ", ids)}".TrimEnd());
                }
    }

    // The runner shows the output of failed tests only; the console always.
    void Line(string text)
    {
        output.WriteLine(text);
        Console.WriteLine(text);
    }
}
