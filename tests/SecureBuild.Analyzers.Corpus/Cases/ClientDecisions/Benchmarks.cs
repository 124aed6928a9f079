// Decisions by what the client says of itself.
using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.ClientDecisions.Benchmarks;

// [Bad CWE-807] a cookie says who is an administrator
public class CookieController : Controller
{
    [HttpGet]
    public IActionResult Admin()
    {
        if (Request.Cookies["role"] == "admin")
            return View("Dashboard");
        return Forbid();
    }
}

// [Good CWE-807] a claim says who is an administrator
public class ClaimController : Controller
{
    [Authorize, HttpGet]
    public IActionResult Admin()
    {
        if (User.HasClaim("role", "admin"))
            return View("Dashboard");
        return Forbid();
    }
}

// [Good CWE-807] a protected cookie
public class ProtectedController(IDataProtectionProvider provider) : Controller
{
    [HttpGet]
    public IActionResult Admin()
    {
        var value = provider.CreateProtector("role").Unprotect(Request.Cookies["role"]!);
        return value == "admin" ? View("Dashboard") : Forbid();
    }
}

// [Bad CWE-290] an address that a header says
public sealed class InternalMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var address = context.Request.Headers["X-Forwarded-For"].FirstOrDefault();
        if (context.Request.Path.StartsWithSegments("/internal") && address != "10.0.0.5")
        {
            context.Response.StatusCode = 403;
            return;
        }
        await next(context);
    }
}

// [Good CWE-290] the address of the connection
public sealed class SafeInternalMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress?.ToString();
        if (context.Request.Path.StartsWithSegments("/internal") && address != "10.0.0.5")
        {
            context.Response.StatusCode = 403;
            return;
        }
        await next(context);
    }
}

// [Bad CWE-807] a hidden field says that one has paid
public class OrderController : Controller
{
    [HttpPost, ValidateAntiForgeryToken]
    public IActionResult Ship([FromForm] bool isPaid, [FromForm] int order) => isPaid ? RedirectToAction("Shipped", new { order }) : RedirectToAction("Pay");
}

// [Bad CWE-293] the page that one came from
public class RefererController : Controller
{
    [HttpPost, ValidateAntiForgeryToken]
    public IActionResult Delete(int id)
    {
        if (!Request.Headers.Referer.ToString().StartsWith("https://admin.example.org/", StringComparison.Ordinal))
            return Unauthorized();
        TempData["deleted"] = id;
        return RedirectToAction("Index");
    }
}

// [Good CWE-807] a header that only chooses the language
public class LanguageController : Controller
{
    [HttpGet]
    public IActionResult Index()
    {
        var language = Request.Headers["X-Language"] == "ja" ? "ja" : "en";
        return View("Index", language);
    }
}
