using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SecureBuild.Analyzers.Hosting;

/// <summary>
/// Never called. Generic code of the framework that every compiler process compiles at its start, for the error log that this package switches on above all: what stands here, the package's
/// ReadyToRun images hold compiled (<c>SecureBuild/ReadyToRun</c>), and the runtime takes it from any image that is loaded. It takes back what the package costs a build without compiler server.
/// </summary>
static class CompilerGenerics
{
    /// <summary>What only the error log needs: the time that each analyzer took, and the severities that each rule had.</summary>
    public static int ErrorLog(IEnumerable<KeyValuePair<string, string>> analyzers, IEnumerable<ReportDiagnostic> severities)
    {
        var times = analyzers.ToImmutableDictionary(static analyzer => analyzer.Key, static _ => TimeSpan.Zero);
        Use(times, "", TimeSpan.Zero);
        Use(ImmutableHashSet<ReportDiagnostic>.Empty, ReportDiagnostic.Warn);
        var ordered = 0;
        foreach (var severity in severities.ToImmutableHashSet().OrderBy(static severity => severity))
            ordered += (int)severity;
        return ordered;
    }

    /// <summary>What runs in the compiler as soon as there is any analyzer.</summary>
    public static void Analysis(string text, ImmutableArray<string> texts)
    {
        Use(new Dictionary<SyntaxKind, string>(), default, text);
        Use(new Dictionary<OperationKind, string>(), default, text);
        Use(new Dictionary<string, ImmutableArray<string>>(), text, texts);
        Use(new ConcurrentDictionary<KeyValuePair<string, string>, (string, string)>(), default, default);
        Use(new ConcurrentDictionary<int, string>(), default, text);
        Use(new ConcurrentDictionary<string, bool>(), text, default);
        Use(new ConcurrentDictionary<string, byte>(), text, default);
        Use(new ConcurrentDictionary<string, uint>(), text, default);
        Use(new ConcurrentDictionary<string, (bool, string, string)>(), text, default);
        Use(ImmutableDictionary<(string, string), string>.Empty, default, text);
        Use(ImmutableDictionary<string, uint>.Empty, text, default);
        Use(ImmutableDictionary<string, (NullabilityInfo, string)>.Empty, text, default);
        Use(ImmutableHashSet<(string, int)>.Empty, default);
        Use(ImmutableArray<SymbolKind>.Empty, default);
        Use(ImmutableArray<SyntaxTrivia>.Empty, default);
        Use(ImmutableArray<SyntaxNodeOrToken>.Empty, default);
        Use(ImmutableArray<SyntaxList<SyntaxNode>>.Empty, default);
        Use(ImmutableArray<TypedConstant>.Empty, default);
        Use(ImmutableArray<KeyValuePair<string, TypedConstant>>.Empty, default);
        Use(ImmutableArray<(string, bool, bool)>.Empty, default);
        Use(ImmutableArray<(string, ImmutableArray<string>)>.Empty, ("", texts));
        Use(new List<ImmutableArray<byte>>(), default);
        new HashSet<SymbolKind>().UnionWith([SymbolKind.Field]);
    }

    static void Use<TKey, TValue>(Dictionary<TKey, TValue> table, TKey key, TValue value) where TKey : notnull
    {
        table.Add(key, value);
        if (!table.TryGetValue(key, out _) && !table.ContainsKey(key))
            table[key] = table[key];
        foreach (var pair in table)
            table.Remove(pair.Key);
        foreach (var one in table.Values)
            table[key] = one;
    }

    static void Use<TKey, TValue>(ConcurrentDictionary<TKey, TValue> table, TKey key, TValue value) where TKey : notnull
    {
        if (!table.TryAdd(key, value) && table.TryGetValue(key, out var known))
            table[key] = known;
        table.GetOrAdd(key, table.GetOrAdd(key, _ => value));
    }

    static void Use<TKey, TValue>(ImmutableDictionary<TKey, TValue> table, TKey key, TValue value) where TKey : notnull
    {
        var builder = table.SetItem(key, value).WithComparers(table.KeyComparer).ToBuilder();
        builder.Add(key, value);
        builder[key] = builder.TryGetValue(key, out var known) ? known : table[key];
        var built = builder.ToImmutable().AddRange(table).Add(key, value);
        foreach (var pair in built)
            if (built.TryGetValue(pair.Key, out _) && built.Count > 0 && !built.IsEmpty)
                built = built.Remove(pair.Key);
    }

    static void Use<T>(ImmutableHashSet<T> set, T item)
    {
        var builder = set.ToBuilder();
        builder.Add(item);
        foreach (var one in builder.ToImmutable().Add(item))
            set.Contains(one);
    }

    static void Use<T>(ImmutableArray<T> list, T item)
    {
        var builder = ImmutableArray.CreateBuilder<T>(list.Length);
        builder.Add(item);
        builder.AddRange(list);
        builder.Count = builder.Count > builder.Capacity ? builder.Capacity : 0;
        var built = builder.Count == builder.Capacity ? builder.MoveToImmutable() : builder.ToImmutable();
        foreach (var one in built)
            if (!list.IsDefaultOrEmpty && !list.IsEmpty)
                builder[0] = one;
        ImmutableArray.Create(item, item).ToArray();
        ImmutableArray.Create(item).AddRange(built).Add(item);
    }

    static void Use<T>(List<T> list, T item)
    {
        list.Add(item);
        list[0] = list[list.Count - 1];
        foreach (var one in list)
            list.Add(one);
        list.AddRange(list.ToArray());
    }
}
