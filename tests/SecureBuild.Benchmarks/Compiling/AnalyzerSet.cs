using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SecureBuild.Analyzers.Hosting;

namespace SecureBuild.Benchmarks.Compiling;

/// <summary>Analyzers that are measured together, and the rules that count as theirs.</summary>
/// <param name="Rules">Rules that are switched on whatever their default; all others of the set are off. Null leaves the defaults.</param>
sealed record AnalyzerSet(string Name, ImmutableArray<DiagnosticAnalyzer> Analyzers, ImmutableHashSet<string>? Rules = null)
{
    public static AnalyzerSet None { get; } = new("compiler alone", []);

    public static AnalyzerSet SecureBuild { get; } = new("SecureBuild", [new SecureBuildAnalyzer()]);

    /// <summary>The others with their security rules.</summary>
    /// <param name="isEditing">For keystrokes: without SecurityCodeScan, and NetAnalyzers with their defaults. Their flow rules need about a minute and more for one keystroke in a document of a thousand lines.</param>
    public static IEnumerable<AnalyzerSet> Peers(bool isEditing = false)
    {
        var microsofts = Path.Combine("microsoft.codeanalysis.netanalyzers", "10.0.111", "analyzers", "dotnet", "cs");
        yield return isEditing ? Of("NetAnalyzers (defaults)", microsofts, null) : Of("NetAnalyzers (security)", microsofts, static rule => rule.Category == "Security");
        if (!isEditing)
            yield return Of("SecurityCodeScan", Path.Combine("securitycodescan.vs2019", "5.6.7", "analyzers", "dotnet"), static rule => rule.Id.StartsWith("SCS", StringComparison.Ordinal));
        yield return Of("SonarAnalyzer (security)", Path.Combine("sonaranalyzer.csharp", "10.36.0.15337", "analyzers"),
            static rule => rule.Category.Contains("Vulnerability", StringComparison.Ordinal) || rule.Category.Contains("Hotspot", StringComparison.Ordinal));
        yield return Of("SonarAnalyzer (defaults)", Path.Combine("sonaranalyzer.csharp", "10.36.0.15337", "analyzers"), null);
    }

    static AnalyzerSet Of(string name, string folder, Func<DiagnosticDescriptor, bool>? isWanted)
    {
        folder = Path.Combine(GeneratedCompilation.Packages, folder);
        var context = new AssemblyLoadContext(name);
        context.Resolving += (loader, wanted) =>
            Directory.EnumerateFiles(folder, wanted.Name + ".dll", SearchOption.AllDirectories).FirstOrDefault() is { } path ? loader.LoadFromAssemblyPath(path) : null;
        var analyzers = new List<DiagnosticAnalyzer>();
        foreach (var path in Directory.EnumerateFiles(folder, "*.dll", SearchOption.AllDirectories).Where(static path => !path.EndsWith(".resources.dll", StringComparison.Ordinal)))
            analyzers.AddRange(AnalyzersIn(context.LoadFromAssemblyPath(path)));
        if (isWanted is null)
            return new(name, [.. analyzers]);
        var wanted = analyzers.Where(analyzer => analyzer.SupportedDiagnostics.Any(isWanted)).ToImmutableArray();
        return new(name, wanted, [.. wanted.SelectMany(analyzer => analyzer.SupportedDiagnostics).Where(isWanted).Select(rule => rule.Id)]);
    }

    static IEnumerable<DiagnosticAnalyzer> AnalyzersIn(Assembly assembly)
    {
        Type?[] types;
        try
        {
            types = assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException error)
        {
            types = error.Types;
        }
        foreach (var type in types)
            if (type is { IsAbstract: false } && type.IsAssignableTo(typeof(DiagnosticAnalyzer)) && type.GetCustomAttribute<DiagnosticAnalyzerAttribute>() is { } mark && mark.Languages.Contains(LanguageNames.CSharp))
                yield return (DiagnosticAnalyzer)Activator.CreateInstance(type)!;
    }

    /// <summary>The compilation with this set's rules switched on.</summary>
    public Compilation Configure(Compilation compilation) =>
        Rules is null ? compilation : compilation.WithOptions(compilation.Options.WithSpecificDiagnosticOptions(
            Analyzers.SelectMany(static analyzer => analyzer.SupportedDiagnostics).Select(static rule => rule.Id).Distinct()
                .ToImmutableDictionary(static id => id, id => Rules.Contains(id) ? ReportDiagnostic.Warn : ReportDiagnostic.Suppress)));
}
