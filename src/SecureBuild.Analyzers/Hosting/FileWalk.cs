using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.DataFlow;
using SecureBuild.Analyzers.Injection;

namespace SecureBuild.Analyzers.Hosting;

/// <summary>The bodies of one file, as <see cref="BodyWalk"/> walks them.</summary>
sealed class FileWalk(RuleRegistration on, Func<IOperation, RuleRegistration, Action<OperationAnalysisContext>?> dispatch, BodyGate.FileGate gate, SemanticModelAnalysisContext context)
{
    static readonly Func<Diagnostic, bool> s_all = static _ => true;

    readonly SemanticModel _model = context.SemanticModel;
    readonly Stack<IOperation> _waiting = new();

    // Made once: each mention of the method would box the context anew.
    readonly Action<Diagnostic> _report = context.ReportDiagnostic;

    public void Members(SyntaxList<MemberDeclarationSyntax> members)
    {
        foreach (var member in members)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            Member(member);
        }
    }

    void Member(MemberDeclarationSyntax member)
    {
        switch (member)
        {
            case BaseNamespaceDeclarationSyntax space:
                Members(space.Members);
                break;
            case TypeDeclarationSyntax type:
                Attributes(type.AttributeLists, type);
                if (type.ParameterList is { } primary)
                    Parameters(primary.Parameters);
                if (type.BaseList?.Types.Count > 0 && type.BaseList.Types[0] is PrimaryConstructorBaseTypeSyntax call && gate.Admits(call))
                    Walk(_model.GetOperation(type, context.CancellationToken), PrimaryConstructor(type));
                Members(type.Members);
                break;
            case BaseFieldDeclarationSyntax field:
                foreach (var variable in field.Declaration.Variables)
                {
                    Attributes(member.AttributeLists, variable);
                    if (variable.Initializer is { } initializer)
                        Body(initializer, variable, field);
                }
                break;
            case BasePropertyDeclarationSyntax property:
                Property(property);
                break;
            case BaseMethodDeclarationSyntax method:
                Attributes(method.AttributeLists, method);
                Parameters(method.ParameterList.Parameters);
                if (method.Body is not null || method.ExpressionBody is not null)
                    Body(method, method);
                break;
            default:
                Attributes(member.AttributeLists, member);
                break;
        }
    }

    void Property(BasePropertyDeclarationSyntax property)
    {
        Attributes(property.AttributeLists, property);
        if (property switch { PropertyDeclarationSyntax own => own.ExpressionBody, IndexerDeclarationSyntax indexer => indexer.ExpressionBody, _ => null } is { } arrow)
            Body(arrow, property, property);
        if (property is PropertyDeclarationSyntax { Initializer: { } initializer })
            Body(initializer, property, property);
        foreach (var accessor in property.AccessorList?.Accessors ?? default)
        {
            Attributes(accessor.AttributeLists, accessor);
            if (accessor.Body is not null || accessor.ExpressionBody is not null)
                Body(accessor, accessor);
        }
    }

    void Parameters(SeparatedSyntaxList<ParameterSyntax> parameters)
    {
        foreach (var parameter in parameters)
        {
            Attributes(parameter.AttributeLists, parameter);
            if (parameter.Default is { } value && gate.Admits(parameter))
                Walk(_model.GetOperation(value, context.CancellationToken), _model.GetDeclaredSymbol(parameter, context.CancellationToken)?.ContainingSymbol);
        }
    }

    public void Attributes(SyntaxList<AttributeListSyntax> lists, SyntaxNode declaration)
    {
        foreach (var list in lists)
            foreach (var attribute in list.Attributes)
                if (gate.Admits(attribute))
                    Walk(_model.GetOperation(attribute, context.CancellationToken), declaration is CompilationUnitSyntax ? _model.Compilation.Assembly : _model.GetDeclaredSymbol(declaration, context.CancellationToken));
    }

    /// <param name="body">What is bound.</param>
    /// <param name="declaration">What declares the member it belongs to.</param>
    /// <param name="around">The text that is asked for names: of a field, with its type.</param>
    public void Body(SyntaxNode body, SyntaxNode declaration, SyntaxNode? around = null)
    {
        var isAdmitted = gate.Admits(around ?? body);
        if (!isAdmitted && on.Flows.Count == 0 && on.Actions is null || _model.GetDeclaredSymbol(declaration, context.CancellationToken) is not { } symbol)
            return;
        if (body is ArrowExpressionClauseSyntax && symbol is IPropertySymbol { GetMethod: { } getter })
            symbol = getter;
        var mayFlow = on.Flows.Count > 0 && FlowAnalysis.MayFind(body, symbol, on, context.CancellationToken);
        var actions = symbol is IMethodSymbol method && IsAction(method) ? on.Actions : null;
        if (isAdmitted || actions is not null)
        {
            if (_model.GetOperation(body, context.CancellationToken) is not { } operation)
                return;
            if (isAdmitted)
                Walk(operation, symbol);
#pragma warning disable CS0618 // As above.
            if (Blocks(operation) is { IsEmpty: false } blocks)
                actions?.Invoke(new(blocks, symbol, _model.Compilation, context.Options, _report, s_all, context.CancellationToken));
#pragma warning restore CS0618
        }
        if (mayFlow)
            FlowAnalysis.Check(symbol, body, () => _model.GetOperation(body, context.CancellationToken) is { } operation ? Blocks(operation) : ImmutableArray<IOperation>.Empty, _model, on, _report, context.CancellationToken);
    }

    // In the order of the text, and without the stack: expressions may be nested thousands deep.
    void Walk(IOperation? root, ISymbol? symbol)
    {
        if (root is null || symbol is null)
            return;
        _waiting.Push(root);
        while (_waiting.Count > 0)
        {
            var operation = _waiting.Pop();
            context.CancellationToken.ThrowIfCancellationRequested();
            if (dispatch(operation, on) is { } check)
#pragma warning disable CS0618 // The driver makes one only for bodies that it has bound itself.
                check(new OperationAnalysisContext(operation, symbol, _model.Compilation, context.Options, _report, s_all, context.CancellationToken));
#pragma warning restore CS0618
            // if (false) …: nobody comes there.
            var never = operation is IConditionalOperation { Condition.ConstantValue: { HasValue: true, Value: bool holds } } decided ? holds ? decided.WhenFalse : decided.WhenTrue : null;
            foreach (var child in operation.ChildOperations.Reverse())
                if (child != never)
                    _waiting.Push(child);
        }
    }

    static ImmutableArray<IOperation> Blocks(IOperation operation)
    {
        var blocks = ImmutableArray.CreateBuilder<IOperation>();
        switch (operation)
        {
            case IConstructorBodyOperation constructor:
                Add(constructor.Initializer);
                Add(constructor.BlockBody ?? constructor.ExpressionBody);
                break;
            case IMethodBodyOperation method:
                Add(method.BlockBody ?? method.ExpressionBody);
                break;
            default:
                Add(operation);
                break;
        }
        return blocks.ToImmutable();

        void Add(IOperation? block)
        {
            if (block is not null)
                blocks.Add(block);
        }
    }

    static bool IsAction(IMethodSymbol method)
    {
        foreach (var parameter in method.Parameters)
            if (ClientParameter.IsBound(parameter, null))
                return true;
        return false;
    }

    ISymbol? PrimaryConstructor(TypeDeclarationSyntax type)
    {
        foreach (var constructor in _model.GetDeclaredSymbol(type, context.CancellationToken)?.InstanceConstructors ?? ImmutableArray<IMethodSymbol>.Empty)
            if (constructor.DeclaringSyntaxReferences.Length == 1 && constructor.DeclaringSyntaxReferences[0].GetSyntax(context.CancellationToken) == type)
                return constructor;
        return null;
    }
}
