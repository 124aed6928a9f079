using System.Collections.Immutable;
using System.Text.Json;
using SecureBuild.Evidence;
using SecureBuild.Sbom;
using SecureBuild.Testing;

namespace SecureBuild.Core.Tests;

[CollectionDefinition(nameof(SbomSamples))]
public sealed class SbomSamplesCollection : ICollectionFixture<SbomSamples>;

/// <summary>Small projects, really restored once per run in a folder outside the repository (so that none of its settings reach them).</summary>
public sealed class SbomSamples : IAsyncLifetime
{
    readonly Dictionary<(string Project, string Framework), ListedPackages> _listed = [];

    public string Folder { get; } = Directory.CreateTempSubdirectory("sbom 試作 ").FullName;

    public async ValueTask InitializeAsync()
    {
        Write("global.json", """{ "sdk": { "version": "10.0.100", "rollForward": "latestFeature" } }""");
        Write("Directory.Build.props", "<Project><PropertyGroup><NuGetAudit>false</NuGetAudit><UseAppHost>false</UseAppHost></PropertyGroup></Project>");
        Write("All.slnx", """
            <Solution>
              <Project Path="App/App.csproj" /><Project Path="Lib/Lib.csproj" /><Project Path="Native/Native.csproj" />
              <Project Path="Central/Central.csproj" /><Project Path="Empty/Empty.csproj" /><Project Path="Classic/Classic.csproj" /><Project Path="Web/Web.csproj" />
            </Solution>
            """);
        Project("Lib", "netstandard2.0;net10.0", """
            <PackageReference Include="Newtonsoft.Json" Version="13.0.3" />
            <PackageReference Include="System.Text.Json" Version="9.0.0" />
            """);
        Project("App", "net10.0", """
            <ProjectReference Include="../Lib/Lib.csproj" />
            <PackageReference Include="Microsoft.Data.Sqlite.Core" Version="10.0.14" />
            <PackageReference Include="SQLitePCLRaw.bundle_e_sqlite3" Version="3.0.3" />
            <PackageReference Include="Meziantou.Analyzer" Version="3.0.*" PrivateAssets="all" />
            """, "<OutputType>Exe</OutputType>");
        Project("Native", "net10.0", """<PackageReference Include="SQLitePCLRaw.bundle_e_sqlite3" Version="3.0.3" />""",
            "<OutputType>Exe</OutputType><RuntimeIdentifier>linux-x64</RuntimeIdentifier><SelfContained>true</SelfContained>");
        Write("Central/Directory.Packages.props", """
            <Project>
              <PropertyGroup>
                <ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally>
                <CentralPackageTransitivePinningEnabled>true</CentralPackageTransitivePinningEnabled>
              </PropertyGroup>
              <ItemGroup>
                <PackageVersion Include="Microsoft.Data.Sqlite.Core" Version="10.0.14" />
                <PackageVersion Include="SQLitePCLRaw.core" Version="3.0.3" />
              </ItemGroup>
            </Project>
            """);
        Project("Central", "net10.0", """<PackageReference Include="Microsoft.Data.Sqlite.Core" />""");
        Project("Empty", "net10.0", "");
        Project("Classic", "net472", """<PackageReference Include="Newtonsoft.Json" Version="13.0.3" />""");
        Project("Web", "net10.0", """<PackageReference Include="System.Text.Json" Version="9.0.0" />""", sdk: "Microsoft.NET.Sdk.Web");
        await Dotnet("restore", "All.slnx");
        Read(await Dotnet("list", "All.slnx", "package", "--include-transitive", "--format", "json"));
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>What <c>dotnet list package</c> reads: an independent opinion.</summary>
    public ListedPackages Listed(string project, string framework) => _listed[(project, framework)];

    public SbomResult Build(string project, string framework = "net10.0", Func<BuildInputs, BuildInputs>? change = null) =>
        SbomBuilder.Build((change ?? (inputs => inputs))(Inputs(project, framework)), new(project, "1.2.3"), Clock.From("1767225600"));

    /// <summary>The inputs of a build of a sample; nothing is compiled, so the output directory holds what a test puts there.</summary>
    public BuildInputs Inputs(string project, string framework) => SampleInputs.For(Folder, project, framework);

    void Project(string name, string frameworks, string items, string properties = "", string sdk = "Microsoft.NET.Sdk") =>
        Write($"{name}/{name}.csproj", $"""
            <Project Sdk="{sdk}">
              <PropertyGroup><TargetFramework{(frameworks.Contains(';') ? "s" : "")}>{frameworks}</TargetFramework{(frameworks.Contains(';') ? "s" : "")}>{properties}</PropertyGroup>
              <ItemGroup>{items}</ItemGroup>
            </Project>
            """);

    void Write(string path, string text)
    {
        var full = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }

    async Task<string> Dotnet(params string[] arguments) => (await DotNet.RunAsync(Folder, arguments)).Succeeded().Output;

    void Read(string listed)
    {
        using var document = JsonDocument.Parse(listed[listed.IndexOf('{')..]);
        foreach (var project in document.RootElement.GetProperty("projects").EnumerateArray())
            foreach (var framework in project.TryGetProperty("frameworks", out var frameworks) ? frameworks.EnumerateArray().ToArray() : [])
                _listed[(Path.GetFileNameWithoutExtension(project.GetProperty("path").GetString()!), framework.GetProperty("framework").GetString()!)] =
                    new(Packages(framework, "topLevelPackages"), Packages(framework, "transitivePackages"));
    }

    static ImmutableSortedSet<string> Packages(JsonElement framework, string name) => framework.TryGetProperty(name, out var packages)
        ? [.. packages.EnumerateArray().Select(package => $"{package.GetProperty("id").GetString()}/{package.GetProperty("resolvedVersion").GetString()}")]
        : [];
}

/// <summary>Packages as <c>Id/Version</c>.</summary>
public sealed record ListedPackages(ImmutableSortedSet<string> Direct, ImmutableSortedSet<string> Transitive);
