using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.DataFlow;
using SecureBuild.Analyzers.Hosting;
using SecureBuild.Analyzers.Symbols;
using SecureBuild.Analyzers.Web;

namespace SecureBuild.Analyzers.Privacy;

/// <summary>Exception texts and stack traces are sent to the client.</summary>
public sealed class SB7001ErrorDetailExposure : SecurityRule
{
    static readonly DiagnosticDescriptor s_rule = Rule.Create(
        "SB7001", Category.Privacy, DiagnosticSeverity.Warning, cwe: [209, 497], "PW.5.1");

    static readonly HashSet<string> s_answers = new(StringComparer.Ordinal)
    {
        "ControllerBase", "Controller", "PageModel", "ApiController", "Results", "TypedResults", "HttpResponseWritingExtensions", "HttpResponseJsonExtensions", "HttpResponse", "HttpResponseBase", "HttpRequestMessageExtensions", "IOwinResponse",
        "HttpResponseDataExtensions",
    };

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Register(RuleRegistration on)
    {
        on.Flow(TaintKind.ErrorDetail, s_rule);
        // The exception itself, which becomes its text on the way.
        on.Call(Whole, "WriteAsync", "Write", "Content", "StatusCode", "BadRequest", "Problem", "Ok", "Json", "InternalServerError", "CreateErrorResponse", "CreateResponse", "WriteAsJsonAsync", "WriteString", "WriteStringAsync", "Text", "NotFound",
            "Conflict", "UnprocessableEntity");
        on.Creation(Made, "HubException", "FaultException", "Status", "ObjectResult", "BadRequestObjectResult", "JsonResult", "ContentResult");
    }

    static void Whole(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (!s_answers.Contains(call.TargetMethod.ContainingType.Name))
            return;
        Check(context, call.Arguments, call.TargetMethod.ContainingType.Name + "." + call.TargetMethod.Name);
    }

    // throw new HubException("failed: " + exception); the exception as the inner one stays here.
    static void Made(OperationAnalysisContext context)
    {
        var creation = (IObjectCreationOperation)context.Operation;
        if (creation.Type?.ContainingNamespace?.ToDisplayString() is "Microsoft.AspNetCore.SignalR" or "System.ServiceModel" or "Grpc.Core" or "Microsoft.AspNetCore.Mvc")
            Check(context, creation.Arguments.RemoveAll(static argument => IsException(argument.Parameter?.Type)), "new " + creation.Type.Name);
    }

    static void Check(OperationAnalysisContext context, ImmutableArray<IArgumentOperation> arguments, string answer)
    {
        foreach (var argument in arguments)
            if (argument.ArgumentKind != ArgumentKind.DefaultValue && PossibleValues.First(argument.Value, 0, static (value, _) => ExceptionIn(value, 0) is not null) is { } value && !DevelopmentCheck.Guards(context.Operation))
            {
                context.ReportDiagnostic(Diagnostic.Create(s_rule, argument.Value.Syntax.GetLocation(), ExceptionIn(value, 0)!.Syntax.ToString(), answer));
                return;
            }
    }

    // "Error: " + exception, $"{exception}", new { error = exception }, exception
    static IOperation? ExceptionIn(IOperation value, int depth) => depth > 20 ? null : value switch
    {
        ILocalReferenceOperation or IParameterReferenceOperation or IPropertyReferenceOperation { Property.Name: "Exception" or "Error" or "InnerException" } when IsException(value.Type) => value,
        IInvocationOperation { TargetMethod.Name: "GetBaseException" or "GetLastError" } call when IsException(call.Type) => call,
        IConditionalAccessOperation { WhenNotNull: var member } => ExceptionIn(member, depth + 1),
        IConversionOperation conversion => ExceptionIn(conversion.Operand, depth + 1),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum => ExceptionIn(sum.LeftOperand, depth + 1) ?? ExceptionIn(sum.RightOperand, depth + 1),
        IInterpolatedStringOperation text => Any(text.Parts.OfType<IInterpolationOperation>().Select(static part => part.Expression), depth),
        IAnonymousObjectCreationOperation made => Any(made.Initializers.OfType<ISimpleAssignmentOperation>().Select(static each => each.Value), depth),
        _ => null,
    };

    static IOperation? Any(IEnumerable<IOperation> values, int depth)
    {
        foreach (var value in values)
            if (ExceptionIn(value, depth + 1) is { } found)
                return found;
        return null;
    }

    static bool IsException(ITypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
            if (type.Is("System.Exception"))
                return true;
        return false;
    }
}
