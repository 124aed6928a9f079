using System.Globalization;
using SecureBuild.Benchmarks;
using SecureBuild.Benchmarks.Compiling;
using SecureBuild.Benchmarks.Editing;
using SecureBuild.Benchmarks.Pathological;
using SecureBuild.Benchmarks.Solutions;
using SecureBuild.Benchmarks.Verifying;

// What SecureBuild costs, always as the ratio to the same work without it. Run it on a quiet machine, with -c Release.
const string Usage = """
    PROJECT [--rounds 7] [--server] [-- further arguments of dotnet build]
        a build with and without the package. PROJECT references it and is restored (GovPortal: copy it, restore it with -p:SecureBuildVersion=…, and add -- -p:SecureBuildVersion=… here)
    compile [LINES …] [--rounds 5]
        what the rules add to a compilation of generated code; without LINES 25,000 to 200,000
    compiler [LINES …] [--rounds 5] [--analyzer PATH]
        the same with the SDK's compiler as a process, also beside the SDK's own analyzers, with its memory. PATH: SecureBuild.Analyzers.dll of a package (tools/analyzers/…), as builds use it
    floor [LINES …] [--rounds 5]
        the same beside analyzers that listen and do nothing: what the compiler asks for listening
    peers [LINES …] [--rounds 5]
        the same beside the security rules of other analyzers
    pathological [SHAPE …]
        code that is unlike any other: what one very long method, list or chain of calls costs, and how it grows
    cancel [SHAPE …] [--rounds 20]
        how long a cancelled analysis of such code, and of generated code, still runs
    ide [LINES …] [mixed] [web] [code] [--rounds 100] [--peers]
        what an analysis after each keystroke in a document of 1,000 lines takes, in projects of these sizes; also with the security rules of other analyzers
    sbom PACKAGE [PACKAGES/PROJECTS …] [--rounds 5] [--state first|warm] [--keep FOLDER]
        clean builds of synthetic solutions with nodes and compiler server: without the package, with its artifacts alone, with all of it. PACKAGE: SecureBuild.VERSION.nupkg; without sizes 10/1, 100/10, 1000/100. Linux
    split PROJECT [--rounds 7] [-- further arguments of dotnet build]
        a clean build in warm nodes and a warm compiler server: what the rules, the compiler's log and the artifacts add to it. PROJECT as above. Linux
    verify [FILES/COMPONENTS …] [--rounds 20]
        what a buyer waits for: a delivery with so many files and components verified, and what it takes of memory; without sizes 500/2000
    dump FOLDER LINES
        writes the generated code down
    """;

if (args is ["dump", var folder, var wanted])
{
    foreach (var file in SecureBuild.Benchmarks.Generated.GeneratedProject.OfAtLeast(int.Parse(wanted, CultureInfo.InvariantCulture)))
    {
        var target = Path.Combine(folder, file.Path);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.WriteAllText(target, file.Text);
    }
    return 0;
}
if (args is ["compile" or "floor" or "peers", ..])
{
    var sizes = args.Skip(1).Where(argument => argument.All(char.IsAsciiDigit)).Select(argument => int.Parse(argument, CultureInfo.InvariantCulture)).ToArray();
    var times = Array.IndexOf(args, "--rounds") is >= 0 and var place ? int.Parse(args[place + 1], CultureInfo.InvariantCulture) : 5;
    IReadOnlyList<AnalyzerSet> sets = args[0] switch
    {
        "floor" => [.. new[] { "nothing", "symbols", "blocks", "operations" }.Select(what => new AnalyzerSet(what, [new Floor(what)])), AnalyzerSet.SecureBuild],
        "peers" => [AnalyzerSet.SecureBuild, .. AnalyzerSet.Peers()],
        _ => [AnalyzerSet.SecureBuild],
    };
    await CompileBenchmark.RunAsync(sizes.Length == 0 ? [25_000, 50_000, 100_000, 200_000] : [.. sizes.Where(size => size > 1000)], sets, times);
    return 0;
}

