using Microsoft.CodeAnalysis;

namespace SecureBuild.Analyzers.DataFlow;

/// <summary>Collections whose elements are told apart while their order is known.</summary>
static class Collections
{
    /// <summary>Lists that grow at the end and are read by position.</summary>
    public static bool IsSequence(ITypeSymbol? type) => type is INamedTypeSymbol { Name: "List" or "ArrayList" or "Collection" or "ObservableCollection" or "LinkedList" or "Queue" or "Stack" or "HashSet" or "SortedSet" or "ConcurrentQueue" or "ConcurrentStack" or "ConcurrentBag" or "BlockingCollection" };
}
