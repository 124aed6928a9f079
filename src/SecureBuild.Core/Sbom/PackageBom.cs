using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace SecureBuild.Sbom;

/// <summary>
/// The bill of materials of a finished package: its own files, and what all its target frameworks were built from as the documents in it say. Works on
/// JSON, so that whatever those documents hold is kept.
/// </summary>
static class PackageBom
{
    static readonly string[] s_aggregates = ["complete", "incomplete", "unknown"];

    /// <summary>The document of a package.</summary>
    public static JsonObject Of(PackageFile package, Clock clock)
    {
        var purl = PackageUrl.NuGet(package.Id, package.Version);
        var roots = package.Boms.Select(bom => Text(bom.Document["metadata"]?["component"]?["bom-ref"])).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var components = Components(package, roots);
        var known = components.Keys.Append(purl).ToHashSet(StringComparer.Ordinal);
        var edges = Edges(package, roots, purl, known);
        var metadata = package.Boms.FirstOrDefault()?.Document["metadata"]?.DeepClone().AsObject() ?? [];
        var aggregates = Aggregates(package, roots, purl, known);

        metadata.Remove("timestamp");
        metadata["lifecycles"] = new JsonArray(new JsonObject { ["phase"] = "build" }, new JsonObject { ["phase"] = "post-build" });
        metadata["tools"] ??= new JsonObject { ["components"] = new JsonArray(new JsonObject { ["type"] = "application", ["name"] = Identity.ToolName, ["version"] = Identity.ToolVersion }) };
        metadata["component"] = Root(package, purl, metadata["component"]?.AsObject() ?? []);
        metadata["properties"] = new JsonArray(Property(Names.Graph, s_aggregates[aggregates.Values.DefaultIfEmpty(2).Max()]));
        var document = new JsonObject
        {
            ["$schema"] = "http://cyclonedx.org/schema/bom-1.7.schema.json",
            ["bomFormat"] = "CycloneDX",
            ["specVersion"] = Bom.SpecVersion,
            ["version"] = 1,
            ["metadata"] = metadata,
            ["components"] = new JsonArray([.. components.Values]),
            ["dependencies"] = new JsonArray([.. edges.Select(edge => new JsonObject { ["ref"] = edge.Key, ["dependsOn"] = Texts(edge.Value) })]),
            ["compositions"] = Compositions(purl, aggregates),
        };
        document["serialNumber"] = SerialNumber.Of(document);
        metadata["timestamp"] = clock.Text;
        return document;
    }

    static JsonObject Root(PackageFile package, string purl, JsonObject built)
    {
        foreach (var member in new[] { "components", "hashes", "purl", "bom-ref", "type", "name", "version" })
            built.Remove(member);
        var properties = (built["properties"]?.AsArray() ?? []).Where(property => Text(property!["name"]) is not (Names.BuildTargetFramework or Names.BuildRuntimeIdentifier)).Select(property => property!.DeepClone()).ToList();
        if (package.ContentSha512 is { } content)
            properties.Add(Property(Names.PackageContent, content));
        var root = new JsonObject { ["type"] = "library", ["bom-ref"] = purl, ["name"] = package.Id, ["version"] = package.Version, ["purl"] = purl, ["hashes"] = Hashes(package.Digest) };
        foreach (var (name, value) in built)
            if (name is not ("externalReferences" or "properties"))
                root[name] = value?.DeepClone();
        var references = (built["externalReferences"]?.AsArray() ?? []).Select(reference => reference!.DeepClone()).ToList();
        foreach (var bom in package.Boms)
            if (Text(bom.Document["serialNumber"])?.Split("urn:uuid:") is ["", var serial])
                references.Add(new JsonObject { ["url"] = $"urn:cdx:{serial}/1", ["comment"] = bom.Path, ["type"] = "bom", ["hashes"] = Hashes(bom.Digest) });
        if (references.Count > 0)
            root["externalReferences"] = new JsonArray([.. references]);
        root["components"] = new JsonArray([.. package.Entries.Select(Entry)]);
        if (properties.Count > 0)
            root["properties"] = new JsonArray([.. properties.OrderBy(property => Text(property["name"]), StringComparer.Ordinal)]);
        return root;
    }

