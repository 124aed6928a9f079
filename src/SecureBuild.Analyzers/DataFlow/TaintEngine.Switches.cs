using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SecureBuild.Analyzers.DataFlow;

/// <summary>Parameters whose values decide which way a method goes.</summary>
sealed partial class TaintEngine
{
    readonly ConcurrentDictionary<IParameterSymbol, bool> _switches = new(SymbolEqualityComparer.Default);

    /// <summary>
    /// Whether a constant for the parameter may make the method do something else than for others. A truth value or a choice of a few always may; a number that is only reckoned with or counted to
    /// does not, and most are: a summary for each would be walked in vain.
    /// </summary>
    public bool MayDecide(IParameterSymbol parameter) =>
        parameter.Type.SpecialType is not (SpecialType.System_Int32 or SpecialType.System_Char)
        || (_switches.TryGetValue(parameter, out var known) ? known : _switches.GetOrAdd(parameter, IsAsked(parameter)));

    bool IsAsked(IParameterSymbol parameter)
    {
        foreach (var reference in parameter.ContainingSymbol.DeclaringSyntaxReferences)
            foreach (var node in reference.GetSyntax().DescendantNodes())
                if (node is IdentifierNameSyntax name && name.Identifier.ValueText == parameter.Name && IsAsked(name))
                    return true;
        return false;
    }

    // In a condition, but for that of a counting loop; before a switch; handed to a method, which may ask.
    bool IsAsked(IdentifierNameSyntax name)
    {
        for (SyntaxNode node = name; node.Parent is { } parent and not MemberDeclarationSyntax; node = parent)
            switch (parent)
            {
                case IfStatementSyntax condition when condition.Condition == node:
                case WhileStatementSyntax loop when loop.Condition == node:
                case ConditionalExpressionSyntax choice when choice.Condition == node:
                case SwitchStatementSyntax selection when selection.Expression == node:
                case SwitchExpressionSyntax arms when arms.GoverningExpression == node:
                case WhenClauseSyntax or IsPatternExpressionSyntax or ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: SimpleNameSyntax } or BaseObjectCreationExpressionSyntax }:
                    return true;
                // A library's methods do the same for every number.
                case ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var called } } } when _names?.HasMember(called) != false:
                    return true;
                case ForStatementSyntax or BlockSyntax:
                    return false;
            }
        return false;
    }
}
