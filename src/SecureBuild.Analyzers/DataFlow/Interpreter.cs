using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SecureBuild.Analyzers.DataFlow;

/// <summary>
/// Walks one body, operation by operation, with the state of variables and objects at each point: branches are forked and joined, loops run until nothing new comes,
/// lambdas and local functions are walked where they are called or handed over, methods are replaced by their summaries.
/// The operation tree is walked as it is; a control-flow graph would cost more than all the rest and lose the expressions that the checks are recognised by.
/// </summary>
sealed partial class Interpreter
{
    const int MaxInlined = 6;
    const int MaxRounds = 4;

    // As many rounds of a loop over what is written down are walked one by one.
    const int MaxUnrolled = 6;
    const int MaxVariants = 8;

    readonly TaintEngine _engine;
    readonly AnalysisSession _session;
    readonly Dictionary<object, int> _ids = new();
    readonly Dictionary<ISymbol, ILocalFunctionOperation> _localFunctions = new(SymbolEqualityComparer.Default);
    readonly HashSet<IOperation> _walkedFunctions = new();
    readonly List<(IAnonymousFunctionOperation Function, FlowState State)> _lambdas = new();
    readonly HashSet<IAnonymousFunctionOperation> _knownLambdas = new();
    readonly HashSet<(TaintKind, SyntaxNode, InputOrigin?)> _reported = new();
    readonly Stack<Value> _implicitReceivers = new();
    readonly Stack<Value> _conditionalReceivers = new();
    readonly Dictionary<ISymbol, IOperation> _references = new(SymbolEqualityComparer.Default);
    readonly Dictionary<int, InputOrigin> _inputs = new();
    readonly Dictionary<IMethodSymbol, List<object?[]>> _variants = new(SymbolEqualityComparer.Default);
    readonly HashSet<ISymbol> _assigned = new(SymbolEqualityComparer.Default);
    readonly SyntaxNode? _root;

    FlowState _state = FlowState.New();
    bool _isUnrolling;
    Frame _frame;
    List<(ITypeSymbol? Type, Taint Taint)> _thrown = new();
    SyntaxNode? _inlineSite;
    int _operations;
    int _inlined;

    Interpreter(TaintEngine engine, AnalysisSession session, IMethodSymbol? method, SyntaxNode? root)
    {
        _root = root;
        _engine = engine;
        _session = session;
        _frame = new(method, null);
    }

    /// <summary>What was found, in terms of the body's inputs.</summary>
    public Summary Summary { get; } = new();

    /// <summary>Walks a body whose parameters are what <paramref name="inputOf"/> says: its caller's to fill, or filled from outside, or these constants.</summary>
    public static Summary Run(TaintEngine engine, AnalysisSession session, IMethodSymbol? method, INamedTypeSymbol? type, IReadOnlyList<IOperation> bodies, SyntaxNode? root, Func<IParameterSymbol, Taint?> inputOf, object?[]? constants = null)
    {
        var interpreter = new Interpreter(engine, session, method, root);
        var gaveUpBefore = session.GaveUp;
        session.GaveUp = false;
        try
        {
            interpreter.Start(method, type, inputOf, constants);
            foreach (var body in bodies)
                interpreter.WalkBody(body);
            interpreter.Summary.Thrown.AddRange(interpreter._thrown);
            interpreter.WalkForgotten();
            interpreter.Finish(method);
        }
        catch (InsufficientExecutionStackException)
        {
            // An expression nested thousands of levels deep: what was found so far stands.
            session.GaveUp = true;
        }
        interpreter.Summary.GaveUp = session.GaveUp;
        session.GaveUp |= gaveUpBefore;
        return interpreter.Summary;
    }

    void Start(IMethodSymbol? method, INamedTypeSymbol? type, Func<IParameterSymbol, Taint?> inputOf, object?[]? constants)
    {
        if (method?.IsStatic != true && type is not null)
        {
            var origin = new InputOrigin(InputOrigin.This, null);
            _frame.This = NewObject("this", null, Taint.Of(origin, TaintKind.Any));
            _inputs[_frame.This.Objects[0]] = origin;
        }
        if (method is null)
            return;
        foreach (var parameter in method.Parameters)
        {
            if (constants?[parameter.Ordinal] is { } constant)
            {
                _state[parameter] = Value.OfConstant(constant);
                continue;
            }
            var taint = inputOf(parameter);
            var value = _state[parameter] = Bound(parameter, Input(parameter, taint));
            if (value.Objects.Length == 1 && _engine.StoreOf(parameter.Type) is null)
                _inputs[value.Objects[0]] = taint?.Parts is [{ Origin: InputOrigin origin }] ? origin : new(parameter.Ordinal, null);
            if (method.MethodKind == MethodKind.Constructor && _frame.This is { } made && IsPrimary(method))
            {
                // A primary constructor's parameters are the object's own; a record shows them as properties.
                WriteMember(made, type?.IsRecord == true ? parameter.Name : _engine.KeyOf(parameter), value);
            }
        }
    }

