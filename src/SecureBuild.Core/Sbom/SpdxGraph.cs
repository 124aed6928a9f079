using System.Collections.Immutable;

namespace SecureBuild.Sbom;

/// <summary>Puts together what SPDX says in relationships: what is a part of what, what depends on what, and how complete that is.</summary>
sealed class SpdxGraph(SbomLosses losses)
{
    const int DeepestNesting = 12;

    sealed class Node(string id, Component component)
    {
        public string Id { get; } = id;
        public Component Component { get; set; } = component;
        public Node? Container { get; set; }
        public List<Node> Parts { get; } = [];
        public List<string> DependsOn { get; } = [];
        public HashSet<LicenseChoice> Licences { get; } = [.. component.Licenses];
        public bool HasDependencies { get; set; }
        public string? Completeness { get; set; }
        public bool PartsIncomplete { get; set; }
    }

    readonly Dictionary<string, Node> _nodes = new(StringComparer.Ordinal);
    readonly HashSet<string> _described = new(StringComparer.Ordinal);
    readonly Refs _refs = new();

    /// <summary>Adds an element. Its <c>bom-ref</c> is what it carries, or else a name made of its id.</summary>
    public void Add(string id, Component component)
    {
        var restored = CarriedFields.Restore(component with { BomRef = Short(id) });
        var node = new Node(id, restored with { BomRef = _refs.Take(restored.BomRef!) });
        losses.Add("elements (id used twice)", _nodes.TryAdd(id, node) ? 0 : 1);
    }

    /// <summary>The document is about it.</summary>
    public void Describe(string id)
    {
        if (_nodes.ContainsKey(id))
            _described.Add(id);
    }

    /// <summary>A part of a whole.</summary>
    public void Contain(string whole, string part)
    {
        if (!_nodes.TryGetValue(whole, out var container) || !_nodes.TryGetValue(part, out var node))
        {
            losses.Add("relationships (unknown element)");
            return;
        }
        if (node.Container is not null || Depth(container, node) is not { } depth)
            return;
        if (depth >= DeepestNesting)
        {
            losses.Add("relationships CONTAINS (nested too deeply)");
            return;
        }
        node.Container = container;
        container.Parts.Add(node);
    }

    /// <summary>One depends on another.</summary>
    /// <param name="from">Id of the one that depends.</param>
    /// <param name="to">Id of the other.</param>
    /// <param name="scope">The other's scope that this says, or null.</param>
    public void Depend(string from, string to, string? scope = null)
    {
        if (!_nodes.TryGetValue(from, out var node) || !_nodes.TryGetValue(to, out var target))
        {
            losses.Add("relationships (unknown element)");
            return;
        }
        node.HasDependencies = true;
        node.DependsOn.Add(target.Component.BomRef!);
        if (scope is not null && target.Component.Scope is null)
            target.Component = target.Component with { Scope = scope };
    }

    /// <summary>How complete an element's dependencies are: <c>complete</c>, <c>incomplete</c> or <c>unknown</c>.</summary>
    public void State(string id, string completeness)
    {
        if (!_nodes.TryGetValue(id, out var node))
            return;
        node.HasDependencies = true;
        node.Completeness ??= completeness;
    }

    /// <summary>Not all parts of an element are known.</summary>
    public void LackParts(string id)
    {
        if (_nodes.TryGetValue(id, out var node))
            node.PartsIncomplete = true;
    }

    /// <summary>Adds licences to an element.</summary>
    public void License(string id, LicenseChoice licence)
    {
        if (_nodes.TryGetValue(id, out var node))
            node.Licences.Add(licence);
    }

    /// <summary>Adds what an element says of something that it does not have.</summary>
    public void Say(string id, string element, string word)
    {
        if (_nodes.TryGetValue(id, out var node))
            node.Component = node.Component with { Said = node.Component.Said.Add(new(element, word)) };
    }

    /// <summary>The bill of materials without what is about the document.</summary>
    public Bom Build()
    {
        var root = _described.Count == 1 && _nodes[_described.First()] is { Container: null } only ? only : null;
        if (root is null)
            losses.Add("documentDescribes", _described.Count);
        var nodes = _nodes.Values.OrderBy(node => node.Component.BomRef, StringComparer.Ordinal).ToArray();
        return new()
        {
            Metadata = new() { Component = root is null ? null : Tree(root) },
            Components = [.. nodes.Where(node => node.Container is null && node != root).Select(Tree)],
            Dependencies = [.. nodes.Where(node => node.HasDependencies).Select(node =>
                new Dependency(node.Component.BomRef!, [.. node.DependsOn.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]))],
            Compositions =
            [
                .. from node in nodes where node.PartsIncomplete select new Composition("incomplete") { Assemblies = [node.Component.BomRef!] },
                .. from state in (string[])["complete", "incomplete", "unknown"]
                   let names = nodes.Where(node => Completeness(node) == state).Select(node => node.Component.BomRef!).ToImmutableArray()
                   where !names.IsEmpty
                   select new Composition(state) { Dependencies = names },
            ],
        };
    }

    // Edges beside the word that not all are known.
    static string? Completeness(Node node) => node is { Completeness: "unknown", DependsOn.Count: > 0 } ? "incomplete" : node.Completeness;

    static Component Tree(Node node) => node.Component with
    {
        Licenses = [.. node.Licences.OrderBy(licence => licence.Acknowledgement == "concluded")],
        Components = [.. node.Parts.OrderBy(part => part.Component.BomRef, StringComparer.Ordinal).Select(Tree)],
    };

    // How deep the container lies and how deep the part reaches; null where the part contains the container. Every way up is as short as the limit.
    static int? Depth(Node container, Node part)
    {
        var depth = 1;
        for (var node = container; node is not null; node = node.Container, depth++)
            if (node == part)
                return null;
        return depth + Height(part);
    }

    static int Height(Node node) => node.Parts.Count == 0 ? 0 : 1 + node.Parts.Max(Height);

    static string Short(string id)
    {
        var name = id[(id.LastIndexOf('#') + 1)..];
        name = name.StartsWith("SPDXRef-", StringComparison.Ordinal) ? name["SPDXRef-".Length..] : name;
        return name.Length > 0 ? name : "element";
    }
}
