// Less common doors to other pages.
using System.Net;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.OpenRedirect.Docks;

[Route("docks")]
public class DockRedirects : Controller
{
    // [Bad CWE-601] the page that led here
    [HttpGet("a")]
    public IActionResult Back() => Redirect(Request.GetTypedHeaders().Referer?.ToString() ?? "/");

    // [Bad CWE-601] the Refresh header
    [HttpGet("b")]
    public IActionResult Refresh(string next)
    {
        Response.Headers["Refresh"] = "3; url=" + next;
        return Ok();
    }

    // [Bad CWE-601] a result with the status 307
    [HttpPost("c")]
    public IActionResult Preserve(string next) => RedirectPreserveMethod(next);

    // [Bad CWE-601] a status code and a Location header through a dictionary of headers
    [HttpGet("d")]
    public IActionResult Location([FromQuery] string next)
    {
        var headers = Response.GetTypedHeaders();
        headers.Location = new Uri(next, UriKind.RelativeOrAbsolute);
        return StatusCode((int)HttpStatusCode.Found);
    }

    // [Bad CWE-601] where to go after the sign-out
    [HttpPost("e")]
    public IActionResult Out(string next) => SignOut(new AuthenticationProperties { RedirectUri = next }, "Cookies");

    // [Good CWE-601] only the path of the address
    [HttpGet("f")]
    public IActionResult PathOnly(string next)
    {
        var uri = new Uri(next, UriKind.Absolute);
        return Redirect("/go" + uri.AbsolutePath);
    }

    // [Good CWE-601] local, and if not, home
    [HttpGet("g")]
    public IActionResult Local(string? next)
    {
        if (string.IsNullOrEmpty(next) || !Url.IsLocalUrl(next))
            next = Url.Content("~/");
        return Redirect(next);
    }

    // [Good CWE-601] an address that is not absolute and begins with one slash
    [HttpGet("h")]
    public IActionResult Relative(string next)
    {
        if (!next.StartsWith('/') || next.StartsWith("//") || next.StartsWith("/\\"))
            return BadRequest();
        return Redirect(next);
    }

    // [Bad CWE-601] an address that must be well formed
    [HttpGet("i")]
    public IActionResult WellFormed(string next) => Uri.IsWellFormedUriString(next, UriKind.RelativeOrAbsolute) ? Redirect(next) : BadRequest();

    // [Bad CWE-601] the host must end like ours
    [HttpGet("j")]
    public IActionResult EndsLike(string next)
    {
        var uri = new Uri(next);
        return uri.Host.EndsWith("docks.example") ? Redirect(next) : BadRequest();
    }

    // [Good CWE-601] the host must be ours or below ours
    [HttpGet("k")]
    public IActionResult Below(string next)
    {
        var uri = new Uri(next);
        return uri.Host == "docks.example" || uri.Host.EndsWith(".docks.example") ? Redirect(next) : BadRequest();
    }

    // [Good CWE-601] the same page in another language
    [HttpGet("l")]
    public IActionResult Same(string culture)
    {
        var query = new QueryBuilder { { "culture", culture } };
        return Redirect("/docks" + query.ToQueryString());
    }

    // [Good CWE-601] the action of a controller
    [HttpGet("m")]
    public IActionResult Named(string id) => Redirect(Url.Action("Show", "Docks", new { id })!);

    // [Bad CWE-601] the segment after a scheme that is ours
    [HttpGet("n")]
    public IActionResult Scheme(string host) => RedirectPermanent(Uri.UriSchemeHttps + Uri.SchemeDelimiter + host + "/welcome");
}
