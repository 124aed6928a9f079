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
    public override void Register(RuleRegistration on)
    {
        on.Call(Check, "ReadToEnd", "ReadToEndAsync", "ReadLine", "ReadLineAsync");
        on.Call(CheckGathered, "ReceiveAsync");
    }

    // do { result = await socket.ReceiveAsync(…); memory.Write(…); } while (!result.EndOfMessage): whoever sends says when it ends. A comparison of sizes is taken as a limit.
    static void CheckGathered(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (!call.TargetMethod.ContainingType.IsOrInherits("System.Net.WebSockets.WebSocket"))
            return;
        IOperation? loop = call.Parent;
        while (loop is not (null or ILoopOperation or IAnonymousFunctionOperation or ILocalFunctionOperation))
            loop = loop.Parent;
        if (loop is not ILoopOperation)
            return;
        var gathers = false;
        foreach (var operation in loop.Descendants())
            switch (operation)
            {
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual }:
                case IRelationalPatternOperation:
                    return;
                case IInvocationOperation { TargetMethod: { Name: "Write" or "WriteAsync" or "AddRange" or "Append", ContainingType.Name: "MemoryStream" or "Stream" or "List" or "StringBuilder" or "ArrayBufferWriter" }, Instance: { } holder } when holder.Type?.Name != "FileStream":
                    gathers = true;
                    break;
            }
        if (gathers)
            context.ReportDiagnostic(Diagnostic.Create(s_rule, call.Syntax.GetLocation(), call.TargetMethod.Name));
    }

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
