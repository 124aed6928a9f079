using SecureBuild.Testing;

namespace SecureBuild.Analyzers.Corpus.Robustness;

/// <summary>C# to run the analyzer over: this repository's own, and what <c>SECUREBUILD_ROBUSTNESS_SOURCES</c> names (folders, separated as in PATH).</summary>
static class Sources
{
    // Bigger files say no more and take the time of many small ones.
    const int MaxLength = 60_000;

    static readonly EnumerationOptions s_all = new() { RecurseSubdirectories = true, IgnoreInaccessible = true };

    public static IReadOnlyList<(string Path, string Text)> All { get; } = [.. Folders().SelectMany(In).DistinctBy(each => each.Text)];

    static readonly (string Path, string Text)[] s_cases = [.. All.Where(each => each.Path.StartsWith(Path.Combine(Family.Root, "Cases"), StringComparison.Ordinal))];

    /// <summary>One of them: more often than not one of the corpus, where most flows are.</summary>
    public static (string Path, string Text) Any(Random random) => random.Next(3) > 0 ? s_cases[random.Next(s_cases.Length)] : All[random.Next(All.Count)];

    static IEnumerable<string> Folders() =>
    [
        Repository.PathOf("src"), Repository.PathOf("tests"), Repository.PathOf("build"),
        .. (Environment.GetEnvironmentVariable("SECUREBUILD_ROBUSTNESS_SOURCES") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries),
    ];

    static IEnumerable<(string Path, string Text)> In(string folder) =>
        from path in Directory.EnumerateFiles(folder, "*.cs", s_all).Order(StringComparer.Ordinal)
        let text = File.ReadAllText(path)
        where text.Length is > 0 and < MaxLength
        select (path, text);
}
