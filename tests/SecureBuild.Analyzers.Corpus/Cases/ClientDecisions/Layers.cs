using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Layers;

// [Bad CWE-807] a cookie says who is an administrator
public class PanelController : Controller
{
    public IActionResult Index()
    {
        if (Request.Cookies["isAdmin"] == "true")
            return View("Admin");
        return View("User");
    }
}

// [Good CWE-807] the server's claims say it
public class SafePanelController : Controller
{
    public IActionResult Index() => User.IsInRole("Admin") ? View("Admin") : View("User");
}

// [Bad CWE-290] a header that every client can send
public sealed class InternalMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var address = context.Request.Headers["X-Forwarded-For"].ToString();
        if (address.StartsWith("10."))
        {
            context.Items["trusted"] = true;
            var identity = new ClaimsIdentity([new Claim(ClaimTypes.Role, "Internal")], "header");
            context.User = new ClaimsPrincipal(identity);
        }
        await next(context);
    }
}

// [Good CWE-290] the connection's own address
public sealed class SafeInternalMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address))
            context.Items["local"] = true;
        await next(context);
    }
}

// [Bad CWE-807] the query says that the check is off
public static class PayEndpoint
{
    public static void Map(WebApplication app) => app.MapPost("/pay", (HttpRequest request, ClaimsPrincipal user) =>
    {
        var isAuthorized = request.Query["authorized"] == "1" || user.IsInRole("Cashier");
        if (!isAuthorized)
            return Results.Forbid();
        return Results.Ok();
    });
}

// [Good CWE-807] the query says what is shown
public static class ListEndpoint
{
    public static void Map(WebApplication app) => app.MapGet("/list", (HttpRequest request) =>
    {
        var compact = request.Query["compact"] == "1";
        return compact ? Results.Ok("short") : Results.Ok("long");
    });
}

// [Bad CWE-807] the role of the form becomes a claim
public class JoinController : Controller
{
    [HttpPost]
    public async Task<IActionResult> Join(string name, string role)
    {
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.Name, name), new Claim(ClaimTypes.Role, role)], "cookie");
        await HttpContext.SignInAsync(new ClaimsPrincipal(identity));
        return Ok();
    }
}
