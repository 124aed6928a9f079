using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Hosting;
using SecureBuild.Analyzers.Symbols;

namespace SecureBuild.Analyzers.Native;

/// <summary>Static state that is looked at and then changed, or counted up from several threads, without a lock; a number that is looked at before the lock under which it is changed.</summary>
public sealed class SB6104SharedStateRace : SecurityRule
{
    static readonly DiagnosticDescriptor s_rule = Rule.Create(
        "SB6104", Category.Native, DiagnosticSeverity.Info, cwe: [362, 367], "PW.5.1");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Register(RuleRegistration on)
    {
        var bodies = new ConditionalWeakTable<SyntaxNode, object>();
        on.Operation(context => CheckFilled(context, bodies), BodyHint.StaticField, OperationKind.SimpleAssignment);
        on.Operation(context => CheckCount(context, bodies), BodyHint.StaticField, OperationKind.Increment, OperationKind.Decrement, OperationKind.CompoundAssignment, OperationKind.SimpleAssignment);
        on.Call(context => CheckCollection(context, bodies), "ContainsKey", "Contains", "TryGetValue");
        on.Operation(CheckLocked, BodyHint.Lock, OperationKind.Lock);
    }

    static readonly ConditionalWeakTable<BlockSyntax, Dictionary<string, int>> s_refusals = new();

