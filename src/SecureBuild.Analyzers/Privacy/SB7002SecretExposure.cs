using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.DataFlow;
using SecureBuild.Analyzers.Hosting;
using SecureBuild.Analyzers.Injection;
using SecureBuild.Analyzers.Symbols;
using SecureBuild.Analyzers.Web;

namespace SecureBuild.Analyzers.Privacy;

/// <summary>Passwords, keys and tokens are written to logs, files or answers.</summary>
public sealed class SB7002SecretExposure : SecurityRule
{
    static readonly DiagnosticDescriptor s_rule = Rule.Create(
        "SB7002", Category.Privacy, DiagnosticSeverity.Warning, cwe: [532, 312, 201, 598], "PW.5.1");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Register(RuleRegistration on)
    {
        on.Flow(TaintKind.Secret, s_rule);
        on.Action(context => Action(context, on));
        on.Write(context => Stored(context, on), "Password", "UserPassword", "Passwd", "Pwd");
        on.Call(Endpoint, "MapPost", "MapPut", "MapPatch");
        on.Call(GetEndpoint, "MapGet");
        on.Operation(Address, BodyHint.Secret, OperationKind.Literal);
        on.Call(Query, "AddQueryString", "AddQueryParameter");
        on.Call(Serialized, "Serialize", "SerializeObject");
        on.Call(Logged, "LogTrace", "LogDebug", "LogInformation", "LogWarning", "LogError", "LogCritical", "Information", "Warning", "Info", "Warn");
        on.Reference(Headers, "Headers");
        on.Call(context => Answered(context, on), "Ok", "Json");
        on.Write(LoggedFields, "LoggingFields");
        on.Reference(LoggedHeader, "RequestHeaders", "ResponseHeaders");
    }

    static void Headers(OperationAnalysisContext context)
    {
        if (context.Operation is IPropertyReferenceOperation headers && LoggedHeaders.In(headers) is { } log)
            context.ReportDiagnostic(Diagnostic.Create(s_rule, log.Syntax.GetLocation(), "Headers", "Log"));
    }

    static void Address(OperationAnalysisContext context)
    {
        if (context.Operation is ILiteralOperation literal && QuerySecret.Before(literal) is { } name)
            context.ReportDiagnostic(Diagnostic.Create(s_rule, literal.Syntax.GetLocation(), name, "URL"));
    }

    static void Query(OperationAnalysisContext context)
    {
        if (QuerySecret.Added((IInvocationOperation)context.Operation) is { } name)
            context.ReportDiagnostic(Diagnostic.Create(s_rule, context.Operation.Syntax.GetLocation(), name, "URL"));
    }

    // An action's own parameter is found with the action.
    static void Serialized(OperationAnalysisContext context)
    {
        if (context.Operation is IInvocationOperation { Arguments.Length: > 0 } call && call.Arguments.At(0) is { } written
            && (written is IConversionOperation conversion ? conversion.Operand : written) is (ILocalReferenceOperation or IParameterReferenceOperation) and var whole
            && !(whole is IParameterReferenceOperation { Parameter: var parameter } && ClientParameter.IsBound(parameter, null))
            && whole.Type is { } type && LoggedRequest.SecretMember(type) is { } member && LoggedRequest.Around(whole) is { } log)
            context.ReportDiagnostic(Diagnostic.Create(s_rule, log.Syntax.GetLocation(), member, "Log"));
    }

