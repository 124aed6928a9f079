using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Symbols;

namespace SecureBuild.Analyzers.Injection;

/// <summary>What hangs on a decision: rights, or only what is shown.</summary>
sealed class Consequence
{
    static readonly HashSet<string> s_deeds = new(StringComparer.Ordinal)
    {
        "delete", "remove", "drop", "purge", "grant", "promote", "elevate", "impersonate", "sign", "login", "logon", "authenticate", "authorize", "execute", "transfer", "refund", "pay", "approve", "update", "insert", "export", "dump", "secret",
        "secrets", "key", "keys", "password", "passwords", "token", "admin", "unlock", "ban", "reset", "bypass", "role", "roles", "claim", "claims", "principal", "identity", "configuration", "environment", "stack", "exception", "users", "salary", "salaries", "audit",
    };

    Consequence(bool isSecurity) => IsSecurity = isSecurity;

    /// <summary>Whether it matters who decides.</summary>
    public bool IsSecurity { get; }

    public static Consequence Of(Decision decision, ClientKey kind) => new(decision.Place switch
    {
        IConditionalOperation choice => OfBranch(choice, decision.Says, kind),
        ISwitchOperation choice => kind is ClientKey.Right && choice.Cases.Any(static each => each.Body.Any(static statement => !IsShown(statement))),
        ISwitchExpressionOperation choice => kind is ClientKey.Right && choice.Arms.Any(static arm => arm.Value.Descendants().Any(static each => each is IInvocationOperation call && IsDeed(call.TargetMethod.Name))),
        IReturnOperation answer => kind is ClientKey.Right or ClientKey.Address && IsPredicate(answer),
        IAssignmentOperation { Target: IMemberReferenceOperation { Member: var member } } => kind is ClientKey.Right && member.Name is "IsAuthenticated" or "IsAuthorized" or "_isAdmin" or "_isAuthenticated" or "_authorized",
        _ => false,
    });

    static bool OfBranch(IConditionalOperation choice, bool says, ClientKey kind)
    {
        var granted = Branch(choice, says);
        var denied = Branch(choice, !says);
        if (granted.Any(IsDenial))
            return false;
        // if (headers.Contains("X-Internal")) return; and behind it the question for the user, which is then not asked
        if (says && kind is ClientKey.Right && choice.WhenFalse is null && choice.Parent is IBlockOperation block && Leaves(choice.WhenTrue) && Behind(block, choice).Any(IsDenial))
            return true;
        if (denied.Any(IsDenial))
            return kind is not (ClientKey.Identity or ClientKey.Doubtful) || kind is ClientKey.Doubtful && granted.Any(each => Matters(each, kind));
        if (kind is ClientKey.Identity || choice.Type is not null && choice.WhenTrue.ConstantValue.HasValue && choice.WhenFalse?.ConstantValue.HasValue == true)
            return false;
        return (says || choice.WhenFalse is not null || Leaves(choice.WhenTrue)) && granted.Any(each => Matters(each, kind)) && !(Leaves(choice.WhenTrue) && !says && denied.All(IsComplaint));
    }

    // What runs when the condition is true, or false: the statements behind count where the branch before them leaves.
    static IOperation[] Branch(IConditionalOperation choice, bool truth)
    {
        if (truth)
            return [choice.WhenTrue];
        if (choice.WhenFalse is { } otherwise)
            return [otherwise];
        if (choice.Parent is not IBlockOperation block || !Leaves(choice.WhenTrue))
            return [];
        return Behind(block, choice).Where(static statement => statement is not IConditionalOperation).ToArray();
    }

    static IEnumerable<IOperation> Behind(IBlockOperation block, IOperation statement) => block.Operations.Skip(block.Operations.IndexOf(statement) + 1);

