using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SecureBuild.Analyzers.Hosting;

/// <summary>
/// One rule. It says by <em>name</em> what it wants to see (calls of "HashData", assignments to "Mode"), so that all rules together cost one dictionary
/// look-up for each operation; it asks for types only after a name has matched. In the compiler all rules run inside <see cref="SecureBuildAnalyzer"/>;
/// alone, as in its tests, a rule is an analyzer like any other.
/// </summary>
public abstract class SecurityRule : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public abstract override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }

    /// <summary>Says what the rule wants to see in this compilation. Runs once per compilation, also at every key stroke in an IDE: no work here, no look-up of types.</summary>
#pragma warning disable SB0002 // Every rule names what it wants to see: nothing from outside goes through here.
    public abstract void Register(RuleRegistration on);
#pragma warning restore SB0002

    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(RuleHost.Generated);
        context.RegisterCompilationStartAction(start => RuleHost.Start(start, ImmutableArray.Create(this)));
    }
}
