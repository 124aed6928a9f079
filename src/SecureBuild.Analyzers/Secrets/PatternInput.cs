using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SecureBuild.Analyzers.Secrets;

/// <summary>What a pattern is compared with: <c>password is "…"</c>, <c>case "…":</c>, <c>{ Password: "…" }</c>, <c>(user, password) switch { ("admin", "…") => … }</c>.</summary>
static class PatternInput
{
    /// <summary>The compared value or member; null when the pattern takes no part of anything with a name.</summary>
    public static IOperation? Of(IOperation pattern)
    {
        var element = -1;
        for (IOperation child = pattern, parent = pattern.Parent!; ; child = parent, parent = parent.Parent!)
            switch (child)
            {
                case ISingleValueCaseClauseOperation or IPatternCaseClauseOperation:
                    return Element((parent?.Parent as ISwitchOperation)?.Value, element);
                case ISwitchExpressionArmOperation:
                    return Element((parent as ISwitchExpressionOperation)?.Value, element);
                case IIsPatternOperation test:
                    return Element(test.Value, element);
                case IPropertySubpatternOperation property:
                    return property.Member;
                case IPatternOperation when parent is IRecursivePatternOperation recursive && recursive.DeconstructionSubpatterns.IndexOf((IPatternOperation)child) is >= 0 and var index:
                    if (element >= 0)
                        return null;
                    element = index;
                    continue;
                case IPatternOperation or ICaseClauseOperation when parent is not null:
                    continue;
                default:
                    return null;
            }
    }

    static IOperation? Element(IOperation? value, int index) => index < 0 ? value : TupleElement.At(value, index);
}
