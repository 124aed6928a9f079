using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SecureBuild.Analyzers.Secrets;

/// <summary>A user name written beside the value: <c>Login("admin", "…")</c>, <c>{ UserName = "admin", Password = "…" }</c>.</summary>
static class CredentialPair
{
    public static bool IsBesideUser(IArgumentOperation argument)
    {
        var arguments = argument.Parent switch
        {
            IInvocationOperation call => call.Arguments,
            IObjectCreationOperation creation => creation.Arguments,
            _ => System.Collections.Immutable.ImmutableArray<IArgumentOperation>.Empty,
        };
        foreach (var other in arguments)
            if (other != argument && other.Parameter is { } parameter && IsUser(parameter.Name, other.Value))
                return true;
        return false;
    }

    public static bool IsBesideUser(IAssignmentOperation assignment)
    {
        // An entry, [key] = value, has no user beside it. Properties are few, entries may be thousands.
        if (assignment is { Target: not IPropertyReferenceOperation { Property.IsIndexer: true }, Parent: IObjectOrCollectionInitializerOperation initializer })
            foreach (var other in initializer.Initializers)
                if (other != assignment && other is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: { IsIndexer: false, Name: var name } } } sibling && IsUser(name, sibling.Value))
                    return true;
        return false;
    }

    // UserName = "User name" is a label, and so is what stands beside it.
    static bool IsUser(string name, IOperation value) =>
        SecretNames.IsUser(name) && value.ConstantValue is { HasValue: true, Value: string { Length: > 0 } user }
        && !user.Replace(" ", "").Replace("_", "").Equals(name, StringComparison.OrdinalIgnoreCase) && !SecretNames.IsUser(user);
}
