using System.Globalization;

namespace SecureBuild.Analyzers.Corpus;

/// <summary>
/// <c>figures.txt</c>: what was reached, by family, and must not be lost again. Written anew when the environment variable
/// <c>SECUREBUILD_CORPUS_FIGURES</c> is <c>write</c>.
/// </summary>
static class Figures
{
    public const string Overall = "overall";

    static readonly string s_path = Path.Combine(Family.Root, "figures.txt");

    public static bool Write { get; } = Environment.GetEnvironmentVariable("SECUREBUILD_CORPUS_FIGURES") == "write";

    /// <summary>What the scores lack of the committed figures, in words.</summary>
    public static IReadOnlyList<string> Shortfalls(IReadOnlyDictionary<string, Score> scores)
    {
        var committed = Read();
        return
        [
            .. from score in scores where !committed.ContainsKey(score.Key) select $"{score.Key} has no line in figures.txt (SECUREBUILD_CORPUS_FIGURES=write adds it)",
            .. from name in committed.Keys where !scores.ContainsKey(name) select $"{name} is in figures.txt and not in Cases",
            .. from score in scores where committed.ContainsKey(score.Key) from shortfall in Shortfalls(score.Key, score.Value, committed[score.Key]) select shortfall,
        ];
    }

    public static void Save(IReadOnlyDictionary<string, Score> scores) => File.WriteAllLines(s_path,
    [
        "# family, cases, recall and precision in percent: the least that the tests accept",
        .. scores.Select(score => string.Create(CultureInfo.InvariantCulture, $"{score.Key} {score.Value.Cases} {score.Value.Recall:0.0} {score.Value.Precision:0.0}")),
    ]);

    static IEnumerable<string> Shortfalls(string name, Score score, (int Cases, decimal Recall, decimal Precision) least)
    {
        if (score.Cases < least.Cases)
            yield return $"{name}: {score.Cases} cases, there were {least.Cases}";
        if (score.Recall < least.Recall)
            yield return string.Create(CultureInfo.InvariantCulture, $"{name}: recall {score.Recall:0.0}, it was {least.Recall:0.0}");
        if (score.Precision < least.Precision)
            yield return string.Create(CultureInfo.InvariantCulture, $"{name}: precision {score.Precision:0.0}, it was {least.Precision:0.0}");
    }

    static Dictionary<string, (int Cases, decimal Recall, decimal Precision)> Read() =>
        File.ReadLines(s_path).Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split(' '))
            .ToDictionary(word => word[0], word => (int.Parse(word[1], CultureInfo.InvariantCulture), decimal.Parse(word[2], CultureInfo.InvariantCulture), decimal.Parse(word[3], CultureInfo.InvariantCulture)), StringComparer.Ordinal);
}
