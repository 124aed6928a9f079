using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SecureBuild.Testing;
using SecureBuild.Testing.Roslyn;

namespace SecureBuild.Analyzers.Tests.Injection;

/// <summary>A web project: the SDK's usings, ASP.NET Core, and the corpus' stand-ins for libraries as metadata (as source they would be analysed).</summary>
static class FlowSetup
{
    const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    const string WebUsings = """
        global using Microsoft.AspNetCore.Builder;
        global using Microsoft.AspNetCore.Http;
        global using Microsoft.AspNetCore.Mvc;
        global using Microsoft.Extensions.Configuration;
        global using Microsoft.Extensions.Logging;
        """;

    static readonly Lazy<TestSetup> s_web = new(() => TestSetup.AspNetCore with
    {
        References = [.. TestSetup.AspNetCore.References, Libraries()],
        Stubs = [("Usings.cs", Usings + "\n" + WebUsings)],
    });

    public static TestSetup Web => s_web.Value;

    /// <summary>With lines of a global analyzer config.</summary>
    public static TestSetup With(params string[] options) => Web with { Options = [.. options] };

    static MetadataReference Libraries()
    {
        var platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || name is "mscorlib.dll" or "netstandard.dll" or "Microsoft.CSharp.dll"))
            .Select(path => (MetadataReference)MetadataReference.CreateFromFile(path));
        var sources = Directory.EnumerateFiles(Repository.PathOf("tests/SecureBuild.Analyzers.Corpus/Stubs"), "*.cs").Order(StringComparer.Ordinal).Select(File.ReadAllText).Append(Usings);
        var compilation = CSharpCompilation.Create("Libraries", sources.Select(text => CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.Preview))),
            [.. platform, .. TestSetup.AspNetCore.References], new(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true));
        using var image = new MemoryStream();
        var result = compilation.Emit(image, options: new(metadataOnly: true));
        return result.Success ? MetadataReference.CreateFromImage(image.ToArray()) : throw new InvalidOperationException(string.Join("\n", result.Diagnostics.Where(each => each.Severity == DiagnosticSeverity.Error)));
    }
}
