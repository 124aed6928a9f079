using System;
using System.Collections.Generic;
using System.Text;
using Microsoft.CodeAnalysis;
using SecureBuild.Analyzers.DataFlow.Models;

namespace SecureBuild.Analyzers.DataFlow;

/// <summary>Summaries of one member's bodies, written as model lines.</summary>
sealed class MemberLines
{
    const int MaxDepth = 3;
    const int MaxName = 80;

    static readonly char[] s_blanks = [' ', '\t', '\r', '\n'];

    readonly IMethodSymbol _method;
    readonly TaintEngine _engine;
    readonly string _target;
    readonly Dictionary<(string Place, string Sink), TaintKind> _sinks = new();
    readonly Dictionary<(string From, string To), TaintKind> _flows = new();
    readonly Dictionary<string, TaintKind> _sources = new(StringComparer.Ordinal);
    Dictionary<(string Place, string Outcome), TaintKind>? _guards;
    bool _isUnknown;

    public MemberLines(IMethodSymbol method, TaintEngine engine)
    {
        _method = method;
        _engine = engine;
        var property = method.AssociatedSymbol as IPropertySymbol;
        var name = property?.Name ?? (method.MethodKind == MethodKind.Constructor ? ".ctor" : method.Name);
        var overload = property is not null ? method.MethodKind == MethodKind.PropertySet ? "=" : "" : method.Parameters.Length == 0 ? "/0" : "/" + Signature.Of(method);
        _target = $"[{method.ContainingAssembly.Name}]{FullName(method.ContainingType)}::{name}{overload}";
    }

    /// <summary>A body that was not looked into: what it guarantees is nothing.</summary>
    public void AddUnknown() => _isUnknown = true;

    public void Add(Summary summary)
    {
        foreach (var hit in summary.Sinks)
            if (PlaceOf(hit.Origin) is { } place)
                Join(_sinks, (place, InWords(hit.Sink)), hit.Kind);
        if (_method.MethodKind is not (MethodKind.Constructor or MethodKind.PropertySet))
            Add(summary.Return, "return", 0);
        foreach (var (ordinal, value) in summary.Outs)
            if (ordinal < _method.Parameters.Length)
                Add(value, Name(_method.Parameters[ordinal]), 0);
        foreach (var (target, value) in summary.Effects)
            if (PlaceOf(target) is { } place)
                Add(value, place, 0);
        var guards = new Dictionary<(string, string), TaintKind>();
        Guard(summary.WhenReturned, "returns");
        if (!_method.ReturnsVoid)
        {
            var isBool = _method.ReturnType.SpecialType == SpecialType.System_Boolean;
            Guard(summary.WhenTrue, isBool ? "true" : "nonnull");
            Guard(summary.WhenFalse, isBool ? "false" : "null");
        }
        _guards = _guards is null ? guards : Common(_guards, guards);

        void Guard(List<(InputOrigin Input, TaintKind Cleared)> facts, string outcome)
        {
            foreach (var (input, cleared) in facts)
                if (input.Ordinal >= 0 && PlaceOf(input) is { } place && !(outcome != "returns" && guards.TryGetValue((place, "returns"), out var always) && (cleared & ~always) == 0))
                    Join(guards, (place, outcome), cleared);
        }
    }

    /// <param name="isOpen">Further bodies may exist elsewhere: nothing is promised for them.</param>
    public List<string> Write(bool isOpen)
    {
        var lines = new List<string>();
        foreach (var sink in _sinks)
            // A path is one for an archive's entry, too.
            if (Kinds((sink.Value & TaintKind.Path) != 0 ? sink.Value & ~TaintKind.ArchivePath : sink.Value) is { Length: > 0 } kinds)
                lines.Add(_method.MethodKind == MethodKind.PropertySet ? $"sink {kinds} {_target} as {sink.Key.Sink}" : $"sink {kinds} {_target}({sink.Key.Place}) as {sink.Key.Sink}");
        foreach (var source in _sources)
            foreach (var group in Groups(source.Value))
                lines.Add($"source {group} {_target}" + (source.Key == "return" ? "" : $"({source.Key})"));
        foreach (var flow in _flows)
            lines.Add(Lost(flow.Value) is { Length: > 0 } lost ? $"clean {lost} {_target} {flow.Key.From} -> {flow.Key.To}" : $"flow {_target} {flow.Key.From} -> {flow.Key.To}");
        if (_isUnknown || _guards is null)
            return lines;
        if (_flows.Count == 0 && !isOpen && WouldCarry())
            lines.Add($"none {_target}");
        if (_method.MethodKind == MethodKind.Ordinary)
            foreach (var guard in _guards)
                if (Kinds(guard.Value) is { Length: > 0 } kinds)
                    lines.Add($"guard {kinds} {_target}({guard.Key.Place}) {guard.Key.Outcome}");
        return lines;
    }

