using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SecureBuild.Analyzers.Privacy;

/// <summary>All headers of a request in the log: Authorization and Cookie are among them.</summary>
static class LoggedHeaders
{
    /// <summary>The call that logs them; null when none does, or some are left out.</summary>
    public static IOperation? In(IPropertyReferenceOperation headers)
    {
        if (headers.Type?.Name != "IHeaderDictionary")
            return null;
        IOperation whole = headers;
        while (whole.Parent is IConversionOperation conversion)
            whole = conversion;
        return whole.Parent is IForEachLoopOperation loop && loop.Collection == whole ? OneByOne(loop) : LoggedRequest.Around(whole, isText: true);
    }

    // foreach (var header in Request.Headers) log.LogInformation("{Name}: {Value}", header.Key, header.Value); a condition may skip what must not be there.
    static IOperation? OneByOne(IForEachLoopOperation loop)
    {
        IOperation? log = null;
        foreach (var operation in loop.Body.DescendantsAndSelf())
            switch (operation)
            {
                case IConditionalOperation or IBranchOperation or ISwitchOperation or ISwitchExpressionOperation:
                    return null;
                case IInvocationOperation call when LoggedRequest.IsLogger(call.TargetMethod) && call.Arguments.Any(argument => argument.Value.DescendantsAndSelf().Any(part => IsValue(part, loop))):
                    log ??= call;
                    break;
            }
        return log;
    }

    static bool IsValue(IOperation part, IForEachLoopOperation loop) => part switch
    {
        IPropertyReferenceOperation { Property.Name: "Value", Instance: ILocalReferenceOperation local } => loop.Locals.Contains(local.Local),
        ILocalReferenceOperation local => loop.Locals.IndexOf(local.Local) > 0 || loop.Locals.Contains(local.Local) && local.Parent is not IPropertyReferenceOperation,
        _ => false,
    };
}
