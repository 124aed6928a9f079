using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Hosting;
using SecureBuild.Analyzers.Symbols;
using SecureBuild.Analyzers.Web;

namespace SecureBuild.Analyzers.Injection;

/// <summary>A token that was read without being validated decides who the caller is.</summary>
public sealed class SB1028UnverifiedToken : SecurityRule
{
    static readonly DiagnosticDescriptor s_rule = Rule.Create(
        "SB1028", Category.Injection, DiagnosticSeverity.Warning, cwe: [345, 347], "PW.5.1");

    static readonly HashSet<string> s_identities = new(StringComparer.Ordinal)
    {
        "ClaimsIdentity", "ClaimsPrincipal", "Claim", "GenericIdentity", "GenericPrincipal", "AddClaim", "AddClaims", "SignInAsync", "SignIn", "AuthenticationTicket", "AuthenticationState",
    };

    // What says nothing about who the caller is.
    static readonly HashSet<string> s_plain = new(StringComparer.Ordinal)
    {
        "ValidTo", "ValidFrom", "IssuedAt", "Issuer", "Kid", "Header", "Expiration", "Exp", "Audiences", "SignatureAlgorithm", "Alg", "EncodedHeader", "RawData", "RawHeader", "Length", "Count", "Nbf", "Iat", "Id", "Type", "ValueType",
    };

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Register(RuleRegistration on)
    {
        var check = new Check(on);
        on.Call(check.Read, "ReadJwtToken", "ReadToken", "ReadJsonWebToken", "Payload", "Decode", "DecodeToObject");
        on.Call(check.Split, "Split");
        on.Call(CheckResult, "ValidateToken", "ValidateTokenAsync");
        on.Creation(check.Made, "JwtSecurityToken", "JsonWebToken");
    }

    static void CheckResult(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (ValidationResult.Believed(call) is { } place && call.TargetMethod.DeclaringSyntaxReferences.Length == 0)
            context.ReportDiagnostic(Diagnostic.Create(s_rule, place.Syntax.GetLocation(), call.TargetMethod.Name + "(…)", place is IPropertyReferenceOperation used ? used.Property.Name : context.ContainingSymbol.Name));
    }

    sealed class Check(RuleRegistration on)
    {
        readonly Mentions _mentions = new();

        public void Read(OperationAnalysisContext context)
        {
            var call = (IInvocationOperation)context.Operation;
            var type = call.TargetMethod.ContainingType.Name;
            var isRead = call.TargetMethod.Name switch
            {
                "Payload" => type == "JWT",
                "Decode" or "DecodeToObject" => type is "JwtDecoderExtensions" or "IJwtDecoder" or "JwtDecoder" && call.Arguments.Length <= 2 + (call.Instance is null ? 1 : 0) && !Verifies(call),
                _ => type.EndsWith("Handler", StringComparison.Ordinal),
            };
            if (isRead)
                Judge(call, context);
        }

        public void Made(OperationAnalysisContext context)
        {
            if (context.Operation is IObjectCreationOperation { Arguments.Length: 1, Type: { } type } creation && (type.Is("System.IdentityModel.Tokens.Jwt.JwtSecurityToken") || type.Is("Microsoft.IdentityModel.JsonWebTokens.JsonWebToken")) && creation.Arguments[0].Value.Type?.SpecialType == SpecialType.System_String)
                Judge(creation, context);
        }

        // token.Split('.')[1]: the payload, unpacked by hand
        public void Split(OperationAnalysisContext context)
        {
            var call = (IInvocationOperation)context.Operation;
            if (call.TargetMethod.ContainingType.SpecialType == SpecialType.System_String && call.Arguments.Length > 0 && call.Arguments.Any(static argument => IsDot(argument.Value))
                && call.Instance is { Syntax: var text } && Words.Of(text.ToString()).Exists(static word => word is "token" or "jwt" or "bearer"))
                Judge(call, context);
        }

        static bool IsDot(IOperation value) => value.ConstantValue is { HasValue: true, Value: '.' or "." } || value is IArrayCreationOperation { Initializer.ElementValues: [var only] } && IsDot(only);

        // verify: true, or a key
        static bool Verifies(IInvocationOperation call) =>
            call.Arguments.For("verify") is { ConstantValue: { HasValue: true, Value: true } } || call.Arguments.For("key") is not null || call.Arguments.For("keys") is not null;

