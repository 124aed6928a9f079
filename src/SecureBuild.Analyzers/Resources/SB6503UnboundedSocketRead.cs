using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Hosting;
using SecureBuild.Analyzers.Symbols;

namespace SecureBuild.Analyzers.Resources;

/// <summary>A line or everything is read from a socket: the peer decides how much memory that takes.</summary>
public sealed class SB6503UnboundedSocketRead : SecurityRule
{
    const int MaxDepth = 8;

    static readonly DiagnosticDescriptor s_rule = Rule.Create(
        "SB6503", Category.Resources, DiagnosticSeverity.Info, cwe: [770, 400], "PW.5.1");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Register(RuleRegistration on) => on.Call(Check, "ReadToEnd", "ReadToEndAsync", "ReadLine", "ReadLineAsync");

    static void Check(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.Instance is { } reader && reader.Type.IsOrInherits("System.IO.TextReader") && IsSocket(reader, 0))
            context.ReportDiagnostic(Diagnostic.Create(s_rule, call.Syntax.GetLocation(), call.TargetMethod.Name));
    }

    static bool IsSocket(IOperation? value, int depth)
    {
        if (depth++ > MaxDepth)
            return false;
        if (value?.Type is { Name: "NetworkStream" or "SslStream" } stream && stream.ContainingNamespace.ToDisplayString() is "System.Net.Sockets" or "System.Net.Security")
            return true;
        return value switch
        {
            IConversionOperation conversion => IsSocket(conversion.Operand, depth),
            ILocalReferenceOperation local => IsSocket(PossibleValues.OnlyValueOf(local), depth),
            IFieldReferenceOperation field => PossibleValues.First(field, field, static (found, field) => found != field) is { } initial && IsSocket(initial, depth),
            IObjectCreationOperation { Type.Name: "StreamReader" or "BufferedStream" } reader => IsSocket(reader.Arguments.At(0), depth),
            _ => false,
        };
    }
}
