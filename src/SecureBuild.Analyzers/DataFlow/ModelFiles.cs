using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using SecureBuild.Analyzers.DataFlow.Models;

namespace SecureBuild.Analyzers.DataFlow;

/// <summary>The project's own models: additional files whose names end in <c>.securebuild.model</c>.</summary>
static class ModelFiles
{
    public const string Ending = ".securebuild.model";

    public static List<ModelLine> Read(AnalyzerOptions options)
    {
        var lines = new List<ModelLine>();
        foreach (var file in options.AdditionalFiles)
        {
            if (!file.Path.EndsWith(Ending, StringComparison.OrdinalIgnoreCase) || file.GetText() is not { } text)
                continue;
            foreach (var written in text.Lines)
                if (ModelParser.Parse(written.ToString(), out _) is { } line)
                    lines.Add(line);
        }
        return lines;
    }
}
