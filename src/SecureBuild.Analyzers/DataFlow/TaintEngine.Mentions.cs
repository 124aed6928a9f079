using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.DataFlow.Models;

namespace SecureBuild.Analyzers.DataFlow;

/// <summary>What the symbols that a bound body mentions may bring in or lead to: names alone take every <c>Count</c> for the project's own.</summary>
sealed partial class TaintEngine
{
    readonly ConcurrentDictionary<ISymbol, Mention> _mentions = new(SymbolEqualityComparer.Default);

    /// <summary>Whether what is mentioned in the bodies allows for a flow of one of the kinds. Asked after <see cref="NameIndex"/> has said yes, of what it has said yes to.</summary>
    /// <param name="bodies">All of one member.</param>
    /// <param name="sources">What comes in from elsewhere: what a framework fills parameters with.</param>
    /// <param name="sinks">What goes out elsewhere.</param>
    /// <param name="kinds">What is looked for.</param>
    /// <param name="cancellation">Ends it.</param>
    public bool MayFlow(IReadOnlyList<IOperation> bodies, TaintKind sources, TaintKind sinks, TaintKind kinds, CancellationToken cancellation)
    {
        var names = Names(cancellation);
        var waiting = new Stack<IOperation>();
        foreach (var body in bodies)
            waiting.Push(body);
        while (waiting.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            var operation = waiting.Pop();
            switch (operation)
            {
                case IInvocationOperation call:
                    Called(call.TargetMethod, call.Arguments);
                    break;
                case IObjectCreationOperation { Constructor: { } constructor } creation:
                    Called(constructor, creation.Arguments);
                    break;
                case IMethodReferenceOperation reference:
                    Mentioned(reference.Method);
                    break;
                case IMemberReferenceOperation reference:
                    Mentioned(reference.Member);
                    break;
                case IParameterReferenceOperation reference:
                    Mentioned(reference.Parameter);
                    break;
                case ILocalReferenceOperation reference:
                    Mentioned(reference.Local);
                    break;
                case IConversionOperation { OperatorMethod: { } method }:
                    Mentioned(method);
                    break;
                case IBinaryOperation { OperatorMethod: { } method }:
                    Mentioned(method);
                    break;
                case IVariableDeclaratorOperation declarator:
                    Mentioned(declarator.Symbol);
                    break;
                case IAnonymousFunctionOperation function:
                    foreach (var parameter in function.Symbol.Parameters)
                        Mentioned(parameter);
                    break;
                case ILocalFunctionOperation function:
                    foreach (var parameter in function.Symbol.Parameters)
                        Mentioned(parameter);
                    break;
                case IForLoopOperation or IWhileLoopOperation:
                    sinks |= TaintKind.Size;
                    break;
                case IArrayCreationOperation { IsImplicit: false, Initializer: null }:
                    sinks |= TaintKind.Size;
                    break;
                // What could not be bound to one member may be any of its name.
                case IDynamicInvocationOperation or IDynamicMemberReferenceOperation or IDynamicObjectCreationOperation or IDynamicIndexerAccessOperation or IInvalidOperation or { Kind: OperationKind.None }:
                    return true;
            }
            if ((sources & sinks & kinds) != 0)
                return true;
            foreach (var child in operation.ChildOperations)
                waiting.Push(child);
        }
        return false;

        void Mentioned(ISymbol symbol)
        {
            var mention = MentionOf(symbol.OriginalDefinition, names, cancellation);
            sources |= mention.Sources;
            sinks |= mention.Sinks;
            foreach (var line in mention.Lines)
                sinks |= line.Kinds;
        }

        void Called(IMethodSymbol method, ImmutableArray<IArgumentOperation> arguments)
        {
            var mention = MentionOf(method.OriginalDefinition, names, cancellation);
            sources |= mention.Sources;
            sinks |= mention.Sinks;
            foreach (var line in mention.Lines)
                if ((line.Kinds & ~sinks) != 0 && (line.Attribute is not null || MayTake(line, method, arguments)))
                    sinks |= line.Kinds;
        }
    }

    Mention MentionOf(ISymbol symbol, NameIndex names, CancellationToken cancellation) =>
        _mentions.TryGetValue(symbol, out var known) ? known : _mentions.GetOrAdd(symbol, ComputeMention(symbol, names, cancellation));