    void Add(Shape? shape, string to, int depth)
    {
        if (shape is null || depth > MaxDepth)
            return;
        if (shape.Alias is { } alias)
        {
            if (PlaceOf(alias) is { } from && from != to)
                Join(_flows, (from, to), TaintKind.Any);
            return;
        }
        foreach (var part in shape.Value.Taint?.Parts ?? [])
            if (part.Origin is SourceOrigin)
            {
                // Only a result or an out parameter as a whole can be named as a source.
                if (to == "return" || to.IndexOf('.') < 0)
                    Join(_sources, to, part.Kinds);
            }
            else if (part.Origin is InputOrigin input && PlaceOf(input) is { } from && from != to)
            {
                Join(_flows, (IsDelegate(input) ? from + "()" : from, to), part.Kinds);
            }
        if (shape.Members is { } members)
            foreach (var member in members)
                if (TaintEngine.IsElement(member.Key))
                    Add(member.Value, to + ".[]", depth + 1);
                else if (IsWritable(member.Key))
                    Add(member.Value, to + "." + member.Key, depth + 1);
        Add(shape.Elements, to + ".[]", depth + 1);
        foreach (var item in shape.Sequence ?? [])
            Add(item, to + ".[]", depth + 1);
    }

    // Where a caller without a line would believe that what goes in comes out.
    bool WouldCarry() =>
        _method.MethodKind == MethodKind.Constructor ? _method.Parameters.Length > 0 : _method.MethodKind != MethodKind.PropertySet && !_method.ReturnsVoid && (_engine.KindsOf(_method.ReturnType) & TaintKind.Sql) != 0;

    bool IsDelegate(InputOrigin input) => input is { Ordinal: >= 0, Path.Length: 0 } && _method.Parameters[input.Ordinal].Type.TypeKind == TypeKind.Delegate;

    string? PlaceOf(InputOrigin origin)
    {
        string place;
        if (origin.Ordinal == InputOrigin.This)
            place = "this";
        else if (origin.Ordinal >= 0 && origin.Ordinal < _method.Parameters.Length)
            place = _method.MethodKind == MethodKind.PropertySet ? "=" : Name(_method.Parameters[origin.Ordinal]);
        else
            return null;
        foreach (var member in origin.Path)
            if (TaintEngine.IsElement(member))
                place += ".[]";
            else if (IsWritable(member))
                place += "." + member;
            else
                return null;
        return place;
    }

    // On one line; of a sink behind another project's method only the sink itself.
    static string InWords(string sink)
    {
        var words = string.Join(" ", sink.Substring(sink.LastIndexOf('→') + 1).Split(s_blanks, StringSplitOptions.RemoveEmptyEntries)).Replace(" #", " ");
        return words.Length <= MaxName ? words : words.Substring(0, MaxName) + "…";
    }

    static string Name(IParameterSymbol parameter) => parameter.Name is "this" or "return" or "" ? parameter.Ordinal.ToString(System.Globalization.CultureInfo.InvariantCulture) : parameter.Name;

    static bool IsWritable(string member) => member.Length > 0 && member.IndexOfAny(['.', ',', ' ', '(', ')', '<']) < 0;

    static void Join<T>(Dictionary<T, TaintKind> table, T key, TaintKind kinds) where T : notnull => table[key] = (table.TryGetValue(key, out var some) ? some : 0) | kinds;

    static Dictionary<(string, string), TaintKind> Common(Dictionary<(string, string), TaintKind> left, Dictionary<(string, string), TaintKind> right)
    {
        var common = new Dictionary<(string, string), TaintKind>();
        foreach (var guard in left)
            if (right.TryGetValue(guard.Key, out var other) && (guard.Value & other) is var both and not 0)
                common.Add(guard.Key, both);
        return common;
    }

    static string Lost(TaintKind kinds) => Kinds(~kinds);

    // The kinds in words, the shorter of "these" and "all but these".
    static string Kinds(TaintKind kinds)
    {
        var named = new StringBuilder();
        var missing = new List<string>();
        var rest = new StringBuilder();
        foreach (var kind in ModelParser.KindNames)
            if ((kinds & kind.Value) != 0)
                ((kind.Value & TaintKind.Text) != 0 ? named : rest).Append(',').Append(kind.Key);
            else if ((kind.Value & TaintKind.Text) != 0)
                missing.Add(kind.Key);
        var text = missing.Count <= 6 ? ",all" + (missing.Count == 0 ? "" : "-" + string.Join("-", missing)) : named.ToString();
        return (text + rest).TrimStart(',');
    }

    // A value from a client; else from whichever source is the only one of its kind.
    static IEnumerable<string> Groups(TaintKind kinds)
    {
        if ((kinds & TaintKind.Text & ~TaintKind.Abilities & ~TaintKind.ArchivePath) != 0)
        {
            var text = "remote";
            foreach (var kind in ModelParser.KindNames)
                if ((kind.Value & TaintKind.Text & ~kinds) != 0)
                    text += "-" + kind.Key;
            yield return text;
        }
        else if ((kinds & TaintKind.ArchivePath) != 0)
        {
            yield return "archive";
        }
        foreach (var group in ModelParser.Groups)
            if (group.Key != "archive" && (group.Value & TaintKind.Text) == 0 && (group.Value & kinds) != 0)
                yield return group.Key;
    }

    static string FullName(INamedTypeSymbol type)
    {
        var name = type.Name;
        for (var outer = type.ContainingSymbol; outer is not (null or INamespaceSymbol { IsGlobalNamespace: true }); outer = outer.ContainingSymbol)
            name = outer.Name + (outer is INamedTypeSymbol ? "+" : ".") + name;
        return name;
    }
}
