using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace SecureBuild.Build.Tests.GroundTruth;

/// <summary>What a CycloneDX document says, in the words of <see cref="Truth"/>.</summary>
sealed class Listed(JsonNode bom)
{
    readonly Dictionary<string, JsonNode> _byRef = bom["components"]!.AsArray().Append(bom["metadata"]!["component"]).ToDictionary(component => (string)component!["bom-ref"]!, component => component!);

    /// <summary>Packages, projects and the edges between them and the product.</summary>
    public Truth Graph => new(
        [.. Components.Where(IsPackage).Select(component => $"{component["name"]} {component["version"]}")],
        [.. Components.Where(IsProject).Select(component => (string)component["name"]!)],
        [
            .. from dependency in bom["dependencies"]!.AsArray()
               let source = _byRef[(string)dependency!["ref"]!]
               where source == Root || IsPackage(source) || IsProject(source)
               from name in dependency["dependsOn"]!.AsArray()
               let target = _byRef[(string)name!]
               where IsPackage(target) || IsProject(target)
               select $"{(source == Root ? "." : source["name"])} -> {target["name"]}",
        ]);

    /// <summary>The files that lie in the folder by themselves, with both digests: <c>path sha256 sha512</c>. A file that is listed twice is there twice.</summary>
    public IReadOnlyList<string> Files => [.. AllFiles.Where(file => Embedding(file.Node) is null).Select(Line).Order(StringComparer.Ordinal)];

    /// <summary>The files inside a container, likewise.</summary>
    public IReadOnlyList<string> FilesIn(string container) => [.. AllFiles.Where(file => Embedding(file.Node) == container).Select(Line).Order(StringComparer.Ordinal)];

    /// <summary>Files of packages and runtime packs: <c>Newtonsoft.Json: Newtonsoft.Json.dll</c>.</summary>
    public ImmutableSortedSet<string> FilesOfPackages =>
        [.. AllFiles.Where(file => file.Owner is not null && (IsPackage(file.Owner) || (string)file.Owner["type"]! == "framework")).Select(file => $"{PackageOf(file.Owner!)}: {file.Node["name"]}")];

    /// <summary>Name of the component that a file belongs to: <c>.</c> for the product, null for nobody.</summary>
    public string? OwnerOf(string name) => AllFiles.Single(file => (string)file.Node["name"]! == name && Embedding(file.Node) is null).Owner is { } owner ? owner == Root ? "." : (string)owner["name"]! : null;

    /// <summary>A component of the top level by its name.</summary>
    public JsonNode this[string name] => Components.Single(component => (string)component["name"]! == name);

    public IEnumerable<JsonNode> Components => bom["components"]!.AsArray().OfType<JsonNode>();

    public JsonNode Root => bom["metadata"]!["component"]!;

    public IEnumerable<string> DependenciesOf(string name) =>
        bom["dependencies"]!.AsArray().Single(dependency => (string)_byRef[(string)dependency!["ref"]!]["name"]! == name)!["dependsOn"]!.AsArray().Select(target => (string)_byRef[(string)target!]["name"]!);

    public static string? Property(JsonNode component, string name) =>
        (string?)component["properties"]?.AsArray().FirstOrDefault(property => (string)property!["name"]! == name)?["value"];

    IEnumerable<(JsonNode Node, JsonNode? Owner)> AllFiles => Components.Append(Root).SelectMany(component =>
        ((string)component["type"]! == "file" ? [(component, (JsonNode?)null)] : Array.Empty<(JsonNode, JsonNode?)>())
            .Concat((component["components"]?.AsArray() ?? []).Select(file => (file!, (JsonNode?)component))));

    static string? Embedding(JsonNode file) => Property(file, "securebuild:file:bundled-in") ?? Property(file, "securebuild:file:compiled-into");

    static string Line((JsonNode Node, JsonNode? Owner) file) => $"{file.Node["name"]} {Hash(file.Node, "SHA-256")} {Hash(file.Node, "SHA-512")}";

    static string? Hash(JsonNode file, string algorithm) => (string?)file["hashes"]?.AsArray().SingleOrDefault(hash => (string)hash!["alg"]! == algorithm)?["content"];

    static string PackageOf(JsonNode owner) => Property(owner, "securebuild:runtime-pack") ?? (string)owner["name"]!;

    static bool IsPackage(JsonNode component) => (string)component["type"]! == "library" && ((string?)component["purl"])?.StartsWith("pkg:nuget/", StringComparison.Ordinal) == true && ((string)component["bom-ref"]!).StartsWith("pkg:", StringComparison.Ordinal);

    static bool IsProject(JsonNode component) => ((string)component["bom-ref"]!).StartsWith("project:", StringComparison.Ordinal) && component["purl"] is not null && (string)component["type"]! == "library";
}