    // if (_balance < amount) return false; lock (_gate) _balance -= amount;
    static void CheckLocked(OperationAnalysisContext context)
    {
        var section = (ILockOperation)context.Operation;
        foreach (var operation in section.Body.DescendantsAndSelf())
            if (operation is ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract, Target: IFieldReferenceOperation { Field: { Type.SpecialType: >= SpecialType.System_SByte and <= SpecialType.System_Double } field } } change
                && IsCompared(section.Syntax, field.Name) && !NamesIn.Of(section.Body.Syntax, field.Name).Any(name => !change.Syntax.Span.Contains(name.Span)))
                context.ReportDiagnostic(Diagnostic.Create(s_rule, change.Syntax.GetLocation(), field.Name));
    }

    // s_count++ where several threads come by: in asynchronous code and in what is handed to the thread pool; a balance that was compared before, anywhere.
    static void CheckCount(OperationAnalysisContext context, ConditionalWeakTable<SyntaxNode, object> bodies)
    {
        var target = context.Operation switch
        {
            IIncrementOrDecrementOperation count => count.Target,
            ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract } change => change.Target,
            // s_count = s_count + 1
            ISimpleAssignmentOperation { Target: IFieldReferenceOperation { Field: { IsStatic: true } own }, Value: IBinaryOperation { LeftOperand: IFieldReferenceOperation read } } change
                when SymbolEqualityComparer.Default.Equals(own, read.Field) => change.Target,
            _ => null,
        };
        // s_balances[id] -= amount
        if (target is IPropertyReferenceOperation { Property.IsIndexer: true, Instance: IFieldReferenceOperation { Field: { IsStatic: true } collection } } && !collection.Type.Name.StartsWith("Concurrent", StringComparison.Ordinal)
            && !IsAlone(context, bodies) && IsCompared(context.Operation.Syntax, collection.Name))
            context.ReportDiagnostic(Diagnostic.Create(s_rule, context.Operation.Syntax.GetLocation(), collection.Name));
        if (target is IFieldReferenceOperation { Field: { IsStatic: true, IsConst: false, Type.SpecialType: >= SpecialType.System_SByte and <= SpecialType.System_Double } field } && !IsThreadLocal(field)
            && !IsAlone(context, bodies) && (IsConcurrent(context.Operation) || IsCompared(context.Operation.Syntax, field.Name)))
            context.ReportDiagnostic(Diagnostic.Create(s_rule, context.Operation.Syntax.GetLocation(), field.Name));
    }

    // if (!s_cache.ContainsKey(key)) s_cache.Add(key, value);
    static void CheckCollection(OperationAnalysisContext context, ConditionalWeakTable<SyntaxNode, object> bodies)
    {
        var question = (IInvocationOperation)context.Operation;
        if (question.Instance is not IFieldReferenceOperation { Field: { IsStatic: true } field } || IsThreadLocal(field) || IsAlone(context, bodies)
            || !IsTable(field.Type))
            return;
        if (Decision(question.Syntax) is not { } decision)
            return;
        var (start, end) = (decision.SpanStart, decision.Parent is BlockSyntax block && Leaves(decision.Statement) ? block.Span.End : decision.Span.End);
        SyntaxNode? first = null;
        foreach (var name in NamesIn.Of(decision.FirstAncestorOrSelf<MemberDeclarationSyntax>() ?? (SyntaxNode)decision, field.Name))
            if (name.SpanStart >= end)
                break;
            else if (name.SpanStart >= start && ChangeBy(name) is { } change)
            {
                first = change;
                break;
            }
        if (first is not null)
            context.ReportDiagnostic(Diagnostic.Create(s_rule, first.GetLocation(), field.Name));
    }

    // if (s_entries == null) { s_entries = new(); s_entries[key] = value; }: others find it when it is half filled.
    static void CheckFilled(OperationAnalysisContext context, ConditionalWeakTable<SyntaxNode, object> bodies)
    {
        if (context.Operation is not ISimpleAssignmentOperation { Target: IFieldReferenceOperation { Field: { IsStatic: true } field }, Value: IObjectCreationOperation or IConversionOperation { Operand: IObjectCreationOperation } } || !IsTable(field.Type)
            || Decision(context.Operation.Syntax.Parent!) is not { } decision || !decision.Condition.DescendantTokens().Any(static token => token.IsKind(SyntaxKind.NullKeyword)) || IsThreadLocal(field) || IsAlone(context, bodies))
            return;
        foreach (var name in NamesIn.Of(decision.FirstAncestorOrSelf<MemberDeclarationSyntax>() ?? (SyntaxNode)decision, field.Name))
            if (name.SpanStart > context.Operation.Syntax.Span.End && decision.Span.Contains(name.Span) && ChangeBy(name) is { } change)
            {
                context.ReportDiagnostic(Diagnostic.Create(s_rule, change.GetLocation(), field.Name));
                return;
            }
    }

    static bool IsTable(ITypeSymbol type) => type.ContainingNamespace?.ToDisplayString() == "System.Collections.Generic" && type.Name is "Dictionary" or "List" or "HashSet" or "SortedDictionary" or "IDictionary";

    // s_cache.Add(…), s_cache[…] = …, Type.s_cache[…].Remove(…): the call or assignment whose target begins with the name.
    static SyntaxNode? ChangeBy(SimpleNameSyntax name)
    {
        ExpressionSyntax owner = name.Parent is MemberAccessExpressionSyntax qualified && qualified.Name == name ? qualified : name;
        while (owner.Parent is ElementAccessExpressionSyntax element && element.Expression == owner)
            if (element.Parent is AssignmentExpressionSyntax assignment && assignment.Left == element)
                return assignment;
            else
                owner = element;
        return owner.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Add" or "Remove", Parent: InvocationExpressionSyntax call } member && member.Expression == owner && call.Expression == member ? call : null;
    }

    static bool IsNamed(ExpressionSyntax owner, string field) => owner switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText == field,
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText == field,
        ElementAccessExpressionSyntax element => IsNamed(element.Expression, field),
        _ => false,
    };

    static IfStatementSyntax? Decision(SyntaxNode question)
    {
        for (var node = question.Parent; node is ExpressionSyntax or IfStatementSyntax or BlockSyntax { Parent: IfStatementSyntax }; node = node.Parent)
            if (node is IfStatementSyntax decision)
                return decision;
        return null;
    }

    static bool Leaves(StatementSyntax statement) =>
        statement is ReturnStatementSyntax or ThrowStatementSyntax || statement is BlockSyntax { Statements: { Count: > 0 } statements } && Leaves(statements[statements.Count - 1]);

    /// <summary>One thread at a time: under a lock or a semaphore, or while the type is initialised.</summary>
    static bool IsAlone(OperationAnalysisContext context, ConditionalWeakTable<SyntaxNode, object> bodies)
    {
        if (context.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.StaticConstructor } or IFieldSymbol
            || context.ContainingSymbol is IMethodSymbol method && method.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "MethodImplAttribute"))
            return true;
        for (var node = context.Operation.Syntax; node is not (null or MemberDeclarationSyntax); node = node.Parent)
            if (node is LockStatementSyntax)
                return true;
            else if (node is BlockSyntax { Parent: BaseMethodDeclarationSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or AccessorDeclarationSyntax }
                && bodies.GetValue(node, static body => Waits(body)) is true)
                return true;
        return false;
    }

    static bool Waits(SyntaxNode body) => body.DescendantNodes().Any(static node => node is MemberAccessExpressionSyntax
    {
        Name.Identifier.ValueText: "Wait" or "WaitAsync" or "WaitOne" or "Enter" or "TryEnter" or "EnterWriteLock" or "EnterUpgradeableReadLock" or "EnterScope" or "LockAsync" or "AcquireAsync"
    });

    static bool IsThreadLocal(IFieldSymbol field) => field.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "ThreadStaticAttribute");

    static bool IsConcurrent(IOperation change)
    {
        for (var node = change.Syntax; node is not null; node = node.Parent)
            switch (node)
            {
                case MethodDeclarationSyntax method:
                    return method.Modifiers.Any(SyntaxKind.AsyncKeyword);
                case LocalFunctionStatementSyntax local when local.Modifiers.Any(SyntaxKind.AsyncKeyword):
                    return true;
                case AnonymousFunctionExpressionSyntax function when function.AsyncKeyword != default
                    || function.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Run" or "StartNew" or "For" or "ForEach" or "ForEachAsync" or "QueueUserWorkItem" or "MapGet" or "MapPost" or "MapPut" or "MapDelete" } } }
                    || function.Parent is ArgumentSyntax { Parent.Parent: ObjectCreationExpressionSyntax { Type: IdentifierNameSyntax { Identifier.ValueText: "Thread" or "Timer" } } }:
                    return true;
            }
        return false;
    }

    // if (s_stock >= count) s_stock -= count; if (s_stock < count) return false; s_stock -= count;
    static bool IsCompared(SyntaxNode change, string field)
    {
        for (var node = change; node.Parent is { } parent and not MemberDeclarationSyntax; node = parent)
            if (parent is IfStatementSyntax { Condition: var condition } && Compares(condition, field))
                return true;
            else if (parent is BlockSyntax block && s_refusals.GetValue(block, static block => Refusals(block)).TryGetValue(field, out var refusal) && refusal < node.SpanStart)
                return true;
        return false;
    }

    // Names that a block's statements compare before they leave, with the place of the first such statement.
    static Dictionary<string, int> Refusals(BlockSyntax block)
    {
        var refusals = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var statement in block.Statements)
            if (statement is IfStatementSyntax { Condition: var refused, Statement: var way } && Leaves(way))
                foreach (var name in refused.DescendantNodesAndSelf())
                    if (name is IdentifierNameSyntax { Identifier.ValueText: var text } && !refusals.ContainsKey(text) && Compares(refused, text))
                        refusals.Add(text, statement.SpanStart);
        return refusals;
    }

    static bool Compares(ExpressionSyntax condition, string field) => condition.DescendantNodesAndSelf().Any(part =>
        part is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LessThanExpression or (int)SyntaxKind.LessThanOrEqualExpression or (int)SyntaxKind.GreaterThanExpression or (int)SyntaxKind.GreaterThanOrEqualExpression or (int)SyntaxKind.EqualsExpression } comparison
        && (IsNamed(comparison.Left, field) || IsNamed(comparison.Right, field)));
}
