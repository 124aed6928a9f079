// Cases made from a template: one source, one chain of propagators, one redirect.
using System.Collections;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.OpenRedirect.Looms;

// [Bad CWE-601] T501: UriBuilder with the host of the request
[Route("looms/redirect/501")]
public class LoomRedirect501 : Controller
{
    [HttpGet]
    public IActionResult Run([FromQuery] string param)
    {
        var builder = new UriBuilder("https", "looms.example");
        builder.Host = param;
        builder.Path = "/start";
        return Redirect(builder.Uri.ToString());
    }
}

// [Good CWE-601] T502: UriBuilder with the query of the request
[Route("looms/redirect/502")]
public class LoomRedirect502 : Controller
{
    [HttpGet]
    public IActionResult Run([FromQuery] string param)
    {
        var builder = new UriBuilder("https", "looms.example");
        builder.Path = "/start";
        builder.Query = "tab=" + Uri.EscapeDataString(param);
        return Redirect(builder.Uri.ToString());
    }
}

// [Bad CWE-601] T503: ArrayList, the element at the constant index is the parameter
[Route("looms/redirect/503")]
public class LoomRedirect503 : Controller
{
    [HttpGet]
    public IActionResult Run()
    {
        string param = Request.Query["next"].ToString();
        ArrayList list = new ArrayList { "/home", param };
        string bar = (string)list[1]!;
        Response.StatusCode = 302;
        Response.Headers.Location = bar;
        return new EmptyResult();
    }
}

// [Good CWE-601] T504: ArrayList, the element at the constant index is a constant
[Route("looms/redirect/504")]
public class LoomRedirect504 : Controller
{
    [HttpGet]
    public IActionResult Run()
    {
        string param = Request.Query["next"].ToString();
        ArrayList list = new ArrayList { "/home", param };
        string bar = (string)list[0]!;
        Response.StatusCode = 302;
        Response.Headers.Location = bar;
        return new EmptyResult();
    }
}
