using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using SecureBuild.Analyzers.Symbols;

namespace SecureBuild.Analyzers.DataFlow.Models;

/// <summary>Model lines by member. The built-in ones are read once per process; a compilation adds its own and keeps what it found for each symbol.</summary>
sealed class ModelIndex
{
    static readonly Lazy<List<ModelLine>> s_builtIn = new(ReadBuiltIn);

    readonly Dictionary<string, List<ModelLine>> _byMember = new(StringComparer.Ordinal);
    readonly Dictionary<string, List<ModelLine>> _byType = new(StringComparer.Ordinal);
    readonly Dictionary<string, List<ModelLine>> _byAttribute = new(StringComparer.Ordinal);
    readonly Dictionary<string, List<ModelLine>> _byWord = new(StringComparer.Ordinal);
    readonly Dictionary<string, List<ModelLine>> _services = new(StringComparer.Ordinal);
    readonly Dictionary<string, List<ModelLine>> _runs = new(StringComparer.Ordinal);
    readonly Dictionary<string, List<ModelLine>> _shared = new(StringComparer.Ordinal);
    readonly Dictionary<string, List<ModelLine>> _harmless = new(StringComparer.Ordinal);

    static readonly Lazy<ModelIndex> s_builtInOnly = new(static () => new([]));

    /// <summary>The built-in models and these; without any, the same for all compilations.</summary>
    public static ModelIndex With(List<ModelLine> own) => own.Count == 0 ? s_builtInOnly.Value : new(own);

    ModelIndex(IEnumerable<ModelLine> own)
    {
        foreach (var line in s_builtIn.Value)
            Add(line);
        foreach (var line in own)
            Add(line);
    }

    /// <summary>Names whose mention may bring in a value from outside, with the lines that say so.</summary>
    public List<(string Name, ModelLine Line)> Sources { get; } = new();

    /// <summary>Lines about methods that a framework calls with all their parameters from outside.</summary>
    public List<ModelLine> Entries { get; } = new();

    /// <summary>Lines that make members sinks.</summary>
    public List<ModelLine> Sinks { get; } = new();

    /// <summary>Last words of names whose mention may bring in a value from outside.</summary>
    public IEnumerable<(string Word, ModelLine Line)> LastWords
    {
        get
        {
            foreach (var entry in _byWord)
                foreach (var line in entry.Value)
                    yield return (entry.Key, line);
        }
    }

    /// <summary>Attributes, as written, whose carriers are filled from outside.</summary>
    public IEnumerable<(string Name, ModelLine Line)> SourceAttributes
    {
        get
        {
            foreach (var entry in _byAttribute)
                foreach (var line in entry.Value)
                {
                    yield return (entry.Key, line);
                    if (entry.Key.EndsWith("Attribute", StringComparison.Ordinal))
                        yield return (entry.Key.Substring(0, entry.Key.Length - "Attribute".Length), line);
                }
        }
    }

    /// <summary>Attributes, as written, whose methods are sinks.</summary>
    public IEnumerable<(string Name, ModelLine Line)> SinkAttributes => SourceAttributes.Where(static entry => entry.Line.Role == ModelRole.Sink);

    /// <summary>Lines for an attribute, by its class's simple name.</summary>
    public IEnumerable<ModelLine> OfAttribute(string simpleName) => _byAttribute.TryGetValue(simpleName, out var lines) ? lines : [];

    /// <summary>Lines for names that end in this word.</summary>
    public List<ModelLine>? OfWord(string word) => _byWord.TryGetValue(word, out var lines) ? lines : null;

    public bool HasWords => _byWord.Count > 0;

    public bool IsService(ITypeSymbol type) => Has(_services, type);

    /// <summary>The type, base class or interface whose objects are one for the whole program; null for any other type.</summary>
    public INamedTypeSymbol? SharedOf(ITypeSymbol type)
    {
        for (var current = type as INamedTypeSymbol; current is not null; current = current.BaseType)
            if (IsLine(current))
                return current.OriginalDefinition;
        foreach (var implemented in type.AllInterfaces)
            if (IsLine(implemented))
                return implemented.OriginalDefinition;
        return null;

        bool IsLine(INamedTypeSymbol each) => _shared.TryGetValue(each.Name, out var lines) && lines.Exists(line => each.Is(line.Type!));
    }