    public static bool IsPrimary(IMethodSymbol constructor) =>
        constructor.DeclaringSyntaxReferences.Length == 1 && constructor.DeclaringSyntaxReferences[0].GetSyntax() is Microsoft.CodeAnalysis.CSharp.Syntax.TypeDeclarationSyntax;

    Value Input(IParameterSymbol parameter, Taint? taint)
    {
        if (parameter.RefKind == RefKind.Out)
            return Value.Unknown;
        taint = taint?.Only(_engine.KindsOf(parameter.Type));
        if (_engine.StoreOf(parameter.Type) is { } store)
            return Shared(store);
        return IsHeapType(parameter.Type) ? NewObject(parameter, null, taint) : Value.Of(taint);
    }

    // Lambdas that went into fields or were returned have a life of their own: whatever happens inside them is looked at once.
    void WalkForgotten()
    {
        var end = _state;
        for (var i = 0; i < _lambdas.Count; i++)
        {
            var (function, made) = _lambdas[i];
            if (_walkedFunctions.Contains(function))
                continue;
            // Where the body ended with an answer, what held when the lambda was made is what is left.
            if (!end.IsReachable)
                _state = made.Fork();
            WalkFunction(function.Body, function, function.Symbol, []);
        }
        if (!end.IsReachable)
            _state = end;
        foreach (var function in new List<ILocalFunctionOperation>(_localFunctions.Values))
            if (!_walkedFunctions.Contains(function) && function.Body is { } body)
                WalkFunction(body, function, function.Symbol, []);
    }

    void WalkBody(IOperation body)
    {
        switch (body)
        {
            case IMethodBodyOperation method:
                Execute(method.BlockBody ?? method.ExpressionBody);
                break;
            case IConstructorBodyOperation constructor:
                Execute(constructor.Initializer);
                Execute(constructor.BlockBody ?? constructor.ExpressionBody);
                break;
            case IFieldInitializerOperation field:
                WriteInitial(field.InitializedFields.Length > 0 ? field.InitializedFields[0] : null, Evaluate(field.Value));
                break;
            case IPropertyInitializerOperation property:
                WriteInitial(property.InitializedProperties.Length > 0 ? property.InitializedProperties[0] : null, Evaluate(property.Value));
                break;
            case ISymbolInitializerOperation other:
                Evaluate(other.Value);
                break;
            default:
                Execute(body);
                break;
        }
    }

    void WriteInitial(ISymbol? member, Value value)
    {
        if (member is null)
            return;
        if (member.IsStatic)
            WriteStatic(member, value);
        else if (_frame.This is { } current)
            WriteMember(current, _engine.KeyOf(member), value);
    }

    bool Tick()
    {
        if ((++_operations & 15) == 0)
            System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
        if ((_operations & 63) == 0)
            _session.Cancellation.ThrowIfCancellationRequested();
        if (_operations <= AnalysisSession.MaxOperations)
            return true;
        _session.GaveUp = true;
        return false;
    }

    /// <summary>One body on the stack of those that are walked inline.</summary>
    sealed class Frame(IMethodSymbol? method, Frame? parent)
    {
        public IMethodSymbol? Method { get; } = method;

        public Frame? Parent { get; } = parent;

        public Value? This { get; set; }

        public List<(Value Value, FlowState State)> Returns { get; } = new();

        public Value? Yielded { get; set; }

        /// <summary>States that wait at a label: of a loop's end, of a goto.</summary>
        public Dictionary<ILabelSymbol, FlowState> Pending { get; } = new(SymbolEqualityComparer.Default);

        /// <summary>What was assigned inside the try blocks around: a catch may see any of it.</summary>
        public Stack<Dictionary<ISymbol, Value>> Tries { get; } = new();
    }
}
