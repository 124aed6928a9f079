using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using SecureBuild.Assessment;
using SecureBuild.Evidence;
using SecureBuild.Verification;

namespace SecureBuild.Benchmarks.Verifying;

/// <summary>What a buyer waits for: a verification in a process that has verified before, the tool from its start to its exit code, and what it takes of memory.</summary>
static class VerifyBenchmark
{
    public static void Run(int files, int components, int rounds)
    {
        using var delivery = new GeneratedDelivery(files, components);
        Line($"{files} files, {components} components");
        var warm = new double[rounds];
        for (var round = -1; round < rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            Satisfied(Verifier.Verify(Request(delivery, delivery.Folder)));
            if (round < 0)
                Line($"  first verification in a process   {watch.Elapsed.TotalMilliseconds,9:F0} ms");
            else
                warm[round] = watch.Elapsed.TotalMilliseconds;
        }
        Line($"  warm, median of {rounds,3}               {Median(warm),9:F0} ms   (bound: 1000)");

        var walls = new double[Math.Min(rounds, 7)];
        var memory = 0L;
        for (var round = 0; round < walls.Length; round++)
            (walls[round], memory) = Tool(delivery) is var (wall, peak) ? (wall, Math.Max(memory, peak)) : default;
        Line($"  securebuild verify, whole process {Median(walls),9:F0} ms");
        Line($"  its memory, at most               {memory / (1024.0 * 1024),9:F0} MB   (bound: 150)");

        using var small = new GeneratedDelivery(2, 10);
        var count = 0;
        var loop = Stopwatch.StartNew();
        while (loop.ElapsedMilliseconds < 3000 || count < 10)
        {
            Satisfied(Verifier.Verify(Request(small, small.Bundle) with { Reassess = null }));
            count++;
        }
        Line($"  bundles of a small delivery       {count / loop.Elapsed.TotalSeconds,9:F0} per second, one thread");
    }

    static VerificationRequest Request(GeneratedDelivery delivery, string path) => new(path) { Keys = [new(delivery.PublicKeyPem, "supplier.pub.pem")], Reassess = Derive };

    // As the tool does it: all that ship, from the evidence alone.
    static ImmutableArray<FrameworkResult>? Derive(ReadOnlyMemory<byte> evidence, ReadOnlyMemory<byte>? catalogues, ImmutableArray<PersonStatement> statements, DateTimeOffset time)
    {
        using var document = JsonDocument.Parse(evidence, CanonicalJson.Strict);
        return Assessor.Assess(EvidenceJson.Read(document), statements, DateOnly.FromDateTime(time.UtcDateTime), AssessedCatalogue.All);
    }

    static (double Milliseconds, long Peak) Tool(GeneratedDelivery delivery)
    {
        ProcessStartInfo start = new("dotnet", [Path.Combine(AppContext.BaseDirectory, "securebuild.dll"), "verify", delivery.Folder, "--key", delivery.PublicKey, "--lang", "en"]) { RedirectStandardOutput = true };
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var peak = 0L;
        while (!process.WaitForExit(5))
        {
            try
            {
                process.Refresh();
                peak = Math.Max(peak, process.PeakWorkingSet64);
            }
            catch (InvalidOperationException)
            {
                // It has just ended.
            }
        }
        var wall = watch.Elapsed.TotalMilliseconds;
        return process.ExitCode == 0 ? (wall, peak) : throw new InvalidOperationException(output.Result);
    }

    static void Satisfied(VerificationReport report)
    {
        if (report.Outcome != VerificationOutcome.Satisfied)
            throw new InvalidOperationException(string.Join("\n", report.Problems));
    }

    static double Median(double[] values) => values.Order().ElementAt(values.Length / 2);

    static void Line(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