    Mention ComputeMention(ISymbol symbol, NameIndex names, CancellationToken cancellation)
    {
        var sources = SourceOf(symbol) ?? 0;
        TaintKind sinks = 0;
        var lines = new List<ModelLine>();
        // The defining part of a partial method has no text of its own.
        if (symbol is IMethodSymbol { PartialImplementationPart: { } implementation })
            symbol = implementation;
        if (symbol is ILocalSymbol || symbol is IParameterSymbol { ContainingSymbol: not IMethodSymbol { MethodKind: MethodKind.Constructor } })
            return new(sources, sinks, lines);
        // A parameter of a type is a member of it.
        if (symbol is not IParameterSymbol)
        {
            Add(ModelOf(symbol));
            if (symbol is IPropertySymbol or IFieldSymbol)
                Add(AssignedModelOf(symbol));
            if (symbol is IPropertySymbol { IsIndexer: false } property && StoreOf(property.Type) is not null)
                sources |= names.SourcesOf(TreeNames.HashOf(symbol.Name));
        }
        // Whatever was put into it elsewhere is run.
        if (symbol is IEventSymbol || (symbol as IFieldSymbol)?.Type.TypeKind == TypeKind.Delegate || (symbol as IPropertySymbol)?.Type.TypeKind == TypeKind.Delegate)
            return new(TaintKind.Any, TaintKind.Any, lines);
        if (symbol is IMethodSymbol { MethodKind: MethodKind.Ordinary, IsVirtual: false, IsAbstract: false, IsOverride: false, DeclaringSyntaxReferences: { Length: 1 } declared } && IsInSource(symbol.ContainingType)
            && declared[0].GetSyntax() is MethodDeclarationSyntax { SyntaxTree: var tree } method && NameIndex.NamesOf(tree).MemberAt(method.SpanStart) is { } member)
        {
            // The code alone: with its head it would mention itself, and so every method of its name.
            if (((SyntaxNode?)method.Body ?? method.ExpressionBody) is { } code)
            {
                if (member.Carries)
                    sources |= names.SourcesIn(code);
                sinks |= names.SinksIn(code);
            }
        }
        else if (IsInSource(symbol.ContainingType) || MayBeOwn(symbol, cancellation))
        {
            foreach (var name in NamesOf(symbol))
            {
                sources |= names.SourcesOf(name);
                sinks |= names.SinksOf(name);
            }
        }
        return new(sources, (sinks & TaintKind.Path) != 0 ? sinks | TaintKind.ArchivePath : sinks, lines);

        void Add(MemberModel? model)
        {
            if (model?.IsShared == true)
                sources |= names.SourcesOf(TreeNames.HashOf(symbol.Name));
            if (names.StoreKinds != 0 && model?.Results?.Exists(static line => line.Flows.Exists(static flow => flow.From.IsKeyed)) == true)
                sources |= names.StoreKinds;
            foreach (var line in model?.Sources ?? [])
                sources |= KindsOf(line);
            foreach (var line in model?.Entries ?? [])
                sources |= KindsOf(line);
            lines.AddRange(model?.Sinks ?? []);
            foreach (var line in model?.AddedSinks ?? [])
                sinks |= line.Kinds;
            if (lines.Exists(static line => (line.Kinds & TaintKind.Path) != 0))
                sinks |= TaintKind.ArchivePath;
        }
    }

    // A constant is no danger, and a number is none as a text.
    bool MayTake(ModelLine line, IMethodSymbol method, ImmutableArray<IArgumentOperation> arguments)
    {
        foreach (var place in line.Places)
        {
            if (place.Name is "*" or "this" or "return" or "=" || place.DelegateArgument != ModelPlace.NoDelegate)
                return true;
            foreach (var argument in arguments)
                if (argument.Parameter is { } parameter && (parameter.Name == place.Name || method.ReducedFrom is not null || place.Name[0] is >= '0' and <= '9') && !argument.Value.ConstantValue.HasValue)
                    return true;
        }
        return false;
    }

    // A library's member that this project's code may stand behind: one of its types implements or inherits it.
    bool MayBeOwn(ISymbol symbol, CancellationToken cancellation) =>
        symbol is IMethodSymbol or IPropertySymbol && (symbol.IsVirtual || symbol.IsAbstract || symbol.IsOverride) && !symbol.IsSealed && symbol.ContainingType is { IsSealed: false, IsValueType: false } type
        && (type.SpecialType == SpecialType.System_Object || Implemented(cancellation).Contains(type.OriginalDefinition));

    static int[] NamesOf(ISymbol symbol) => symbol switch
    {
        IMethodSymbol { MethodKind: MethodKind.Constructor } => [TreeNames.HashOf(symbol.ContainingType.Name)],
        IPropertySymbol { IsIndexer: true } => [TreeNames.HashOf("this[]"), TreeNames.HashOf("this[]=")],
        _ => [TreeNames.HashOf(symbol.Name)],
    };

    /// <summary>What a mention of a member means.</summary>
    sealed class Mention(TaintKind sources, TaintKind sinks, List<ModelLine> lines)
    {
        public TaintKind Sources { get; } = sources;

        public TaintKind Sinks { get; } = sinks;

        /// <summary>Sinks of the models, whose arguments say whether they count.</summary>
        public List<ModelLine> Lines { get; } = lines;
    }
}
