using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Symbols;

namespace SecureBuild.Analyzers.Serialization;

/// <summary>A deserialiser that lets the data choose the types lets the sender of the data run code.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SB3001UnsafeDeserializer : DiagnosticAnalyzer
{
    static readonly DiagnosticDescriptor s_rule = Rule.Create(
        "SB3001", Category.Serialization, DiagnosticSeverity.Warning, cwe: [502], "PW.5.1");

    static readonly string[] s_formatters =
    [
        "System.Runtime.Serialization.Formatters.Binary.BinaryFormatter",
        "System.Runtime.Serialization.Formatters.Soap.SoapFormatter",
        "System.Runtime.Serialization.NetDataContractSerializer",
        "System.Web.UI.LosFormatter",
        "System.Web.UI.ObjectStateFormatter",
        "System.Messaging.BinaryMessageFormatter",
    ];

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            var compilation = start.Compilation;
            var formatters = ImmutableHashSet.CreateBuilder<ISymbol>(SymbolEqualityComparer.Default);
            foreach (var name in s_formatters)
                if (compilation.GetTypeByMetadataName(name) is { } formatter)
                    formatters.Add(formatter);
            var script = compilation.GetTypeByMetadataName("System.Web.Script.Serialization.JavaScriptSerializer");
            var resolver = compilation.GetTypeByMetadataName("System.Web.Script.Serialization.SimpleTypeResolver");
            if (formatters.Count == 0 && (script is null || resolver is null))
                return;
            var known = formatters.ToImmutable();
            start.RegisterOperationAction(operation => Read(operation, known), OperationKind.Invocation, OperationKind.MethodReference);
            start.RegisterOperationAction(operation => Create(operation, known, script, resolver), OperationKind.ObjectCreation);
        });
    }

    static void Read(OperationAnalysisContext context, ImmutableHashSet<ISymbol> formatters)
    {
        // A method group, Func<Stream, object> read = formatter.Deserialize, reads as well.
        var (method, instance) = context.Operation is IInvocationOperation call ? (call.TargetMethod, call.Instance) : context.Operation is IMethodReferenceOperation group ? (group.Method, group.Instance) : default;
        if (method?.Name is "Deserialize" or "UnsafeDeserialize" or "UnsafeDeserializeMethodResponse" or "DeserializeMethodResponse" or "ReadObject"
            && instance is not IObjectCreationOperation { Parent: IMethodReferenceOperation }
            && Known(instance?.Type, method.ContainingType) is { } formatter)
            context.ReportDiagnostic(Diagnostic.Create(s_rule, context.Operation.Syntax.GetLocation(), formatter.Name));

        ITypeSymbol? Known(ITypeSymbol? receiver, ITypeSymbol declaring) =>
            receiver is not null && formatters.Contains(receiver) ? receiver : formatters.Contains(declaring) ? declaring : null;
    }

    // A formatter in a local of its own type is reported where it reads; one that leaves (as IFormatter, in a field, as an argument) is reported where it is made.
    static void Create(OperationAnalysisContext context, ImmutableHashSet<ISymbol> formatters, INamedTypeSymbol? script, INamedTypeSymbol? resolver)
    {
        var creation = (IObjectCreationOperation)context.Operation;
        if (creation.Type is not INamedTypeSymbol type)
            return;
        if (formatters.Contains(type) ? Leaves(creation) : SymbolEqualityComparer.Default.Equals(type, script) && TakesTypesFromData(creation, resolver))
            context.ReportDiagnostic(Diagnostic.Create(s_rule, creation.Syntax.GetLocation(), type.Name));
    }

    static bool Leaves(IObjectCreationOperation creation)
    {
        var parent = creation.Parent;
        while (parent is IConversionOperation conversion && SymbolEqualityComparer.Default.Equals(conversion.Type, creation.Type))
            parent = parent.Parent;
        return parent switch
        {
            IInvocationOperation or IVariableInitializerOperation or IExpressionStatementOperation => false,
            ISimpleAssignmentOperation { Target: ILocalReferenceOperation } => false,
            _ => true,
        };
    }

    static bool TakesTypesFromData(IObjectCreationOperation creation, INamedTypeSymbol? resolver)
    {
        if (resolver is not null)
            foreach (var argument in creation.Arguments)
                if (PossibleValues.First(argument.Value, resolver, static (value, resolver) => SymbolEqualityComparer.Default.Equals(value.Type, resolver)) is not null)
                    return true;
        return false;
    }
}
