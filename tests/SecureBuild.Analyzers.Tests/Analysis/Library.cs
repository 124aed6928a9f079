using System.Security.Cryptography;
using System.Text;
using Microsoft.CodeAnalysis;
using SecureBuild.Analyzers.Analysis;
using SecureBuild.Testing.Roslyn;

namespace SecureBuild.Analyzers.Tests.Analysis;

/// <summary>A project that others reference, as its build leaves it: the assembly, and the side file with its flow summary.</summary>
sealed class Library
{
    Library(string name, Compilation compilation, string[] lines)
    {
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image);
        Assert.True(emitted.Success, string.Join("\n", emitted.Diagnostics));
        var bytes = image.ToArray();
        Compilation = compilation;
        Lines = lines;
        Reference = MetadataReference.CreateFromImage(bytes);
        var mvid = ((AssemblyMetadata)Reference.GetMetadata()).GetModules()[0].GetModuleVersionId();
        File = ($"/test/ref/{name}.flow.securebuild.model", Written(name, mvid.ToString(), lines));
    }

    public Compilation Compilation { get; }

    public string[] Lines { get; }

    public PortableExecutableReference Reference { get; }

    public (string Path, string Text) File { get; }

    public static async Task<Library> BuildAsync(string name, string source, params Library[] references)
    {
        var setup = Using(references) with { AssemblyName = name, Options = ["securebuild.flow_summary = true"] };
        var summary = Assert.Single(await Verify<SB0004FlowSummary>.DiagnosticsAsync(source, setup));
        return new(name, await setup.CompileAsync(source), summary.Properties[SB0004FlowSummary.LinesProperty]!.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>A web project that references these.</summary>
    public static TestSetup Using(params Library[] libraries) => TestSetup.AspNetCore with
    {
        References = [.. TestSetup.AspNetCore.References, .. libraries.Select(static library => library.Reference)],
        AdditionalFiles = [.. libraries.Select(static library => library.File)],
    };

    public static string Written(string name, string mvid, params string[] lines)
    {
        var body = string.Concat(lines.Select(static line => line + "\n"));
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body)));
        return $"# SecureBuild flow summary 1\n# assembly: {name}\n# mvid: {mvid}\n# sha256: {digest}\n{body}";
    }
}
