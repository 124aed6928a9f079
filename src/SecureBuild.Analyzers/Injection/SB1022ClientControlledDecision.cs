using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Hosting;
using SecureBuild.Analyzers.Operations;
using SecureBuild.Analyzers.Symbols;
using SecureBuild.Analyzers.Web;

namespace SecureBuild.Analyzers.Injection;

/// <summary>A value that the client can set decides a security question.</summary>
public sealed class SB1022ClientControlledDecision : SecurityRule
{
    static readonly DiagnosticDescriptor s_rule = Rule.Create(
        "SB1022", Category.Injection, DiagnosticSeverity.Warning, cwe: [807, 290, 639], "PW.5.1");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Register(RuleRegistration on)
    {
        var check = new Check(on);
        on.Reference(check.Requested, "Cookies", "Headers", "RequestHeaders", "Query", "QueryString", "Form", "Params", "ServerVariables", "UrlReferrer", "UserHostName", "HostName", "this[]");
        on.Reference(check.Model, "IsAdmin", "Admin", "IsAdministrator", "Role", "Roles", "UserRole", "IsInternal", "IsStaff", "IsPrivileged", "AccessLevel", "IsSuperUser", "IsSuperuser", "IsAuthorized", "IsTrusted", "IsPremium", "BypassChecks", "SkipAuthorization",
            "IsVerified", "IsApproved", "IsOwner", "IsManager", "UserType", "AccountType", "Bypass", "IsModerator", "Impersonate");
        on.Creation(Granted, "Claim");
        on.Action(check.Action);
        on.Call(check.Endpoint, "MapGet", "MapPost", "MapPut", "MapDelete", "MapPatch", "MapMethods", "Map");
    }

    // new Claim(ClaimTypes.Role, role)
    static void Granted(OperationAnalysisContext context)
    {
        var claim = (IObjectCreationOperation)context.Operation;
        if (claim.Type.Is("System.Security.Claims.Claim") && claim.Arguments.At(0)?.ConstantValue.Value is "role" or "http://schemas.microsoft.com/ws/2008/06/identity/claims/role" && claim.Arguments.At(1) is { } value
            && PossibleValues.First(value, 0, static (candidate, _) => IsGiven(candidate)) is { } given && !RestrictedTo.Some(claim))
            context.ReportDiagnostic(Diagnostic.Create(s_rule, value.Syntax.GetLocation(), given.Syntax.ToString(), "new Claim"));
    }