    /// <summary>The library's member that a framework calls on what it is given of this type; null for any other type.</summary>
    public ISymbol? RunOf(INamedTypeSymbol type)
    {
        for (var current = type.BaseType; current is not null; current = current.BaseType)
            if (Find(current) is { } member)
                return member;
        foreach (var implemented in type.AllInterfaces)
            if (Find(implemented) is { } member)
                return member;
        return null;

        ISymbol? Find(INamedTypeSymbol each)
        {
            if (_runs.TryGetValue(each.Name, out var lines))
                foreach (var line in lines)
                    if (each.Is(line.Type!))
                        foreach (var member in each.GetMembers(line.Member))
                            return member;
            return null;
        }
    }

    /// <summary>What is one for the whole program.</summary>
    public List<ModelLine> SharedLines { get; } = new();

    /// <summary>Members that put something under a key, or take it from there.</summary>
    public List<ModelLine> Keyed { get; } = new();

    public bool IsHarmless(ITypeSymbol type) => Has(_harmless, type);

    /// <summary>All lines about the member itself; null when there are none. Not cached here.</summary>
    public MemberModel? Find(ISymbol member, bool isAssigned)
    {
        MemberModel? model = null;
        var type = member.ContainingType;
        if (type is null)
            return null;
        var name = NameOf(member);
        var bestRank = int.MaxValue;
        var sourceRank = int.MaxValue;
        if (_byMember.TryGetValue(name, out var lines))
            foreach (var line in lines)
                Consider(line, 0);
        for (var current = type; current is not null; current = current.BaseType)
            ConsiderType(current);
        foreach (var implemented in type.AllInterfaces)
            ConsiderType(implemented);
        if (member is IMethodSymbol)
            foreach (var attribute in member.GetAttributes())
                if (attribute.AttributeClass is { } carried)
                    foreach (var line in OfAttribute(carried.Name))
                        if (line.Role == ModelRole.Sink && carried.IsOrInherits(line.Attribute!))
                            ((model ??= new()).Sinks ??= new()).Add(line);
        // What a type says of its own member stands against what its base class says.
        if (model is { Sources: not null, Results: { } results } && bestRank < sourceRank && results.TrueForAll(static line => line.Role == ModelRole.None))
            model.Sources = null;
        return model;

        void ConsiderType(INamedTypeSymbol each)
        {
            if (_byType.TryGetValue(each.Name, out var ofType))
                foreach (var line in ofType)
                    if (line.Member.Length == 0 || name.StartsWith(line.Member, StringComparison.Ordinal))
                        Consider(line, line.Member.Length == 0 ? 2 : 1);
        }

        void Consider(ModelLine line, int looseness)
        {
            if (line.IsAssigned != isAssigned || line.ParameterCount is { } count && count != Count(member) || line.Assembly is { } assembly && member.ContainingAssembly?.Name != assembly)
                return;
            var distance = line.Type is null ? 50 : Distance(type, line.Type);
            if (distance < 0 || distance > 0 && line.Assembly is not null || line.Overload is { } overload && overload != Signature.Of(member) || line.Condition is { Subject: "type" } condition && HasAttribute(type, condition.Texts[0]) == condition.IsUnless)
                return;
            model ??= new();
            switch (line.Role)
            {
                case ModelRole.Source:
                    (model.Sources ??= new()).Add(line);
                    sourceRank = Math.Min(sourceRank, looseness * 1000 + distance);
                    break;
                case ModelRole.Sink when line.IsAdded:
                    (model.AddedSinks ??= new()).Add(line);
                    break;
                case ModelRole.Sink:
                    (model.Sinks ??= new()).Add(line);
                    break;
                case ModelRole.Guard:
                    (model.Guards ??= new()).Add(line);
                    break;
                case ModelRole.Entry:
                    (model.Entries ??= new()).Add(line);
                    break;
                case ModelRole.Shared:
                    model.IsShared = true;
                    break;
                case ModelRole.Flow or ModelRole.Clean or ModelRole.Restore or ModelRole.None:
                    // What a library's base class says of all its members it does not say of those that our own code adds.
                    if (line.IsPrefix && distance > 0 && member.DeclaringSyntaxReferences.Length > 0)
                        break;
                    var rank = looseness * 1000 + distance;
                    if (rank > bestRank)
                        break;
                    if (rank < bestRank)
                        model.Results = null;
                    bestRank = rank;
                    (model.Results ??= new()).Add(line);
                    break;
            }
        }
    }

