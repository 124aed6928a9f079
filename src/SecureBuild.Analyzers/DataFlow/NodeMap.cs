using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace SecureBuild.Analyzers.DataFlow;

/// <summary>Puts other nodes in the place of those that a summary speaks of.</summary>
/// <param name="map">Gives the other node; null where there is none.</param>
sealed class NodeMap(Func<SyntaxNode, SyntaxNode?> map)
{
    readonly Dictionary<Step, Step?> _steps = new();
    readonly Dictionary<SourceOrigin, SourceOrigin> _sources = new();
    readonly Dictionary<Taint, Taint?> _taints = new();

    /// <summary>False once a node had no other.</summary>
    public bool IsWhole { get; private set; } = true;

    public Finding Of(Finding finding) => new(finding.Kind, Of(finding.Source), finding.Sink, Of(finding.Node), Of(finding.Steps));

    public SinkHit Of(SinkHit hit) => new(hit.Kind, hit.Sink, Of(hit.Node), Of(hit.Place), hit.Origin, hit.Kinds, Of(hit.Steps));

    public Taint? Of(Taint? taint)
    {
        if (taint is null)
            return null;
        if (_taints.TryGetValue(taint, out var known))
            return known;
        var parts = new List<TaintPart>(taint.Parts.Length);
        var isSame = true;
        foreach (var part in taint.Parts)
        {
            var now = new TaintPart(part.Origin is SourceOrigin source ? Of(source) : part.Origin, part.Kinds, Of(part.Steps));
            isSame &= ReferenceEquals(now.Origin, part.Origin) && ReferenceEquals(now.Steps, part.Steps);
            parts.Add(now);
        }
        return _taints[taint] = isSame ? taint : Taint.Of(parts);
    }

    SourceOrigin Of(SourceOrigin source)
    {
        if (_sources.TryGetValue(source, out var known))
            return known;
        var node = Of(source.Node);
        return _sources[source] = node == source.Node ? source : new(node, source.Name, source.OnlyDangerousInside);
    }

    Step? Of(Step? step)
    {
        if (step is null)
            return null;
        if (_steps.TryGetValue(step, out var known))
            return known;
        var previous = Of(step.Previous);
        var node = Of(step.Node);
        return _steps[step] = node == step.Node && ReferenceEquals(previous, step.Previous) ? step : Step.After(previous, node);
    }

    SyntaxNode Of(SyntaxNode node)
    {
        if (map(node) is { } other)
            return other;
        IsWhole = false;
        return node;
    }
}
