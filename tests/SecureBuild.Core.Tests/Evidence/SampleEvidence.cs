using System.Collections.Immutable;
using SecureBuild.Evidence;

namespace SecureBuild.Core.Tests.Evidence;

/// <summary>A project folder with a real assembly as its output: the one under test.</summary>
static class SampleEvidence
{
    public static Clock Clock { get; } = Clock.From("1767225600");

    public static EvidenceSources Sources(string root)
    {
        var output = Path.Combine(root, "bin");
        var compiled = Path.Combine(root, "obj", "App.dll");
        Directory.CreateDirectory(output);
        Directory.CreateDirectory(Path.GetDirectoryName(compiled)!);
        var assembly = Path.Combine(output, "App.dll");
        File.Copy(typeof(Clock).Assembly.Location, assembly, overwrite: true);
        File.Copy(assembly, compiled, overwrite: true);
        var build = new BuildInputs
        {
            ProjectFile = Path.Combine(root, "App.csproj"),
            RepositoryRoot = root,
            OutputDirectory = output,
            ArtifactDirectory = Path.Combine(output, "securebuild"),
            ArtifactName = "App",
            Outputs = [new(assembly, OutputKind.Assembly)],
            CompiledAssembly = compiled,
            AssetsFile = Path.Combine(root, "obj", "project.assets.json"),
            SarifFile = Path.Combine(root, "obj", "App.sarif"),
            CompileRecordFile = Path.Combine(root, "obj", "App.compile.json"),
            Properties = new Dictionary<string, string>
            {
                ["TargetFramework"] = "net10.0", ["Configuration"] = "Release", ["AssemblyName"] = "App", ["Version"] = "1.2.3", ["Language"] = "C#",
                ["NETCoreSdkVersion"] = "10.0.401", ["MSBuildVersion"] = "18.9.11", ["Deterministic"] = "true", ["Nullable"] = "enable",
            }.ToImmutableDictionary(StringComparer.OrdinalIgnoreCase),
            Host = new("linux", "x64", ImmutableDictionary<string, string>.Empty),
        };
        return new() { Build = build, Freshness = new(FactState.NotAssessed, null, "No log in this test.") };
    }

    public static AnalysisLog Log(params AnalysisResult[] results) => new("Microsoft (R) Visual C# Compiler", "5.9.0",
        [new("SB2001", "SecureBuild.Cryptography", "warning", "warning", true, ["CWE-328"]), new("SB5001", "SecureBuild.Secrets", "warning", "warning", true, ["CWE-798"])],
        [.. results]);

    /// <summary>The same with a rule of every kind.</summary>
    public static AnalysisLog Log(bool kinds) => Log() is var log && kinds ? log with { Rules = [.. log.Rules, new("SB6001", "SecureBuild.Web", "warning", "warning", true, ["CWE-862", "CWE-532"])] } : log;
}