        void Judge(IOperation token, OperationAnalysisContext context)
        {
            var member = RestrictedTo.Member(token);
            if (IsOfBrowser(token))
                return;
            if (WebEndpoint.Mentions(member, IsValidation))
            {
                if (IsSwallowed(member, token.Syntax) || IsOptional(member, token))
                    context.ReportDiagnostic(Diagnostic.Create(s_rule, token.Syntax.GetLocation(), Short(token.Syntax), context.ContainingSymbol.Name));
                return;
            }
            var cancellation = context.CancellationToken;
            var trail = new ValueTrail(_mentions, method => on.Engine.Value.HasBody(method) ? on.Engine.Value.BodiesOf(method, cancellation) : [], cancellation) { Keeps = static property => !s_plain.Contains(property.Name) };
            trail.Follow(token);
            if ((Believed(trail) ?? Decided(trail) ?? Looked(trail) ?? Answered(trail)) is { } place && place.Value.Syntax.SyntaxTree == token.Syntax.SyntaxTree && !IsCalledValidated(member, token, cancellation))
                context.ReportDiagnostic(Diagnostic.Create(s_rule, place.Value.Syntax.GetLocation(), Short(token.Syntax), place.Name));
        }

        // try { handler.ValidateToken(…); } catch { }: what comes behind it runs in any case.
        static bool IsSwallowed(SyntaxNode member, SyntaxNode token)
        {
            var isSwallowed = false;
            foreach (var node in member.DescendantNodes())
                if (node is SimpleNameSyntax name && IsValidation(name.Identifier.ValueText))
                {
                    if (name.FirstAncestorOrSelf<TryStatementSyntax>() is not { } attempt || attempt.Span.Contains(token.Span) || attempt.SpanStart > token.SpanStart || attempt.Catches.Count == 0 || !attempt.Block.Span.Contains(name.Span)
                        || attempt.Catches.Any(static clause => clause.Block.DescendantNodes().Any(static statement => statement is ReturnStatementSyntax or ThrowStatementSyntax or AssignmentExpressionSyntax or ContinueStatementSyntax)))
                        return false;
                    isSwallowed = true;
                }
            return isSwallowed;
        }