if (args is ["compiler", ..])
{
    var sizes = args.Skip(1).TakeWhile(argument => argument.All(char.IsAsciiDigit)).Select(argument => int.Parse(argument, CultureInfo.InvariantCulture)).ToArray();
    var times = Array.IndexOf(args, "--rounds") is >= 0 and var place ? int.Parse(args[place + 1], CultureInfo.InvariantCulture) : 5;
    var analyzer = Array.IndexOf(args, "--analyzer") is >= 0 and var named ? args[named + 1] : typeof(SecureBuild.Analyzers.Hosting.SecureBuildAnalyzer).Assembly.Location;
    await CompilerBenchmark.RunAsync(sizes.Length == 0 ? [25_000, 50_000, 100_000, 200_000] : sizes, Path.GetFullPath(analyzer), times);
    return 0;
}

if (args is ["sbom", var measured, .. var wishes] && File.Exists(measured))
{
    string? Option(string name) => Array.IndexOf(wishes, name) is >= 0 and var place ? wishes[place + 1] : null;
    var sizes = wishes.Where(static word => word.Contains('/') && char.IsAsciiDigit(word[0])).Select(static word => word.Split('/')).Select(static parts => (int.Parse(parts[0], CultureInfo.InvariantCulture), int.Parse(parts[1], CultureInfo.InvariantCulture))).ToArray();
    await SolutionBenchmark.RunAsync(sizes.Length == 0 ? [(10, 1), (100, 10), (1000, 100)] : sizes, Path.GetFullPath(measured), int.Parse(Option("--rounds") ?? "5", CultureInfo.InvariantCulture), Option("--keep"), Option("--state") is { } state ? [state] : ["first", "warm"]);
    return 0;
}

if (args is ["split", var warm, .. var settings] && File.Exists(warm))
{
    var times = Array.IndexOf(settings, "--rounds") is >= 0 and var place ? int.Parse(settings[place + 1], CultureInfo.InvariantCulture) : 7;
    await SolutionBenchmark.SplitAsync(Path.GetFullPath(warm), [.. settings.SkipWhile(static word => word != "--").Skip(1)], times);
    return 0;
}

if (args is ["verify", .. var deliveries])
{
    var verifications = Array.IndexOf(deliveries, "--rounds") is >= 0 and var place ? int.Parse(deliveries[place + 1], CultureInfo.InvariantCulture) : 20;
    foreach (var size in deliveries.Where(static word => word.Contains('/')).DefaultIfEmpty("500/2000"))
        VerifyBenchmark.Run(int.Parse(size.Split('/')[0], CultureInfo.InvariantCulture), int.Parse(size.Split('/')[1], CultureInfo.InvariantCulture), verifications);
    return 0;
}

if (args is ["pathological", .. var words])
    return await PathologicalBenchmark.RunAsync(words);

if (args is ["cancel", .. var chosen])
{
    var option = Array.IndexOf(chosen, "--rounds");
    return await CancellationBenchmark.RunAsync(option < 0 ? chosen : chosen[..option], option < 0 ? 20 : int.Parse(chosen[option + 1], CultureInfo.InvariantCulture));
}

if (args is ["ide", .. var projects])
{
    var sizes = projects.TakeWhile(argument => argument.All(char.IsAsciiDigit)).Select(argument => int.Parse(argument, CultureInfo.InvariantCulture)).ToArray();
    var edits = Array.IndexOf(args, "--rounds") is >= 0 and var place ? int.Parse(args[place + 1], CultureInfo.InvariantCulture) : 100;
    return await EditingBenchmark.RunAsync(sizes.Length == 0 ? [50_000, 200_000] : sizes, [.. projects.Where(argument => argument is "mixed" or "web" or "code")], edits, args.Contains("--peers") ? AnalyzerSet.Peers(isEditing: true) : []);
}

var own = args.TakeWhile(argument => argument != "--").ToArray();
var passed = args.SkipWhile(argument => argument != "--").Skip(1).ToArray();
if (own.Length == 0 || !Path.Exists(own[0]))
{
    Console.Error.WriteLine(Usage);
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
    var results = await benchmark.RunAsync(kind, variants, rounds);
    var basis = results[0];
    Console.WriteLine($"{kind,-6} {"",-26} {"CPU s",8} {"wall s",8} {"CPU ratio",10} {"wall ratio",10}   (medians of {rounds} interleaved rounds, {(server ? "with" : "without")} compiler server)");
    foreach (var result in results)
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"       {result.Variant.Name,-26} {result.Cpu,8:F3} {result.Wall,8:F3} {result.CpuRatioTo(basis),10:F3} {result.WallRatioTo(basis),10:F3}"));
}
return 0;
