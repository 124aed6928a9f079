using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Hosting;
using SecureBuild.Analyzers.Operations;
using SecureBuild.Analyzers.Symbols;

namespace SecureBuild.Analyzers.Web;

/// <summary>The search for cookies on which one of the flags <c>Secure</c> and <c>HttpOnly</c> is off.</summary>
sealed class CookieFlag(string flag, DiagnosticDescriptor rule, RuleRegistration on)
{
    readonly Mentions _mentions = new();

    /// <summary><c>new CookieOptions { … }</c>.</summary>
    public void Created(OperationAnalysisContext context)
    {
        var creation = (IObjectCreationOperation)context.Operation;
        if (NewCookie.From(creation, _mentions) is { } cookie && cookie.Missing(flag) is { } place && IsWorthIt(cookie.Name))
            Report(context, place, creation.Type!.Name);
    }

    /// <summary><c>cookie.Secure = false</c> on a cookie that was made elsewhere.</summary>
    public void Written(OperationAnalysisContext context, Assigned assigned)
    {
        var target = assigned.Target;
        if (!NewCookie.IsCookie(target.Property.ContainingType) || !Setting.Is(assigned.Value, false) || IsMadeHere(target.Instance))
            return;
        Report(context, assigned.Place, target.Property.ContainingType.Name);
    }

    /// <summary><c>Cookies.Append(name, value)</c> without options.</summary>
    public void Sent(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if ((call.TargetMethod.ContainingType.Is("Microsoft.AspNetCore.Http.IResponseCookies") || call.TargetMethod.ContainingType.Is("Microsoft.Owin.ResponseCookieCollection")) && call.Arguments.Length == 2 && call.Arguments.At(1)?.Type?.SpecialType == SpecialType.System_String
            && !Setting.Is(call.Arguments.At(1), "") && IsWorthIt(CookieName.Constant(call.Arguments.At(0))))
            Report(context, call, "Append");
    }

    /// <summary>A <c>Set-Cookie</c> header written by hand.</summary>
    public void Header(OperationAnalysisContext context)
    {
        if (ResponseHeader.Value(context.Operation, "Set-Cookie") is not { } value || ResponseHeader.Text(value) is not { } text || text.IndexOf('=') < 0)
            return;
        if (text.IndexOf("max-age=0", StringComparison.OrdinalIgnoreCase) >= 0 || text.IndexOf("1970", StringComparison.Ordinal) >= 0)
            return;
        foreach (var part in text.Split(';'))
            if (part.Trim().Equals(flag, StringComparison.OrdinalIgnoreCase))
                return;
        // A policy for the whole application does not see it.
        if (IsWorthIt(text.Substring(0, text.IndexOf('='))) && !DevelopmentCheck.Guards(context.Operation))
            context.ReportDiagnostic(Diagnostic.Create(rule, context.Operation.Syntax.GetLocation(), "Set-Cookie"));
    }

    /// <summary>Reports it, unless a policy for the whole application sets the flag.</summary>
    public void Report(OperationAnalysisContext context, IOperation place, string what)
    {
        var isSecure = flag == "Secure";
        if (on.Web.Value.Has(WebFacts.CookiePolicy | (isSecure ? WebFacts.SecureCookies : WebFacts.HttpOnlyCookies), place.Syntax.SyntaxTree)
            || what == "HttpCookie" && IsConfigured(context, isSecure ? "requireSSL=\"true\"" : "httpOnlyCookies=\"true\"")
            || isSecure && DevelopmentCheck.Guards(place))
            return;
        context.ReportDiagnostic(Diagnostic.Create(rule, place.Syntax.GetLocation(), what));
    }

    bool IsWorthIt(string? name) => flag == "Secure" ? !CookieName.IsHarmless(name) : !CookieName.IsForScript(name);

    // Its creation is judged, with all that is set later.
    bool IsMadeHere(IOperation? instance)
    {
        if (instance is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver })
            return true;
        return instance is ILocalReferenceOperation local && PossibleValues.First(local, 0, static (candidate, _) => candidate is IObjectCreationOperation) is not null;
    }

    // <httpCookies requireSSL="true" /> in web.config
    static bool IsConfigured(OperationAnalysisContext context, string setting)
    {
        foreach (var file in context.Options.AdditionalFiles)
            if (file.Path.EndsWith("web.config", StringComparison.OrdinalIgnoreCase) && file.GetText(context.CancellationToken)?.ToString() is { } text
                && text.IndexOf("<httpCookies", StringComparison.Ordinal) is >= 0 and var start && text.IndexOf('>', start) is > 0 and var end
                && text.IndexOf(setting, start, end - start, StringComparison.OrdinalIgnoreCase) >= 0)
                return true;
        return false;
    }
}
