using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Hosting;
using SecureBuild.Analyzers.Symbols;

namespace SecureBuild.Analyzers.Serialization;

/// <summary>A deserialiser that lets the data choose the types lets the sender of the data run code.</summary>
public sealed class SB3001UnsafeDeserializer : SecurityRule
{
    const string SimpleTypeResolver = "System.Web.Script.Serialization.SimpleTypeResolver";

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

    static readonly string[] s_readers = ["Deserialize", "UnsafeDeserialize", "UnsafeDeserializeMethodResponse", "DeserializeMethodResponse", "ReadObject", "Read"];

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Register(RuleRegistration on)
    {
        on.Call(Read, s_readers);
        on.MethodReference(Read, s_readers);
        on.Creation(Create, "BinaryFormatter", "SoapFormatter", "NetDataContractSerializer", "LosFormatter", "ObjectStateFormatter", "BinaryMessageFormatter", "JavaScriptSerializer");
    }

    static void Read(OperationAnalysisContext context)
    {
        // A method group, Func<Stream, object> read = formatter.Deserialize, reads as well.
        var (method, instance) = context.Operation is IInvocationOperation call ? (call.TargetMethod, call.Instance) : context.Operation is IMethodReferenceOperation group ? (group.Method, group.Instance) : default;
        if (method is not null
            && instance is not IObjectCreationOperation { Parent: IMethodReferenceOperation }
            && (IsFormatter(instance?.Type) ? instance?.Type : IsFormatter(method.ContainingType) ? method.ContainingType : null) is { } formatter
            && (method.Name != "Read" || formatter.Name == "BinaryMessageFormatter"))
            context.ReportDiagnostic(Diagnostic.Create(s_rule, context.Operation.Syntax.GetLocation(), formatter.Name));
    }

    // A formatter in a local of its own type is reported where it reads; one that leaves (as IFormatter, in a field, as an argument) is reported where it is made.
    static void Create(OperationAnalysisContext context)
    {
        var creation = (IObjectCreationOperation)context.Operation;
        if (creation.Type is { } type
            && (type.Name == "JavaScriptSerializer"
                ? type.Is("System.Web.Script.Serialization.JavaScriptSerializer") && TakesTypesFromData(creation)
                : IsFormatter(type) && Leaves(creation)))
            context.ReportDiagnostic(Diagnostic.Create(s_rule, creation.Syntax.GetLocation(), type.Name));
    }

    static bool IsFormatter(ITypeSymbol? type)
    {
        foreach (var name in s_formatters)
            if (type.Is(name))
                return true;
        return false;
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

    static bool TakesTypesFromData(IObjectCreationOperation creation)
    {
        foreach (var argument in creation.Arguments)
            if (PossibleValues.First(argument.Value, 0, static (value, _) => value.Type.Is(SimpleTypeResolver)) is not null)
                return true;
        return false;
    }
}
