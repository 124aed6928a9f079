using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Hosting;
using SecureBuild.Analyzers.Symbols;

namespace SecureBuild.Analyzers.Cryptography;

/// <summary>A password, token, salt or key from System.Random can be predicted.</summary>
public sealed class SB2005InsecureRandom : SecurityRule
{
    const string Random = "System.Random";

    static readonly DiagnosticDescriptor s_rule = Rule.Create(
        "SB2005", Category.Cryptography, DiagnosticSeverity.Warning, cwe: [338, 330], "PW.5.1", "PW.1.3");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Register(RuleRegistration on)
    {
        on.Call(Check, "Next", "NextInt64", "NextDouble", "NextSingle", "NextBytes", "GetItems", "Shuffle", "GetString", "GetHexString", "Sample");
    }

    static void Check(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (!call.TargetMethod.ContainingType.Is(Random) || call.Instance is not { } generator || !generator.Type.Is(Random) || IsAnotherGenerator(generator))
            return;
        var secret = call.TargetMethod.ReturnsVoid
            ? ValueDestination.SecretIn(Filled(call), context.ContainingSymbol)
            : ValueDestination.Secret(call, context.ContainingSymbol);
        if (secret is not null)
            context.ReportDiagnostic(Diagnostic.Create(s_rule, call.Syntax.GetLocation(), secret));
    }

    // Random r = new SecureRandom(): a derived class may well be a good generator.
    static bool IsAnotherGenerator(IOperation generator) =>
        PossibleValues.First(generator, false, static (value, _) => value is IObjectCreationOperation creation && !creation.Type.Is(Random)) is not null;

    // NextBytes(buffer), Shuffle(values), GetItems(choices, destination): the buffer comes last.
    static IOperation Filled(IInvocationOperation call) => call.Arguments.At(call.TargetMethod.Parameters.Length - 1) ?? call;
}
