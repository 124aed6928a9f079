using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.DataFlow.Models;

namespace SecureBuild.Analyzers.DataFlow;

/// <summary>What the models say of library members, applied to a call.</summary>
sealed partial class Interpreter
{
    Value ApplyResults(List<ModelLine> lines, CallContext call, ITypeSymbol? type, Value? made = null)
    {
        var result = made;
        var delegates = new Dictionary<int, Value?[]>();
        var answers = new Dictionary<int, Value>();
        TaintKind cleared = 0;
        foreach (var line in lines)
        {
            if (!Holds(line.Condition, call))
                continue;
            switch (line.Role)
            {
                case ModelRole.Clean when line.Flows.Count == 0:
                    var carried = call.Receiver is { } receiver && made is null ? Whole(receiver) : null;
                    foreach (var value in call.Values)
                        carried = Taint.Join(carried, Whole(value));
                    result = Joined(result, Value.Of(carried?.Only(~line.Kinds)));
                    break;
                case ModelRole.Flow or ModelRole.Clean or ModelRole.Restore:
                    foreach (var (from, to) in line.Flows)
                        if (ReadPlace(from, call, result, delegates, answers) is { } moved)
                            WritePlace(to, line.Kinds == 0 ? moved : Value.Of(line.Role == ModelRole.Restore ? Whole(moved)?.WithText(line.Kinds) : Whole(moved)?.Only(~line.Kinds)), from, call, type, delegates, ref result);
                    break;
            }
        }
        // A delegate whose answer nobody asked for is called all the same; what its yes tells of its argument holds for what is picked by it.
        foreach (var entry in delegates)
            Answer(entry.Key, call, delegates, answers);
        if (answers.Count == 1 && s_picking.Contains(call.Method.Name))
            foreach (var entry in answers)
            {
                cleared = ClearedByAnswer(call.Values[entry.Key], entry.Value, yes: true);
                if (cleared == 0 && result is not null && call.Values[entry.Key].Functions is [{ Body: not null, Method.Parameters: { Length: > 0 } asked }])
                    foreach (var fact in entry.Value.Condition?.WhenTrue ?? Condition.None)
                        if (fact.Place.Path.Length == 1 && SymbolEqualityComparer.Default.Equals(fact.Place.Root, asked[0]))
                            result = Picked(result, fact, call.Site);
            }
        if (result is null)
            return Value.Unknown;
        return cleared == 0 ? result : result.Objects.Length == 0 ? result.Without(cleared) : Cleared(result, cleared);
    }

    static readonly HashSet<string> s_picking = new(StringComparer.Ordinal) { "Where", "TakeWhile", "First", "FirstOrDefault", "Single", "SingleOrDefault", "Last", "LastOrDefault", "Find", "FindAll" };

    // fields.Where(field => known.Contains(field.Name)): of what is picked this member is harmless.
    Value Picked(Value result, Fact fact, IOperation site)
    {
        var member = fact.Place.Path[0];
        var items = result is { Objects: [var id] } && _state[id]?.AllElements() is { } elements ? elements : null;
        var one = items ?? result;
        var checkedOne = NewObject((site, "picked"), null, TaintOf(one));
        foreach (var inner in one.Objects)
            foreach (var known in _state[inner]?.Members ?? MemberMap.Empty)
                WriteMember(checkedOne, known.Key, known.Value);
        WriteMember(checkedOne, member, Cleared(ReadMember(one, member, null), fact.Cleared));
        if (items is null)
            return checkedOne;
        var many = NewObject((site, "picked ones"), null, null);
        WriteElement(many, null, checkedOne);
        return many;
    }

    static Value Joined(Value? one, Value other) => one is null ? other : Value.Join(one, other);

    /// <summary>What a predicate's answer tells of its first argument.</summary>
    TaintKind ClearedByAnswer(Value predicate, Value answer, bool yes)
    {
        if (predicate.Functions is not [{ } function])
            return 0;
        TaintKind cleared = 0;
        if (function.Body is not null && function.Method.Parameters.Length > 0)
        {
            foreach (var fact in (yes ? answer.Condition?.WhenTrue : answer.Condition?.WhenFalse) ?? Condition.None)
                if (fact.Place.Path.Length == 0 && SymbolEqualityComparer.Default.Equals(fact.Place.Root, function.Method.Parameters[0]))
                    cleared |= fact.Cleared;
            return cleared;
        }
        foreach (var guard in _engine.ModelOf(function.Method)?.Guards ?? [])
            if (guard.Outcome == (yes ? GuardOutcome.True : GuardOutcome.False))
                cleared |= guard.Kinds;
        // hosts.Contains as a method group: its receiver is the list.
        if (cleared != 0 && function.Receiver is { } list && Whole(list) is not null)
            return 0;
        if (_engine.HasBody(function.Method))
            foreach (var (input, kinds) in _engine.SummaryOf(function.Method.OriginalDefinition, _session) is var told ? yes ? told.WhenTrue : told.WhenFalse : [])
                if (input is { Ordinal: 0, Path.Length: 0 })
                    cleared |= kinds;
        return cleared;
    }

