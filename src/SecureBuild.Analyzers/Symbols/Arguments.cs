using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SecureBuild.Analyzers.Symbols;

/// <summary>Arguments by parameter: named, reordered, optional and omitted ones are all in the operation tree.</summary>
static class Arguments
{
    /// <summary>The value given for the parameter of this name; the default value when the call omits it; null when there is no such parameter.</summary>
    public static IOperation? For(this ImmutableArray<IArgumentOperation> arguments, string parameter)
    {
        foreach (var argument in arguments)
            if (argument.Parameter?.Name == parameter)
                return argument.Value;
        return null;
    }

    /// <summary>The argument of the parameter at this place of the declaration; null when there is none, as in incomplete code.</summary>
    public static IOperation? At(this ImmutableArray<IArgumentOperation> arguments, int ordinal)
    {
        foreach (var argument in arguments)
            if (argument.Parameter?.Ordinal == ordinal)
                return argument.Value;
        return null;
    }
}
