// Decisions by what the client says, in many styles.
using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Corpus.ClientDecisions.Variants;

// [Bad CWE-565] a cookie makes the administrator
public class AdminCookieController : ControllerBase
{
    [HttpGet("/admin")]
    public IActionResult Get()
    {
        if (Request.Cookies["role"] == "admin")
            return Ok("all users");
        return Forbid();
    }
}

// [Good CWE-565] the principal's role
public class AdminRoleController : ControllerBase
{
    [HttpGet("/admin-role")]
    public IActionResult Get()
    {
        if (User.IsInRole("admin"))
            return Ok("all users");
        return Forbid();
    }
}

// [Good CWE-565] a cookie chooses a colour
public class ThemeController : ControllerBase
{
    [HttpGet("/theme")]
    public IActionResult Get() => Request.Cookies["theme"] == "dark" ? Ok("#000") : Ok("#fff");
}

// [Bad CWE-807] a header says that the caller is internal
public class InternalFilter : IAuthorizationFilter
{
    public void OnAuthorization(AuthorizationFilterContext context)
    {
        var isInternal = context.HttpContext.Request.Headers["X-Internal-Call"] == "true";
        if (!isInternal && context.HttpContext.User.Identity?.IsAuthenticated != true)
            context.Result = new UnauthorizedResult();
    }
}

// [Good CWE-807] a header with a key of the configuration
public class KeyFilter(IConfiguration configuration) : IAuthorizationFilter
{
    public void OnAuthorization(AuthorizationFilterContext context)
    {
        var given = System.Text.Encoding.UTF8.GetBytes(context.HttpContext.Request.Headers["X-Api-Key"].ToString());
        var known = System.Text.Encoding.UTF8.GetBytes(configuration["ApiKey"]!);
        if (!System.Security.Cryptography.CryptographicOperations.FixedTimeEquals(given, known))
            context.Result = new UnauthorizedResult();
    }
}

// [Bad CWE-290] the forwarded address is on the list
public class AddressMiddleware(RequestDelegate next)
{
    static readonly HashSet<string> s_admins = ["10.0.0.5", "10.0.0.6"];

    public async Task InvokeAsync(HttpContext context)
    {
        var address = context.Request.Headers["X-Forwarded-For"].ToString().Split(',')[0].Trim();
        if (s_admins.Contains(address))
            context.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Role, "Admin")], "address"));
        await next(context);
    }
}

// [Bad CWE-293] the page that led here decides
public class RefererController : ControllerBase
{
    [HttpPost("/referer")]
    public IActionResult Delete(int id)
    {
        var referer = Request.Headers.Referer.ToString();
        if (!referer.StartsWith("https://intranet.example.org/admin"))
            return Unauthorized();
        return NoContent();
    }
}

// [Bad CWE-807] a hidden field says the user is premium
public class PriceController : ControllerBase
{
    [HttpPost("/price")]
    public IActionResult Buy([FromForm] string isAdmin, [FromForm] int item)
    {
        if (isAdmin == "1")
            return Ok(GrantAccess(item));
        return Ok();
    }

    string GrantAccess(int item) => "granted " + item;
}

// [Bad CWE-290] the host's name by its address
public class ReverseDns
{
    public bool IsTrusted(HttpContext context)
    {
        var entry = Dns.GetHostEntry(context.Connection.RemoteIpAddress!);
        return entry.HostName == "trusted.example.org";
    }
}

// [Good CWE-290] a header chooses the language
public class LanguageMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Headers.AcceptLanguage.ToString().StartsWith("ja"))
            Thread.CurrentThread.CurrentUICulture = new System.Globalization.CultureInfo("ja");
        return next(context);
    }
}
