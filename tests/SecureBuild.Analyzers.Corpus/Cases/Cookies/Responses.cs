using Microsoft.AspNetCore.Mvc;

namespace Shop.Cookies1;

public class SessionController : Controller
{
    // [Bad CWE-614] no options
    public IActionResult Start()
    {
        Response.Cookies.Append("session", Guid.NewGuid().ToString("N"));
        return Ok();
    }

    // [Good CWE-614] all flags
    public IActionResult StartSafely()
    {
        Response.Cookies.Append("session", Guid.NewGuid().ToString("N"), new CookieOptions { Secure = true, HttpOnly = true, SameSite = SameSiteMode.Strict });
        return Ok();
    }

    // [Bad CWE-614] the flag is off
    public IActionResult Remember(string token)
    {
        var options = new CookieOptions { HttpOnly = true, Secure = false, SameSite = SameSiteMode.Lax, Expires = DateTimeOffset.UtcNow.AddDays(30) };
        Response.Cookies.Append("remember", token, options);
        return Ok();
    }

    // [Good CWE-614] the flag is set afterwards
    public IActionResult RememberSafely(string token)
    {
        var options = new CookieOptions { Expires = DateTimeOffset.UtcNow.AddDays(30) };
        options.Secure = true;
        options.HttpOnly = true;
        options.SameSite = SameSiteMode.Lax;
        Response.Cookies.Append("remember", token, options);
        return Ok();
    }

    // [Bad CWE-1004] scripts can read it
    public IActionResult Token(string jwt)
    {
        Response.Cookies.Append("access_token", jwt, new CookieOptions { Secure = true, HttpOnly = false, SameSite = SameSiteMode.Strict });
        return NoContent();
    }

    // [Good CWE-1004] the script's own cookie for the theme is not secret
    public IActionResult Theme(bool dark)
    {
        Response.Cookies.Append("theme", dark ? "dark" : "light", new CookieOptions { Secure = true, HttpOnly = true, SameSite = SameSiteMode.Lax });
        return NoContent();
    }

    // [Bad CWE-1275] other sites may send it, without encryption
    public IActionResult Embed(string ticket)
    {
        Response.Cookies.Append("ticket", ticket, new() { HttpOnly = true, SameSite = SameSiteMode.None, Secure = false });
        return Ok();
    }

    // [Good CWE-1275] not sent by other sites
    public IActionResult Same(string ticket)
    {
        Response.Cookies.Append("ticket", ticket, new() { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = true });
        return Ok();
    }

    // [Good CWE-614] a cookie is deleted
    public IActionResult End()
    {
        Response.Cookies.Delete("session");
        return Ok();
    }

    // [Good CWE-614] a cookie is read
    public IActionResult Show() => Content(Request.Cookies["session"] is null ? "nobody" : "somebody");

    // [Bad CWE-614] the condition leaves it off for some
    public IActionResult ByHost(string auth)
    {
        var options = new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax };
        if (Request.Host.Host == "shop.example")
            options.Secure = true;
        Response.Cookies.Append("auth", auth, options);
        return Ok();
    }

    // [Good CWE-614] a helper makes the options
    public IActionResult ByHelper(string auth)
    {
        Response.Cookies.Append("auth", auth, Strict());
        return Ok();

        static CookieOptions Strict() => new() { Secure = true, HttpOnly = true, SameSite = SameSiteMode.Strict, IsEssential = true };
    }
}

// [Bad CWE-614] the builder of the class
public class CartCookie
{
    private readonly CookieBuilder _builder = new() { Name = "cart", HttpOnly = true, SecurePolicy = CookieSecurePolicy.None };

    public void Write(HttpContext context, string cart) => context.Response.Cookies.Append(_builder.Name!, cart, _builder.Build(context));
}

// [Good CWE-614] the builder with the policy
public class SafeCartCookie
{
    private readonly CookieBuilder _builder = new() { Name = "cart", HttpOnly = true, SecurePolicy = CookieSecurePolicy.Always, SameSite = SameSiteMode.Lax };

    public void Write(HttpContext context, string cart) => context.Response.Cookies.Append(_builder.Name!, cart, _builder.Build(context));
}
