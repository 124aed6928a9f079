using System.Globalization;
using SecureBuild.Benchmarks;
using SecureBuild.Benchmarks.Pathological;

// What SecureBuild adds to a build, as ratios: dotnet run --project tests/SecureBuild.Benchmarks -c Release -- PROJECT [--rounds 7] [--server] [-- MSBUILD ARGUMENTS]
// PROJECT references the package (GovPortal: copy it, restore it with -p:SecureBuildVersion=… and add -- -p:SecureBuildVersion=… here). Run it on a quiet machine.

if (args is ["pathological", .. var words])
    return await PathologicalBenchmark.RunAsync(words);

var own = args.TakeWhile(argument => argument != "--").ToArray();
var passed = args.SkipWhile(argument => argument != "--").Skip(1).ToArray();
if (own.Length == 0 || !Path.Exists(own[0]))
{
    Console.Error.WriteLine("usage: PROJECT [--rounds N] [--server] [-- further arguments of dotnet build]");
    return 64;
}
var rounds = Array.IndexOf(own, "--rounds") is >= 0 and var at ? int.Parse(own[at + 1], CultureInfo.InvariantCulture) : 7;
var server = own.Contains("--server");

// The same restored project in all variants, so that nothing but SecureBuild differs. "without" takes its analyzers away too.
var variants = new[]
{
    new Variant("without package", ["-p:SecureBuildEnabled=false", $"-p:CustomAfterMicrosoftCommonTargets={Path.Combine(AppContext.BaseDirectory, "WithoutPackage.targets")}"]),
    new Variant("with package", []),
    new Variant("with package, no log", ["-p:SecureBuildAnalysisLog=false"]),
    new Variant("with package, all rules", ["-p:SecureBuildAllRules=true"]),
};
var benchmark = new Benchmark(Path.GetFullPath(own[0]), passed, server);

foreach (var kind in new[] { BuildKind.Clean, BuildKind.NoOp })
{
    var measured = await benchmark.RunAsync(kind, variants, rounds);
    var basis = measured[0];
    Console.WriteLine($"{kind,-6} {"",-26} {"CPU s",8} {"wall s",8} {"CPU ratio",10} {"wall ratio",10}   (medians of {rounds} interleaved rounds, {(server ? "with" : "without")} compiler server)");
    foreach (var result in measured)
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"       {result.Variant.Name,-26} {result.Cpu,8:F3} {result.Wall,8:F3} {result.CpuRatioTo(basis),10:F3} {result.WallRatioTo(basis),10:F3}"));
}
return 0;
