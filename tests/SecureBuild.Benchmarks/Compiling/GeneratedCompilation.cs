using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using SecureBuild.Benchmarks.Generated;

namespace SecureBuild.Benchmarks.Compiling;

/// <summary>The generated project as the compiler sees it.</summary>
static class GeneratedCompilation
{
    /// <summary>Where the machine keeps restored packages.</summary>
    public static string Packages { get; } = typeof(GeneratedCompilation).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(static attribute => attribute.Key == "NuGetPackageRoot").Value!;

    static readonly CSharpParseOptions s_parseOptions = new(LanguageVersion.Latest, DocumentationMode.Parse);

    static readonly Lazy<MetadataReference[]> s_references = new(() => [.. References.Select(static path => MetadataReference.CreateFromFile(path))]);

    /// <summary>Paths of the assemblies that the project references.</summary>
    public static IReadOnlyList<string> References => field ??= FindReferences();

    static string[] FindReferences()
    {
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var web = Path.Combine(framework, "..", "..", "Microsoft.AspNetCore.App", Environment.Version.ToString(3));
        return
        [
            .. Directory.EnumerateFiles(framework, "*.dll").Concat(Directory.EnumerateFiles(web, "*.dll")).Where(IsManaged).DistinctBy(static path => Path.GetFileName(path)!),
            Path.Combine(Packages, "dapper/2.1.86/lib/net8.0/Dapper.dll"),
        ];
    }

    public static SyntaxTree Parse(string path, string text) => CSharpSyntaxTree.ParseText(SourceText.From(text, System.Text.Encoding.UTF8), s_parseOptions, path);

    /// <summary>Parsed anew each time: nothing is left of a run before.</summary>
    public static CSharpCompilation Of(IReadOnlyList<GeneratedFile> files)
    {
        var trees = new SyntaxTree[files.Count];
        Parallel.For(0, files.Count, index => trees[index] = Parse(files[index].Path, files[index].Text));
        return Of(trees);
    }

    public static CSharpCompilation Of(IEnumerable<SyntaxTree> trees) =>
        CSharpCompilation.Create("Generated", trees, s_references.Value,
            new(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable, concurrentBuild: true));

    static bool IsManaged(string path)
    {
        try
        {
            AssemblyName.GetAssemblyName(path);
            return true;
        }
        catch (BadImageFormatException)
        {
            return false;
        }
    }
}
