using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SecureBuild.Analyzers.DataFlow;
using SecureBuild.Analyzers.Operations;
using SecureBuild.Analyzers.Symbols;
using SecureBuild.Analyzers.Web;

namespace SecureBuild.Analyzers.Hosting;

/// <summary>What the rules want to see in one compilation. Names are compared by ordinal, without the type: the rule checks the type when it is called.</summary>
public sealed class RuleRegistration
{
    internal RuleRegistration(Compilation compilation, AnalyzerOptions options, System.Threading.CancellationToken cancellationToken)
    {
        Compilation = compilation;
        Options = options;
        CancellationToken = cancellationToken;
        Web = new(() => new WebProject(Compilation));
        Models = new(Compilation);
        Engine = new(() => new TaintEngine(Compilation, Models, Options));
    }

    /// <summary>The compilation.</summary>
    public Compilation Compilation { get; }

    /// <summary>Options and additional files.</summary>
    public AnalyzerOptions Options { get; }

    /// <summary>Cancels the compilation's analysis.</summary>
    public System.Threading.CancellationToken CancellationToken { get; }

    /// <summary>What bodies are bound with.</summary>
    internal BodyModels Models { get; }

    /// <summary>The data-flow engine, one per compilation, made when the first rule asks.</summary>
    internal Lazy<TaintEngine> Engine { get; }

    /// <summary>What the start-up code decides for the whole web application, read when the first rule asks.</summary>
    internal Lazy<WebProject> Web { get; }

    internal Dictionary<string, Action<OperationAnalysisContext>> ByCall { get; } = new(StringComparer.Ordinal);
    internal Dictionary<string, Action<OperationAnalysisContext>> ByMethodReference { get; } = new(StringComparer.Ordinal);
    internal Dictionary<string, Action<OperationAnalysisContext>> ByCreation { get; } = new(StringComparer.Ordinal);
    internal Dictionary<string, Action<OperationAnalysisContext>> ByRead { get; } = new(StringComparer.Ordinal);
    internal Dictionary<string, Action<OperationAnalysisContext>> ByWrite { get; } = new(StringComparer.Ordinal);
    internal Dictionary<string, Action<OperationAnalysisContext>> ByTuple { get; } = new(StringComparer.Ordinal);
    internal Dictionary<string, Action<OperationAnalysisContext>> ByWrittenType { get; } = new(StringComparer.Ordinal);
    internal Dictionary<string, Action<OperationAnalysisContext>> ByArgumentType { get; } = new(StringComparer.Ordinal);
#pragma warning disable SB0002 // A table of the rules' checks: each gets code that the compiler read, and is looked at as a method of its own.
    internal Dictionary<OperationKind, Action<OperationAnalysisContext>> ByKind { get; } = new();
#pragma warning restore SB0002
    internal Dictionary<SymbolKind, Action<SymbolAnalysisContext>> BySymbol { get; } = new();
    internal ImmutableArray<SymbolKind> SymbolKinds { get; private set; } = ImmutableArray<SymbolKind>.Empty;
    internal Dictionary<TaintKind, DiagnosticDescriptor> Flows { get; } = new();

    /// <summary>All of <see cref="Flows"/>.</summary>
    internal TaintKind FlowKinds { get; private set; }

    /// <summary>Reported where the data-flow engine hit a bound and looked no further; null when nobody asked.</summary>
    internal DiagnosticDescriptor? Limit { get; set; }

    /// <summary>What the bodies' texts have to show for the rules that ask for all operations of a kind.</summary>
    internal BodyHint Hints { get; private set; }

    internal Action<OperationBlockAnalysisContext>? Actions { get; private set; }

    /// <summary>Some rule looks into bodies.</summary>
    internal bool HasBodies => ByCall.Count + ByMethodReference.Count + ByCreation.Count + ByRead.Count + ByWrite.Count + ByWrittenType.Count + ByArgumentType.Count + ByKind.Count + Flows.Count > 0 || Actions is not null;

    internal Action<SyntaxTreeAnalysisContext>? Trees { get; private set; }
    internal Action<AdditionalFileAnalysisContext>? Files { get; private set; }
    internal Action<CompilationAnalysisContext>? End { get; private set; }

    /// <summary>Calls (<see cref="OperationKind.Invocation"/>) of methods of these names.</summary>
    public void Call(Action<OperationAnalysisContext> check, params string[] methods) => Add(ByCall, check, methods);

