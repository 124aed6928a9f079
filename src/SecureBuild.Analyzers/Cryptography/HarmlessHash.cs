using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Operations;
using SecureBuild.Analyzers.Symbols;

namespace SecureBuild.Analyzers.Cryptography;

/// <summary>Hashes that only tell apart what is stored or shown, as the names around them say: an ETag, the key of a cache, a shard, a Gravatar. Who makes two of them equal has gained nothing.</summary>
static class HarmlessHash
{
    /// <summary>Whether the variable that takes the hash, the member or the class around it is named so.</summary>
    public static bool Is(IOperation hash, ISymbol containing)
    {
        if (IsName(containing.Name) || containing.ContainingType is { } type && IsName(type.Name) || containing is IMethodSymbol { AssociatedSymbol.Name: var property } && IsName(property))
            return true;
        for (var outer = hash.Parent; outer is not null; outer = outer.Parent)
            switch (outer)
            {
                case IVariableDeclaratorOperation declarator:
                    return IsName(declarator.Symbol.Name);
                case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: { IsIndexer: true, Name: var indexer } } target }:
                    return IsName(indexer) || target.Arguments.Any(static key => Names(key.Value));
                case ISimpleAssignmentOperation { Target: var target }:
                    return SameObject.Owner(target) is { } taker && IsName(taker.Name);
                case ILocalFunctionOperation local:
                    return IsName(local.Symbol.Name);
                case IAnonymousFunctionOperation:
                    return false;
            }
        return false;
    }

    // headers["ETag"], headers[HeaderNames.ETag]
    static bool Names(IOperation key) => key switch
    {
        IConversionOperation conversion => Names(conversion.Operand),
        IMemberReferenceOperation member => IsName(member.Member.Name),
        _ => key.ConstantValue is { HasValue: true, Value: string name } && IsName(name),
    };

    static bool IsName(string name)
    {
        var words = Words.Of(name);
        for (var i = 0; i < words.Count; i++)
            switch (words[i])
            {
                case "etag" or "etags" or "gravatar" or "shard" or "sharding" or "git":
                case "e" when i + 1 < words.Count && words[i + 1] is "tag" or "tags":
                case "cache" when i + 1 < words.Count && words[i + 1] is "key" or "keys" or "name" or "names" or "path" or "file" or "tag" or "entry":
                    return true;
            }
        return false;
    }
}
