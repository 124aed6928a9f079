using SecureBuild.Evidence;
using SecureBuild.Sbom;

namespace SecureBuild.Core.Tests.Sbom;

/// <summary>The publish folder of a program that runs in the browser, laid out by hand. A real one: <c>GroundTruthTests</c>.</summary>
public sealed class BrowserFilesTests : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("browser ").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("wwwroot/_framework/Part.k2j4h5g6f7.wasm", "Part", "trimmed,webcil")]
    [InlineData("wwwroot/_framework/Part.k2j4h5g6f7.wasm.br", "Part", "trimmed,webcil,brotli")]
    [InlineData("wwwroot/_framework/Part.wasm", "Part", "trimmed,webcil")]
    [InlineData("wwwroot/_framework/de/Part.resources.k2j4h5g6f7.wasm", "Part", "trimmed,webcil")]
    [InlineData("wwwroot/_framework/Part.dll", "Part", "trimmed")]
    [InlineData("wwwroot/_framework/dotnet.native.k2j4h5g6f7.wasm", "Runtime.Pack", null)]
    [InlineData("wwwroot/_framework/dotnet.js.gz", "Runtime.Pack", "gzip")]
    [InlineData("wwwroot/_framework/dotnet.js", "Runtime.Pack", "configured")]
    [InlineData("wwwroot/_framework/App.k2j4h5g6f7.wasm", null, "trimmed,webcil")]
    [InlineData("wwwroot/_framework/Part.Of.Another.wasm", null, "trimmed,webcil")]
    [InlineData("wwwroot/Part.k2j4h5g6f7.wasm", null, null)]
    public void A_file_belongs_to_who_brings_it_under_whatever_name_it_is_published(string name, string? package, string? transformed)
    {
        var inputs = PublishedFiles.Of(Inputs(), Publish(name));
        if (package is null)
            Assert.Equal((name, transformed), Assert.Single(inputs.Outputs.Select(file => (file.Destination, file.Transformed))));
        else
            Assert.Equal((name, package, transformed), Assert.Single(inputs.CopyLocal.Select(file => (file.Destination, file.PackageId, file.Transformed))));
    }

    [Fact]
    public void The_products_own_assembly_is_its_deployable()
    {
        var inputs = PublishedFiles.Of(Inputs(), Publish("wwwroot/_framework/App.k2j4h5g6f7.wasm", "wwwroot/_framework/App.k2j4h5g6f7.wasm.br", "wwwroot/index.html"));
        var root = SbomBuilder.Build(inputs, new("App", "1.0.0"), Clock.From("0")).Bom.Metadata.Component!;
        Assert.Contains(new("bsi:component:filename", "App.k2j4h5g6f7.wasm"), root.Properties);
        Assert.Contains(new("bsi:component:executable", "executable"), root.Properties);
    }

    [Fact]
    public void What_a_server_hands_to_browsers_belongs_to_the_program_that_it_refers_to_and_its_runtime_is_an_open_end()
    {
        var client = Write("Client/bin/Client.dll");
        Write("Client/bin/wwwroot/_framework/dotnet.js");
        var inputs = Inputs() with { CopyLocal = [], ProjectReferences = [new(Path.Combine(_folder, "Client", "Client.csproj"), client)] };
        var bom = SbomBuilder.Build(PublishedFiles.Of(inputs, Publish("wwwroot/_framework/System.Linq.k2j4h5g6f7.wasm", "wwwroot/_framework/dotnet.native.k2j4h5g6f7.wasm", "wwwroot/site.css")), new("App", "1.0.0"), Clock.From("0")).Bom;

        Assert.Equal(["wwwroot/site.css"], bom.Metadata.Component!.Components.Select(file => file.Name));
        var project = Assert.Single(bom.Components, component => component.Name == "Client");
        Assert.Equal(2, project.Components.Length);
        Assert.Contains(bom.Compositions, composition => composition.Aggregate == "incomplete" && composition.Dependencies.Contains(project.BomRef!));
    }

    BuildInputs Inputs() => SampleInputs.For(_folder, "App", "net10.0") with
    {
        ArtifactDirectory = Path.Combine(_folder, "artifacts") + "/",
        CopyLocal =
        [
            new(Write("part/Part.dll"), "Part.dll", "Part", "1.0.0", null),
            new(Write("part/de/Part.resources.dll"), "de/Part.resources.dll", "Part", "1.0.0", null),
            new(Write("pack/dotnet.js"), "dotnet.js", "Runtime.Pack", "10.0.0", null),
            new(Write("pack/dotnet.native.wasm"), "dotnet.native.wasm", "Runtime.Pack", "10.0.0", null) { AssetType = "native" },
        ],
        Properties = SampleInputs.For(_folder, "App", "net10.0").Properties.SetItem("AssemblyName", "App").SetItem("PublishTrimmed", "true"),
    };

    PublishInputs Publish(params string[] names)
    {
        foreach (var name in names)
            Write("out/" + name, name == "wwwroot/_framework/dotnet.js" ? "with the list of what to load" : "same length");
        return new(Path.Combine(_folder, "out"), []);
    }

    string Write(string name, string text = "same length")
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }
}
