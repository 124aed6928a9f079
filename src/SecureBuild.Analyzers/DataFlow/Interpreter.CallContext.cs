using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace SecureBuild.Analyzers.DataFlow;

/// <summary>One call: how the callee's inputs are named by the caller.</summary>
sealed partial class Interpreter
{
    sealed class CallContext(Interpreter caller, Value? receiver, Value[] values, IMethodSymbol method)
    {
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
            Taint? all = null;
            foreach (var part in taint.Parts)
            {
                if (part.Origin is not InputOrigin input)
                {
                    all = Taint.Join(all, Taint.Of(part.Origin, part.Kinds, part.Steps));
                    continue;
                }
                Taint? carried;
                if (input.Ordinal == InputOrigin.Static)
                    carried = caller.Whole(caller.Follow(caller.ReadShared(input.Symbol!), input.Path));
                else
                    carried = Input(input.Ordinal) is { } value ? caller.Whole(caller.Follow(value, input.Path)) : null;
                all = Taint.Join(all, carried?.Only(part.Kinds));
            }
            return all;
        }

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
