using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Hosting;

namespace SecureBuild.Analyzers.Secrets;

/// <summary>A connection string with its password in the source gives the database to everybody who has the source or the assembly.</summary>
public sealed class SB5003ConnectionStringPassword : SecurityRule
{
    // "Pwd=abc;"
    const int Shortest = 8;

    static readonly DiagnosticDescriptor s_rule = Rule.Create(
        "SB5003", Category.Secrets, DiagnosticSeverity.Warning, cwe: [798], "PW.5.1", "PS.1.1");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Register(RuleRegistration on)
    {
        var project = new TestProject(on.Compilation);
        on.Operation(context => Check(context, project), BodyHint.Secret, OperationKind.Literal);
    }

    static void Check(OperationAnalysisContext context, TestProject project)
    {
        var literal = context.Operation;
        if (literal.ConstantValue is not { HasValue: true, Value: string { Length: >= Shortest } text })
            return;
        text = WrittenText.Formatted(literal) ?? text;
        if (!ConnectionText.MayHaveSecret(text))
            return;
        text = WrittenText.Appended(literal) ?? text;
        // The piece with the password may not tell that it is one of a connection string; the whole does.
        var key = ConnectionText.SecretKeyIn(text)
            ?? (text.IndexOf('=') > 0 && WrittenText.Whole(literal) is var whole && !ReferenceEquals(whole, literal) && ConnectionText.HasSecret(text) && !IsFoundAlone(whole) ? ConnectionText.SecretKeyIn(WrittenText.Of(whole)) : null);
        if (key is not null && !project.IsTest)
            context.ReportDiagnostic(Diagnostic.Create(s_rule, literal.Syntax.GetLocation(), key));
    }

    static bool IsFoundAlone(IOperation whole)
    {
        foreach (var operation in whole.Descendants())
            if (operation is ILiteralOperation { ConstantValue: { HasValue: true, Value: string piece } } && ConnectionText.SecretKeyIn(piece) is not null)
                return true;
        return false;
    }
}
