using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Symbols;

namespace SecureBuild.Analyzers.Cryptography;

/// <summary>A password, token, salt or key from System.Random can be predicted.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SB2005InsecureRandom : DiagnosticAnalyzer
{
    static readonly DiagnosticDescriptor s_rule = Rule.Create(
        "SB2005", Category.Cryptography, DiagnosticSeverity.Warning, cwe: [338, 330], "PW.5.1", "PW.1.3");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (TypeSet.Find(start.Compilation, "System.Random") is { } random)
                start.RegisterOperationAction(new Numbers(random).Check, OperationKind.Invocation);
        });
    }

    sealed class Numbers(TypeSet random)
    {
        public void Check(OperationAnalysisContext context)
        {
            var call = (IInvocationOperation)context.Operation;
            if (!random.Contains(call.TargetMethod.ContainingType) || call.Instance is not { } generator || !random.Contains(generator.Type) || IsAnotherGenerator(generator))
                return;
            var secret = call.TargetMethod.ReturnsVoid
                ? ValueDestination.SecretIn(Filled(call), context.ContainingSymbol)
                : ValueDestination.Secret(call, context.ContainingSymbol);
            if (secret is not null)
                context.ReportDiagnostic(Diagnostic.Create(s_rule, call.Syntax.GetLocation(), secret));
        }

        // Random r = new SecureRandom(): a derived class may well be a good generator.
        bool IsAnotherGenerator(IOperation generator) =>
            PossibleValues.First(generator, random, static (value, random) => value is IObjectCreationOperation creation && !random.Contains(creation.Type)) is not null;

        // NextBytes(buffer), Shuffle(values), GetItems(choices, destination): the buffer comes last.
        static IOperation Filled(IInvocationOperation call) => call.Arguments.At(call.TargetMethod.Parameters.Length - 1) ?? call;
    }
}