    Value? ReadPlace(ModelPlace place, CallContext call, Value? result, Dictionary<int, Value?[]> delegates, Dictionary<int, Value> answers)
    {
        Value? value;
        switch (place.Name)
        {
            case "this":
                value = call.Receiver;
                break;
            case "return":
                value = result;
                break;
            case "*":
                Taint? all = null;
                foreach (var argument in call.Values)
                    all = Taint.Join(all, Whole(argument));
                return Value.Of(all);
            case "=":
                value = call.Values.Length > 0 ? call.Values[call.Values.Length - 1] : null;
                break;
            default:
                var at = OrdinalOf(place.Name, call.Method);
                if (at < 0 || at >= call.Values.Length)
                    return null;
                value = place.DelegateArgument == ModelPlace.DelegateResult ? Answer(at, call, delegates, answers) : call.Values[at];
                if (value is { Objects.Length: > 0 } && place.Path is [Any] && call.Operations[at] is { } operation && ElementType(operation) is { Name: "KeyValuePair" } pair)
                    return Item(value, call.Site, pair);
                break;
        }
        return value is null ? null : Follow(value, PathOf(place, call));
    }

    Value? Answer(int at, CallContext call, Dictionary<int, Value?[]> delegates, Dictionary<int, Value> answers)
    {
        if (answers.TryGetValue(at, out var known))
            return known;
        if (call.Values[at].Functions is not { } functions)
            return null;
        delegates.TryGetValue(at, out var given);
        var arguments = new Value[given?.Length ?? 0];
        for (var i = 0; i < arguments.Length; i++)
            arguments[i] = given![i] ?? Value.Unknown;
        var answer = Apply(functions, arguments, call.Site, []);
        answers[at] = answer;
        return answer;
    }

    void WritePlace(ModelPlace place, Value value, ModelPlace from, CallContext call, ITypeSymbol? type, Dictionary<int, Value?[]> delegates, ref Value? result)
    {
        var path = PathOf(place, call);
        switch (place.Name)
        {
            case "return" when place.Path.Length == 0:
                // The very object comes back, or its text.
                if (value.Objects.Length > 0 && !IsHeapType(Unwrapped(type)) && type is not (null or ITypeParameterSymbol or { SpecialType: SpecialType.System_Object }))
                    value = Value.Of(Whole(value));
                if (result is { Objects.Length: > 0 } && value.Objects.Length == 0)
                    AddTaint(result, value.Taint);
                else
                    result = Joined(result, value);
                break;
            case "return":
                result ??= NewObject((call.Site, "result"), null, null);
                if (result.Objects.Length == 0)
                    result = NewObject((call.Site, "result"), null, result.Taint);
                Write(result, path, value);
                break;
            case "this" when call.Receiver is { } taken:
                var receiver = place.Path.Length > 0 ? Owned(call.Instance, taken) : taken;
                Write(receiver, path, value);
                if (receiver.Objects.Length == 0 && place.Path.Length == 0 && call.Instance is ILocalReferenceOperation local && value.Taint is { } taint)
                    _state[local.Local] = receiver.WithTaint(Taint.Join(receiver.Taint, taint));
                break;
            default:
                var at = OrdinalOf(place.Name, call.Method);
                if (at < 0 || at >= call.Values.Length)
                    break;
                if (place.DelegateArgument >= 0)
                {
                    if (!delegates.TryGetValue(at, out var arguments))
                        delegates.Add(at, arguments = new Value?[4]);
                    if (place.DelegateArgument >= arguments.Length)
                        break;
                    if (place.Path.Length > 0)
                    {
                        var holder = NewObject((call.Site, at, place.DelegateArgument), null, null);
                        Write(holder, path, value);
                        value = holder;
                    }
                    arguments[place.DelegateArgument] = arguments[place.DelegateArgument] is { } old ? Value.Join(old, value) : value;
                }
                else if (place.Path.Length == 0 && call.Method.Parameters[at].RefKind is RefKind.Out or RefKind.Ref)
                {
                    if (call.Operations[at] is { } target)
                        Assign(target, Narrow(value, call.Method.Parameters[at].Type), target);
                }
                else if (call.Values[at].Objects.Length == 0 && Sliced(call.Operations[at]) is { } variable && Whole(value) is { } moved)
                {
                    var held = _state[variable] ?? Value.Unknown;
                    _state[variable] = held.WithTaint(Taint.Join(held.Taint, moved));
                }
                else
                {
                    Write(call.Values[at], path, value);
                }
                break;
        }
    }

