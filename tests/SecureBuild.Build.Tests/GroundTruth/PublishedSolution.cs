using System.IO.Compression;
using SecureBuild.Testing;

namespace SecureBuild.Build.Tests.GroundTruth;

/// <summary>Projects of many shapes, published in one run.</summary>
public sealed class PublishedSolution(TemporaryFeed feed) : IAsyncLifetime
{
    const string Json = """<PackageReference Include="Newtonsoft.Json.Bson" Version="1.0.2" />""";
    const string Linux = "<RuntimeIdentifier>linux-x64</RuntimeIdentifier>";
    const string UsesJson = "System.Console.WriteLine(typeof(Newtonsoft.Json.Bson.BsonDataWriter));\n";

    public Workspace Work { get; private set; } = null!;

    public DotNetResult Run { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Work = await feed.WorkspaceAsync("shipped");
        Work.Environment["SOURCE_DATE_EPOCH"] = "1767225600";
        Program("Console", "", Json + Reference("Multi") + """<Content Include="notes.txt" CopyToOutputDirectory="PreserveNewest" />""",
            """System.Console.WriteLine(Native.Beep(1, 1)); static class Native { [System.Runtime.InteropServices.DllImport("kernel32.dll")] public static extern bool Beep(uint frequency, uint duration); [System.Runtime.InteropServices.DllImport("KERNEL32")] public static extern uint GetTickCount(); }""" + "\n");
        Work.Write("Console/notes.txt", "notes\n");
        Program("Dependent", Linux + "<SelfContained>false</SelfContained><PublishReadyToRun>true</PublishReadyToRun>", Json);
        Program("Contained", Linux + "<SelfContained>true</SelfContained>", Json + Reference("Multi"));
        Program("Single", Linux + "<PublishSingleFile>true</PublishSingleFile><SelfContained>true</SelfContained>", Json + Reference("Multi"));
        Program("Trimmed", Linux + "<PublishTrimmed>true</PublishTrimmed><SelfContained>true</SelfContained>", Json);
        Program("Native", Linux + "<PublishAot>true</PublishAot>", Json);
        Program("Sqlite", "", """<PackageReference Include="Microsoft.Data.Sqlite" Version="10.0.15" />""", "System.Console.WriteLine(typeof(Microsoft.Data.Sqlite.SqliteConnection));\n");
        Program("Pruned", "", """<PackageReference Include="Npgsql" Version="10.0.0" /><FrameworkReference Include="Microsoft.AspNetCore.App" />""", "System.Console.WriteLine(typeof(Npgsql.NpgsqlConnection));\n");
        Program("Tested", "<IsTestProject>true</IsTestProject><IsPublishable>true</IsPublishable>", """<PackageReference Include="xunit.v3" Version="3.2.2" />""" + Reference("Multi"), "public class Tests { [Xunit.Fact] public void Nothing() { } }\n");
        Program("Worker", "", """<PackageReference Include="Microsoft.Extensions.Hosting.Abstractions" Version="10.0.9" />""", "System.Console.WriteLine(typeof(Microsoft.Extensions.Hosting.BackgroundService));\n", "Microsoft.NET.Sdk.Worker");

        Program("Web", "", Json + Reference("Multi"), "Microsoft.AspNetCore.Builder.WebApplication.Create(args).Run();\n", "Microsoft.NET.Sdk.Web");
        Work.Write("Web/wwwroot/site.css", "body { }\n");
        Work.Write("Web/appsettings.json", "{}\n");
        Work.Write("Web/wwwroot/lib/jquery/jquery.js", "script\n");
        Work.Write("Web/libman.json", """{ "version": "3.0", "defaultProvider": "cdnjs", "libraries": [ { "library": "jquery@3.7.1", "destination": "wwwroot/lib/jquery/" } ] }""");
        Work.Write("Web/package-lock.json", """
            { "lockfileVersion": 3, "packages": { "": { "dependencies": { "left": "1" } }, "node_modules/left": { "version": "1.0.0", "license": "MIT", "dependencies": { "right": "2" } }, "node_modules/right": { "version": "2.0.0" } } }
            """);

        // For the browser; compressed copies would only take time.
        Program("Browser", "<CompressionEnabled>false</CompressionEnabled>", """<PackageReference Include="Microsoft.AspNetCore.Components.WebAssembly" Version="10.0.15" />""" + Reference("Multi"),
            "Multi.Class.Text(1); await Microsoft.AspNetCore.Components.WebAssembly.Hosting.WebAssemblyHostBuilder.CreateDefault(args).Build().RunAsync();\n", "Microsoft.NET.Sdk.BlazorWebAssembly");
        Work.Write("Browser/wwwroot/index.html", "<html></html>\n");

        Work.Write("Multi/Multi.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFrameworks>net10.0;netstandard2.0</TargetFrameworks><IsPublishable>false</IsPublishable></PropertyGroup>
              <ItemGroup>
                {Workspace.PackageReference}
                <PackageReference Include="Newtonsoft.Json" Version="13.0.3" />
                <PackageReference Include="System.Memory" Version="4.5.5" Condition="'$(TargetFramework)' == 'netstandard2.0'" />
                <None Update="multi.txt" CopyToOutputDirectory="PreserveNewest" />
              </ItemGroup>
            </Project>
            """);
        Work.Write("Multi/Class.cs", "namespace Multi { public static class Class { public static string Text(object value) => Newtonsoft.Json.JsonConvert.SerializeObject(value); } }\n");
        Work.Write("Multi/multi.txt", "multi\n");
        foreach (var (culture, text) in new[] { ("", "text"), (".ja", "文") })
            Work.Write($"Multi/Texts{culture}.resx", $"""
                <root><resheader name="resmimetype"><value>text/microsoft-resx</value></resheader><resheader name="version"><value>2.0</value></resheader>
                <resheader name="reader"><value>System.Resources.ResXResourceReader, System.Windows.Forms</value></resheader><resheader name="writer"><value>System.Resources.ResXResourceWriter, System.Windows.Forms</value></resheader>
                <data name="Text" xml:space="preserve"><value>{text}</value></data></root>
                """);
        // The older of the two frameworks is built because somebody needs it.
        Library("Old", "<TargetFramework>netstandard2.0</TargetFramework><IsPublishable>false</IsPublishable>", Reference("Multi"));

        Program("Central", "", """<PackageReference Include="Newtonsoft.Json.Bson" />""");
        Work.Write("Central/Directory.Packages.props", $"""
            <Project>
              <PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally><CentralPackageTransitivePinningEnabled>true</CentralPackageTransitivePinningEnabled></PropertyGroup>
              <ItemGroup>
                <PackageVersion Include="Newtonsoft.Json.Bson" Version="1.0.2" /><PackageVersion Include="Newtonsoft.Json" Version="13.0.4" />
                <PackageVersion Include="SecureBuild" Version="{TemporaryFeed.Version}" />
              </ItemGroup>
            </Project>
            """);
        Work.Write("Central/Central.csproj", Work.Read("Central/Central.csproj").Replace($" Version=\"{TemporaryFeed.Version}\"", "", StringComparison.Ordinal));

        Work.Write("Layout/Directory.Build.props", "<Project><PropertyGroup><UseArtifactsOutput>true</UseArtifactsOutput></PropertyGroup></Project>\n");
        Program("Layout/Laid", "", Json);

        // A package that only a folder has, and an assembly that no package has.
        var assembly = typeof(PublishedSolution).Assembly.Location;
        // One of an earlier run of the tests, with the same version.
        if (Path.Combine(feed.Packages, "private.part") is var earlier && Directory.Exists(earlier))
            Directory.Delete(earlier, recursive: true);
        await PackAsync(Work.PathOf("Private/feed/Private.Part.2.1.0.nupkg"), Path.Combine(Path.GetDirectoryName(assembly)!, "StructuredLogger.dll"));
        Work.Write("Private/nuget.config", """<configuration><packageSources><add key="own" value="feed" /></packageSources></configuration>""");
        Program("Private", "", """<PackageReference Include="Private.Part" Version="2.1.0" />""", "System.Console.WriteLine(1);\n");
        Directory.CreateDirectory(Work.PathOf("Local/lib"));
        File.Copy(Path.Combine(Path.GetDirectoryName(assembly)!, "SecureBuild.Core.dll"), Work.PathOf("Local/lib/SecureBuild.Core.dll"));
        Program("Local", "", """<Reference Include="SecureBuild.Core"><HintPath>lib/SecureBuild.Core.dll</HintPath></Reference>""", "System.Console.WriteLine(1);\n");

        await VersionsAsync();

        // Tools, whose packages bring what they need, and a library that puts a package's assembly and one of nobody into its own package.
        Program("Tool", "<PackAsTool>true</PackAsTool>", Json + Reference("Multi"));
        Program("Platform", "<PackAsTool>true</PackAsTool><RuntimeIdentifiers>linux-x64</RuntimeIdentifiers><PublishSingleFile>true</PublishSingleFile><SelfContained>true</SelfContained>", Json + Reference("Multi"));
        File.Copy(Path.Combine(Path.GetDirectoryName(assembly)!, "StructuredLogger.dll"), Path.Combine(Directory.CreateDirectory(Work.PathOf("Bundle")).FullName, "vendor.dll"));
        Project("Bundle", "Microsoft.NET.Sdk", "<TargetFramework>netstandard2.0</TargetFramework>", """
            <PackageReference Include="Newtonsoft.Json" Version="13.0.3" PrivateAssets="all" GeneratePathProperty="true" />
            <None Include="$(PkgNewtonsoft_Json)/lib/netstandard2.0/Newtonsoft.Json.dll;vendor.dll" Pack="true" PackagePath="analyzers/dotnet/cs" />
            """, "namespace Bundle { public static class Class { public static string Text(object value) => Newtonsoft.Json.JsonConvert.SerializeObject(value); } }\n");

        // MSBuild SDKs: one with its version in the project, one with it in global.json.
        foreach (var old in Directory.CreateDirectory(feed.Packages).GetDirectories("shapes.*"))
            old.Delete(recursive: true);
        await PartAsync("Shapes.Sdk", "1.2.0", more: ("Sdk/Sdk.props", "<Project />"), folder: "Sdked", lib: null);
        await PartAsync("Shapes.Global", "2.0.0-rc.1", more: ("Sdk/Sdk.props", "<Project />"), folder: "Sdked", lib: null);
        Work.Write("Sdked/nuget.config", """<configuration><packageSources><add key="own" value="feed" /></packageSources></configuration>""");
        Work.Write("global.json", """{ "msbuild-sdks": { "Shapes.Global": "2.0.0-rc.1" } }""");
        Program("Sdked", "<UseAppHost>false</UseAppHost>", """<PackageDownload Include="Newtonsoft.Json" Version="[13.0.3]" />""", "System.Console.WriteLine(1);\n");
        Work.Write("Sdked/Sdked.csproj", Work.Read("Sdked/Sdked.csproj").Replace("</Project>", """<Import Project="Sdk.props" Sdk="Shapes.Sdk" Version="1.2.0" /><Import Project="Sdk.props" Sdk="Shapes.Global" /></Project>""", StringComparison.Ordinal));

        var projects = Directory.GetFiles(Work.Root, "*.csproj", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(Work.Root, path)).Order(StringComparer.Ordinal).ToArray();
        Work.Write("All.slnx", $"<Solution>{string.Concat(projects.Select(path => $"<Project Path=\"{path}\" />"))}</Solution>");
        // As 'dotnet publish' does, which does not take a solution with a library of several frameworks in it.
        Work.Write("Publish.proj", $"""
            <Project>
              <ItemGroup>
                <Shape Include="{string.Join(';', projects.Where(path => Path.GetFileName(path) is not ("Multi.csproj" or "Old.csproj" or "Tool.csproj" or "Platform.csproj" or "Bundle.csproj")))}" />
              </ItemGroup>
              <Target Name="Publish">
                <MSBuild Projects="All.slnx" Targets="Restore" Properties="Configuration=Release;MSBuildRestoreSessionId=$([System.Guid]::NewGuid())" />
                <MSBuild Projects="@(Shape)" Targets="Publish" Properties="Configuration=Release;_IsPublishing=true" BuildInParallel="true" />
                <MSBuild Projects="Old/Old.csproj" Targets="Build" Properties="Configuration=Release;_IsPublishing=true" />
                <MSBuild Projects="Multi/Multi.csproj" Targets="Pack" Properties="Configuration=Release;_IsPublishing=true" />
                <MSBuild Projects="Tool/Tool.csproj;Platform/Platform.csproj;Bundle/Bundle.csproj" Targets="Pack" Properties="Configuration=Release;_IsPacking=true" />
              </Target>
            </Project>
            """);
        Run = (await Work.RunAsync("msbuild", "Publish.proj", "-t:Publish", "-nologo", "-m", "-tl:off", "-v:m", "-p:NuGetAudit=false")).Succeeded();
    }

    // A floating version, a downgrade that nobody is warned of, a dependency of one platform alone, and a lock file.
    async Task VersionsAsync()
    {
        foreach (var earlier in Directory.CreateDirectory(feed.Packages).GetDirectories("versions.*"))
            earlier.Delete(recursive: true);
        await PartAsync("Versions.Floating", "1.0.0");
        await PartAsync("Versions.Floating", "1.4.0");
        await PartAsync("Versions.Floating", "2.0.0");
        await PartAsync("Versions.Lower", "1.0.0");
        await PartAsync("Versions.Lower", "2.0.0");
        await PartAsync("Versions.Upper", "1.0.0", """<dependency id="Versions.Lower" version="2.0.0" />""");
        await PartAsync("Versions.Rid", "1.0.0", more: ("runtime.json", """{ "runtimes": { "linux-x64": { "Versions.Rid": { "Versions.Rid.Linux": "1.0.0" } }, "win-x64": { "Versions.Rid": { "Versions.Rid.Windows": "1.0.0" } } } }"""));
        await PartAsync("Versions.Rid.Linux", "1.0.0", more: ("runtimes/linux-x64/native/libversions.so", "native"));
        await PartAsync("Versions.Rid.Windows", "1.0.0", more: ("runtimes/win-x64/native/versions.dll", "native"));
        Work.Write("Versions/nuget.config", """<configuration><packageSources><add key="own" value="feed" /></packageSources></configuration>""");
        Program("Versions", Linux + "<SelfContained>false</SelfContained><RestorePackagesWithLockFile>true</RestorePackagesWithLockFile><NoWarn>NU1605</NoWarn>", """
            <PackageReference Include="Versions.Floating" Version="1.*" /><PackageReference Include="Versions.Upper" Version="1.0.0" />
            <PackageReference Include="Versions.Lower" Version="1.0.0" /><PackageReference Include="Versions.Rid" Version="1.0.0" />
            """, "System.Console.WriteLine(1);\n");
    }

    async Task PartAsync(string id, string version, string dependencies = "", (string Name, string Text)? more = null, string folder = "Versions", string? lib = "lib/net10.0/_._")
    {
        var package = Work.PathOf($"{folder}/feed/{id}.{version}.nupkg");
        Directory.CreateDirectory(Path.GetDirectoryName(package)!);
        await using var zip = await ZipFile.OpenAsync(package, ZipArchiveMode.Create);
        foreach (var (name, text) in new[] { (id + ".nuspec", $"""
            <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd"><metadata>
              <id>{id}</id><version>{version}</version><authors>Us</authors><description>Part</description><dependencies><group targetFramework="net10.0">{dependencies}</group></dependencies>
            </metadata></package>
            """), (lib ?? "content.txt", ""), more ?? ("readme.txt", "Part") })
        {
            await using var writer = new StreamWriter(await zip.CreateEntry(name).OpenAsync());
            await writer.WriteAsync(text);
        }
    }

    public ValueTask DisposeAsync()
    {
        Work.Dispose();
        return ValueTask.CompletedTask;
    }

    static string Reference(string project) => $"""<ProjectReference Include="../{project}/{project}.csproj" />""";

    void Program(string path, string properties, string items, string source = UsesJson, string sdk = "Microsoft.NET.Sdk") =>
        Project(path, sdk, $"<TargetFramework>net10.0</TargetFramework><OutputType>Exe</OutputType>{properties}", items, source);

    void Library(string path, string properties, string items) => Project(path, "Microsoft.NET.Sdk", properties, items, "namespace Old { public static class Class { public static string Text(object value) => Multi.Class.Text(value); } }\n");

    void Project(string path, string sdk, string properties, string items, string source)
    {
        Work.Write($"{path}/{Path.GetFileName(path)}.csproj", $"""
            <Project Sdk="{sdk}">
              <PropertyGroup>{properties}<NoWarn>$(NoWarn);IL2104;IL3053;NU1510</NoWarn></PropertyGroup>
              <ItemGroup>{Workspace.PackageReference}{items}</ItemGroup>
            </Project>
            """);
        Work.Write($"{path}/Program.cs", source);
    }

    static async Task PackAsync(string package, string assembly)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(package)!);
        await using var zip = await ZipFile.OpenAsync(package, ZipArchiveMode.Create);
        await using (var writer = new StreamWriter(await zip.CreateEntry("Private.Part.nuspec").OpenAsync()))
            await writer.WriteAsync("""
                <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd"><metadata>
                  <id>Private.Part</id><version>2.1.0</version><authors>Us</authors><description>Part</description>
                  <dependencies><group targetFramework="net10.0"><dependency id="Newtonsoft.Json" version="13.0.3" /></group></dependencies>
                </metadata></package>
                """);
        await zip.CreateEntryFromFileAsync(assembly, "lib/net10.0/Private.Part.dll");
        await using (var writer = new StreamWriter(await zip.CreateEntry("build/Private.Part.targets").OpenAsync()))
            await writer.WriteAsync("""<Project><ItemGroup><None Include="$(MSBuildThisFileDirectory)part.dat" Link="part.dat" CopyToOutputDirectory="PreserveNewest" /></ItemGroup></Project>""");
        await using (var writer = new StreamWriter(await zip.CreateEntry("build/part.dat").OpenAsync()))
            await writer.WriteAsync("data");
    }
}
