// A second walk: targets by results, states and events.
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.WebUtilities;

namespace Corpus.OpenRedirect.Piers;

public sealed record SignInState(string User, string Target);

// [Bad CWE-601] a state that was packed into the query, without protection
public sealed class StateController : Controller
{
    public IActionResult Callback(string state)
    {
        var parsed = QueryHelpers.ParseQuery(state);
        var signIn = new SignInState(parsed["user"].ToString(), parsed["target"].ToString());
        return signIn switch
        {
            { User: "" } => Unauthorized(),
            { Target: { Length: > 0 } target } => Redirect(target),
            _ => RedirectToAction("Index"),
        };
    }
}

// [Good CWE-601] a state whose target is one of the program's pages
public sealed class SafeStateController : Controller
{
    enum Target { Home, Orders }

    public IActionResult Callback(string state)
    {
        var parsed = QueryHelpers.ParseQuery(state);
        return Enum.TryParse<Target>(parsed["target"], out var target) ? Redirect("/" + target) : RedirectToAction("Index");
    }
}

// [Bad CWE-601] typed results in a union
public static class UnionEndpoints
{
    public static void Map(WebApplication app) => app.MapGet("/leave", Leave);

    static Results<RedirectHttpResult, BadRequest> Leave(string? to)
    {
        if (!Uri.TryCreate(to, UriKind.RelativeOrAbsolute, out var uri))
            return TypedResults.BadRequest();
        return TypedResults.Redirect(uri.ToString());
    }
}

// [Good CWE-601] typed results for relative addresses of one slash
public static class LocalUnionEndpoints
{
    public static void Map(WebApplication app) => app.MapGet("/stay", Stay);

    static Results<RedirectHttpResult, BadRequest> Stay(string? to)
    {
        if (to is null || !to.StartsWith('/') || to.StartsWith("//") || to.StartsWith("/\\"))
            return TypedResults.BadRequest();
        return TypedResults.Redirect(to);
    }
}

// [Bad CWE-601] an event of the cookies' handler
public static class CookieEvents
{
    public static void Configure(CookieAuthenticationOptions options) => options.Events.OnRedirectToLogin = context =>
    {
        var custom = context.Request.Query["login"].FirstOrDefault();
        context.Response.Redirect(custom ?? context.RedirectUri);
        return Task.CompletedTask;
    };
}

// [Good CWE-601] an event of the cookies' handler with a constant
public static class ConstantCookieEvents
{
    public static void Configure(CookieAuthenticationOptions options) => options.Events.OnRedirectToLogin = context =>
    {
        context.Response.Redirect("/login?return=" + Uri.EscapeDataString(context.Request.Path));
        return Task.CompletedTask;
    };
}

// [Bad CWE-601] a filter answers before the action
public sealed class MovedFilter : IResourceFilter
{
    public void OnResourceExecuting(ResourceExecutingContext context)
    {
        var query = context.HttpContext.Request.Query;
        if (query.ContainsKey("moved"))
            context.Result = new RedirectResult(query["moved"]!, permanent: false);
    }

    public void OnResourceExecuted(ResourceExecutedContext context) { }
}

// [Good CWE-601] a filter answers with a local result
public sealed class LocalMovedFilter : IResourceFilter
{
    public void OnResourceExecuting(ResourceExecutingContext context)
    {
        var query = context.HttpContext.Request.Query;
        if (query.ContainsKey("moved"))
            context.Result = new LocalRedirectResult(query["moved"]!);
    }

    public void OnResourceExecuted(ResourceExecutedContext context) { }
}
