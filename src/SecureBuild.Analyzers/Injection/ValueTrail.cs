using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Operations;
using SecureBuild.Analyzers.Symbols;
using SecureBuild.Analyzers.Web;

namespace SecureBuild.Analyzers.Injection;

/// <summary>
/// Follows a value forwards: through variables, members of the same file, text functions and methods with a body, to the questions that are asked about it and
/// to what the answers decide. Not for the hot path: only after an interesting source was named.
/// </summary>
/// <remarks>Longer than other files because it is one recursion over the kinds of operations.</remarks>
sealed class ValueTrail(Mentions mentions, Func<IMethodSymbol, IReadOnlyList<IOperation>> bodies, CancellationToken cancellation)
{
    const int MaxSteps = 300;

    static readonly HashSet<string> s_questions = new(StringComparer.Ordinal)
    {
        "Equals", "StartsWith", "EndsWith", "Contains", "CompareTo", "Compare", "IsMatch", "SequenceEqual", "Any", "Exists", "ContainsKey", "IsNullOrEmpty", "IsNullOrWhiteSpace", "HasFlag", "HasClaim", "IsInRole", "CompareOrdinal",
        "TryGetHeaderValue",
    };

    static readonly HashSet<string> s_texts = new(StringComparer.Ordinal)
    {
        "ToString", "Trim", "TrimStart", "TrimEnd", "ToLower", "ToLowerInvariant", "ToUpper", "ToUpperInvariant", "Replace", "Split", "Substring", "Remove", "First", "FirstOrDefault", "Last", "LastOrDefault", "Single", "SingleOrDefault",
        "ElementAt", "ElementAtOrDefault", "Parse", "UrlDecode", "HtmlDecode", "UnescapeDataString", "FromBase64String", "GetString", "GetBytes", "Deserialize", "DeserializeObject", "GetValueOrDefault", "GetValue", "GetValues", "GetClaim", "FindFirst",
        "AsSpan", "Select", "Where", "ToArray", "ToList", "AsEnumerable", "Get", "GetProperty", "GetBoolean", "GetInt32", "Normalize", "ChangeType", "FindAll", "Find", "OfType", "Cast", "GetPayloadValue", "FindFirstValue",
    };

    readonly HashSet<(IOperation, bool?)> _seen = [];

    /// <summary>Comparison with any value counts, not only with a constant.</summary>
    public bool AcceptsAnything { get; set; }

    /// <summary>Which members of a value still are the value; all, if nothing is said.</summary>
    public Func<IPropertySymbol, bool> Keeps { get; set; } = static _ => true;

    /// <summary>What is decided by the value.</summary>
    public List<Decision> Decisions { get; } = [];

    /// <summary>Where the value goes without being asked about.</summary>
    public List<IOperation> Uses { get; } = [];

    /// <summary>The value is compared with something that is no constant.</summary>
    public List<(IOperation Comparison, IOperation Other)> Matches { get; } = [];

    /// <summary>The methods that answer with the value.</summary>
    public List<(IOperation Value, IMethodSymbol Method)> Answers { get; } = [];

