using System.Globalization;

namespace SecureBuild.Benchmarks.Solutions;

/// <summary>
/// Clean builds with MSBuild's nodes and the compiler server, as users have them: the first build of a clone, and one in warm processes after others.
/// </summary>
static class SolutionBenchmark
{
    const int Lines = 400;

    static readonly string s_without = $"-p:CustomAfterMicrosoftCommonTargets={Path.Combine(AppContext.BaseDirectory, "WithoutPackage.targets")}";

    static readonly Variant
        s_withoutPackage = new("without package", ["-p:SecureBuildEnabled=false", s_without]),
        // No rules and no log of the compiler: bill of materials, evidence, attestation.
        s_artifacts = new("artifacts alone", ["-p:SecureBuildAnalysisLog=false", s_without]),
        s_rules = new("rules alone", ["-p:SecureBuildEnabled=false"]),
        s_withoutLog = new("both, no log", ["-p:SecureBuildAnalysisLog=false"]),
        s_package = new("with package", []);

    /// <summary>What of the package costs what in warm processes.</summary>
    /// <param name="project">A restored project or solution that references the package.</param>
    /// <param name="arguments">Further ones of <c>dotnet build</c>.</param>
    /// <param name="rounds">Interleaved rounds; medians are shown.</param>
    public static async Task SplitAsync(string project, string[] arguments, int rounds)
    {
        Console.WriteLine(Heading(rounds));
        await RunAsync(Path.GetFileNameWithoutExtension(project), Path.GetDirectoryName(project)!, Path.GetFileName(project), "warm", rounds, [s_withoutPackage, s_artifacts, s_rules, s_withoutLog, s_package], arguments);
    }

    /// <summary>How the cost grows.</summary>
    /// <param name="sizes">Packages and projects.</param>
    /// <param name="secureBuild">The package to be measured.</param>
    /// <param name="rounds">Interleaved rounds; medians are shown.</param>
    /// <param name="kept">Where feed and solution are left for the next time, or null.</param>
    /// <param name="states"><c>first</c>, <c>warm</c>.</param>
    public static async Task RunAsync(IReadOnlyList<(int Packages, int Projects)> sizes, string secureBuild, int rounds, string? kept, IReadOnlyList<string> states)
    {
        Console.WriteLine(Heading(rounds));
        foreach (var (packages, projects) in sizes)
        {
            var folder = kept is null ? Directory.CreateTempSubdirectory("securebuild-solution-").FullName : Path.Combine(Path.GetFullPath(kept), $"{packages}-{projects}");
            try
            {
                var solution = Path.Combine(folder, "Synthetic.slnx");
                if (!File.Exists(solution))
                {
                    Directory.CreateDirectory(folder);
                    solution = SyntheticSolution.Write(folder, packages, projects, secureBuild, Lines);
                    using var restoring = new BuildProcesses();
                    await restoring.RunAsync(folder, "restore", solution, "-nologo");
                }
                foreach (var state in states)
                    await RunAsync($"{packages}/{projects}", folder, "Synthetic.slnx", state, rounds, [s_withoutPackage, s_artifacts, s_package], []);
            }
            finally
            {
                if (kept is null)
                    Directory.Delete(folder, recursive: true);
            }
        }
    }

    static string Heading(int rounds) =>
        $"{"packages/projects",-18} {"state",-6} {"",-16} {"CPU s",8} {"wall s",8} {"MB",7} {"compiler",9} {"CPU ratio",10} {"wall ratio",10} {"MB more",8}   (medians of {rounds} interleaved rounds) ms of our tasks, each; components, each";

    static async Task RunAsync(string size, string folder, string solution, string state, int rounds, Variant[] variants, string[] arguments)
    {
        var measured = variants.Select(_ => new Used[rounds]).ToArray();
        var tasks = variants.Select(_ => new double[rounds]).ToArray();
        var components = 0.0;
        var processes = variants.Select(_ => state == "warm" ? new BuildProcesses() : null).ToArray();
        try
        {
            // In warm processes the first two builds are not counted.
            for (var round = state == "warm" ? -2 : 0; round < rounds; round++)
                for (var turn = 0; turn < variants.Length; turn++)
                {
                    var index = (turn + round + 2) % variants.Length;
                    if (state == "first")
                        DeleteOutputs(folder);
                    var own = processes[index] ?? new BuildProcesses();
                    try
                    {
                        var log = Path.Combine(folder, "summary.log");
                        var used = await own.RunAsync(folder, ["build", solution, "--no-restore", "--no-incremental", "-nologo", "-m", $"-flp:PerformanceSummary;Verbosity=normal;LogFile={log}", .. variants[index].Arguments, .. arguments]);
                        if (round >= 0)
                            (measured[index][round], tasks[index][round]) = (used, TaskMilliseconds(log));
                        // A build without the package deletes them.
                        if (variants[index] == s_package)
                            components = Components(folder);
                    }
                    finally
                    {
                        if (processes[index] is null)
                            own.Dispose();
                    }
                }
        }
        finally
        {
            foreach (var one in processes)
                one?.Dispose();
        }
        for (var index = 0; index < variants.Length; index++)
        {
            var (mine, basis) = (measured[index], measured[0]);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{size,-18} {state,-6} {variants[index].Name,-16} {Median(mine, static used => used.Cpu),8:F2} {Median(mine, static used => used.Wall),8:F2} {Median(mine, static used => used.Build),7:F0} {Median(mine, static used => used.Compiler),9:F0} {Median(mine.Zip(basis, static (one, other) => one.Cpu / other.Cpu)),10:F3} {Median(mine.Zip(basis, static (one, other) => one.Wall / other.Wall)),10:F3} {Median(mine.Zip(basis, static (one, other) => one.Build - other.Build)),8:F0}   {(Median(tasks[index]) is > 0 and var milliseconds ? $"{milliseconds:F1}; {components:F0}" : "")}"));
        }
    }

    // As after a clone and a restore.
    static void DeleteOutputs(string folder)
    {
        foreach (var project in Directory.EnumerateDirectories(Path.Combine(folder, "src")))
        {
            foreach (var output in (ReadOnlySpan<string>)[Path.Combine(project, "bin"), Path.Combine(project, "obj", "Debug")])
                if (Directory.Exists(output))
                    Directory.Delete(output, recursive: true);
            File.Delete(Path.Combine(project, "obj", "securebuild.packages.cache"));
        }
    }

    // "     1234 ms  SecureBuild.Tasks.AttestBuild                              100 calls"
    static double TaskMilliseconds(string log) => File.ReadLines(log).Select(static line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .Where(static words => words is [_, "ms", "SecureBuild.Tasks.AttestBuild" or "SecureBuild.Tasks.RecordCompilation", _, "calls"]).Sum(static words => double.Parse(words[0], CultureInfo.InvariantCulture) / double.Parse(words[3], CultureInfo.InvariantCulture));

    static double Components(string folder) => Directory.EnumerateFiles(folder, "*.cdx.json", SearchOption.AllDirectories)
        .Select(static file => File.ReadLines(file).Count(static line => line.StartsWith("      \"bom-ref\":", StringComparison.Ordinal))).DefaultIfEmpty().Average();

    static double Median(IEnumerable<double> values) => values.Order().ElementAt(values.Count() / 2);

    static double Median(Used[] rounds, Func<Used, double> figure) => Median(rounds.Select(figure));
}
