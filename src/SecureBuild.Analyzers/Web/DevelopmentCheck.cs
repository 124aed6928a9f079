using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Operations;
using SecureBuild.Analyzers.Symbols;

namespace SecureBuild.Analyzers.Web;

/// <summary>Tells code that runs in development only: <c>if (env.IsDevelopment())</c>, an early return from production, <c>#if DEBUG</c>, <c>ConfigureDevelopment</c>.</summary>
static class DevelopmentCheck
{
    const int MaxDepth = 6;

    /// <summary>Whether the operation runs only where one of these checks lets it.</summary>
    public static bool Guards(IOperation operation)
    {
        for (IOperation child = operation, parent = operation.Parent!; parent is not null; child = parent, parent = parent.Parent!)
            switch (parent)
            {
                case IConditionalOperation choice when !ReferenceEquals(child, choice.Condition) && Means(choice.Condition, ReferenceEquals(child, choice.WhenTrue), 0):
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } both when ReferenceEquals(child, both.RightOperand) && Means(both.LeftOperand, true, 0):
                case ISwitchCaseOperation @case when IsDevelopmentCase(@case):
                case IBlockOperation block when ProductionLeft(block, child):
                    return true;
            }
        return IsNamedSo(operation) || IsDebugOnly(operation.Syntax);
    }

    /// <summary>What a switch is on other machines than the developer's, when it asks for that: <c>options.RequireHttpsMetadata = env.IsDevelopment()</c>; null when it does not.</summary>
    public static bool? Elsewhere(IOperation value) => value.ConstantValue.HasValue || value is ILocalReferenceOperation or IParameterReferenceOperation ? null : Means(value, true, 0) ? false : Means(value, false, 0) ? true : null;

    // if (!env.IsDevelopment()) return;
    static bool ProductionLeft(IBlockOperation block, IOperation before)
    {
        foreach (var exit in Body.Of(block).Where(s_leavesProduction))
            if (ReferenceEquals(exit.Parent, block) && exit.Syntax.SpanStart < before.Syntax.SpanStart)
                return true;
        return false;
    }

    static readonly Func<IOperation, bool> s_leavesProduction = static statement =>
        statement is IConditionalOperation { WhenFalse: null, Parent: IBlockOperation } choice && Leaves(choice.WhenTrue) && Means(choice.Condition, false, 0);

    static bool Leaves(IOperation statement) => statement switch
    {
        IBlockOperation { Operations: { Length: > 0 } all } => Leaves(all[all.Length - 1]),
        IReturnOperation or IExpressionStatementOperation { Operation: IThrowOperation } or IThrowOperation => true,
        _ => false,
    };

    /// <summary>Whether the condition, when it is <paramref name="truth"/>, says that this is a development machine.</summary>
    static bool Means(IOperation condition, bool truth, int depth) => depth < MaxDepth && condition switch
    {
        IConversionOperation conversion => Means(conversion.Operand, truth, depth + 1),
        IParenthesizedOperation parenthesized => Means(parenthesized.Operand, truth, depth + 1),
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not => Means(not.Operand, !truth, depth + 1),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.And or BinaryOperatorKind.ConditionalOr or BinaryOperatorKind.Or } pair =>
            (pair.OperatorKind is BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.And) == truth
                ? Means(pair.LeftOperand, truth, depth + 1) || Means(pair.RightOperand, truth, depth + 1)
                : Means(pair.LeftOperand, truth, depth + 1) && Means(pair.RightOperand, truth, depth + 1),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } same => Names(same.LeftOperand, truth) || Names(same.RightOperand, truth),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.NotEquals } different => Names(different.LeftOperand, !truth) || Names(different.RightOperand, !truth),
        IIsPatternOperation { Pattern: IConstantPatternOperation pattern } => Names(pattern.Value, truth),
        IInvocationOperation call => CallMeans(call, truth),
        ILocalReferenceOperation local when PossibleValues.OnlyValueOf(local) is { } value => Means(value, truth, depth + 1),
        ILocalReferenceOperation local => truth && IsDevelopment(local.Local.Name),
        IParameterReferenceOperation parameter => truth && IsDevelopment(parameter.Parameter.Name),
        IMemberReferenceOperation member => truth && (IsDevelopment(member.Member.Name) || member.Member is { Name: "IsAttached", ContainingType.Name: "Debugger" }),
        _ => false,
    };

    static bool CallMeans(IInvocationOperation call, bool truth)
    {
        if (call.TargetMethod.Name is "IsProduction")
            return !truth;
        if (IsDevelopment(call.TargetMethod.Name))
            return truth;
        foreach (var argument in call.Arguments)
            if (Names(argument.Value, truth))
                return true;
        return false;
    }

    // "Development", Environments.Development: true is development; "Production": false is.
    static bool Names(IOperation value, bool truth) =>
        value is IConversionOperation conversion ? Names(conversion.Operand, truth)
        : (value.ConstantValue is { HasValue: true, Value: string text } ? text : value is IFieldReferenceOperation { Field: { IsStatic: true } field } ? field.Name : null) is { } name
            && (truth ? IsDevelopment(name) : name.Equals("Production", StringComparison.OrdinalIgnoreCase));

    static bool IsDevelopment(string name)
    {
        foreach (var word in Words.Of(name))
            if (word is "development" or "dev" or "debug" or "local" or "testing")
                return true;
        return false;
    }

    static bool IsDevelopmentCase(ISwitchCaseOperation @case)
    {
        foreach (var clause in @case.Clauses)
            if (clause is not ISingleValueCaseClauseOperation { Value: var value } || !Names(value, true))
                return false;
        return true;
    }

    // ConfigureDevelopmentServices: the convention of Startup classes.
    static bool IsNamedSo(IOperation operation)
    {
        for (var node = operation.Syntax; node is not null; node = node.Parent)
            if (node is MethodDeclarationSyntax method && method.Identifier.ValueText.IndexOf("Development", StringComparison.Ordinal) >= 0)
                return true;
        return false;
    }

    static bool IsDebugOnly(SyntaxNode node)
    {
        var root = (CSharpSyntaxNode)node.SyntaxTree.GetRoot();
        if (!root.ContainsDirectives)
            return false;
        var open = new Stack<bool>();
        for (var directive = root.GetFirstDirective(); directive is not null && directive.SpanStart < node.SpanStart; directive = directive.GetNextDirective())
            switch (directive)
            {
                case IfDirectiveTriviaSyntax start:
                    open.Push(AsksForDebug(start.Condition));
                    break;
                case ElifDirectiveTriviaSyntax other when open.Count > 0:
                    open.Pop();
                    open.Push(AsksForDebug(other.Condition));
                    break;
                case ElseDirectiveTriviaSyntax when open.Count > 0:
                    open.Pop();
                    open.Push(false);
                    break;
                case EndIfDirectiveTriviaSyntax when open.Count > 0:
                    open.Pop();
                    break;
            }
        return open.Contains(true);
    }

    static bool AsksForDebug(ExpressionSyntax condition) => condition is IdentifierNameSyntax { Identifier.ValueText: "DEBUG" };
}
