using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using SecureBuild.Analyzers.Hosting;

namespace SecureBuild.Analyzers.Analysis;

/// <summary>A security finding that is suppressed without a reason: nobody can tell a decision from a shortcut.</summary>
public sealed class SB0001UnjustifiedSuppression : SecurityRule
{
    static readonly DiagnosticDescriptor s_rule = Rule.Create("SB0001", Category.Analysis, DiagnosticSeverity.Warning, cwe: [1127], "PW.7.2", "PW.7.1");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Register(RuleRegistration on)
    {
        on.Creation(context => Check(context.Operation.Syntax as AttributeSyntax, context.ReportDiagnostic), "SuppressMessageAttribute", "UnconditionalSuppressMessageAttribute");
        on.Tree(Check);
    }

    static void Check(SyntaxTreeAnalysisContext context)
    {
        if (context.Tree.GetRoot(context.CancellationToken) is { ContainsDirectives: true } root)
            Directives(context, root);
    }

    static void Check(AttributeSyntax? attribute, Action<Diagnostic> report)
    {
        if (attribute?.ArgumentList?.Arguments is { Count: >= 2 } arguments && RuleIn(arguments[1].Expression) is { } rule && SecurityRules.Contains(rule) && !IsJustified(arguments))
            report(Diagnostic.Create(s_rule, attribute.GetLocation(), rule));
    }

    static void Directives(SyntaxTreeAnalysisContext context, SyntaxNode root)
    {
        for (var directive = root.GetFirstDirective(); directive is not null; directive = directive.GetNextDirective())
            if (directive is PragmaWarningDirectiveTriviaSyntax { IsActive: true, ErrorCodes.Count: > 0 } pragma && pragma.DisableOrRestoreKeyword.IsKind(SyntaxKind.DisableKeyword) && !IsExplained(pragma))
                foreach (var code in pragma.ErrorCodes)
                    if (code.ToString() is var rule && SecurityRules.Contains(rule))
                        context.ReportDiagnostic(Diagnostic.Create(s_rule, code.GetLocation(), rule));
    }

    // "SB2001:Broken hash function" names SB2001.
    static string? RuleIn(ExpressionSyntax id) =>
        id is LiteralExpressionSyntax { Token.Value: string text } ? text.IndexOf(':') is > 0 and var colon ? text.Substring(0, colon).Trim() : text.Trim() : null;

    // A justification that is no literal is a constant with a text: somebody has written it.
    static bool IsJustified(SeparatedSyntaxList<AttributeArgumentSyntax> arguments)
    {
        foreach (var argument in arguments)
            if (argument.NameEquals?.Name.Identifier.ValueText == "Justification")
                return argument.Expression is not LiteralExpressionSyntax { Token.Value: var value } || value is string text && IsReason(text);
        return false;
    }

    // A comment behind the directive, or alone on the line above.
    static bool IsExplained(PragmaWarningDirectiveTriviaSyntax pragma)
    {
        var lines = pragma.SyntaxTree.GetText().Lines;
        var line = lines.GetLineFromPosition(pragma.SpanStart);
        if (line.ToString() is var written && written.IndexOf("//", StringComparison.Ordinal) is >= 0 and var comment && IsReason(written.Substring(comment + 2)))
            return true;
        return line.LineNumber > 0 && lines[line.LineNumber - 1].ToString().Trim() is var above
            && (above.StartsWith("//", StringComparison.Ordinal) || above.StartsWith("*", StringComparison.Ordinal) || above.EndsWith("*/", StringComparison.Ordinal))
            && IsReason(above.Trim('/', '*', ' '));
    }

    // "<Pending>" is what the IDE writes; the rule's own title is what it writes behind a #pragma.
    static bool IsReason(string text) =>
        text.Trim() is { Length: > 2 } reason && !reason.Equals("<Pending>", StringComparison.OrdinalIgnoreCase) && !reason.Equals("Pending", StringComparison.OrdinalIgnoreCase) && !reason.StartsWith("TODO", StringComparison.OrdinalIgnoreCase);
}