    // What is written into text[4..] or text.Slice(4) stands in text.
    static ISymbol? Sliced(IOperation? operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IImplicitIndexerReferenceOperation { Argument.Type.Name: "Range" } range => Sliced(range.Instance),
        IInvocationOperation { TargetMethod.Name: "Slice", Instance: { } sliced } => Sliced(sliced),
        IConversionOperation conversion => Sliced(conversion.Operand),
        _ => null,
    };

    // cache.[key]: the element under what the argument says, as far as that is known.
    static string[] PathOf(ModelPlace place, CallContext call)
    {
        if (!place.IsKeyed)
            return place.Path;
        return Array.ConvertAll(place.Path, part =>
        {
            if (!ModelPlace.IsKey(part) || OrdinalOf(part.Substring(1, part.Length - 2), call.Method) is not (>= 0 and var at) || at >= call.Values.Length)
                return ModelPlace.IsKey(part) ? Any : part;
            return call.Values[at] switch
            {
                { HasConstant: true, Constant: string key } => "k:" + key,
                { Prefix: { Length: > 0 } start } when call.Method.MethodKind != MethodKind.PropertySet => "k:" + start + "*",
                _ => Any,
            };
        });
    }

    void Write(Value owner, string[] path, Value value)
    {
        if (path.Length == 0)
        {
            AddTaint(owner, Whole(value));
            return;
        }
        for (var i = 0; i < path.Length - 1; i++)
            owner = Inner(owner, path[i]);
        var last = path[path.Length - 1];
        if (last == Any)
            Append(owner, value);
        else
            WriteMember(owner, last, value);
    }

    /// <summary>A member, or what stands for all elements, that is about to be written into: an object, if only from now on.</summary>
    Value Inner(Value owner, string name)
    {
        var inner = name == Any ? ReadElements(owner, null) : ReadMember(owner, name, null);
        if (inner.Objects.Length > 0 || owner.Objects.Length == 0)
            return inner;
        inner = NewObject((owner.Objects[0], name), null, inner.Taint);
        if (name == Any)
            WriteElement(owner, null, inner);
        else
            WriteMember(owner, name, inner);
        return inner;
    }

