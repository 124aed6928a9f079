using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

public sealed class BillsController : Controller
{
    readonly List<string> _bills = ["one", "two"];

    // [Bad CWE-807] a cookie says that the caller is an administrator
    [HttpPost]
    [ValidateAntiForgeryToken]
    public IActionResult Delete(int id)
    {
        if (Request.Cookies["isAdmin"] == "true")
        {
            _bills.RemoveAt(id);
            return NoContent();
        }
        return Forbid();
    }

    // [Good CWE-807] the role of the signed-in user decides
    [HttpPost]
    [ValidateAntiForgeryToken]
    public IActionResult DeleteByRole(int id)
    {
        if (User.IsInRole("admin"))
        {
            _bills.RemoveAt(id);
            return NoContent();
        }
        return Forbid();
    }

    // [Good CWE-807] a cookie chooses how the page looks
    [HttpGet]
    public IActionResult Show()
    {
        var compact = Request.Cookies["view"] == "compact";
        return View(compact ? "Compact" : "Full", _bills);
    }
}

// [Bad CWE-807] a filter lets in who sends the header of a role
public sealed class RoleHeaderFilter : IAuthorizationFilter
{
    public void OnAuthorization(AuthorizationFilterContext context)
    {
        var role = context.HttpContext.Request.Headers["X-User-Role"].ToString();
        if (role != "Manager")
            context.Result = new ForbidResult();
    }
}

// [Good CWE-807] a filter asks the principal's claim
public sealed class RoleClaimFilter : IAuthorizationFilter
{
    public void OnAuthorization(AuthorizationFilterContext context)
    {
        var role = context.HttpContext.User.FindFirstValue(ClaimTypes.Role);
        if (role != "Manager")
            context.Result = new ForbidResult();
    }
}

// [Bad CWE-290] the forwarded address decides whether one is inside
public sealed class InternalOnly(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var address = context.Request.Headers["X-Forwarded-For"].ToString();
        if (!address.StartsWith("10.", StringComparison.Ordinal))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }
        await next(context);
    }
}

// [Good CWE-290] the connection's address decides
public sealed class LoopbackOnly(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress;
        if (address is null || !System.Net.IPAddress.IsLoopback(address))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }
        await next(context);
    }
}

// [Bad CWE-807] a requirement succeeds for a query parameter
public sealed class DebugRequirement : IAuthorizationRequirement;

// [same case]
public sealed class DebugHandler(IHttpContextAccessor accessor) : AuthorizationHandler<DebugRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, DebugRequirement requirement)
    {
        if (accessor.HttpContext?.Request.Query.ContainsKey("debug") == true)
            context.Succeed(requirement);
        return Task.CompletedTask;
    }
}

// [Bad CWE-807] the form's hidden field makes the claim of a role
public static class SignInRoutes
{
    public static void Map(WebApplication app) => app.MapPost("/signin", (HttpContext context) =>
    {
        var form = context.Request.Form;
        var identity = new ClaimsIdentity("cookie");
        identity.AddClaim(new Claim(ClaimTypes.Name, form["user"].ToString()));
        identity.AddClaim(new Claim(ClaimTypes.Role, form["role"].ToString()));
        return Results.SignIn(new ClaimsPrincipal(identity));
    });
}
