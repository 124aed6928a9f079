using System.Diagnostics;

namespace SecureBuild.Benchmarks;

enum BuildKind
{
    /// <summary>Everything is built anew.</summary>
    Clean,
    /// <summary>Nothing has changed.</summary>
    NoOp,
}

/// <param name="Name">For the table.</param>
/// <param name="Arguments">Arguments of <c>dotnet build</c> that make it this variant.</param>
sealed record Variant(string Name, string[] Arguments);

/// <summary>Seconds of each round, in the order run.</summary>
sealed record Measured(Variant Variant, double[] CpuSeconds, double[] WallSeconds)
{
    public double Cpu => Median(CpuSeconds);

    public double Wall => Median(WallSeconds);

    /// <summary>Median of the ratios of pairs run one after the other: what drifts on the machine falls out.</summary>
    public double CpuRatioTo(Measured basis) => Median([.. CpuSeconds.Zip(basis.CpuSeconds, (mine, its) => mine / its)]);

    /// <inheritdoc cref="CpuRatioTo"/>
    public double WallRatioTo(Measured basis) => Median([.. WallSeconds.Zip(basis.WallSeconds, (mine, its) => mine / its)]);

    static double Median(double[] values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[sorted.Length / 2 - 1] + sorted[sorted.Length / 2]) / 2;
    }
}

/// <summary>
/// Builds one project in several variants, paired and interleaved. Time of the processor is that of the whole process tree, so nothing may
/// outlive a build but the compiler server, which is switched off unless asked for (its time is then in the wall clock only).
/// </summary>
sealed class Benchmark(string project, string[] arguments, bool server)
{
    /// <summary>One warm-up, then the rounds; which variant begins changes from round to round.</summary>
    public async Task<Measured[]> RunAsync(BuildKind kind, Variant[] variants, int rounds)
    {
        var cpu = variants.Select(_ => new double[rounds]).ToArray();
        var wall = variants.Select(_ => new double[rounds]).ToArray();
        for (var round = -1; round < rounds; round++)
            for (var turn = 0; turn < variants.Length; turn++)
            {
                var index = (turn + round + 1) % variants.Length;
                if (kind == BuildKind.NoOp)
                    await BuildAsync(variants[index]);
                var (cpuSeconds, wallSeconds) = await BuildAsync(variants[index], kind == BuildKind.Clean ? ["--no-incremental"] : []);
                if (round >= 0)
                    (cpu[index][round], wall[index][round]) = (cpuSeconds, wallSeconds);
            }
        return [.. variants.Select((variant, index) => new Measured(variant, cpu[index], wall[index]))];
    }

    async Task<(double Cpu, double Wall)> BuildAsync(Variant variant, params string[] further)
    {
        var start = new ProcessStartInfo("/usr/bin/env",
        [
            "bash", "-c", "TIMEFORMAT='%U %S %R'; time \"$@\" >/dev/null 2>&1", "bash",
            // One node: the time of worker nodes is not in what the shell counts, because nobody waits for them.
            "dotnet", "build", project, "--no-restore", "-nologo", "-m:1", "-nodeReuse:false", $"-p:UseSharedCompilation={server}", .. variant.Arguments, .. arguments, .. further,
        ])
        { RedirectStandardError = true };
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        using var process = Process.Start(start)!;
        var report = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"dotnet build ended with {process.ExitCode} in variant '{variant.Name}'; run it by hand to see why.");
        var parts = report.Split(' ', StringSplitOptions.TrimEntries).Select(part => double.Parse(part, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        return (parts[0] + parts[1], parts[2]);
    }
}
