using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using SecureBuild.Analyzers.DataFlow.Models;

namespace SecureBuild.Analyzers.DataFlow;

/// <summary>The project's own models, and what the builds of the projects it references have written: additional files whose names end in <c>.securebuild.model</c>.</summary>
static class ModelFiles
{
    public const string Ending = ".securebuild.model";

    // Parsed once, also when the IDE makes a compilation for every key stroke.
    static readonly ConditionalWeakTable<SourceText, List<ModelLine>> s_read = new();

    /// <summary>All lines that count.</summary>
    /// <param name="compilation">The compilation that reads them.</param>
    /// <param name="options">Its additional files.</param>
    /// <param name="described">Gets the names of the referenced assemblies that come with a summary.</param>
    public static List<ModelLine> Read(Compilation compilation, AnalyzerOptions options, ISet<string> described)
    {
        var lines = new List<ModelLine>();
        foreach (var file in options.AdditionalFiles)
        {
            if (!IsModel(file) || file.GetText() is not { } text)
                continue;
            if (FlowSummaryFile.Is(file))
            {
                var summary = FlowSummaryFile.Read(text);
                if (summary.Fits(compilation) && described.Add(summary.Assembly!))
                    lines.AddRange(summary.Lines);
                continue;
            }
            lines.AddRange(s_read.GetValue(text, Parse));
        }
        return lines;
    }

    static List<ModelLine> Parse(SourceText text)
    {
        var lines = new List<ModelLine>();
        foreach (var written in text.Lines)
            if (ModelParser.Parse(written.ToString(), out _) is { } line)
                lines.Add(line);
        return lines;
    }

    public static bool IsModel(AdditionalText file) => file.Path.EndsWith(Ending, StringComparison.OrdinalIgnoreCase);
}
