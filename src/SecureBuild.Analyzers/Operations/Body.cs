using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SecureBuild.Analyzers.Operations;

/// <summary>
/// The code that an operation belongs to, all the way up: a method's body with its lambdas, a field's initialiser. Walked once for all that rules ask of it,
/// so that a thousand findings in one method cost no more than a thousand methods with one.
/// </summary>
sealed class Body
{
    // As long as the compiler keeps the operations.
    static readonly ConditionalWeakTable<IOperation, Body> s_bodies = new();

    readonly IOperation[] _all;
    readonly ConcurrentDictionary<Delegate, IReadOnlyList<IOperation>> _chosen = new();
    readonly ConcurrentDictionary<(object Question, ISymbol About), object?> _answers = new();
    readonly Lazy<Dictionary<ISymbol, List<IOperation>>> _mentions;
    readonly Lazy<Dictionary<ISymbol, IVariableDeclaratorOperation>> _declarators;
    readonly Lazy<Dictionary<ISymbol, List<Assigned>>> _assignments;
    readonly ConcurrentDictionary<ISymbol, Dictionary<string, IOperation>> _lastValues = new(SymbolEqualityComparer.Default);
    readonly ConcurrentDictionary<Delegate, Dictionary<ISymbol, List<IOperation>>> _groups = new();

    Body(IOperation root)
    {
        _all = root.DescendantsAndSelf().ToArray();
        _mentions = new(FindMentions, LazyThreadSafetyMode.PublicationOnly);
        _declarators = new(FindDeclarators, LazyThreadSafetyMode.PublicationOnly);
        _assignments = new(FindAssignments, LazyThreadSafetyMode.PublicationOnly);
    }

    /// <summary>The body around an operation.</summary>
    public static Body Of(IOperation operation) => s_bodies.GetValue(SameObject.Root(operation), static root => new(root));

    /// <summary>Where the variable, field or property is used, in the order of the text.</summary>
    public IReadOnlyList<IOperation> Mentions(ISymbol symbol) => _mentions.Value.TryGetValue(symbol, out var mentions) ? mentions : [];

    /// <summary>Where the local is declared.</summary>
    public IVariableDeclaratorOperation? Declarator(ISymbol local) => _declarators.Value.TryGetValue(local, out var declarator) ? declarator : null;

    /// <summary>The assignments to properties of the object that the symbol holds, in the order of the text.</summary>
    public IReadOnlyList<Assigned> PropertiesSet(ISymbol owner) => _assignments.Value.TryGetValue(owner, out var assignments) ? assignments : [];

    /// <summary>What the property of the object that the symbol holds is set to last, in the order of the text; null when it is not set here.</summary>
    public IOperation? LastValueOf(ISymbol owner, string property) =>
        (_lastValues.TryGetValue(owner, out var known) ? known : _lastValues.GetOrAdd(owner, LastValues(owner))).TryGetValue(property, out var value) ? value : null;

    /// <summary>The operations that a static question finds to belong to the symbol, in the order of the text.</summary>
    public IReadOnlyList<IOperation> Belonging(ISymbol symbol, Func<IOperation, ISymbol?> owner) =>
        _groups.GetOrAdd(owner, key => Group((Func<IOperation, ISymbol?>)key)).TryGetValue(symbol, out var operations) ? operations : [];

    /// <summary>The operations that pass a test, in the order of the text. The test is a static one: its answers are kept.</summary>
    public IReadOnlyList<IOperation> Where(Func<IOperation, bool> test) => _chosen.GetOrAdd(test, key => Array.FindAll(_all, ((Func<IOperation, bool>)key).Invoke));

    /// <summary>Whether an operation passes a static test.</summary>
    public bool Any(Func<IOperation, bool> test) => Where(test).Count > 0;

    /// <summary>What a static question says of a variable of this body: found once, however often the variable is used.</summary>
    public T Answer<T>(Func<Body, ISymbol, T> question, ISymbol about) => Answer(question, about, question);

    /// <summary>The same for a question that asks for something besides, by which its answers are told apart.</summary>
    public T Answer<T>(object question, ISymbol about, Func<Body, ISymbol, T> find) =>
        (T)(_answers.TryGetValue((question, about), out var known) ? known : _answers.GetOrAdd((question, about), find(this, about)))!;

    Dictionary<ISymbol, List<IOperation>> FindMentions() => Group(Mentioned);

    Dictionary<ISymbol, List<IOperation>> Group(Func<IOperation, ISymbol?> owner)
    {
        var groups = new Dictionary<ISymbol, List<IOperation>>(SymbolEqualityComparer.Default);
        foreach (var operation in _all)
            if (owner(operation) is { } symbol)
                Add(groups, symbol, operation);
        return groups;
    }

    Dictionary<string, IOperation> LastValues(ISymbol owner)
    {
        var values = new Dictionary<string, IOperation>(StringComparer.Ordinal);
        foreach (var assignment in PropertiesSet(owner))
            values[assignment.Property.Name] = assignment.Value;
        return values;
    }

    static ISymbol? Mentioned(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IFieldReferenceOperation field => field.Field,
        IPropertyReferenceOperation property => property.Property,
        _ => null,
    };

    Dictionary<ISymbol, IVariableDeclaratorOperation> FindDeclarators()
    {
        var declarators = new Dictionary<ISymbol, IVariableDeclaratorOperation>(SymbolEqualityComparer.Default);
        foreach (var operation in _all)
            if (operation is IVariableDeclaratorOperation declarator)
                declarators[declarator.Symbol] = declarator;
        return declarators;
    }

    Dictionary<ISymbol, List<Assigned>> FindAssignments()
    {
        var assignments = new Dictionary<ISymbol, List<Assigned>>(SymbolEqualityComparer.Default);
        foreach (var operation in _all)
            if (Assigned.Of(operation) is { Target.Instance: { } instance } assignment && SameObject.Owner(instance) is { } owner)
                Add(assignments, owner, assignment);
        return assignments;
    }

    static void Add<T>(Dictionary<ISymbol, List<T>> table, ISymbol symbol, T item)
    {
        if (!table.TryGetValue(symbol, out var list))
            table.Add(symbol, list = []);
        list.Add(item);
    }
}