    // An action's own parameter, and an endpoint's, are found with them.
    static void Logged(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (LoggedRequest.IsLogger(call.TargetMethod))
            foreach (var whole in LoggedRequest.GivenTo(call))
                if (!(whole is IParameterReferenceOperation { Parameter: var parameter } && (ClientParameter.IsBound(parameter, null) || parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction }))
                    && whole.Type is { } type && LoggedRequest.SecretMember(type) is { } member && LoggedRequest.Around(whole) == call)
                    context.ReportDiagnostic(Diagnostic.Create(s_rule, call.Syntax.GetLocation(), member, "Log"));
    }

    static void GetEndpoint(OperationAnalysisContext context)
    {
        if (RouteMapping.From((IInvocationOperation)context.Operation) is { Handler.Parent: IAnonymousFunctionOperation lambda } mapping && QuerySecret.TakenBy(lambda.Symbol, isGet: true) is { } taken && mapping.Route.IndexOf("{" + taken.Name, System.StringComparison.OrdinalIgnoreCase) < 0)
            context.ReportDiagnostic(Diagnostic.Create(s_rule, taken.Locations[0], taken.Name, "URL"));
    }

    static void Action(OperationBlockAnalysisContext context, RuleRegistration on)
    {
        if (context.OwningSymbol is not IMethodSymbol method)
            return;
        if (QuerySecret.TakenBy(method, isGet: false) is { } taken)
            context.ReportDiagnostic(Diagnostic.Create(s_rule, taken.Locations[0], taken.Name, "URL"));
        foreach (var parameter in method.Parameters)
            if (LoggedRequest.SecretMember(parameter.Type) is { } member)
                foreach (var block in context.OperationBlocks)
                    if (LoggedRequest.In(block, parameter) is { } log)
                        context.ReportDiagnostic(Diagnostic.Create(s_rule, log.Syntax.GetLocation(), member, "Log"));
        foreach (var block in context.OperationBlocks)
            foreach (var operation in block.Descendants())
                if ((operation is IReturnOperation { ReturnedValue: { } answer } && WebEndpoint.IsController(method.ContainingType) || operation is IInvocationOperation { Arguments: { Length: > 0 } given } call && IsAnswer(call.TargetMethod) && (answer = given.At(0)) is not null)
                    && AnsweredEntity.SecretMember(answer, on) is { } secret)
                    context.ReportDiagnostic(Diagnostic.Create(s_rule, answer.Syntax.GetLocation(), secret, operation is IInvocationOperation { TargetMethod.Name: var name } ? name : method.Name));
    }

    // What no parameter leads to: a list of all, an endpoint's lambda.
    static void Answered(OperationAnalysisContext context, RuleRegistration on)
    {
        if (context.Operation is IInvocationOperation { Arguments: { Length: > 0 } given } call && IsAnswer(call.TargetMethod) && given.At(0) is { } answer
            && !(context.ContainingSymbol is IMethodSymbol { Parameters.Length: > 0, ContainingType: var type } && WebEndpoint.IsController(type)) && AnsweredEntity.SecretMember(answer, on) is { } secret)
            context.ReportDiagnostic(Diagnostic.Create(s_rule, answer.Syntax.GetLocation(), secret, call.TargetMethod.Name));
    }

    static bool IsAnswer(IMethodSymbol method) => method is { Name: "Ok" or "Json", ContainingType.Name: "ControllerBase" or "Controller" or "ApiController" or "Results" or "TypedResults" };

    // Microsoft's own documentation says that bodies and such headers may hold what identifies or authorises people.
    static void LoggedFields(OperationAnalysisContext context)
    {
        const int RequestBody = 0x400;
        var assignment = (IAssignmentOperation)context.Operation;
        if (assignment is { Target: IPropertyReferenceOperation { Property.ContainingType.Name: "HttpLoggingOptions" or "HttpLoggingInterceptorContext" } }
            && PossibleValues.First(assignment.Value, false, static (value, _) => AsLong(value) is { } fields && (fields & RequestBody) != 0) is not null && !DevelopmentCheck.Guards(assignment))
            context.ReportDiagnostic(Diagnostic.Create(s_rule, assignment.Syntax.GetLocation(), "RequestBody", "Log"));
    }

    static long? AsLong(IOperation value) => value.ConstantValue is { HasValue: true, Value: { } known } ? known switch { long number => number, int number => number, _ => null } : null;

    // options.RequestHeaders.Add("Authorization")
    static void LoggedHeader(OperationAnalysisContext context)
    {
        if (context.Operation is IPropertyReferenceOperation { Property.ContainingType.Name: "HttpLoggingOptions", Parent: IInvocationOperation { TargetMethod.Name: "Add" } call } && call.Arguments.At(0)?.ConstantValue is { HasValue: true, Value: string header }
            && header.ToLowerInvariant() is ("authorization" or "cookie" or "set-cookie" or "x-api-key" or "proxy-authorization") && !DevelopmentCheck.Guards(call))
            context.ReportDiagnostic(Diagnostic.Create(s_rule, call.Syntax.GetLocation(), header, "Log"));
    }

    // new User { Name = input.Name, Password = input.Password }, as it was typed
    static void Stored(OperationAnalysisContext context, RuleRegistration on)
    {
        if (context.Operation is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: { Type.SpecialType: SpecialType.System_String, ContainingType: { } type } property }, Value: var value }
            && AnsweredEntity.IsTyped(value) && on.Web.Value.IsEntity(type.Name))
            context.ReportDiagnostic(Diagnostic.Create(s_rule, context.Operation.Syntax.GetLocation(), value.Syntax.ToString(), type.Name + "." + property.Name));
    }

    static void Endpoint(OperationAnalysisContext context)
    {
        if (RouteMapping.From((IInvocationOperation)context.Operation) is { Handler.Parent: IAnonymousFunctionOperation lambda })
            foreach (var parameter in lambda.Symbol.Parameters)
                if (LoggedRequest.SecretMember(parameter.Type) is { } member && LoggedRequest.In(lambda, parameter) is { } log)
                    context.ReportDiagnostic(Diagnostic.Create(s_rule, log.Syntax.GetLocation(), member, "Log"));
    }
}
