using System.Reflection;
using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SecureBuild.Analyzers.Corpus.Robustness;

/// <summary>The SDK's source generators for regular expressions and log messages: code that uses them is not whole without.</summary>
static class Generators
{
    static readonly string s_packs = Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "packs");

    static readonly Lazy<ISourceGenerator[]> s_all = new(() =>
    [
        .. In("Microsoft.NETCore.App.Ref", "System.Text.RegularExpressions.Generator.dll"),
        .. In("Microsoft.AspNetCore.App.Ref", "Microsoft.Extensions.Logging.Generators.dll"),
    ]);

    public static Compilation Run(CSharpCompilation compilation)
    {
        CSharpGeneratorDriver.Create(s_all.Value, parseOptions: CaseFile.ParseOptions).RunGeneratorsAndUpdateCompilation(compilation, out var whole, out _, TestContext.Current.CancellationToken);
        return whole;
    }

    static IEnumerable<ISourceGenerator> In(string pack, string file)
    {
        var version = Directory.EnumerateDirectories(Path.Combine(s_packs, pack), Environment.Version.Major + ".*").Order(StringComparer.Ordinal).Last();
        return new AnalyzerFileReference(Path.GetFullPath(Path.Combine(version, "analyzers", "dotnet", "cs", file)), new Loader()).GetGenerators(LanguageNames.CSharp);
    }

    sealed class Loader : IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath)
        {
        }

        public Assembly LoadFromPath(string fullPath) => Assembly.LoadFrom(fullPath);
    }
}
