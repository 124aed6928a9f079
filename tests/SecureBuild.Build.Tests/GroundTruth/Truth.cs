using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace SecureBuild.Build.Tests.GroundTruth;

/// <summary>
/// What a project resolved, read by the shortest way from what NuGet and the SDK wrote: nothing here is shared with the generator, so that a mistake
/// of its reader cannot hide.
/// </summary>
/// <param name="Packages"><c>Newtonsoft.Json 13.0.3</c>.</param>
/// <param name="Projects">Names of referenced projects.</param>
/// <param name="Edges"><c>Newtonsoft.Json.Bson -> Newtonsoft.Json</c>; the product itself is <c>.</c></param>
sealed record Truth(ImmutableSortedSet<string> Packages, ImmutableSortedSet<string> Projects, ImmutableSortedSet<string> Edges)
{
    /// <summary>From <c>project.assets.json</c>.</summary>
    public static Truth OfAssets(string path, string target)
    {
        var assets = JsonNode.Parse(File.ReadAllText(path))!;
        var libraries = assets["targets"]![target]!.AsObject();
        var names = libraries.ToDictionary(library => library.Key.Split('/')[0], library => library.Key, StringComparer.OrdinalIgnoreCase);
        var edges = libraries.SelectMany(library => (library.Value!["dependencies"]?.AsObject() ?? []).Select(dependency => (From: library.Key.Split('/')[0], To: dependency.Key)))
            .Concat(assets["projectFileDependencyGroups"]![target.Split('/')[0]]!.AsArray().Select(text => (From: ".", To: ((string)text!).Split(' ')[0])))
            .Where(edge => names.ContainsKey(edge.To))
            .Select(edge => $"{edge.From} -> {names[edge.To].Split('/')[0]}");
        return new(
            [.. Of("package").Select(name => name.Replace('/', ' '))],
            [.. Of("project").Select(name => name.Split('/')[0])],
            [.. edges]);

        IEnumerable<string> Of(string type) => libraries.Where(library => (string?)library.Value!["type"] == type).Select(library => library.Key);
    }

    /// <summary>Which package has an assembly to run, by the assembly's name.</summary>
    public static Dictionary<string, string> PackagesOfAssemblies(string path, string target) =>
        JsonNode.Parse(File.ReadAllText(path))!["targets"]![target]!.AsObject().Where(library => (string?)library.Value!["type"] == "package")
            .SelectMany(library => Names(library.Value!["runtime"]).Select(file => (Name: Path.GetFileNameWithoutExtension(file), Package: library.Key.Split('/')[0])))
            .ToDictionary(pair => pair.Name, pair => pair.Package);

    /// <summary>Files that each library brings according to <c>*.deps.json</c>: <c>Newtonsoft.Json: Newtonsoft.Json.dll</c>. Runtime packs by their package.</summary>
    public static ImmutableSortedSet<string> FilesOfDeps(JsonNode deps, string product)
    {
        var target = deps["targets"]![(string)deps["runtimeTarget"]!["name"]!]!.AsObject();
        return
        [
            .. from library in target
               let name = library.Key.Split('/')[0].Replace("runtimepack.", "", StringComparison.Ordinal)
               where name != product && (string?)deps["libraries"]![library.Key]!["type"] is "package" or "runtimepack"
               let isPack = library.Key.StartsWith("runtimepack.", StringComparison.Ordinal)
               from file in Files(library.Value!, isPack)
               select $"{name}: {file}",
        ];
    }

    // A file of the top level is copied to the top folder, a culture's into its own, one for another platform keeps its path.
    static IEnumerable<string> Files(JsonNode library, bool isPack) =>
        Names(library["runtime"]).Concat(Names(library["native"])).Select(Path.GetFileName)
            .Concat((library["resources"]?.AsObject() ?? []).Select(file => $"{file.Value!["locale"]}/{Path.GetFileName(file.Key)}"))
            .Concat(isPack ? [] : Names(library["runtimeTargets"])).OfType<string>().Where(name => name != "_._");

    static IEnumerable<string> Names(JsonNode? group) => (group?.AsObject() ?? []).Select(file => file.Key).Where(name => !name.EndsWith("/_._", StringComparison.Ordinal));
}
