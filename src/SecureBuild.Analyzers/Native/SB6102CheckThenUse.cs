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
    public override void Register(RuleRegistration on)
    {
        on.Call(CheckCall, "Exists", "GetAttributes", "GetAccessControl", "GetUnixFileMode", "ResolveLinkTarget");
        on.Reference(CheckProperty, "Exists", "LinkTarget");
    }

    static void CheckCall(OperationAnalysisContext context)
    {
        var question = (IInvocationOperation)context.Operation;
        if (question.TargetMethod.ContainingType.Is("System.IO.File") && question.Arguments.At(0) is { Syntax: { } path })
            Check(context, path, null, question.TargetMethod.Name);
    }

    // var file = new FileInfo(path); if (!file.Exists) file.Create();
    static void CheckProperty(OperationAnalysisContext context)
    {
        if (context.Operation is IPropertyReferenceOperation { Instance: ILocalReferenceOperation file } question && file.Type.Is("System.IO.FileInfo"))
            Check(context, file.Syntax, (PossibleValues.OnlyValueOf(file) as IObjectCreationOperation)?.Arguments.At(0)?.Syntax, question.Property.Name);
    }

    static void Check(OperationAnalysisContext context, SyntaxNode path, SyntaxNode? otherName, string asked)
    {
        var question = context.Operation;
        if (Decision(question.Syntax) is not { } decision)
            return;
        var seen = 0;
        foreach (var place in Afterwards(decision))
            foreach (var node in place.DescendantNodes(static node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)))
            {
                if (++seen > Reach)
                    return;
                if (node.SpanStart > question.Syntax.Span.End && MayBeUse(node, path) && question.SemanticModel?.GetOperation(node, context.CancellationToken) is { } use
                    && UsedPath(use, asked == "Exists") is { } used && (used.Syntax.IsEquivalentTo(path, topLevel: false) || otherName is not null && used.Syntax.IsEquivalentTo(otherName, topLevel: false)))
                {
                    context.ReportDiagnostic(Diagnostic.Create(s_rule, node.GetLocation(), path.ToString(), asked));
                    return;
                }
            }
    }

    static bool MayBeUse(SyntaxNode node, SyntaxNode file) => node switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var owner } } => owner.ToString() is "File" or "System.IO.File" || owner.IsEquivalentTo(file, topLevel: false),
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
    static StatementSyntax? Decision(SyntaxNode question)
    {
        for (var node = question.Parent; node is not null and not MemberDeclarationSyntax and not AnonymousFunctionExpressionSyntax; node = node.Parent)
            if (node is IfStatementSyntax decision)
                return decision.Condition.Span.Contains(question.Span) ? decision : null;
            else if (node is LocalDeclarationStatementSyntax stored)
                return stored;
            else if (node is StatementSyntax)
                return null;
        return null;
    }

    // Inside the statement, and behind it when it leaves the method on one answer: if (File.Exists(path)) return;
    static IEnumerable<SyntaxNode> Afterwards(StatementSyntax statement)
    {
        if (statement is LocalDeclarationStatementSyntax { Declaration.Variables: { Count: 1 } variables } && statement.Parent is BlockSyntax around)
        {
            // var exists = File.Exists(path); what decides comes later.
            if (FirstDecision(around, statement, variables[0].Identifier.ValueText) is not { } found)
                yield break;
            statement = found;
        }
        yield return statement;
        if (statement is IfStatementSyntax { Statement: var taken, Parent: BlockSyntax block } && Leaves(taken))
            for (var i = After(block, statement.SpanStart); i < block.Statements.Count; i++)
                yield return block.Statements[i];
    }

    // The first if of the block behind the statement whose condition mentions the variable.
    static IfStatementSyntax? FirstDecision(BlockSyntax around, StatementSyntax statement, string name)
    {
        foreach (var use in NamesIn.Of(around.FirstAncestorOrSelf<MemberDeclarationSyntax>() ?? (SyntaxNode)around, name))
            if (use.SpanStart >= around.Span.End)
                return null;
            else if (use.SpanStart > statement.Span.End)
            {
                SyntaxNode place = use;
                while (place.Parent is { } parent && parent != around)
                    place = parent;
                if (place is IfStatementSyntax decision && decision.Condition.Span.Contains(use.Span))
                    return decision;
            }
        return null;
    }

    // The first statement behind a place; a block may hold thousands, and each may ask.
    static int After(BlockSyntax block, int place)
    {
        var (low, high) = (0, block.Statements.Count);
        while (low < high)
            if ((low + high) / 2 is var middle && block.Statements[middle].SpanStart > place)
                high = middle;
            else
                low = middle + 1;
        return low;
    }

    static bool Leaves(StatementSyntax statement) => statement switch
    {
        ReturnStatementSyntax or ThrowStatementSyntax => true,
        BlockSyntax { Statements: { Count: > 0 } statements } => Leaves(statements[statements.Count - 1]),
        _ => false,
    };
}
