using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.DataFlow;
using SecureBuild.Analyzers.Hosting;
using SecureBuild.Analyzers.Operations;
using SecureBuild.Analyzers.Web;

namespace SecureBuild.Analyzers.Injection;

/// <summary>A record that is looked up.</summary>
sealed class Lookup(IOperation place, string name)
{
    /// <summary>Where the id is used.</summary>
    public IOperation Place { get; } = place;

    /// <summary>What looks the record up.</summary>
    public string Name { get; } = name;
}

/// <summary>Finds where an id picks a record that belongs to somebody: <c>db.Invoices.Find(id)</c>, <c>invoices.First(each => each.Id == id)</c>, <c>_byId[id]</c>, <c>repository.GetAsync(id)</c>.</summary>
sealed class LookupSearch(Mentions mentions, RuleRegistration on, IParameterSymbol parameter, Footprint read)
{
    const int MaxDepth = 3;

    static readonly HashSet<string> s_conversions = new(StringComparer.Ordinal) { "Parse", "ToString", "Trim", "ToInt32", "ToInt64", "ToGuid" };

    readonly HashSet<ISymbol> _seen = new(SymbolEqualityComparer.Default);

    /// <summary>The look-ups in a body, in the order of the text.</summary>
    public IEnumerable<Lookup> In(IOperation body) => Of(parameter, body, 0);

    IEnumerable<Lookup> Of(ISymbol variable, IOperation within, int depth)
    {
        if (depth <= MaxDepth && _seen.Add(variable))
            foreach (var mention in mentions.Of(variable, within))
                foreach (var lookup in At(mention, mention, depth))
                    yield return lookup;
    }