        // if (parts[2].Length > 0) Verify(…); and then the payload in any case.
        static bool IsOptional(SyntaxNode member, IOperation token)
        {
            if (token.Parent is not IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.Name: var parts } })
                return false;
            var isOptional = false;
            foreach (var node in member.DescendantNodes())
                if (node is SimpleNameSyntax name && IsValidation(name.Identifier.ValueText))
                {
                    if (Choice(name) is not { Else: null } choice || NamesIn.Of(choice.Condition, parts).Count == 0
                        || !member.DescendantNodes().Any(read => read is ElementAccessExpressionSyntax { Expression: IdentifierNameSyntax element } && element.Identifier.ValueText == parts && read.SpanStart > choice.Span.End))
                        return false;
                    isOptional = true;
                }
            return isOptional;
        }

        // The condition around the validation, not the one that it is part of.
        static IfStatementSyntax? Choice(SyntaxNode validation)
        {
            for (SyntaxNode child = validation, parent = validation.Parent!; parent is not (null or MemberDeclarationSyntax); child = parent, parent = parent.Parent!)
                if (parent is IfStatementSyntax choice && child == choice.Statement)
                    return choice;
            return null;
        }

        static (IOperation Value, string Name)? Believed(ValueTrail trail)
        {
            foreach (var use in trail.Uses)
            {
                var name = use switch
                {
                    IArgumentOperation { Parent: IInvocationOperation call } => call.TargetMethod.Name,
                    IArgumentOperation { Parent: IObjectCreationOperation { Type: { } type } } => type.Name,
                    IPropertyReferenceOperation { Property: { Name: "User" or "CurrentPrincipal", ContainingType.Name: "HttpContext" or "Thread" } } => "User",
                    _ => "",
                };
                if (s_identities.Contains(name) || name == "User" || IsIssue(name))
                    return (use is IArgumentOperation argument ? argument.Value : use, name);
            }
            return null;
        }

        // new IssueToken(subject), CreateJwt(subject): whoever sends a made-up token gets a real one.
        static bool IsIssue(string name) => Words.Of(name) is { Count: > 1 } words && words[0] is ("issue" or "create" or "generate" or "make" or "build") && words.Exists(static word => word is "token" or "tokens" or "jwt");

        static (IOperation Value, string Name)? Decided(ValueTrail trail)
        {
            foreach (var decision in trail.Decisions)
                if (!IsAboutNothing(decision.Question) && Consequence.Of(decision, ClientKey.Right).IsSecurity)
                    return (decision.Question, Short(decision.Question.Syntax));
            return null;
        }

        // db.Users.Find(sub), where user.Id == sub
        static (IOperation Value, string Name)? Looked(ValueTrail trail)
        {
            foreach (var (comparison, other) in trail.Matches)
                if (IsInQuery(comparison) && other is IPropertyReferenceOperation or IConversionOperation { Operand: IPropertyReferenceOperation })
                    return (comparison, Short(comparison.Syntax));
            foreach (var use in trail.Uses)
                if (use is IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: var name } } argument
                    && (name.StartsWith("Find", StringComparison.Ordinal) || name.StartsWith("Load", StringComparison.Ordinal) || name.StartsWith("Get", StringComparison.Ordinal) && (name.Contains("By") || name.Contains("User") || name.Contains("For"))))
                    return (argument.Value, name);
            return null;
        }

        // public string GetUserId(string token) => ….Claims.First(claim => claim.Type == "sub").Value
        static (IOperation Value, string Name)? Answered(ValueTrail trail)
        {
            foreach (var (value, method) in trail.Answers)
                if (value.Type?.Name is not ("JwtSecurityToken" or "JsonWebToken" or "SecurityToken") && Words.Of(method.Name).Exists(static word => word is "user" or "userid" or "username" or "subject" or "role" or "roles" or "tenant" or "caller" or "identity" or "principal" or "account"))
                    return (value, method.Name);
            return null;
        }

        static bool IsInQuery(IOperation operation)
        {
            for (var current = operation.Parent; current is not null; current = current.Parent)
                if (current is IAnonymousFunctionOperation)
                    return true;
            return false;
        }

        // token is null, string.IsNullOrEmpty(subject)
        static bool IsAboutNothing(IOperation question) => question switch
        {
            IInvocationOperation call => call.TargetMethod.Name.StartsWith("IsNull", StringComparison.Ordinal),
            IBinaryOperation binary => IsNull(binary.LeftOperand) || IsNull(binary.RightOperand),
            IIsPatternOperation { Pattern: var pattern } => pattern is IConstantPatternOperation { Value: var constant } && IsNull(constant) || pattern is INegatedPatternOperation or IDeclarationPatternOperation or ITypePatternOperation,
            _ => false,
        };

        static bool IsNull(IOperation value) => value is IConversionOperation conversion ? IsNull(conversion.Operand) : value.ConstantValue is { HasValue: true, Value: null } || value is IDefaultValueOperation;

        // A browser cannot check a signature and does not need to: the server does.
        static bool IsOfBrowser(IOperation token)
        {
            for (var type = token.SemanticModel?.GetEnclosingSymbol(token.Syntax.SpanStart)?.ContainingType; type is not null; type = type.BaseType)
                if (type.Name is "AuthenticationStateProvider" or "RemoteAuthenticationService" or "AccountClaimsPrincipalFactory")
                    return true;
            return false;
        }

        // A helper that takes the token apart after its caller has validated it.
        static bool IsCalledValidated(SyntaxNode member, IOperation token, CancellationToken cancellation)
        {
            if (member is not MethodDeclarationSyntax { Identifier.ValueText: var name, Parent: TypeDeclarationSyntax type })
                return false;
            foreach (var other in type.Members)
                if (other != member && other is BaseMethodDeclarationSyntax && WebEndpoint.Mentions(other, IsValidation) && NamesIn.Of(other, name).Count > 0)
                    return true;
            cancellation.ThrowIfCancellationRequested();
            return false;
        }

        static bool IsValidation(string name) =>
            name.StartsWith("ValidateToken", StringComparison.Ordinal) || name.StartsWith("ValidateJw", StringComparison.Ordinal) || name is "ValidateSignature" or "VerifySignature" or "VerifyData" or "VerifyHash" or "FixedTimeEquals" or "VerifyToken" or "VerifyJwt" or "IsTokenValid" or "MustVerifySignature";

        static string Short(SyntaxNode node) => node.ToString() is { Length: <= 60 } text ? text : node.ToString().Substring(0, 57) + "...";
    }
}
