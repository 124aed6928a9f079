using System.Reflection;
using System.Runtime.Loader;
using SecureBuild.Testing.Roslyn;

namespace SecureBuild.Analyzers.Corpus.Robustness;

/// <summary>The rules load in the oldest compiler that they are made for, in the one of the tests and in the SDK's own, and find the same there.</summary>
public sealed class RoslynVersionTests(ITestOutputHelper output)
{
    /// <summary>What an older compiler may not see: its operations know less of the newest language.</summary>
    const double Least = 0.97;

    public static TheoryData<string> Folders => [Package("4.8.0"), Sdk()];

    [Theory, MemberData(nameof(Folders))]
    public async Task The_corpus_is_analysed_alike(string folder)
    {
        var expected = (await FindingsAsync()).ToHashSet(StringComparer.Ordinal);
        var isolated = new Isolated(Path.GetFullPath(folder));
        var here = isolated.LoadFromAssemblyPath(typeof(RoslynVersionTests).Assembly.Location).GetType(typeof(RoslynVersionTests).FullName!)!;
        var found = await (Task<string[]>)here.GetMethod(nameof(FindingsAsync))!.Invoke(null, null)!;
        output.WriteLine($"{found[0]}: {found.Length} of {expected.Count}");
        Assert.DoesNotContain(found, line => line.Contains("the analyzer threw", StringComparison.Ordinal));
        Assert.StartsWith(Path.GetFullPath(folder), found[0], StringComparison.Ordinal);
        var missing = expected.Skip(1).Except(found).ToArray();
        Assert.True(missing.Length <= expected.Count * (1 - Least), string.Join("\n", missing));
    }

    /// <summary>Where the compiler is; exceptions; for each case, what is found in it.</summary>
    public static async Task<string[]> FindingsAsync()
    {
        var measurement = await Measurement.Only;
        return
        [
            typeof(Microsoft.CodeAnalysis.CSharp.CSharpCompilation).Assembly.Location,
            .. measurement.Failures.Where(failure => failure.Contains("the analyzer threw", StringComparison.Ordinal)),
            .. from family in Family.All
               from file in family.Files
               from @case in file.Cases
               let ids = measurement.FindingsIn(file, @case)
               where ids.Count > 0
               select $"{file.Path}({@case.Line}) {string.Join(" ", ids)}",
        ];
    }

    static string Package(string version) => Path.Combine(TestSetup.PackageRoot, "microsoft.codeanalysis.csharp", version, "lib", "netstandard2.0");

    static string Sdk() => Path.Combine(
        Directory.EnumerateDirectories(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", "..", "sdk"), Environment.Version.Major + ".*").OrderBy(path => path, StringComparer.Ordinal).Last(),
        "Roslyn", "bincore");

    /// <summary>Our assemblies once more, on another compiler.</summary>
    sealed class Isolated(string folder) : AssemblyLoadContext("Roslyn")
    {
        protected override Assembly? Load(AssemblyName name) => name.Name switch
        {
            "Microsoft.CodeAnalysis" => LoadFromAssemblyPath(File.Exists(Path.Combine(folder, "Microsoft.CodeAnalysis.dll"))
                ? Path.Combine(folder, "Microsoft.CodeAnalysis.dll")
                : Path.Combine(folder.Replace("microsoft.codeanalysis.csharp", "microsoft.codeanalysis.common", StringComparison.Ordinal), "Microsoft.CodeAnalysis.dll")),
            "Microsoft.CodeAnalysis.CSharp" => LoadFromAssemblyPath(Path.Combine(folder, "Microsoft.CodeAnalysis.CSharp.dll")),
            "SecureBuild.Analyzers" or "SecureBuild.Testing" => LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, name.Name + ".dll")),
            _ => null,
        };
    }
}
