using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.DataFlow;
using SecureBuild.Analyzers.Hosting;
using SecureBuild.Analyzers.RegularExpressions;
using SecureBuild.Analyzers.Symbols;

namespace SecureBuild.Analyzers.Injection;

/// <summary>A pattern with two ways for the same text needs exponential time on a text that does not match.</summary>
public sealed class SB1021VulnerableRegex : SecurityRule
{
    const string Regular = "System.Text.RegularExpressions.Regex";

    static readonly DiagnosticDescriptor s_rule = Rule.Create(
        "SB1021", Category.Injection, DiagnosticSeverity.Warning, cwe: [1333, 730, 400], "PW.5.1");

    static readonly int s_timeout = TreeNames.HashOf("REGEX_DEFAULT_MATCH_TIMEOUT");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Register(RuleRegistration on)
    {
        var patterns = new Patterns(on.Compilation);
        on.Creation(patterns.CheckCreation, "Regex", "GeneratedRegexAttribute", "RegularExpressionAttribute");
        on.Call(patterns.CheckCall, "IsMatch", "Match", "Matches", "Replace", "Split", "Count", "EnumerateMatches", "EnumerateSplits");
    }

    sealed class Patterns(Compilation compilation)
    {
        readonly ConcurrentDictionary<(string Pattern, RegexOptions Options), string> _repetitions = new();
        readonly Lazy<bool> _hasDefaultTimeout = new(() => compilation.SyntaxTrees.Any(static tree => NameIndex.NamesOf(tree).Has(s_timeout)));

        public void CheckCreation(OperationAnalysisContext context)
        {
            var creation = (IObjectCreationOperation)context.Operation;
            if (creation.Type.Is(Regular) && !IsAskedAboutConstant(creation) || creation.Type.Is(Regular.Replace("Regex", "") + "GeneratedRegexAttribute"))
                Check(context, creation.Arguments);
            // Has a limit of two seconds unless somebody takes it away.
            else if (creation.Type.Is("System.ComponentModel.DataAnnotations.RegularExpressionAttribute")
                && creation.Initializer?.Initializers.Any(static member => member is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: "MatchTimeoutInMilliseconds" }, Value.ConstantValue.Value: < 0 }) == true)
                Check(context, creation.Arguments);
        }

        public void CheckCall(OperationAnalysisContext context)
        {
            var call = (IInvocationOperation)context.Operation;
            if (call.TargetMethod.IsStatic && call.TargetMethod.ContainingType.Is(Regular) && call.Arguments.For("input")?.ConstantValue.HasValue != true && !ShortText.Is(call.Arguments.For("input")))
                Check(context, call.Arguments);
        }

        // new Regex(pattern).IsMatch("text of ours")
        static bool IsAskedAboutConstant(IObjectCreationOperation creation) =>
            creation.Parent is IInvocationOperation call && call.Arguments.For("input")?.ConstantValue.HasValue == true;

        void Check(OperationAnalysisContext context, ImmutableArray<IArgumentOperation> arguments)
        {
            if (arguments.For("pattern") is not { } pattern || HasTimeout(arguments))
                return;
            var options = RegexOptions.None;
            if (arguments.For("options") is { } given && PossibleValues.First(given, 0, static (value, _) => value.ConstantValue is { HasValue: true, Value: int }) is { ConstantValue.Value: int flags })
                options = (RegexOptions)flags;
            const RegexOptions NonBacktracking = (RegexOptions)1024;
            if ((options & NonBacktracking) != 0)
                return;
            string? repetition = null;
            PossibleValues.First(pattern, 0, (value, _) => value.ConstantValue is { HasValue: true, Value: string text } && (repetition = Repetition(text, options)).Length > 0);
            if (!string.IsNullOrEmpty(repetition) && !_hasDefaultTimeout.Value)
                context.ReportDiagnostic(Diagnostic.Create(s_rule, pattern.Syntax.GetLocation(), Shown(repetition!)));
        }

        string Repetition(string pattern, RegexOptions options) =>
            _repetitions.GetOrAdd((pattern, options), static key => ExponentialPattern.Repetition(key.Pattern, key.Options) ?? "");

        static bool HasTimeout(ImmutableArray<IArgumentOperation> arguments) =>
            (arguments.For("matchTimeout") is { } span && span is not IFieldReferenceOperation { Field.Name: "InfiniteMatchTimeout" or "InfiniteTimeSpan" })
            || (arguments.For("matchTimeoutMilliseconds") is { } milliseconds && milliseconds.ConstantValue.Value is not < 0);

        static string Shown(string text) => string.Concat(text.Select(static character => character is < ' ' or > '~' ? $"\\u{(int)character:x4}" : character.ToString()));
    }
}
