using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using SecureBuild.Testing.Roslyn;

namespace SecureBuild.Analyzers.Corpus;

/// <summary>What the cases are compiled against: the framework, ASP.NET Core, and stand-ins for what is in neither.</summary>
static class Compilations
{
    /// <summary>What the SDK adds to every file (<c>ImplicitUsings</c>).</summary>
    const string BasicUsings = """
        global using global::System;
        global using global::System.Collections.Generic;
        global using global::System.IO;
        global using global::System.Linq;
        global using global::System.Net.Http;
        global using global::System.Threading;
        global using global::System.Threading.Tasks;
        """;

    /// <summary>What the web SDK adds to that.</summary>
    const string WebUsings = """
        global using global::System.Net.Http.Json;
        global using global::Microsoft.AspNetCore.Builder;
        global using global::Microsoft.AspNetCore.Hosting;
        global using global::Microsoft.AspNetCore.Http;
        global using global::Microsoft.AspNetCore.Routing;
        global using global::Microsoft.Extensions.Configuration;
        global using global::Microsoft.Extensions.DependencyInjection;
        global using global::Microsoft.Extensions.Hosting;
        global using global::Microsoft.Extensions.Logging;
        """;

    static readonly Lazy<IReadOnlyList<MetadataReference>> s_references = new(References);

    // Derived compilations share the symbols of the references.
    static readonly Lazy<CSharpCompilation> s_library = new(() => Empty("Case", OutputKind.DynamicallyLinkedLibrary, s_references.Value));
    static readonly Lazy<CSharpCompilation> s_program = new(() => Empty("Case", OutputKind.ConsoleApplication, s_references.Value));

    static readonly Lazy<CSharpCompilation> s_anything = new(() => Empty("Anything", OutputKind.DynamicallyLinkedLibrary, [.. s_references.Value, .. Own()]));

    static readonly SyntaxTree s_webUsings = Parse(BasicUsings + "\n" + WebUsings, "Web.GlobalUsings.g.cs");
    static readonly SyntaxTree s_basicUsings = Parse(BasicUsings, "Basic.GlobalUsings.g.cs");

    /// <summary>The file alone. A file that uses System.Web lacks the usings of ASP.NET Core: it belongs to the .NET Framework.</summary>
    public static CSharpCompilation Of(CaseFile file)
    {
        var systemWeb = file.Tree.GetCompilationUnitRoot().Usings.Any(line => line.Alias is null && line.Name?.ToString().StartsWith("System.Web", StringComparison.Ordinal) == true);
        return (file.HasTopLevelStatements ? s_program : s_library).Value.AddSyntaxTrees(file.Tree, systemWeb ? s_basicUsings : s_webUsings);
    }

    /// <summary>These files together, whatever they are: with all usings, all references, and with what this repository's own sources refer to.</summary>
    public static CSharpCompilation Of(params IEnumerable<SyntaxTree> trees) => s_anything.Value.AddSyntaxTrees([.. trees, s_webUsings]);

    public static IEnumerable<string> Errors(Compilation compilation) =>
        compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => diagnostic.ToString());

    static IReadOnlyList<MetadataReference> References()
    {
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        MetadataReference[] platform =
        [
            .. Directory.EnumerateFiles(framework, "*.dll").Where(IsManaged).Select(path => MetadataReference.CreateFromFile(path)),
            .. TestSetup.AspNetCore.References,
        ];
        return [.. platform, Stubs(platform)];
    }

    static IEnumerable<MetadataReference> Own() =>
        from path in Directory.EnumerateFiles(AppContext.BaseDirectory, "*.dll")
        where Path.GetFileName(path) is var name && (name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal) || name.StartsWith("xunit.", StringComparison.Ordinal))
        select MetadataReference.CreateFromFile(path);

    // Native libraries lie between the managed ones.
    static bool IsManaged(string path) => Path.GetFileName(path) is var name
        && (name is "mscorlib.dll" or "netstandard.dll" || name.StartsWith("System.", StringComparison.Ordinal) || name.StartsWith("Microsoft.", StringComparison.Ordinal))
        && !name.Contains(".Native.", StringComparison.Ordinal) && name != "Microsoft.DiaSymReader.Native.amd64.dll";

    static MetadataReference Stubs(IEnumerable<MetadataReference> platform)
    {
        var sources = Directory.EnumerateFiles(Path.Combine(Family.Root, "Stubs"), "*.cs").Order(StringComparer.Ordinal);
        var stubs = Empty("Stubs", OutputKind.DynamicallyLinkedLibrary, platform).AddSyntaxTrees([s_basicUsings, .. sources.Select(path => Parse(File.ReadAllText(path), path))]);
        using var image = new MemoryStream();
        var result = stubs.Emit(image, options: new(metadataOnly: true));
        return result.Success
            ? MetadataReference.CreateFromImage(image.ToArray(), filePath: "Stubs.dll")
            : throw new InvalidOperationException("The stand-ins do not compile:\n" + string.Join("\n", result.Diagnostics.Where(each => each.Severity == DiagnosticSeverity.Error)));
    }

    static SyntaxTree Parse(string text, string path) => CSharpSyntaxTree.ParseText(SourceText.From(text), CaseFile.ParseOptions, path);

    static CSharpCompilation Empty(string name, OutputKind kind, IEnumerable<MetadataReference> references) =>
        CSharpCompilation.Create(name, references: references, options: new(kind, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable));
}
