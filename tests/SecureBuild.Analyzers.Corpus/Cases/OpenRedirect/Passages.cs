using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

public sealed class SignInForm { public string User { get; set; } = ""; public string Password { get; set; } = ""; public string? Next { get; set; } }

public abstract class FlowController : Controller
{
    protected IActionResult GoTo(string? address) => string.IsNullOrWhiteSpace(address) ? RedirectToAction("Index", "Home") : Redirect(address);
    protected IActionResult GoToLocal(string? address) => Url.IsLocalUrl(address) ? Redirect(address) : RedirectToAction("Index", "Home");
}

public sealed class SignInController : FlowController
{
    // [Bad CWE-601] the base class redirects to the form's hidden field
    [HttpPost]
    public IActionResult Post(SignInForm form) => ModelState.IsValid ? GoTo(form.Next) : View(form);

    // [Good CWE-601] the base class redirects to local addresses only
    [HttpPost]
    public IActionResult PostLocal(SignInForm form) => ModelState.IsValid ? GoToLocal(form.Next) : View(form);

    // [Bad CWE-601] kept in TempData over the second factor
    [HttpPost]
    public IActionResult Begin(SignInForm form)
    {
        TempData["next"] = form.Next;
        return RedirectToAction(nameof(Complete));
    }

    // [same case]
    [HttpGet]
    public IActionResult Complete() => TempData["next"] is string next ? Redirect(next) : RedirectToAction("Index", "Home");
}

// [Bad CWE-601] the address is parsed, but only its scheme is asked for
public sealed class SchemeController : Controller
{
    public IActionResult Out(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var parsed) || parsed.Scheme != Uri.UriSchemeHttps)
            return BadRequest();
        return Redirect(parsed.ToString());
    }
}

// [Good CWE-601] all slashes at the start are taken off but one
public sealed class RelativeController : Controller
{
    public IActionResult Out(string url)
    {
        var path = url.Trim().TrimStart('/', '\\');
        return Redirect("/" + path);
    }
}

// [Bad CWE-601] a filter reads the route and answers
public sealed class LegacyFilter : ActionFilterAttribute
{
    public override void OnActionExecuting(ActionExecutingContext context)
    {
        if (context.ActionArguments.TryGetValue("goto", out var value) && value is string address)
            context.HttpContext.Response.Redirect(address);
    }
}

// [Good CWE-601] a filter sends to a known page with the old path in the query
public sealed class MovedFilter : ActionFilterAttribute
{
    public override void OnActionExecuting(ActionExecutingContext context)
    {
        if (context.ActionArguments.TryGetValue("goto", out var value) && value is string address)
            context.HttpContext.Response.Redirect("/moved?from=" + Uri.EscapeDataString(address));
    }
}
