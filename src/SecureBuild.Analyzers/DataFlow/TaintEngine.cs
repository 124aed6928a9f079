using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SecureBuild.Analyzers.DataFlow;

/// <summary>The data-flow engine of one compilation.</summary>
sealed class TaintEngine
{
    public TaintEngine(Compilation compilation, AnalyzerOptions options)
    {
    }
}
