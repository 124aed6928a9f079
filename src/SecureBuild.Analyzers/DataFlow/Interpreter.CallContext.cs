using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace SecureBuild.Analyzers.DataFlow;

/// <summary>One call: how the callee's inputs are named by the caller.</summary>
sealed partial class Interpreter
{
    sealed class CallContext(Interpreter caller, Value? receiver, Value[] values, IMethodSymbol method)
    {
        // Most summaries speak of one input: a table is made for the second.
        InputOrigin? _first;
        Taint? _ofFirst;
        Dictionary<InputOrigin, Taint?>? _carried;
        bool _rests;

        public Value? Receiver { get; } = receiver;

        public Value[] Values { get; } = values;

        public IMethodSymbol Method { get; } = method;

        public IOperation[] Operations { get; set; } = [];

        public IOperation? Instance { get; set; }

        public IOperation Site { get; set; } = null!;

        /// <summary>The same call as one of the body that it runs.</summary>
        public CallContext For(IMethodSymbol target) => new(caller, Receiver, Values, target) { Operations = Operations, Instance = Instance, Site = Site };

        /// <summary>What the caller gives for an input; null when there is none.</summary>
        public Value? Input(int ordinal) => ordinal == InputOrigin.This ? Receiver : ordinal >= 0 && ordinal < Values.Length ? Values[ordinal] : null;

        /// <summary>A callee's taint in the caller's terms.</summary>
        public Taint? Map(Taint? taint)
        {
            if (taint is null)
                return null;
            var sum = new Taint.Sum();
            foreach (var part in taint.Parts)
                if (part.Origin is InputOrigin input)
                    sum.Add(Carried(input), part.Kinds);
                else
                    sum.Add(part);
            return sum.All;
        }

        /// <summary>What the caller gives for an input, of these kinds.</summary>
        public Taint? Map(InputOrigin input, TaintKind kinds) => Carried(input)?.Only(kinds);

        /// <summary>From here on the caller's values stay as they are, until <see cref="Changes"/>: what an input carries is looked up once.</summary>
        public void Rests() => _rests = true;

        /// <summary>The caller's values change.</summary>
        public void Changes() => (_rests, _first, _carried) = (false, null, null);

        Taint? Carried(InputOrigin input)
        {
            if (!_rests)
                return Look(input);
            if (_first is null)
                return _ofFirst = Look(_first = input);
            if (_first.Is(input))
                return _ofFirst;
            _carried ??= new();
            if (!_carried.TryGetValue(input, out var carried))
                _carried.Add(input, carried = Look(input));
            return carried;
        }

        Taint? Look(InputOrigin input) =>
            (input is { Ordinal: InputOrigin.Static, Symbol: IParameterSymbol } ? null : input.Ordinal == InputOrigin.Static ? caller.ReadShared(input.Symbol!) : Input(input.Ordinal)) is { } value ? caller.Whole(caller.Follow(value, input.Path)) : null;

        /// <summary>Where the caller hands the input over.</summary>
        public SyntaxNode NodeOf(InputOrigin origin) =>
            origin.Ordinal >= 0 && origin.Ordinal < Operations.Length && Operations[origin.Ordinal] is { } argument ? argument.Syntax : Site.Syntax;

        /// <summary>What a callee found of its inputs, as facts about the caller's places.</summary>
        public Fact[] Facts(List<(InputOrigin Input, TaintKind Cleared)> cleared)
        {
            if (cleared.Count == 0)
                return Condition.None;
            var facts = new List<Fact>(cleared.Count);
            foreach (var (input, kinds) in cleared)
            {
                var operation = input.Ordinal == InputOrigin.This ? Instance : input.Ordinal >= 0 && input.Ordinal < Operations.Length ? Operations[input.Ordinal] : null;
                if (caller.PlaceOf(operation) is not { } place)
                    continue;
                foreach (var name in input.Path)
                    place = place.Member(name);
                facts.Add(new(place, kinds, place is { Root: { } root, Path.Length: 0 } ? caller._state[root] : null));
            }
            return facts.ToArray();
        }
    }
}