    /// <summary>Methods of these names made into delegates (<see cref="OperationKind.MethodReference"/>).</summary>
    public void MethodReference(Action<OperationAnalysisContext> check, params string[] methods) => Add(ByMethodReference, check, methods);

    /// <summary><c>new T(…)</c> (<see cref="OperationKind.ObjectCreation"/>) of types of these names, without namespace and arity.</summary>
    public void Creation(Action<OperationAnalysisContext> check, params string[] types) => Add(ByCreation, check, types);

    /// <summary>Mentions of properties and fields of these names (<see cref="OperationKind.PropertyReference"/>, <see cref="OperationKind.FieldReference"/>), also as the target of an assignment.</summary>
    public void Reference(Action<OperationAnalysisContext> check, params string[] members) => Add(ByRead, check, members);

    /// <summary>Assignments (simple, compound, coalescing; also in initialisers) to properties and fields of these names; the operation is an <see cref="Microsoft.CodeAnalysis.Operations.IAssignmentOperation"/>. An indexer's name is "this[]".</summary>
    public void Write(Action<OperationAnalysisContext> check, params string[] members) => Add(ByWrite, check, members);

    /// <summary>Values written to properties of these names: by simple assignments, in initialisers, and by tuples, <c>(a.P, b.Q) = (…, …)</c>.</summary>
    internal void Set(Action<OperationAnalysisContext, Assigned> check, params string[] properties)
    {
        Add(ByWrite, Check, properties);
        Add(ByTuple, Check, properties);

        void Check(OperationAnalysisContext context)
        {
            if (Assigned.Of(context.Operation) is { } assigned)
                check(context, assigned);
        }
    }

    /// <summary>Assignments to properties and fields whose type has one of these names, without namespace and arity.</summary>
    public void WriteOfType(Action<OperationAnalysisContext> check, params string[] types) => Add(ByWrittenType, check, types);

    /// <summary>Arguments whose parameter's type (of the original definition) has one of these names, without namespace and arity.</summary>
    public void ArgumentOfType(Action<OperationAnalysisContext> check, params string[] types) => Add(ByArgumentType, check, types);

    /// <summary>Every operation of a kind, in bodies whose text shows what the hint says. Only for kinds that are rare, or where no name says anything.</summary>
    public void Operation(Action<OperationAnalysisContext> check, BodyHint hint, params OperationKind[] kinds)
    {
        Hints |= hint;
        foreach (var kind in kinds)
            ByKind[kind] = (ByKind.TryGetValue(kind, out var others) ? others : null) + check;
    }

    /// <summary>Every symbol of a kind (method, type, property, field).</summary>
    public void Symbol(Action<SymbolAnalysisContext> check, params SymbolKind[] kinds)
    {
        foreach (var kind in kinds)
            if (BySymbol.TryGetValue(kind, out var others))
            {
                BySymbol[kind] = others + check;
            }
            else
            {
                BySymbol.Add(kind, check);
                SymbolKinds = SymbolKinds.Add(kind);
            }
    }

    /// <summary>Bodies of methods one of whose parameters a client fills: controllers' actions, page handlers, hubs' methods.</summary>
    public void Action(Action<OperationBlockAnalysisContext> check) => Actions += check;

    /// <summary>
    /// Values that reach a sink of this kind (<c>DataFlow/Models</c>) are reported as this rule. Its message gets {0} the source and {1} the sink, both as names
    /// of members or variables; the steps between are the diagnostic's additional locations.
    /// </summary>
    internal void Flow(TaintKind kind, DiagnosticDescriptor rule)
    {
        Flows.Add(kind, rule);
        FlowKinds |= kind;
    }

    /// <summary>Every syntax tree: for what has no operation, such as directives and comments.</summary>
    public void Tree(Action<SyntaxTreeAnalysisContext> check) => Trees += check;

    /// <summary>Every additional file.</summary>
    public void File(Action<AdditionalFileAnalysisContext> check) => Files += check;

    /// <summary>The end of the compilation: only for what no single file shows. Such findings do not appear while one types.</summary>
    public void AtEnd(Action<CompilationAnalysisContext> check) => End += check;

    static void Add(Dictionary<string, Action<OperationAnalysisContext>> table, Action<OperationAnalysisContext> check, string[] names)
    {
        foreach (var name in names)
            table[name] = (table.TryGetValue(name, out var others) ? others : null) + check;
    }
}