    static ITypeSymbol? Unwrapped(ITypeSymbol? type) => type is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments: [{ } result] } ? result : type;

    Value FromSources(List<ModelLine> lines, CallContext call, Value result, ITypeSymbol? type)
    {
        foreach (var line in lines)
        {
            var brought = _engine.KindsOf(line);
            if (brought == 0 || !Holds(line.Condition, call))
                continue;
            if (line.Places.Length == 0)
            {
                // What comes out of something that is a source already needs no second name.
                if ((brought & _engine.KindsOf(type)) is var kinds and not 0 && !CarriesAll(Whole(result), kinds))
                    result = Value.Join(Source(call.Site, kinds, _engine.OnlyDangerousInside(line)), result);
                continue;
            }
            foreach (var place in line.Places)
                if (OrdinalOf(place.Name, call.Method) is >= 0 and var at && at < call.Operations.Length && call.Operations[at] is { } operation)
                {
                    var source = Taint.Of(new SourceOrigin(call.Site.Syntax, NameOf(call.Site.Syntax)), brought & _engine.KindsOf(call.Method.Parameters[at].Type));
                    if (call.Values[at].Objects.Length > 0)
                        AddTaint(call.Values[at], source);
                    else if (source is not null)
                        Assign(operation, Value.Of(source), operation);
                }
        }
        return result;
    }

    // What a member's line cleans it cleans of what the member brings in, too.
    static Value Rinsed(Value result, List<ModelLine>? lines)
    {
        foreach (var line in lines ?? [])
            if (line.Role == ModelRole.Clean)
                result = result.Without(line.Kinds);
        return result;
    }

    static bool CarriesAll(Taint? taint, TaintKind kinds)
    {
        foreach (var part in taint?.Parts ?? [])
            if (part.Origin is SourceOrigin && (kinds & ~part.Kinds & ~TaintKind.Abilities) == 0)
                return true;
        return false;
    }

    Value Guarded(List<ModelLine> guards, CallContext call, Value result)
    {
        // What the model promises holds whatever a stand-in's body answers.
        if (result.HasConstant && guards.Exists(static guard => guard.Outcome != GuardOutcome.Returns))
            result = Value.Unknown;
        foreach (var guard in guards)
        {
            if (!Holds(guard.Condition, call))
                continue;
            foreach (var place in guard.Places)
            {
                var at = place.Name == "this" ? InputOrigin.This : OrdinalOf(place.Name, call.Method);
                var operation = at == InputOrigin.This ? call.Instance : at >= 0 && at < call.Operations.Length ? call.Operations[at] : null;
                if (operation is null || IsOtherTainted(call, at) || PlaceOf(operation) is not { } where)
                    continue;
                foreach (var name in place.Path)
                    where = where.Member(name);
                var fact = new Fact(where, guard.Kinds, where is { Root: { } root, Path.Length: 0 } ? _state[root] : null);
                Fact[] facts = HostFact(operation) is { } host && (guard.Kinds & TaintKind.Ssrf) != 0 ? [fact, host] : [fact];
                if (guard.Outcome == GuardOutcome.Returns)
                    foreach (var each in facts)
                        Apply(each);
                else
                    result = result.With(guard.Outcome is GuardOutcome.True or GuardOutcome.NonNull
                        ? Condition.Of(Condition.Both(result.Condition?.WhenTrue ?? Condition.None, facts), result.Condition?.WhenFalse ?? Condition.None)
                        : Condition.Of(result.Condition?.WhenTrue ?? Condition.None, Condition.Both(result.Condition?.WhenFalse ?? Condition.None, facts)));
            }
        }
        return result;
    }

    bool IsOtherTainted(CallContext call, int at)
    {
        if (at != InputOrigin.This && call.Receiver is { } receiver && IsFromOutside(receiver))
            return true;
        for (var i = 0; i < call.Values.Length; i++)
            if (i != at && call.Method.Parameters[i].RefKind == RefKind.None && IsFromOutside(call.Values[i]))
                return true;
        return false;
    }

    // A list that a caller or the constructor gave may be anybody's; one that is known to come from outside is no list of what is allowed.
    bool IsFromOutside(Value value)
    {
        foreach (var part in Whole(value)?.Parts ?? [])
            if (part.Origin is SourceOrigin && TaintEngine.IsForeign(part.Kinds))
                return true;
        return false;
    }

    // What is left in a service that an endpoint is given others find there.
    Value Given(IParameterSymbol parameter, Taint? taint)
    {
        var value = Bound(parameter, Input(parameter, taint));
        if (value.Objects is [var id] && parameter.Type is INamedTypeSymbol { IsRecord: false } type && _engine.IsInSource(type))
        {
            _inputs[id] = new(InputOrigin.Static, parameter);
            if (taint is null)
                AddTaint(value, Taint.Of(_inputs[id], TaintKind.Any));
        }
        return value;
    }

    /// <summary>Delegates that the framework calls with what comes from outside: endpoints, middleware.</summary>
    void EnterHandlers(List<ModelLine> entries, CallContext call)
    {
        foreach (var line in entries)
            if (_engine.KindsOf(line) is not 0 and var kinds && Holds(line.Condition, call))
                foreach (var place in line.Places)
                    if (OrdinalOf(place.Name, call.Method) is >= 0 and var at && at < call.Values.Length && call.Values[at].Functions is { } functions)
                        foreach (var function in functions)
                        {
                            var arguments = new Value[function.Method.Parameters.Length];
                            for (var i = 0; i < arguments.Length; i++)
                                arguments[i] = Given(function.Method.Parameters[i], _engine.EntryInput(function.Method.Parameters[i], kinds));
                            var answer = Apply([function], arguments, call.Operations[at] ?? call.Site, []);
                            foreach (var sink in _engine.ModelOf(call.Method)?.Sinks ?? [])
                                foreach (var told in sink.Places)
                                    if (told.DelegateArgument == ModelPlace.DelegateResult && OrdinalOf(told.Name, call.Method) == at)
                                        CheckSink(sink.Kinds, answer, told.Path, function.Body ?? call.Site, call.Method);
                        }
    }
}