    IEnumerable<Lookup> At(IOperation id, IOperation mention, int depth)
    {
        switch (id.Parent)
        {
            case IConversionOperation or IParenthesizedOperation or IArrayInitializerOperation or IArrayCreationOperation or { Kind: (OperationKind)127 }:
            case IPropertyReferenceOperation { Property: { Name: "Value", ContainingType.Name: "Nullable" } }:
            case IInvocationOperation { TargetMethod.Name: var converted } when s_conversions.Contains(converted):
                return At(id.Parent, mention, depth);
            case IArgumentOperation { Parent: IPropertyReferenceOperation { Property.IsIndexer: true } indexer } when Owners.Has(indexer.Type):
                return [new(mention, indexer.Syntax.ToString())];
            case IArgumentOperation { Parent: IInvocationOperation call } argument:
                return At(call, argument, mention, depth);
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }:
                return Of(declarator.Symbol, declarator, depth);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } same:
                return Compared(ReferenceEquals(same.LeftOperand, id) ? same.RightOperand : same.LeftOperand, same, mention);
            case IInvocationOperation { TargetMethod.Name: "Equals", Arguments: [var other] } equal:
                return Compared(other.Value, equal, mention);
            default:
                return [];
        }
    }

    IEnumerable<Lookup> At(IInvocationOperation call, IArgumentOperation argument, IOperation mention, int depth)
    {
        var name = call.TargetMethod.Name;
        if (s_conversions.Contains(name))
            return At(call, mention, depth);
        if (name == "Equals" && call.Instance is { } compared)
            return Compared(compared, call, mention);
        if (name is "TryGetValue")
            return call.Arguments.Any(static each => each.Parameter?.RefKind == RefKind.Out && Owners.Has(each.Value.Type)) ? [new(mention, name)] : [];
        if (name is "TryParse")
        {
            foreach (var given in call.Arguments)
                if (given.Parameter?.RefKind == RefKind.Out && SameObject.Owner(given.Value is IDeclarationExpressionOperation declaration ? declaration.Expression : given.Value) is { } variable)
                    return Of(variable, call, depth);
            return [];
        }
        // Find(id, userId): the owner is in the question, too.
        if (call.Arguments.Any(each => each != argument && IsOwnerGiven(each)))
            return [];
        if (IsMade(name))
            return [];
        if (Owners.Has(Result(call.TargetMethod.ReturnType)))
            return [new(mention, name)];
        if (name.StartsWith("Delete", StringComparison.Ordinal) || name.StartsWith("Remove", StringComparison.Ordinal))
            return call.Instance?.Type is INamedTypeSymbol { TypeArguments: [var one, ..] } && Owners.Has(one) ? [new(mention, name)] : [];
        return depth < MaxDepth && argument.Parameter is { } inner && on.Engine.Value.IsSaidOf(call.TargetMethod, $"look-up by {inner.Ordinal} at {depth + 1}", read, reads => new LookupSearch(mentions, on, inner.OriginalDefinition, reads).IsIn(call.TargetMethod, depth + 1))
            ? [new(mention, name)] : [];
    }

    bool IsIn(IMethodSymbol method, int depth)
    {
        foreach (var body in on.Engine.Value.BodiesOf(method, on.CancellationToken))
            if (!UserQuestion.IsIn(body.Syntax) && Of(parameter, body, depth).Any())
                return true;
        return false;
    }

    // each => each.Id == id; not each => each.Id == id && each.OwnerId == me
    IEnumerable<Lookup> Compared(IOperation other, IOperation comparison, IOperation mention)
    {
        while (other is IConversionOperation conversion)
            other = conversion.Operand;
        if (other is not IPropertyReferenceOperation { Instance: { Type: { } type } record, Property: var property } || !Owners.Has(type) || IsSourced(record))
            return [];
        var lambda = comparison.Parent;
        while (lambda is not (null or IAnonymousFunctionOperation))
            lambda = lambda.Parent;
        if (lambda is null || lambda.Parent is not (IDelegateCreationOperation or IConversionOperation))
            return [];
        var isOwner = Owners.IsOwnerName(property.Name);
        if (!isOwner && !(property.Name.EndsWith("Id", StringComparison.Ordinal) || property.Name.EndsWith("Number", StringComparison.Ordinal) || property.Name is "Key"))
            return [];
        // The owner's own name says that the client chooses whose records it wants; any other owner in the question narrows it.
        foreach (var operation in lambda.Descendants())
            if (operation is IPropertyReferenceOperation { Property: var asked } && !SymbolEqualityComparer.Default.Equals(asked, property) && Owners.IsOwnerName(asked.Name) && SymbolEqualityComparer.Default.Equals(asked.ContainingType, property.ContainingType))
                return [];
        return [new(mention, comparison.Syntax.ToString())];
    }

    // A record that is there already.
    static bool IsSourced(IOperation record) => record is not IParameterReferenceOperation { Parameter.ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } };

    static bool IsOwnerGiven(IArgumentOperation argument) =>
        argument.Parameter is { } parameter && Owners.IsOwnerName(parameter.Name) || argument.Value.Syntax.ToString() is var text && (text.IndexOf("user", StringComparison.OrdinalIgnoreCase) >= 0 || text.IndexOf("owner", StringComparison.OrdinalIgnoreCase) >= 0 || text.IndexOf("tenant", StringComparison.OrdinalIgnoreCase) >= 0);

    static bool IsMade(string name) => name.StartsWith("Create", StringComparison.Ordinal) || name.StartsWith("Add", StringComparison.Ordinal) || name.StartsWith("New", StringComparison.Ordinal) || name.StartsWith("Map", StringComparison.Ordinal) || name.StartsWith("Build", StringComparison.Ordinal);

    // Task<Invoice>, ValueTask<Invoice?>
    static ITypeSymbol Result(ITypeSymbol type) =>
        type is INamedTypeSymbol { Name: "Task" or "ValueTask" or "ActionResult" or "List" or "IEnumerable" or "IReadOnlyList" or "IList" or "ICollection" or "IQueryable", TypeArguments: [var inner] } ? Result(inner) : type;
}
