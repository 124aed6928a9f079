using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace SecureBuild.Analyzers.Secrets;

/// <summary>The variable, field or property whose new collection a literal is an element of: <c>apiKeys = { "…" }</c>, <c>_passwords = new() { ["admin"] = "…" }</c>.</summary>
static class SecretCollection
{
    /// <summary>The collection's name when it promises secrets of some kind; null elsewhere.</summary>
    public static (string Name, SecretKind Kind)? Of(IOperation element)
    {
        var isIn = false;
        for (IOperation child = element, parent = element.Parent!; parent is not null; child = parent, parent = parent.Parent!)
            switch (parent)
            {
                // The key of a pair may be a token, never a password.
                case IArgumentOperation { Parent: IPropertyReferenceOperation { Parent: ISimpleAssignmentOperation { Parent: IObjectOrCollectionInitializerOperation } } }:
                case IArgumentOperation { Parameter.Ordinal: 0, Parent: IInvocationOperation { Arguments.Length: 2 } }:
                    if (Of(parent.Parent!) is not { Kind: not SecretKind.Password } keyed)
                        return null;
                    return keyed;
                case IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "Add", Parent: IObjectOrCollectionInitializerOperation } }:
                case IInvocationOperation or IPropertyReferenceOperation or ISimpleAssignmentOperation when parent.Parent is IObjectOrCollectionInitializerOperation or ISimpleAssignmentOperation { Parent: IObjectOrCollectionInitializerOperation }:
                case IConversionOperation:
                    continue;
                case IObjectOrCollectionInitializerOperation when parent.Parent is IObjectCreationOperation:
                case IArrayInitializerOperation or IArrayCreationOperation:
                    isIn = true;
                    continue;
                case IObjectCreationOperation when isIn:
                    continue;
                case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }:
                    return Named(declarator.Symbol, isIn);
                case IFieldInitializerOperation { InitializedFields.Length: > 0 } field:
                    return Named(field.InitializedFields[0], isIn);
                case IPropertyInitializerOperation { InitializedProperties.Length: > 0 } property:
                    return Named(property.InitializedProperties[0], isIn);
                default:
                    // Roslyn 4.8 has no operation for ["…"].
                    if (parent.Syntax is not (CollectionExpressionSyntax or ExpressionElementSyntax))
                        return null;
                    isIn = true;
                    continue;
            }
        return null;
    }

    static (string, SecretKind)? Named(ISymbol collection, bool isIn) =>
        isIn && SecretNames.KindOfMany(collection.Name) is not SecretKind.None and var kind ? (collection.Name, kind) : null;
}
