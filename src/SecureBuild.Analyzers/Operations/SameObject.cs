using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SecureBuild.Analyzers.Operations;

/// <summary>What else the same object is told nearby: the other members of its initialiser and the later assignments in the same method.</summary>
static class SameObject
{
    /// <summary>The value that a sibling property gets, the last one in the text; null when it is not set here.</summary>
    public static IOperation? Value(IPropertyReferenceOperation property, string sibling)
    {
        IOperation? value = null;
        // An object in a variable is found by it, its initialiser with it.
        if (Owner(property.Instance) is { } owner)
            value = Body.Of(property).LastValueOf(owner, sibling);
        else if (property.Instance is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver } && Initializer(property.Instance) is { } initializer)
            foreach (var member in initializer.Initializers)
                if (member is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target } assignment && target.Property.Name == sibling)
                    value = assignment.Value;
        return value is IConversionOperation { IsImplicit: true } conversion ? conversion.Operand : value;
    }

    /// <summary>The variable, parameter, field or property that holds the object; null when it has no name.</summary>
    public static ISymbol? Owner(IOperation? instance) => instance switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IFieldReferenceOperation field => field.Field,
        IPropertyReferenceOperation property => property.Property,
        IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver } => Holder(Initializer(instance)),
        _ => null,
    };

    /// <summary>The initialiser whose object an implicit receiver stands for.</summary>
    public static IObjectOrCollectionInitializerOperation? Initializer(IOperation? instance)
    {
        for (; instance is not null; instance = instance.Parent)
            if (instance is IObjectOrCollectionInitializerOperation initializer)
                return initializer;
        return null;
    }

    /// <summary>The outermost operation: the method's body or the initialiser of the field.</summary>
    public static IOperation Root(IOperation operation)
    {
        while (operation.Parent is { } parent)
            operation = parent;
        return operation;
    }

    static ISymbol? Holder(IObjectOrCollectionInitializerOperation? initializer)
    {
        var parent = initializer?.Parent?.Parent;
        while (parent is IConversionOperation)
            parent = parent.Parent;
        return parent switch
        {
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => declarator.Symbol,
            IFieldInitializerOperation { InitializedFields.Length: 1 } field => field.InitializedFields[0],
            IPropertyInitializerOperation { InitializedProperties.Length: 1 } field => field.InitializedProperties[0],
            ISimpleAssignmentOperation assignment => Owner(assignment.Target),
            _ => null,
        };
    }
}