    static bool Matters(IOperation granted, ClientKey kind)
    {
        if (kind is ClientKey.Right)
            return !IsShown(granted);
        foreach (var operation in granted.DescendantsAndSelf())
            if (operation is IInvocationOperation call && (IsDeed(call.TargetMethod.Name) || call.Instance?.Type?.Name is { } type && type == "UserManager")
                || operation is IObjectCreationOperation { Type.Name: "ClaimsPrincipal" or "ClaimsIdentity" or "Claim" or "GenericPrincipal" }
                || operation is IPropertyReferenceOperation { Property.Name: "StackTrace" or "ConnectionString" or "IsAdmin" or "IsAuthenticated" }
                || operation is ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local.Name: var name } } && ClientKeys.Of(name) is ClientKey.Right)
                return true;
        return false;
    }

    static bool IsDeed(string name)
    {
        foreach (var word in Words.Of(name))
            if (s_deeds.Contains(word))
                return true;
        return false;
    }

    // Only texts, logs, complaints about wrong input.
    static bool IsShown(IOperation statement)
    {
        var isComplaint = false;
        foreach (var operation in statement.DescendantsAndSelf())
            switch (operation)
            {
                case IInvocationOperation { TargetMethod: var called } call when !IsDisplay(called) && !IsText(call):
                case IObjectCreationOperation { Type: { } made } when made.Name is not ("CookieOptions" or "SelectListItem") && !made.Name.EndsWith("Exception", StringComparison.Ordinal):
                    return false;
                case IReturnOperation { ReturnedValue: { } value } when !Complains(value, out isComplaint) && value.Type?.SpecialType is not SpecialType.System_String:
                case ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local.Name: var name } } when ClientKeys.Of(name) is ClientKey.Right:
                case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: var member } } when ClientKeys.Of(member) is ClientKey.Right:
                    return isComplaint;
            }
        return true;
    }

    static bool Complains(IOperation value, out bool isComplaint)
    {
        while (value is IConversionOperation conversion)
            value = conversion.Operand;
        isComplaint = value is IInvocationOperation { TargetMethod.Name: "BadRequest" or "ValidationProblem" or "UnprocessableEntity" };
        return isComplaint;
    }

    static bool IsText(IInvocationOperation call) => call.TargetMethod.ContainingType.SpecialType is SpecialType.System_String || call.TargetMethod.Name is "ToString" or "nameof";

    static bool IsDisplay(IMethodSymbol method) =>
        method.Name is "BadRequest" or "ValidationProblem" or "AddModelError" or "UnprocessableEntity" or "Append" || method.Name.StartsWith("Log", StringComparison.Ordinal) && !method.Name.StartsWith("Login", StringComparison.Ordinal) && !method.Name.StartsWith("Logon", StringComparison.Ordinal)
        || method.ContainingType.Name is "Console" or "Debug" or "Trace" or "ArgumentException" or "Log";

    /// <summary>The statement says no: 401, 403, to the login page, an exception about access.</summary>
    static bool IsDenial(IOperation statement)
    {
        foreach (var operation in statement.DescendantsAndSelf())
            switch (operation)
            {
                case IInvocationOperation { TargetMethod.Name: "Forbid" or "Unauthorized" or "Challenge" or "ForbidAsync" or "ChallengeAsync" or "HttpNotFound" }:
                case IObjectCreationOperation { Type.Name: "UnauthorizedAccessException" or "SecurityException" or "ForbidResult" or "UnauthorizedResult" or "UnauthorizedObjectResult" or "ChallengeResult" or "HttpUnauthorizedResult" or "AuthenticationException" or "AccessDeniedException" or "ForbiddenException" }:
                case { ConstantValue: { HasValue: true, Value: 401 or 403 } }:
                case IFieldReferenceOperation { Field.Name: "Forbidden" or "Unauthorized" or "PermissionDenied" or "Unauthenticated" or "Status401Unauthorized" or "Status403Forbidden" }:
                case { ConstantValue: { HasValue: true, Value: string text } } when Refuses(text):
                    return true;
            }
        return statement is IReturnOperation { ReturnedValue.ConstantValue: { HasValue: true, Value: false } } or IBlockOperation { Operations: [IReturnOperation { ReturnedValue.ConstantValue: { HasValue: true, Value: false } }] };
    }

    static bool Refuses(string text)
    {
        foreach (var part in s_refusals)
            if (text.IndexOf(part, StringComparison.OrdinalIgnoreCase) >= 0)
                return true;
        return false;
    }

    static readonly string[] s_refusals = ["denied", "forbidden", "unauthorized", "not allowed", "not authorized", "/login", "AccessDenied", "no access"];

    // bool IsAdmin(HttpRequest request) => …, a lambda that is asked whether somebody may
    static bool IsPredicate(IReturnOperation answer)
    {
        if (ValueTrail.Method(answer) is not { } method)
            return false;
        if (method.MethodKind == MethodKind.AnonymousFunction)
            return answer.Parent?.Parent?.Parent?.Parent is IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "RequireAssertion" } };
        return ClientKeys.Of(method.AssociatedSymbol?.Name ?? method.Name) is ClientKey.Right || Words.Of(method.Name) is { Count: > 0 } words && words.Exists(static word => word is "authorize" or "authorized" or "allowed" or "access" or "permitted" or "authorization" or "can" or "may");
    }

    static bool IsComplaint(IOperation statement) => statement.DescendantsAndSelf().Any(static each => each is IInvocationOperation { TargetMethod.Name: "BadRequest" or "ValidationProblem" or "UnprocessableEntity" or "AddModelError" } or IThrowOperation);

    static bool Leaves(IOperation statement) => statement switch
    {
        IBlockOperation { Operations: { Length: > 0 } all } => Leaves(all[all.Length - 1]),
        IReturnOperation or IThrowOperation or IExpressionStatementOperation { Operation: IThrowOperation } => true,
        _ => false,
    };
}