    /// <summary>Follows a value.</summary>
    public void Follow(IOperation value)
    {
        if (!Enter(value, null))
            return;
        if (IsBool(value.Type))
        {
            Ask(value, value, true);
            return;
        }
        switch (value.Parent)
        {
            case IConversionOperation or IParenthesizedOperation or IAwaitOperation or ICoalesceOperation or IArrayElementReferenceOperation:
            case IConditionalOperation choice when !ReferenceEquals(choice.Condition, value):
                Follow(value.Parent);
                break;
            case IConditionalAccessOperation access:
                Follow(ReferenceEquals(access.WhenNotNull, value) ? access : Placeholder(access));
                break;
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }:
                FollowAll(declarator.Symbol, declarator);
                break;
            case IAssignmentOperation assignment when ReferenceEquals(assignment.Value, value):
                FollowTarget(assignment.Target);
                break;
            case IPropertyReferenceOperation property when ReferenceEquals(property.Instance, value):
                if (Keeps(property.Property))
                    Follow(property);
                break;
            case IInvocationOperation call:
                FollowCall(call, value, null);
                break;
            case IArgumentOperation { Parent: IInvocationOperation call } argument:
                FollowCall(call, value, argument);
                break;
            case IArgumentOperation { Parent: IObjectCreationOperation } given:
                Uses.Add(given);
                break;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual or BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual } comparison:
                FollowComparison(comparison, ReferenceEquals(comparison.LeftOperand, value) ? comparison.RightOperand : comparison.LeftOperand);
                break;
            case IIsPatternOperation test:
                FollowPattern(test);
                break;
            case ISwitchOperation or ISwitchExpressionOperation:
                Decisions.Add(new(value, value.Parent, true));
                break;
            case IForEachLoopOperation { LoopControlVariable: IVariableDeclaratorOperation variable }:
                FollowAll(variable.Symbol, variable);
                break;
            case IReturnOperation answer:
                if (Method(answer) is { MethodKind: not MethodKind.AnonymousFunction } method)
                {
                    Answers.Add((value, method));
                    FollowMember(method.AssociatedSymbol ?? method, answer);
                }
                break;
        }
    }

    /// <summary>Follows every mention of a variable in the body that the operation belongs to.</summary>
    public void FollowAll(ISymbol variable, IOperation within)
    {
        foreach (var mention in mentions.Of(variable, within))
            Follow(mention);
    }

    /// <summary>Follows the answer to a question about the value; <paramref name="says"/>: a yes means that the client said so.</summary>
    public void Ask(IOperation answer, IOperation question, bool says)
    {
        if (!Enter(answer, says))
            return;
        switch (answer.Parent)
        {
            case IConversionOperation or IParenthesizedOperation or IAwaitOperation or ICoalesceOperation:
                Ask(answer.Parent, question, says);
                break;
            case IConditionalAccessOperation access:
                Ask(access, question, says);
                break;
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not:
                Ask(not, question, !says);
                break;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } same:
                var other = ReferenceEquals(same.LeftOperand, answer) ? same.RightOperand : same.LeftOperand;
                if (Constant(other) is bool truth)
                    Ask(same, question, truth == (same.OperatorKind == BinaryOperatorKind.Equals) == says);
                break;
            case IBinaryOperation pair:
                var isAnd = pair.OperatorKind is BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.And;
                if (isAnd != says || !AsksServer(ReferenceEquals(pair.LeftOperand, answer) ? pair.RightOperand : pair.LeftOperand))
                    Ask(pair, question, says);
                break;
            case IIsPatternOperation { Pattern: IConstantPatternOperation pattern } when Constant(pattern.Value) is bool expected:
                Ask(answer.Parent, question, expected == says);
                break;
            case IConditionalOperation choice when ReferenceEquals(choice.Condition, answer):
                Decisions.Add(new(question, choice, says));
                break;
            case IConditionalOperation arm:
                Ask(arm, question, says);
                break;
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }:
                AskAll(declarator.Symbol, declarator, question, says);
                break;
            case IAssignmentOperation { Target: ILocalReferenceOperation local } assignment when ReferenceEquals(assignment.Value, answer):
                AskAll(local.Local, local, question, says);
                break;
            case IAssignmentOperation assignment when ReferenceEquals(assignment.Value, answer):
                Decisions.Add(new(question, assignment, says));
                break;
            case IReturnOperation returned:
                Decisions.Add(new(question, returned, says));
                if (Method(returned) is { MethodKind: not MethodKind.AnonymousFunction } method)
                    foreach (var mention in MentionsOf(method.AssociatedSymbol ?? method, returned))
                        Ask(mention, question, says);
                break;
            case IArgumentOperation { Parent: IInvocationOperation call, Parameter: { } parameter } argument:
                Uses.Add(argument);
                foreach (var body in bodies(call.TargetMethod))
                    AskAll(parameter.OriginalDefinition, body, question, says);
                break;
        }
    }

    void AskAll(ISymbol variable, IOperation within, IOperation question, bool says)
    {
        foreach (var mention in mentions.Of(variable, within))
            Ask(mention, question, says);
    }

    void FollowCall(IInvocationOperation call, IOperation value, IArgumentOperation? argument)
    {
        var method = call.TargetMethod;
        foreach (var given in call.Arguments)
            if (given.Parameter?.RefKind == RefKind.Out && method.Name.StartsWith("Try", StringComparison.Ordinal) && SameObject.Owner(given.Value is IDeclarationExpressionOperation declaration ? declaration.Expression : given.Value) is { } variable)
            {
                FollowAll(variable, call);
                return;
            }
        if (s_questions.Contains(method.Name) && (IsBool(method.ReturnType) || method.Name.StartsWith("Compare", StringComparison.Ordinal)))
        {
            if (Other(call, value, argument) is { } other && !IsKnown(other) && !AcceptsAnything)
                Matches.Add((call, other));
            else if (IsBool(method.ReturnType))
                Ask(call, call, !method.Name.StartsWith("IsNull", StringComparison.Ordinal));
            return;
        }
        if (s_texts.Contains(method.Name) || method.Name.StartsWith("To", StringComparison.Ordinal) && method.ContainingType.Name == "Convert")
        {
            Follow(call);
            return;
        }
        if (argument?.Parameter is { } parameter && bodies(method) is { Count: > 0 } found)
            foreach (var body in found)
                FollowAll(parameter.OriginalDefinition, body);
        else if (argument is not null)
            Uses.Add(argument);
    }

    void FollowComparison(IBinaryOperation comparison, IOperation other)
    {
        if (!IsKnown(other) && !AcceptsAnything)
            Matches.Add((comparison, other));
        else
            Ask(comparison, comparison, comparison.OperatorKind is not (BinaryOperatorKind.NotEquals or BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual) ^ IsNo(other));
    }

    void FollowPattern(IIsPatternOperation test)
    {
        var pattern = test.Pattern;
        var says = true;
        while (pattern is INegatedPatternOperation not)
        {
            says = !says;
            pattern = not.Pattern;
        }
        foreach (var operation in test.Pattern.DescendantsAndSelf())
            if (operation is IDeclarationPatternOperation { DeclaredSymbol: { } declared })
                FollowAll(declared, test);
            else if (operation is IRecursivePatternOperation { DeclaredSymbol: { } matched })
                FollowAll(matched, test);
        if (pattern is IConstantPatternOperation or IBinaryPatternOperation or IRelationalPatternOperation)
            Ask(test, test, says ^ (pattern is IConstantPatternOperation constant && IsNo(constant.Value)));
    }

    void FollowTarget(IOperation target)
    {
        switch (target)
        {
            case ILocalReferenceOperation local:
                FollowAll(local.Local, local);
                break;
            case IFieldReferenceOperation or IPropertyReferenceOperation when SameObject.Owner(target) is { } member:
                Uses.Add(target);
                FollowMember(member, target);
                break;
        }
    }

    void FollowMember(ISymbol member, IOperation from)
    {
        foreach (var mention in MentionsOf(member, from))
            Follow(mention);
    }

    // By syntax within the type, because only there a member's name says which it is at little cost.
    List<IOperation> MentionsOf(ISymbol member, IOperation from)
    {
        var found = new List<IOperation>();
        if (from.SemanticModel is not { } model || member.ContainingType is not { } type)
            return found;
        foreach (var declaration in type.DeclaringSyntaxReferences)
            if (declaration.SyntaxTree == model.SyntaxTree)
                foreach (var node in NamesIn.Of(declaration.GetSyntax(cancellation), member.Name))
                    if (node is IdentifierNameSyntax name && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name, cancellation).Symbol?.OriginalDefinition, member.OriginalDefinition))
                    {
                        SyntaxNode whole = name;
                        while (whole.Parent is MemberAccessExpressionSyntax access && access.Name == whole || whole.Parent is InvocationExpressionSyntax invoked && invoked.Expression == whole)
                            whole = whole.Parent;
                        if (model.GetOperation(whole, cancellation) is { } operation)
                            found.Add(operation);
                    }
        return found;
    }

    bool Enter(IOperation operation, bool? says) => _seen.Count < MaxSteps && _seen.Add((operation, says));

    /// <summary>The code asks who the signed-in user is, or a secret of the server.</summary>
    static bool AsksServer(IOperation condition)
    {
        foreach (var operation in condition.DescendantsAndSelf())
            if (operation is IInvocationOperation { TargetMethod.Name: var called } && WebEndpoint.IsQuestionForUser(called) || operation is IPropertyReferenceOperation { Property.Name: "IsAuthenticated" or "Session" or "Succeeded" or "IsValid" })
                return true;
        return false;
    }

    static IOperation? Other(IInvocationOperation call, IOperation value, IArgumentOperation? argument)
    {
        if (argument is not null && call.Instance is { } instance)
            return instance;
        foreach (var given in call.Arguments)
            if (!ReferenceEquals(given, argument) && given.ArgumentKind != ArgumentKind.DefaultValue && given.Parameter?.Type.TypeKind != TypeKind.Enum && !ReferenceEquals(given.Value, value))
                return given.Value;
        return null;
    }

    // A constant, a list, a lambda: what the program itself knows.
    static bool IsKnown(IOperation value) => value.ConstantValue.HasValue || value switch
    {
        IConversionOperation conversion => IsKnown(conversion.Operand),
        IDefaultValueOperation or IArrayCreationOperation or IDelegateCreationOperation or IAnonymousFunctionOperation => true,
        { Kind: (OperationKind)127 } => true,
        IFieldReferenceOperation { Field: { IsStatic: true } } => true,
        IFieldReferenceOperation { Field: { IsReadOnly: true, Type.SpecialType: not SpecialType.System_String } } => true,
        ILocalReferenceOperation { Type: IArrayTypeSymbol } => true,
        ILocalReferenceOperation { Type.Name: "HashSet" or "List" or "ImmutableArray" or "ImmutableHashSet" } => true,
        _ => false,
    };

    static bool IsNo(IOperation value) => Constant(value) is null or false or 0 or "" or "false" or "False" or "0" or "no" or "off" or "user" or "User" or "guest" or "Guest" or "anonymous";

    static object? Constant(IOperation value) => value is IConversionOperation { ConstantValue.HasValue: false } conversion ? Constant(conversion.Operand) : value.ConstantValue is { HasValue: true } constant ? constant.Value : "?";

    static bool IsBool(ITypeSymbol? type) => type is { SpecialType: SpecialType.System_Boolean } or INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [{ SpecialType: SpecialType.System_Boolean }] };

    static IOperation Placeholder(IConditionalAccessOperation access)
    {
        foreach (var operation in access.WhenNotNull.DescendantsAndSelf())
            if (operation is IConditionalAccessInstanceOperation)
                return operation;
        return access;
    }

    /// <summary>The method or lambda that an operation belongs to.</summary>
    public static IMethodSymbol? Method(IOperation operation)
    {
        for (var current = operation; current is not null; current = current.Parent)
            if (current is IAnonymousFunctionOperation lambda)
                return lambda.Symbol;
            else if (current is ILocalFunctionOperation local)
                return local.Symbol;
            else if (current.Parent is null)
                return current.SemanticModel?.GetEnclosingSymbol(operation.Syntax.SpanStart) as IMethodSymbol;
        return null;
    }
}

/// <summary>Something that an answer about a value decides: a branch, an answer that is handed on, a member that keeps it.</summary>
/// <param name="question">The comparison.</param>
/// <param name="place">What depends on it.</param>
/// <param name="says">The branch that is taken when the client says so is the one for "true".</param>
sealed class Decision(IOperation question, IOperation place, bool says)
{
    public IOperation Question { get; } = question;

    public IOperation Place { get; } = place;

    public bool Says { get; } = says;
}