    static bool IsGiven(IOperation value) => value switch
    {
        IParameterReferenceOperation { Parameter: var parameter } => parameter.Type.SpecialType == SpecialType.System_String && ClientParameter.IsBound(parameter, value),
        IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } all } when (all is ILocalReferenceOperation local ? PossibleValues.OnlyValueOf(local) : all) is IPropertyReferenceOperation { Property: { Name: "Query" or "Form" or "Headers" or "Cookies" or "QueryString" } of } =>
            of.ContainingType.Name.StartsWith("HttpRequest", StringComparison.Ordinal),
        IPropertyReferenceOperation { Instance: IParameterReferenceOperation { Parameter: var model } } => ClientParameter.IsModel(model.Type) && ClientParameter.IsBound(model, value),
        IInvocationOperation { TargetMethod.Name: "ToString", Instance: { } text } => IsGiven(text),
        _ => false,
    };

    sealed class Check(RuleRegistration on)
    {
        readonly Mentions _mentions = new();

        // Request.Cookies["isAdmin"], Request.Headers.Referer, headers.TryGetValue("X-Role", out var role), Request["role"]
        public void Requested(OperationAnalysisContext context)
        {
            var reference = (IMemberReferenceOperation)context.Operation;
            if (reference is not IPropertyReferenceOperation property || !IsOfRequest(property))
                return;
            if (property.Property.Name is "UrlReferrer" or "UserHostName" or "HostName")
                Judge(property, ClientKey.Address, property.Property.Name, context, isStrong: true);
            else if (property.Property.IsIndexer)
                Keyed(property, property.Arguments, context);
            else
                foreach (var read in ReadsOf(property))
                    Keyed(read, context);
        }

        void Keyed(IOperation read, OperationAnalysisContext context)
        {
            switch (read)
            {
                case IPropertyReferenceOperation { Property.IsIndexer: true } indexer:
                    Keyed(indexer, indexer.Arguments, context);
                    break;
                case IPropertyReferenceOperation { Property.Name: var name } typed when ClientKeys.Of(name) is ClientKey.Address:
                    Judge(typed, ClientKey.Address, name, context, isStrong: true);
                    break;
                case IInvocationOperation call:
                    Keyed(call, call.Arguments, context);
                    break;
            }
        }

        void Keyed(IOperation read, ImmutableArray<IArgumentOperation> arguments, OperationAnalysisContext context)
        {
            foreach (var argument in arguments)
                if (argument.Value is { ConstantValue: { HasValue: true, Value: string key } } && argument.Parameter?.RefKind != RefKind.Out && KindOf(key, context) is not ClientKey.Ordinary and var kind)
                {
                    if (read is IInvocationOperation { TargetMethod.Name: "TryGetValue" or "TryGetValues" } tried)
                    {
                        var isFound = false;
                        foreach (var result in arguments)
                            if (result.Parameter?.RefKind == RefKind.Out && SameObject.Owner(result.Value is IDeclarationExpressionOperation declaration ? declaration.Expression : result.Value) is { } variable)
                                foreach (var mention in _mentions.Of(variable, read))
                                    isFound |= Judge(mention, kind, key, context, isStrong: true);
                        if (kind == ClientKey.Right && !isFound)
                            Judge(tried, kind, key, context, isStrong: true);
                    }
                    else
                        Judge(read, kind, key, context, isStrong: true);
                    return;
                }
        }

        // Whatever a handler of authorization asks of the client, it asks about rights.
        static ClientKey KindOf(string key, OperationAnalysisContext context)
        {
            var kind = ClientKeys.Of(key);
            if (kind is ClientKey.Ordinary or ClientKey.Doubtful)
                for (var type = context.ContainingSymbol.ContainingType?.BaseType; type is not null; type = type.BaseType)
                    if (type is { Name: "AuthorizationHandler", ContainingNamespace.Name: "Authorization" })
                        return ClientKey.Right;
            return kind;
        }

        // Where the collection itself is read: at once, or from a variable.
        IEnumerable<IOperation> ReadsOf(IOperation collection)
        {
            var value = collection;
            while (value.Parent is IConversionOperation or IConditionalAccessOperation or IParenthesizedOperation)
            {
                if (value.Parent is IConditionalAccessOperation access)
                {
                    foreach (var operation in access.WhenNotNull.DescendantsAndSelf())
                        if (operation is IConditionalAccessInstanceOperation { Parent: { } read })
                        {
                            yield return read;
                            break;
                        }
                    yield break;
                }
                value = value.Parent;
            }
            switch (value.Parent)
            {
                case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }:
                    foreach (var mention in _mentions.Of(declarator.Symbol, declarator))
                        if (mention.Parent is IPropertyReferenceOperation or IInvocationOperation)
                            yield return mention.Parent;
                        else if (mention.Parent is IArgumentOperation { Parent: IInvocationOperation { TargetMethod.IsExtensionMethod: true } extension })
                            yield return extension;
                    break;
                case IArgumentOperation { Parent: IInvocationOperation { TargetMethod.IsExtensionMethod: true } extension }:
                    yield return extension;
                    break;
                case IPropertyReferenceOperation or IInvocationOperation:
                    yield return value.Parent;
                    break;
            }
        }

        static bool IsOfRequest(IPropertyReferenceOperation property)
        {
            var owner = property.Instance?.Type ?? property.Property.ContainingType;
            if (property.Property.Name == "HostName")
                return owner.Name == "IPHostEntry";
            // Request["role"] of System.Web
            if (property.Property.IsIndexer)
                return owner.Name is "HttpRequest" or "HttpRequestBase";
            // gRPC: context.RequestHeaders
            return owner.Name.IndexOf("Request", StringComparison.Ordinal) >= 0 && owner.Name.IndexOf("Response", StringComparison.Ordinal) < 0 && !owner.Name.EndsWith("Headers", StringComparison.Ordinal)
                && !(owner.Name == "HttpRequestMessage" && !IsReceived(property)) || property.Property.Name == "RequestHeaders" || owner.Name == "Controller" && property.Property.Name is "QueryString";
        }

        // A request of HttpClient's is ours; one that an API controller or a function gets is the client's.
        static bool IsReceived(IPropertyReferenceOperation property) => property.Instance is IPropertyReferenceOperation { Property.ContainingType.Name: "ApiController" or "HttpActionContext" or "HttpControllerContext" };

        // model.IsAdmin, where the model is what the request says
        public void Model(OperationAnalysisContext context)
        {
            if (context.Operation is not IPropertyReferenceOperation { Instance: { } instance } property || property.Parent is IAssignmentOperation assignment && ReferenceEquals(assignment.Target, property))
                return;
            while (instance is IConversionOperation conversion)
                instance = conversion.Operand;
            var isBound = instance switch
            {
                IParameterReferenceOperation parameter => ClientParameter.IsBound(parameter.Parameter, parameter) && ClientParameter.IsModel(parameter.Parameter.Type),
                IInstanceReferenceOperation => WebEndpoint.Has(property.Property, "BindPropertyAttribute") || WebEndpoint.Has(property.Property, "FromHeaderAttribute") || WebEndpoint.Has(property.Property, "FromQueryAttribute"),
                IPropertyReferenceOperation { Property: var held } => WebEndpoint.Has(held, "BindPropertyAttribute"),
                ILocalReferenceOperation local => PossibleValues.OnlyValueOf(local) is { } made && ClientParameter.IsReadFromRequest(made),
                _ => false,
            };
            if (isBound && ClientKeys.Of(property.Property.Name) is ClientKey.Right)
                Judge(property, ClientKey.Right, property.Property.Name, context, isStrong: false);
        }

        public void Action(OperationBlockAnalysisContext context)
        {
            if (context.OwningSymbol is not IMethodSymbol { Parameters.Length: > 0 } method)
                return;
            foreach (var parameter in method.Parameters)
                if (KeyOf(parameter) is not ClientKey.Ordinary and var kind && ClientParameter.IsBound(parameter, null))
                    foreach (var block in context.OperationBlocks)
                        foreach (var mention in _mentions.Of(parameter, block))
                            Judge(mention, kind, parameter.Name, context.ReportDiagnostic, context.CancellationToken, WebEndpoint.Has(parameter, "FromHeaderAttribute"));
        }

        public void Endpoint(OperationAnalysisContext context)
        {
            var call = (IInvocationOperation)context.Operation;
            if (RouteMapping.From(call)?.Handler is not { Parent: IAnonymousFunctionOperation lambda })
                return;
            foreach (var parameter in lambda.Symbol.Parameters)
                if (KeyOf(parameter) is not ClientKey.Ordinary and var kind && ClientParameter.IsBoundType(parameter))
                    foreach (var mention in _mentions.Of(parameter, lambda))
                        Judge(mention, kind, parameter.Name, context.ReportDiagnostic, context.CancellationToken, WebEndpoint.Has(parameter, "FromHeaderAttribute"));
        }

        static ClientKey KeyOf(IParameterSymbol parameter)
        {
            foreach (var attribute in parameter.GetAttributes())
                if (attribute.AttributeClass?.Name is "FromHeaderAttribute" or "FromQueryAttribute" or "FromFormAttribute")
                    foreach (var named in attribute.NamedArguments)
                        if (named is { Key: "Name", Value.Value: string name })
                            return ClientKeys.Of(name);
            return ClientKeys.Of(parameter.Name);
        }

        bool Judge(IOperation value, ClientKey kind, string name, OperationAnalysisContext context, bool isStrong) => Judge(value, kind, name, context.ReportDiagnostic, context.CancellationToken, isStrong);

        // A header or cookie is never shown to be changed: it is strong. What a form or query asks for may be asked for.
        bool Judge(IOperation value, ClientKey kind, string name, Action<Diagnostic> report, System.Threading.CancellationToken cancellation, bool isStrong)
        {
            var trail = new ValueTrail(_mentions, method => on.Engine.Value.HasBody(method) ? on.Engine.Value.BodiesOf(method, cancellation) : [], cancellation) { AcceptsAnything = kind == ClientKey.Address };
            trail.Follow(value);
            if (trail.Decisions.Count == 0 && kind != ClientKey.Identity || RestrictedTo.Some(value))
                return false;
            foreach (var decision in trail.Decisions)
                if (Consequence.Of(decision, kind).IsSecurity && IsNear(decision.Question, value))
                {
                    Report(decision.Question);
                    return true;
                }
            if (kind == ClientKey.Identity && isStrong)
                foreach (var (comparison, other) in trail.Matches)
                    if (Owners.IsOwner(other) && !MentionsUser(value) && IsNear(comparison, value))
                    {
                        Report(comparison);
                        return true;
                    }

            // context.User = new(new ClaimsIdentity([new Claim("sub", header)])): the caller is who the caller says.
            if (kind == ClientKey.Identity && isStrong && !WebEndpoint.Mentions(RestrictedTo.Member(value), IsProof))
                foreach (var use in trail.Uses)
                    if (use is IArgumentOperation { Parent: IObjectCreationOperation { Type.Name: "Claim" or "GenericIdentity" } } && IsNear(use, value))
                    {
                        Report(use);
                        return true;
                    }
            return false;

            void Report(IOperation question) => report(Diagnostic.Create(s_rule, question.Syntax.GetLocation(), name, Texts(question)));
        }

        // Somebody has signed it, or the sender has shown who it is.
        static bool IsProof(string name) =>
            name.StartsWith("Verify", StringComparison.Ordinal) || name.StartsWith("Validate", StringComparison.Ordinal) || name.StartsWith("Unprotect", StringComparison.Ordinal) || name.StartsWith("Decrypt", StringComparison.Ordinal)
            || name is "FixedTimeEquals" or "RemoteIpAddress" or "ClientCertificate" or "GetClientCertificateAsync" or "Equals";

        static string Texts(IOperation question) => question.Syntax.ToString() is { Length: <= 60 } text ? text : question.Syntax.ToString().Substring(0, 57) + "...";

        static bool MentionsUser(IOperation value) => WebEndpoint.Mentions(RestrictedTo.Member(value), WebEndpoint.IsQuestionForUser);

        // The finding lies in the file that the analysis is of.
        static bool IsNear(IOperation one, IOperation other) => one.Syntax.SyntaxTree == other.Syntax.SyntaxTree;
    }
}
