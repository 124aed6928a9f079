using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Hosting;
using SecureBuild.Analyzers.Symbols;

namespace SecureBuild.Analyzers.Native;

/// <summary>A file is asked about and then written to by its name: in between somebody else can put another file or a link there.</summary>
public sealed class SB6102CheckThenUse : SecurityRule
{
    // How far behind the question its use is looked for.
    const int Reach = 2000;

    static readonly DiagnosticDescriptor s_rule = Rule.Create(
        "SB6102", Category.Native, DiagnosticSeverity.Info, cwe: [367], "PW.5.1");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Register(RuleRegistration on) => on.Call(Check, "Exists", "GetAttributes", "GetAccessControl", "GetUnixFileMode", "ResolveLinkTarget");

    static void Check(OperationAnalysisContext context)
    {
        var question = (IInvocationOperation)context.Operation;
        var isAboutExistence = question.TargetMethod.Name == "Exists";
        if (!question.TargetMethod.ContainingType.Is("System.IO.File") || question.Arguments.At(0) is not { Syntax: { } path } || Decision(question) is not { } decision)
            return;
        var seen = 0;
        foreach (var place in Afterwards(decision))
            foreach (var node in place.DescendantNodes(static node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)))
            {
                if (++seen > Reach)
                    return;
                if (node is InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax && node.SpanStart > question.Syntax.Span.End && MayBeUse(node)
                    && question.SemanticModel?.GetOperation(node, context.CancellationToken) is { } use && UsedPath(use, isAboutExistence) is { } used && used.Syntax.IsEquivalentTo(path, topLevel: false))
                {
                    context.ReportDiagnostic(Diagnostic.Create(s_rule, node.GetLocation(), path.ToString(), question.TargetMethod.Name));
                    return;
                }
            }
    }

    static bool MayBeUse(SyntaxNode node) => node switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var type } } => type.ToString() is "File" or "System.IO.File",
        ObjectCreationExpressionSyntax creation => creation.Type.ToString() is "FileStream" or "StreamWriter" or "System.IO.FileStream" or "System.IO.StreamWriter",
        _ => node is ImplicitObjectCreationExpressionSyntax,
    };

    // Who only asks whether the file is there and reads it, or takes it away, loses nothing when it has changed.
    static IOperation? UsedPath(IOperation use, bool isAboutExistence) =>
        WrittenFile.PathOf(use)
        ?? (use is IInvocationOperation { TargetMethod.Name: "SetAttributes" or "SetAccessControl" or "SetUnixFileMode" } call ? call.Arguments.At(0) : null)
        ?? (isAboutExistence ? null : use switch
        {
            IInvocationOperation { TargetMethod: { Name: "OpenRead" or "ReadAllText" or "ReadAllBytes" or "ReadAllLines" or "Open" or "OpenText" or "Delete" } method } other when method.ContainingType.Is("System.IO.File") => other.Arguments.At(0),
            IObjectCreationOperation creation when creation.Type.Is("System.IO.FileStream") => creation.Arguments.For("path"),
            _ => null,
        });

    /// <summary>The statement that decides by the answer.</summary>
    static StatementSyntax? Decision(IInvocationOperation question)
    {
        for (var node = question.Syntax.Parent; node is not null and not MemberDeclarationSyntax and not AnonymousFunctionExpressionSyntax; node = node.Parent)
            if (node is IfStatementSyntax decision)
                return decision.Condition.Span.Contains(question.Syntax.Span) ? decision : null;
            else if (node is LocalDeclarationStatementSyntax stored)
                return stored;
            else if (node is StatementSyntax)
                return null;
        return null;
    }

    // Inside the statement, and behind it when it leaves the method on one answer: if (File.Exists(path)) return;
    static IEnumerable<SyntaxNode> Afterwards(StatementSyntax decision)
    {
        yield return decision;
        if (decision is LocalDeclarationStatementSyntax || decision is IfStatementSyntax { Statement: var taken } && Leaves(taken))
            if (decision.Parent is BlockSyntax block)
                foreach (var statement in block.Statements)
                    if (statement.SpanStart > decision.SpanStart)
                        yield return statement;
    }

    static bool Leaves(StatementSyntax statement) => statement switch
    {
        ReturnStatementSyntax or ThrowStatementSyntax => true,
        BlockSyntax { Statements: { Count: > 0 } statements } => Leaves(statements[statements.Count - 1]),
        _ => false,
    };
}
