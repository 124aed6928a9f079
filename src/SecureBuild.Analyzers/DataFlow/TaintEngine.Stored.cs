using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace SecureBuild.Analyzers.DataFlow;

/// <summary>
/// What one body leaves somewhere and another takes out that it never calls: in a member of their object, in a static one, in an object that both were given. Asked only of places from which a sink was reached.
/// </summary>
sealed partial class TaintEngine
{
    readonly ConcurrentDictionary<(ISymbol Member, INamedTypeSymbol? Owner), List<Left>> _left = new();

    /// <summary>What comes from outside and was left, by other bodies than the asking one, in a place of an object of this type or in a static one.</summary>
    public Taint? StoredIn(INamedTypeSymbol type, InputOrigin place, AnalysisSession session)
    {
        if (place.Path.Length >= InputOrigin.MaxPath && !IsWhole(type, place))
            return null;
        Taint? all = null;
        ITypeSymbol? holder = type;
        if (place.Symbol is IParameterSymbol given)
        {
            holder = given.Type;
        }
        else if (place.Symbol is { } shared)
        {
            foreach (var left in LeftIn(shared, shared.ContainingType ?? type, session))
                if (SymbolEqualityComparer.Default.Equals(left.Target.Symbol, shared))
                    all = Taint.Join(all, At(left.Value, left.Target.Path, 0, place.Path, 0));
            holder = TypeOf(shared);
        }
        for (var at = 0; at < place.Path.Length && holder is not null; at++)
        {
            var key = place.Path[at];
            if (IsElement(key))
            {
                holder = ElementOf(holder);
                continue;
            }
            if (MemberIn(holder, key) is not { } member)
                break;
            if (at > 0 && !IsInSource(member.ContainingType))
            {
                holder = TypeOf(member);
                continue;
            }
            foreach (var left in LeftIn(member, type, session))
                if (PlaceIn(left, member, key, place.Path, at) is >= 0 and var found)
                    all = Taint.Join(all, At(left.Value, left.Target.Path, found + 1, place.Path, at + 1));
            holder = TypeOf(member);
        }
        return all;
    }

    // A path at its bound stands for all that lies below it, unless nothing does: below an object the content of a file may lie beside the file's name.
    bool IsWhole(INamedTypeSymbol type, InputOrigin place)
    {
        ITypeSymbol? holder = place.Symbol is { } shared ? TypeOf(shared) : type;
        foreach (var key in place.Path)
            holder = holder is null ? null : IsElement(key) ? ElementOf(holder) : MemberIn(holder, key) is { } member ? TypeOf(member) : null;
        return holder is { SpecialType: not SpecialType.None } or IArrayTypeSymbol { ElementType.SpecialType: not SpecialType.None };
    }

    // Where in the path the member stands; -1 where it does not. The objects that it is a member of must be called alike, but for what the two bodies call the first of them.
    int PlaceIn(Left left, ISymbol member, string key, string[] path, int at)
    {
        var target = left.Target;
        for (var i = 0; i < target.Path.Length; i++)
        {
            if (target.Path[i] != key || !SymbolEqualityComparer.Default.Equals(MemberAt(left, i)?.OriginalDefinition, member.OriginalDefinition))
                continue;
            var isSame = true;
            for (int mine = at - 1, theirs = i - 1; mine > 0 && theirs > 0; mine--, theirs--)
                isSame &= path[mine] == target.Path[theirs];
            // A member of an object that a method was given may be any object's: of a service, it is the service's.
            if (isSame && (target.Ordinal < 0 || i + 1 < target.Path.Length || left.IsEntry))
                return i;
        }
        return -1;
    }

    ISymbol? MemberAt(Left left, int at)
    {
        var target = left.Target;
        var holder = target.Symbol is { } shared ? TypeOf(shared)
            : target.Ordinal == InputOrigin.This ? left.Method.ContainingType
            : target.Ordinal < left.Method.Parameters.Length ? left.Method.Parameters[target.Ordinal].Type : null;
        ISymbol? member = null;
        for (var i = 0; i <= at && holder is not null; i++)
        {
            member = IsElement(target.Path[i]) ? null : MemberIn(holder, target.Path[i]);
            holder = IsElement(target.Path[i]) ? ElementOf(holder) : member is null ? null : TypeOf(member);
        }
        return member;
    }

    // What of a value that was left at one path lies at another: both go on from the same member.
    static Taint? At(Shape value, string[] target, int from, string[] path, int at)
    {
        for (; from < target.Length && at < path.Length; from++, at++)
            if (target[from] != path[at] && !(IsElement(target[from]) && IsElement(path[at]) && (target[from] == Elements || path[at] == Elements)))
                return null;
        for (; from < target.Length; from++)
            if (!IsElement(target[from]))
                return null;
        return FromOutside(value, path, at);
    }

    static Taint? FromOutside(Shape value, string[] path, int at)
    {
        Taint? all = null;
        foreach (var part in value.Value.Taint?.Parts ?? [])
            if (part.Origin is SourceOrigin)
                all = Taint.Join(all, Taint.Of(part.Origin, part.Kinds, part.Steps));
        var isHere = at >= path.Length;
        var isElement = isHere || IsElement(path[at]);
        if (isElement && value.Elements is { } elements)
            all = Taint.Join(all, FromOutside(elements, path, at + 1));
        if (isElement)
            foreach (var item in value.Sequence ?? [])
                all = Taint.Join(all, FromOutside(item, path, at + 1));
        foreach (var member in value.Members ?? new())
            if (isHere ? IsElement(member.Key) : member.Key == path[at] || path[at] == Elements && IsElement(member.Key))
                all = Taint.Join(all, FromOutside(member.Value, path, at + 1));
        return all;
    }

    ISymbol? MemberIn(ITypeSymbol holder, string key)
    {
        for (var current = holder; current is not null; current = current.BaseType)
            if (DeclaredIn(current, key) is { } member)
                return member;
        // What an interface or base class stands for.
        var owner = OwnerOf(key);
        if (owner is not null && IsInSource(holder as INamedTypeSymbol))
            foreach (var declaration in Names(default).TypesWithBase(holder.Name))
                if (declaration.Identifier.ValueText == owner && ModelFor(declaration.SyntaxTree).GetDeclaredSymbol(declaration) is INamedTypeSymbol type && DeclaredIn(type, key) is { } member)
                    return member;
        return null;
    }

    static ISymbol? DeclaredIn(ITypeSymbol type, string key)
    {
        if (OwnerOf(key) is { } owner && owner != type.Name)
            return null;
        var name = NameOf(key);
        if (!key.StartsWith(Captured, StringComparison.Ordinal))
        {
            foreach (var member in type.GetMembers(name))
                if (member is IFieldSymbol or IPropertySymbol or IEventSymbol)
                    return member;
            return null;
        }
        foreach (var constructor in (type as INamedTypeSymbol)?.InstanceConstructors ?? System.Collections.Immutable.ImmutableArray<IMethodSymbol>.Empty)
            foreach (var parameter in constructor.Parameters)
                if (parameter.Name == name && Interpreter.IsPrimary(constructor))
                    return parameter;
        return null;
    }

    static ITypeSymbol? TypeOf(ISymbol member) => member switch
    {
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        IParameterSymbol parameter => parameter.Type,
        _ => null,
    };

    static ITypeSymbol? ElementOf(ITypeSymbol collection) => collection switch
    {
        IArrayTypeSymbol array => array.ElementType,
        INamedTypeSymbol { TypeArguments: { Length: > 0 } arguments } => arguments[arguments.Length - 1],
        _ => null,
    };
}
