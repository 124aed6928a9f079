using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace SecureBuild.Testing.Roslyn;

/// <summary>What a test's source is compiled against.</summary>
public sealed record TestSetup
{
    static readonly Lazy<ImmutableArray<MetadataReference>> s_framework = new(() =>
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || name is "mscorlib.dll" or "netstandard.dll" or "Microsoft.CSharp.dll" or "Microsoft.Win32.Primitives.dll"))
            .Select(path => MetadataReference.CreateFromFile(path))]);

    static readonly Lazy<ImmutableArray<MetadataReference>> s_aspNetCore = new(() =>
    {
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var installed = Path.Combine(framework, "..", "..", "Microsoft.AspNetCore.App");
        var folder = Directory.Exists(Path.Combine(installed, Path.GetFileName(framework)))
            ? Path.Combine(installed, Path.GetFileName(framework))
            : Directory.EnumerateDirectories(installed, Environment.Version.Major + ".*").Order(StringComparer.Ordinal).Last();
        var known = Directory.EnumerateFiles(framework, "*.dll").Select(Path.GetFileName).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. Directory.EnumerateFiles(folder, "*.dll").Where(path => !known.Contains(Path.GetFileName(path))).Select(path => MetadataReference.CreateFromFile(path))];
    });

    static readonly Lazy<ImmutableArray<MetadataReference>> s_netStandard20 = new(() =>
    {
        return [.. Directory.EnumerateFiles(Path.Combine(PackageRoot, "netstandard.library", "2.0.3", "build", "netstandard2.0", "ref"), "*.dll").Select(path => MetadataReference.CreateFromFile(path))];
    });

    /// <summary>Where NuGet keeps the restored packages.</summary>
    public static string PackageRoot => typeof(TestSetup).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "NuGetPackageRoot").Value!;

    /// <summary>The framework the tests run on, the newest C#.</summary>
    public static TestSetup Default { get; } = new();

    /// <summary>With the installed ASP.NET Core shared framework.</summary>
    public static TestSetup AspNetCore => new() { References = s_aspNetCore.Value };

    /// <summary>.NET Standard 2.0 instead of the framework: much of the newer API is absent.</summary>
    public static TestSetup NetStandard20 => new() { Framework = s_netStandard20.Value };

    /// <summary>Further sources, for instance stand-ins for an API that no package offers here: (name, text).</summary>
    public ImmutableArray<(string Name, string Text)> Stubs { get; init; } = [];

    /// <summary>Further references.</summary>
    public ImmutableArray<MetadataReference> References { get; init; } = [];

    /// <summary>The framework and the further references.</summary>
    internal ImmutableArray<MetadataReference> AllReferences => (Framework ?? s_framework.Value).AddRange(References);

    /// <summary>Replaces the framework references; <c>[]</c> with no framework at all is of no use, so null means the framework.</summary>
    public ImmutableArray<MetadataReference>? Framework { get; init; }

    /// <summary>Lines of a global analyzer config, <c>key = value</c> (also <c>build_property.X = value</c>).</summary>
    public ImmutableArray<string> Options { get; init; } = [];

    /// <summary>Additional files: (path, text).</summary>
    public ImmutableArray<(string Path, string Text)> AdditionalFiles { get; init; } = [];

    /// <summary>The assembly's name.</summary>
    public string AssemblyName { get; init; } = "Test";

    /// <summary>For incomplete code.</summary>
    public bool AllowCompilerErrors { get; init; }

    /// <summary>C# version.</summary>
    public LanguageVersion LanguageVersion { get; init; } = LanguageVersion.Preview;

    /// <summary>The source compiled, for another one to reference.</summary>
    public async Task<Compilation> CompileAsync(string source)
    {
        var (document, workspace) = Create(source);
        using var _ = workspace;
        return (await document.Project.GetCompilationAsync())!;
    }

    internal (Document Document, AdhocWorkspace Workspace) Create(string source)
    {
        var workspace = new AdhocWorkspace();
        var project = ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Default, AssemblyName, AssemblyName, LanguageNames.CSharp,
            compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Disable),
            parseOptions: new CSharpParseOptions(LanguageVersion),
            metadataReferences: AllReferences);
        var solution = workspace.CurrentSolution.AddProject(project);
        foreach (var (name, text) in Stubs)
            solution = solution.AddDocument(DocumentId.CreateNewId(project.Id), name, SourceText.From(text), filePath: "/test/" + name);
        foreach (var (path, text) in AdditionalFiles)
            solution = solution.AddAdditionalDocument(DocumentId.CreateNewId(project.Id), path, SourceText.From(text), filePath: path);
        if (!Options.IsEmpty)
            solution = solution.AddAnalyzerConfigDocument(DocumentId.CreateNewId(project.Id), ".globalconfig", SourceText.From("is_global = true\n" + string.Join("\n", Options)), filePath: "/test/.globalconfig");
        var document = DocumentId.CreateNewId(project.Id);
        solution = solution.AddDocument(document, "Test.cs", SourceText.From(source), filePath: "/test/Test.cs");
        return (solution.GetDocument(document)!, workspace);
    }
}
