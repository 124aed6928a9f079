using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Symbols;
using SecureBuild.Analyzers.Web;

namespace SecureBuild.Analyzers.Operations;

/// <summary>A callback that is handed over by a name: of a field, a property, a variable, a parameter, a method that makes it.</summary>
static class Callback
{
    /// <summary>The lambda or method group that the name stands for; null when there is none, or only on a developer's machine.</summary>
    public static IOperation? HeldIn(IOperation? value) =>
        value is IFieldReferenceOperation or IPropertyReferenceOperation or ILocalReferenceOperation or IParameterReferenceOperation or IInvocationOperation && value.Type?.TypeKind == TypeKind.Delegate
            ? PossibleValues.First(value, false, static (candidate, _) => candidate is (IDelegateCreationOperation or IAnonymousFunctionOperation or IMethodReferenceOperation) && !DevelopmentCheck.Guards(candidate)) : null;
}