    /// <summary>Name and attribute match by the attribute's full name, through its base classes.</summary>
    public static bool HasAttribute(ISymbol symbol, string attribute)
    {
        foreach (var data in symbol.GetAttributes())
            if (data.AttributeClass.IsOrInherits(attribute))
                return true;
        return symbol is INamedTypeSymbol { BaseType: { SpecialType: SpecialType.None } parent } && HasAttribute(parent, attribute);
    }

    static string NameOf(ISymbol member) => member is IPropertySymbol { IsIndexer: true } ? "this[]" : member is IMethodSymbol { MethodKind: MethodKind.Constructor } ? ".ctor" : member.Name;

    static int Count(ISymbol member) => member switch
    {
        IMethodSymbol method => (method.ReducedFrom ?? method).Parameters.Length,
        IPropertySymbol property => property.Parameters.Length,
        _ => 0,
    };

    // 0 is the type itself, then its base classes, then its interfaces; -1 is another type.
    static int Distance(INamedTypeSymbol type, string name)
    {
        var distance = 0;
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType, distance++)
            if (current.Is(name))
                return distance;
        foreach (var implemented in type.AllInterfaces)
            if (implemented.Is(name))
                return 30;
        return -1;
    }

    // The type, its base classes, its interfaces; of a type parameter, what it must be.
    static bool Has(Dictionary<string, List<ModelLine>> lines, ITypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
            if (Names(lines, current))
                return true;
        foreach (var implemented in type.AllInterfaces)
            if (Names(lines, implemented))
                return true;
        if (type is ITypeParameterSymbol parameter)
            foreach (var constraint in parameter.ConstraintTypes)
                if (constraint is not ITypeParameterSymbol && Has(lines, constraint))
                    return true;
        return false;
    }

    static bool Names(Dictionary<string, List<ModelLine>> lines, ITypeSymbol type)
    {
        if (lines.TryGetValue(type.Name, out var named))
            foreach (var line in named)
                if (type.Is(line.Type!))
                    return true;
        return false;
    }

    static string SimpleName(string type) => type.Substring(Math.Max(type.LastIndexOf('.'), type.LastIndexOf('+')) + 1);

    static List<ModelLine> ReadBuiltIn()
    {
        var lines = new List<ModelLine>();
        var assembly = typeof(ModelIndex).Assembly;
        foreach (var name in assembly.GetManifestResourceNames())
        {
            if (!name.EndsWith(".model", StringComparison.Ordinal))
                continue;
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            while (reader.ReadLine() is { } text)
                if (ModelParser.Parse(text, out _) is { } line)
                    lines.Add(line);
        }
        return lines;
    }

    void Add(ModelLine line)
    {
        if (line.Words is { Length: > 0 } words)
        {
            Put(_byWord, words[words.Length - 1], line);
            return;
        }
        if (line.Attribute is { } attribute)
        {
            Put(_byAttribute, attribute.Substring(attribute.LastIndexOf('.') + 1), line);
            return;
        }
        switch (line.Role)
        {
            case ModelRole.Service when line.Member.Length == 0:
                Put(_services, SimpleName(line.Type!), line);
                return;
            case ModelRole.Harmless:
                Put(_harmless, SimpleName(line.Type!), line);
                return;
            case ModelRole.Shared:
                SharedLines.Add(line);
                if (line.Member.Length == 0)
                {
                    Put(_shared, SimpleName(line.Type!), line);
                    return;
                }
                break;
            case ModelRole.Runs:
                Put(_runs, SimpleName(line.Type!), line);
                return;
            case ModelRole.Flow when line.Member != "this[]" && line.Flows.Exists(static flow => flow.From.IsKeyed || flow.To.IsKeyed):
                Keyed.Add(line);
                break;
        }
        if (line.IsPrefix)
            Put(_byType, line.Type is { } type ? SimpleName(type) : "", line);
        else
            Put(_byMember, line.Member, line);
        if (line.Role == ModelRole.Sink)
            Sinks.Add(line);
        else if (line.Role == ModelRole.Entry && line.Places.Length == 0 && line.Type is not null)
            Entries.Add(line);
        // A constructor is written with the type's name, an indexer with none at all: its type stands for it.
        else if (line.Role == ModelRole.Source || line.Role == ModelRole.Entry && line.Places.Length > 0)
            Sources.Add((line.Member is ".ctor" or "this[]" || line.IsPrefix ? line.Type is { } source ? SimpleName(source) : "" : line.Member, line));
    }

    static void Put(Dictionary<string, List<ModelLine>> table, string key, ModelLine line)
    {
        if (!table.TryGetValue(key, out var lines))
            table.Add(key, lines = new());
        lines.Add(line);
    }
}
