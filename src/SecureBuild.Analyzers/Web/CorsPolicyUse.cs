using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Operations;
using SecureBuild.Analyzers.Symbols;

namespace SecureBuild.Analyzers.Web;

/// <summary>What code tells one CORS policy of ASP.NET Core: the calls on one <c>CorsPolicyBuilder</c>, the members of one <c>CorsPolicy</c>.</summary>
static class CorsPolicyUse
{
    const string Namespace = "Microsoft.AspNetCore.Cors.Infrastructure.";
    const string BuilderName = Namespace + "CorsPolicyBuilder";
    const string PolicyName = Namespace + "CorsPolicy";

    public static bool IsBuilders(IInvocationOperation call) => call.TargetMethod.ContainingType.Is(BuilderName);

    public static bool IsBuilder(ITypeSymbol? type) => type.Is(BuilderName);

    public static bool IsPolicys(ISymbol member) => member.ContainingType.Is(PolicyName);

    /// <summary>The call lets every origin in.</summary>
    public static bool Opens(IInvocationOperation call) => call.TargetMethod.Name switch
    {
        "AllowAnyOrigin" => true,
        "SetIsOriginAllowed" => call.Arguments.Length == 1 && AnyOrigin.Accepts(call.Arguments[0].Value),
        "WithOrigins" => call.Arguments.Length == 1 && AnyOrigin.HasStar(call.Arguments[0].Value),
        _ => false,
    };

    /// <summary>Every call on the builder that this call is made on, in the same function: the whole chain, and other statements on the same variable. Not those in another arm of an <c>if</c>.</summary>
    public static IEnumerable<IInvocationOperation> SameBuilder(IInvocationOperation call)
    {
        var start = ChainStart(call);
        var scope = Scope(call, start);
        foreach (var operation in SameObject.Owner(start) is { } owner ? Body.Of(call).Belonging(owner, s_builderOf).Where(operation => Contains(scope, operation)) : scope.Descendants())
            if (operation is IInvocationOperation other && IsBuilders(other) && IsSame(start, ChainStart(other)) && !AreAlternatives(other, call))
                yield return other;
    }

    static readonly Func<IOperation, ISymbol?> s_builderOf = static operation => operation is IInvocationOperation call && IsBuilders(call) ? SameObject.Owner(ChainStart(call)) : null;

    /// <summary>What the chain of calls begins with: a variable or <c>new CorsPolicyBuilder(…)</c>.</summary>
    public static IOperation? ChainStart(IInvocationOperation call)
    {
        var instance = call.Instance;
        while (instance is IInvocationOperation previous && IsBuilders(previous))
            instance = previous.Instance;
        return instance;
    }

    /// <summary>Where <c>"*"</c> is added to the origins of the policy whose member this is; null when it is not.</summary>
    public static IOperation? StarOrigin(IPropertyReferenceOperation member)
    {
        var owner = SameObject.Owner(member.Instance);
        var initializer = SameObject.Initializer(member);
        foreach (var operation in Body.Of(member).Where(static operation => operation is IInvocationOperation call && AddsStar(call) is not null))
            if (operation is IInvocationOperation call && AddsStar(call) is { } origins
                && (owner is not null && SymbolEqualityComparer.Default.Equals(owner, SameObject.Owner(origins.Instance))
                    || initializer is not null && ReferenceEquals(initializer, SameObject.Initializer(origins))))
                return call;
        return null;
    }

    /// <summary>The origins list to which the call adds <c>"*"</c>: <c>policy.Origins.Add("*")</c>, or <c>Origins = { "*" }</c> inside the initialiser of the policy.</summary>
    public static IPropertyReferenceOperation? AddsStar(IInvocationOperation call) =>
        call is { TargetMethod.Name: "Add" or "Insert", Instance: { } list, Arguments.Length: > 0 }
        && (list is IInstanceReferenceOperation ? (SameObject.Initializer(list)?.Parent as IMemberInitializerOperation)?.InitializedMember : list)
            is IPropertyReferenceOperation { Property: { Name: "Origins" } property } origins && IsPolicys(property)
        && AnyOrigin.HasStar(call.Arguments[call.Arguments.Length - 1].Value) ? origins : null;

    public static Location NameOf(IInvocationOperation call) =>
        call.Syntax is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } ? access.Name.GetLocation() : call.Syntax.GetLocation();

    // policy => …: nothing outside the lambda knows its parameter, and one method may hold a thousand of them.
    static IOperation Scope(IOperation operation, IOperation? start)
    {
        for (var current = operation; current.Parent is { } parent; current = parent)
            if (parent is IAnonymousFunctionOperation function && start is IParameterReferenceOperation parameter && function.Symbol.Parameters.Contains(parameter.Parameter))
                return function;
            else if (start is not (IParameterReferenceOperation or ILocalReferenceOperation or IFieldReferenceOperation or IPropertyReferenceOperation) && parent is IExpressionStatementOperation or IReturnOperation or IVariableDeclaratorOperation)
                return parent;
        return SameObject.Root(operation);
    }

    static bool IsSame(IOperation? left, IOperation? right) =>
        left is not null && (ReferenceEquals(left, right) || SameObject.Owner(left) is { } owner && SymbolEqualityComparer.Default.Equals(owner, SameObject.Owner(right)));

    // The two arms of one if (or ?:) never run on the same builder.
    static bool AreAlternatives(IOperation left, IOperation right)
    {
        for (IOperation child = left, parent = left.Parent!; parent is not null; child = parent, parent = parent.Parent!)
            if (parent is IConditionalOperation { WhenFalse: { } otherwise } choice
                && (ReferenceEquals(child, choice.WhenTrue) && Contains(otherwise, right) || ReferenceEquals(child, otherwise) && Contains(choice.WhenTrue, right)))
                return true;
        return false;
    }

    static bool Contains(IOperation outer, IOperation? inner)
    {
        for (; inner is not null; inner = inner.Parent)
            if (ReferenceEquals(inner, outer))
                return true;
        return false;
    }
}
