using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Hosting;
using SecureBuild.Analyzers.Symbols;

namespace SecureBuild.Analyzers.Resources;

/// <summary>A time limit that the platform sets is switched off: a peer that never answers holds a thread, a connection and memory for ever.</summary>
public sealed class SB6504NoTimeout : SecurityRule
{
    static readonly DiagnosticDescriptor s_rule = Rule.Create(
        "SB6504", Category.Resources, DiagnosticSeverity.Info, cwe: [400], "PW.5.1", "PW.9.1");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Register(RuleRegistration on) =>
        on.Write(Check, "Timeout", "ReadWriteTimeout", "CommandTimeout", "RequestHeadersTimeout", "KeepAliveTimeout", "ConnectTimeout");

    static void Check(OperationAnalysisContext context)
    {
        if (context.Operation is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: var property } } assignment && NameOf(property) is { } name
            && PossibleValues.First(assignment.Value, property.Name == "CommandTimeout", static (value, isCommand) => IsEndless(value, isCommand)) is not null)
            context.ReportDiagnostic(Diagnostic.Create(s_rule, assignment.Syntax.GetLocation(), name));
    }

    static string? NameOf(IPropertySymbol property)
    {
        var type = property.ContainingType;
        var isKnown = property.Name switch
        {
            "Timeout" => type.Is("System.Net.Http.HttpClient") || type.IsOrInherits("System.Net.WebRequest"),
            "ReadWriteTimeout" => type.IsOrInherits("System.Net.WebRequest"),
            "CommandTimeout" => type.IsOrInherits("System.Data.IDbCommand"),
            "ConnectTimeout" => type.Is("System.Net.Http.SocketsHttpHandler"),
            _ => type.Is("Microsoft.AspNetCore.Server.Kestrel.Core.KestrelServerLimits"),
        };
        return isKnown ? type.Name + "." + property.Name : null;
    }

    static bool IsEndless(IOperation value, bool isCommand) => value switch
    {
        { ConstantValue: { HasValue: true, Value: int milliseconds } } => milliseconds == -1 || isCommand && milliseconds == 0,
        IFieldReferenceOperation field => field.Field.Name == "InfiniteTimeSpan" || field.Field.Name == "MaxValue" && field.Field.ContainingType.Name == "TimeSpan",
        IInvocationOperation { TargetMethod: { Name: "FromMilliseconds" or "FromSeconds" } method } call => method.ContainingType.Is("System.TimeSpan") && call.Arguments.At(0) is { ConstantValue: { HasValue: true, Value: -1 or -1L or -1d } },
        _ => false,
    };
}
