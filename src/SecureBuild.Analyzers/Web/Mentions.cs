using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Operations;

namespace SecureBuild.Analyzers.Web;

/// <summary>Where a method mentions each of its variables, fields and properties: one walk for all questions about one body.</summary>
sealed class Mentions
{
    readonly ConditionalWeakTable<IOperation, Dictionary<ISymbol, List<IOperation>>> _bodies = new();

    /// <summary>The mentions of the symbol in the body that the operation belongs to, in the order of the text.</summary>
    public IReadOnlyList<IOperation> Of(ISymbol symbol, IOperation operation) =>
        _bodies.GetValue(SameObject.Root(operation), static root => Collect(root)).TryGetValue(symbol, out var mentions) ? mentions : [];

    static Dictionary<ISymbol, List<IOperation>> Collect(IOperation root)
    {
        var mentions = new Dictionary<ISymbol, List<IOperation>>(SymbolEqualityComparer.Default);
        foreach (var operation in root.DescendantsAndSelf())
            if (operation is ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation or IPropertyReferenceOperation && SameObject.Owner(operation) is { } symbol)
            {
                if (!mentions.TryGetValue(symbol, out var list))
                    mentions.Add(symbol, list = []);
                list.Add(operation);
            }
        return mentions;
    }
}