    static JsonObject Entry(PackageEntry entry) => new()
    {
        ["type"] = "file",
        ["bom-ref"] = "file:" + entry.Name,
        ["name"] = entry.Name,
        ["hashes"] = Hashes(entry.Digest),
    };

    // A package brings its own files only: what its build copied beside them comes with the packages it depends on.
    static SortedDictionary<string, JsonObject> Components(PackageFile package, HashSet<string> roots)
    {
        var components = new SortedDictionary<string, JsonObject>(StringComparer.Ordinal);
        foreach (var component in Objects(package, "components"))
            if (Text(component["bom-ref"]) is { } name && !roots.Contains(name) && Text(component["type"]) is not "file"
                && (!components.TryGetValue(name, out var known) || Text(known["scope"]) == "excluded"))
            {
                var copy = component.DeepClone().AsObject();
                copy.Remove("components");
                components[name] = copy;
            }
        return components;
    }

    static SortedDictionary<string, SortedSet<string>> Edges(PackageFile package, HashSet<string> roots, string purl, HashSet<string> known)
    {
        var edges = new SortedDictionary<string, SortedSet<string>>(StringComparer.Ordinal);
        foreach (var name in known)
            edges.Add(name, new(StringComparer.Ordinal));
        foreach (var dependency in Objects(package, "dependencies"))
            if (Text(dependency["ref"]) is { } source && edges.TryGetValue(roots.Contains(source) ? purl : source, out var targets))
                targets.UnionWith((dependency["dependsOn"]?.AsArray() ?? []).Select(Text).OfType<string>().Where(known.Contains));
        return edges;
    }

    // What one of the documents does not know for certain is not known for certain here. A package without any knows nothing.
    static SortedDictionary<string, int> Aggregates(PackageFile package, HashSet<string> roots, string purl, HashSet<string> known)
    {
        var aggregates = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var composition in Objects(package, "compositions"))
            foreach (var name in (composition["dependencies"]?.AsArray() ?? []).Select(Text).OfType<string>().Select(name => roots.Contains(name) ? purl : name).Where(known.Contains))
                aggregates[name] = Math.Max(aggregates.GetValueOrDefault(name), Math.Max(0, Array.IndexOf(s_aggregates, Text(composition["aggregate"]) ?? "unknown")));
        if (package.Boms.IsEmpty)
            aggregates[purl] = 2;
        return aggregates;
    }

    static JsonArray Compositions(string purl, SortedDictionary<string, int> aggregates)
    {
        var compositions = new JsonArray(new JsonObject { ["aggregate"] = "complete", ["assemblies"] = new JsonArray(purl) });
        for (var aggregate = 0; aggregate < s_aggregates.Length; aggregate++)
            if (aggregates.Where(pair => pair.Value == aggregate).Select(pair => pair.Key).ToArray() is { Length: > 0 } names)
                compositions.Add((JsonNode)new JsonObject { ["aggregate"] = s_aggregates[aggregate], ["dependencies"] = Texts(names) });
        return compositions;
    }

    static IEnumerable<JsonObject> Objects(PackageFile package, string member) =>
        package.Boms.SelectMany(bom => bom.Document[member]?.AsArray() ?? []).OfType<JsonObject>();

    static JsonArray Hashes(FileDigest digest) =>
        new(new JsonObject { ["alg"] = "SHA-256", ["content"] = digest.Sha256 }, new JsonObject { ["alg"] = "SHA-512", ["content"] = digest.Sha512 });

    static JsonObject Property(string name, string value) => new() { ["name"] = name, ["value"] = value };

    static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);

    static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
