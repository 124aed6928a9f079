using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Hosting;
using SecureBuild.Analyzers.Operations;
using SecureBuild.Analyzers.Symbols;

namespace SecureBuild.Analyzers.Web;

/// <summary>Limits of what a request may send, taken away.</summary>
public sealed class SB4016RequestLimitOff : SecurityRule
{
    static readonly DiagnosticDescriptor s_rule = Rule.Create("SB4016", Category.Web, DiagnosticSeverity.Warning, cwe: [770, 400], "PW.5.1", "PW.9.1");

    // One gigabyte: what a form or a message never needs, and what a few requests fill a server with.
    const decimal Huge = 1_000_000_000;

    static readonly string[] s_sizes =
    [
        "MaxRequestBodySize", "MultipartBodyLengthLimit", "ValueLengthLimit", "ValueCountLimit", "BufferBodyLengthLimit", "MemoryBufferThreshold", "MaximumReceiveMessageSize", "MaxReceiveMessageSize",
        "MaxReceivedMessageSize", "MaxRequestBufferSize", "MaxRequestLength", "MaxJsonLength", "MaxStringContentLength", "MaxArrayLength", "ApplicationMaxBufferSize",
    ];

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Register(RuleRegistration on)
    {
        on.Creation(Attribute, "DisableRequestSizeLimitAttribute", "RequestSizeLimitAttribute");
        on.Set(Written, s_sizes);
        on.Set(Null, "MinRequestBodyDataRate", "MinRequestBodyRate");
        on.Call(Endpoint, "DisableRequestSizeLimit", "DisableRequestTimeout");
    }

    static void Attribute(OperationAnalysisContext context)
    {
        var creation = (IObjectCreationOperation)context.Operation;
        if (creation.Type.Is("Microsoft.AspNetCore.Mvc.DisableRequestSizeLimitAttribute") || creation.Type.Is("Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute") && Setting.Number(creation.Arguments.At(0)) >= Huge)
            Report(context, creation.Type!.Name.Replace("Attribute", ""));
    }

    static void Written(OperationAnalysisContext context, Assigned assigned)
    {
        // A value of 2147483647 is the largest one even where the unit is larger.
        if (IsServers(assigned.Property) && (Setting.IsNull(assigned.Value) && assigned.Property.Name != "BodyLengthLimit" || Setting.Number(assigned.Value) >= Huge))
            Report(context, assigned.Property.Name);
    }

    static void Null(OperationAnalysisContext context, Assigned assigned)
    {
        if (IsServers(assigned.Property) && Setting.IsNull(assigned.Value))
            Report(context, assigned.Property.Name);
    }

    static void Endpoint(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (IsServers(call.TargetMethod))
            Report(context, call.TargetMethod.Name);
    }

    // Of a server or a binding of the framework; a client that reads large answers is another matter.
    static bool IsServers(ISymbol member)
    {
        if (member.ContainingType.Name.IndexOf("Client", StringComparison.Ordinal) >= 0 || member.ContainingType.Name.IndexOf("Channel", StringComparison.Ordinal) >= 0)
            return false;
        var name = member.ContainingNamespace.ToDisplayString();
        return name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) || name.StartsWith("System.ServiceModel", StringComparison.Ordinal) || name.StartsWith("CoreWCF", StringComparison.Ordinal)
            || name.StartsWith("Grpc.AspNetCore", StringComparison.Ordinal) || name.StartsWith("System.Web", StringComparison.Ordinal);
    }

    static void Report(OperationAnalysisContext context, string what)
    {
        if (!DevelopmentCheck.Guards(context.Operation))
            context.ReportDiagnostic(Diagnostic.Create(s_rule, context.Operation.Syntax.GetLocation(), what));
    }
}
