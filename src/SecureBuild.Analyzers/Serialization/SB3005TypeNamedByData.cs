using System;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Hosting;
using SecureBuild.Analyzers.Operations;
using SecureBuild.Analyzers.Symbols;

namespace SecureBuild.Analyzers.Serialization;

/// <summary>
/// Further ways to let the data name the types: a serialiser that is made for a type looked up by a name, a binder that looks up whatever name it is given,
/// resolvers and options of libraries that bring type names back, switches that lift the platform's own limit.
/// </summary>
public sealed class SB3005TypeNamedByData : SecurityRule
{
    static readonly DiagnosticDescriptor s_rule = Rule.Create(
        "SB3005", Category.Serialization, DiagnosticSeverity.Warning, cwe: [502], "PW.5.1");

    // Methods and constructors with a Type parameter that decides what is created.
    static readonly string[] s_serializers =
    [
        "System.Xml.Serialization.XmlSerializer", "System.Runtime.Serialization.DataContractSerializer", "System.Runtime.Serialization.Json.DataContractJsonSerializer",
        "System.Text.Json.JsonSerializer", "Newtonsoft.Json.JsonConvert", "Newtonsoft.Json.JsonSerializer", "System.Web.Script.Serialization.JavaScriptSerializer",
        "YamlDotNet.Serialization.IDeserializer", "YamlDotNet.Serialization.Deserializer", "MessagePack.MessagePackSerializer", "ServiceStack.Text.JsonSerializer", "ServiceStack.Text.TypeSerializer",
    ];

    // Libraries whose reading always takes type names from the data.
    static readonly string[] s_typed =
    [
        "MessagePack.MessagePackSerializer+Typeless", "Polenter.Serialization.SharpSerializer", "Hyperion.Serializer", "Wire.Serializer", "fastBinaryJSON.BJSON",
    ];

    static readonly string[] s_resolvers = ["MessagePack.Resolvers.TypelessContractlessStandardResolver", "MessagePack.Resolvers.TypelessObjectResolver"];

    static readonly string[] s_binders =
    [
        "System.Runtime.Serialization.SerializationBinder", "Newtonsoft.Json.Serialization.ISerializationBinder", "System.Runtime.Serialization.DataContractResolver",
        "System.Web.Script.Serialization.JavaScriptTypeResolver",
    ];

    static readonly string[] s_switches =
    [
        "Switch.System.Data.AllowArbitraryDataSetTypeInstantiation", "System.Runtime.Serialization.EnableUnsafeBinaryFormatterSerialization",
        "Switch.System.Runtime.Serialization.SerializationGuard.AllowProcessCreation", "Switch.System.Runtime.Serialization.SerializationGuard.AllowFileWrites",
    ];

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Register(RuleRegistration on)
    {
        on.Creation(Serializer, "XmlSerializer", "DataContractSerializer", "DataContractJsonSerializer");
        on.Call(Read, "Deserialize", "DeserializeAsync", "DeserializeObject", "DeserializeFromString", "DeserializeFromStream", "ToObject");
        on.Creation(Resolver, "TypeNameInTagNodeTypeResolver");
        on.Reference(Typeless, "Instance", "Options");
        on.Write(Option, "AllowRuntimeType", "BadListTypeChecking", "BlackListTypeChecking");
        on.Call(Binder, "GetType", "Load", "LoadFrom");
        on.Call(Switch, "SetSwitch");
    }

    static void Serializer(OperationAnalysisContext context)
    {
        var creation = (IObjectCreationOperation)context.Operation;
        if (IsOneOf(creation.Type, s_serializers))
            Check(context, creation.Arguments, creation.Type!.Name);
    }

    static void Read(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        var type = call.TargetMethod.ContainingType;
        if (IsOneOf(type, s_typed))
            Report(context, call, type.Name + "." + call.TargetMethod.Name);
        else if (IsOneOf(type, s_serializers))
            Check(context, call.Arguments, type.Name + "." + call.TargetMethod.Name);
    }

    static void Check(OperationAnalysisContext context, ImmutableArray<IArgumentOperation> arguments, string api)
    {
        foreach (var argument in arguments)
            if (argument.Parameter?.Type.Is("System.Type") == true && TypeByName.LookedUp(argument.Value) is { } lookup && !TypeByName.IsChecked(lookup))
                Report(context, argument.Value, api);
    }

    static void Resolver(OperationAnalysisContext context)
    {
        if (((IObjectCreationOperation)context.Operation).Type.Is("YamlDotNet.Serialization.NodeTypeResolvers.TypeNameInTagNodeTypeResolver"))
            Report(context, context.Operation, "TypeNameInTagNodeTypeResolver");
    }

    static void Typeless(OperationAnalysisContext context)
    {
        if (context.Operation is IMemberReferenceOperation { Member: { IsStatic: true, ContainingType: var type } } && IsOneOf(type, s_resolvers))
            Report(context, context.Operation, type.Name);
    }

    static void Option(OperationAnalysisContext context)
    {
        if (context.Operation is IAssignmentOperation { Target: IMemberReferenceOperation { Member: var member } } assignment
            && (member.Name == "AllowRuntimeType"
                ? member.ContainingType.Is("ServiceStack.Text.JsConfig") && AlwaysTrue.Is(assignment.Value)
                : member.ContainingType.Is("fastJSON.JSONParameters") && assignment.Value.ConstantValue is { HasValue: true, Value: false }))
            Report(context, assignment, member.ContainingType.Name + "." + member.Name);
    }

    // protected override Type BindToType(string assembly, string type) => Type.GetType(…): the limit that limits nothing.
    static void Binder(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (context.ContainingSymbol is IMethodSymbol { Name: "BindToType" or "ResolveName" or "ResolveType" } method
            && (call.TargetMethod.ContainingType.Is("System.Type") || call.TargetMethod.ContainingType.IsOrInherits("System.Reflection.Assembly"))
            && IsBinder(method.ContainingType)
            && call.Arguments.At(0) is { ConstantValue.HasValue: false } name && TypeByName.MentionsParameter(name)
            && !TypeByName.IsChecked(call))
            Report(context, call, method.ContainingType.Name + "." + method.Name);
    }

    static void Switch(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod.ContainingType.Is("System.AppContext")
            && call.Arguments.At(0)?.ConstantValue is { HasValue: true, Value: string name }
            && Array.IndexOf(s_switches, name) is >= 0 and var at
            && call.Arguments.At(1)?.ConstantValue is { HasValue: true, Value: true })
            Report(context, call, s_switches[at]);
    }

    static bool IsBinder(INamedTypeSymbol type)
    {
        foreach (var name in s_binders)
            if (type.IsOrInherits(name))
                return true;
        return false;
    }

    static bool IsOneOf(ITypeSymbol? type, string[] names)
    {
        foreach (var name in names)
            if (type.Is(name))
                return true;
        return false;
    }

    static void Report(OperationAnalysisContext context, IOperation place, string what) =>
        context.ReportDiagnostic(Diagnostic.Create(s_rule, place.Syntax.GetLocation(), what));
}
