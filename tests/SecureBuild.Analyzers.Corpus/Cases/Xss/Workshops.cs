// Text within scripts and attributes.
using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.Xss.Workshops;

// [Bad CWE-79] HTML's encoding does not help within a script
[Route("tracking")]
public sealed class TrackingController(HtmlEncoder encoder) : Controller
{
    [HttpGet]
    public IActionResult Get(string campaign) => Content("<script>track(" + encoder.Encode(campaign) + ");</script>", "text/html");
}

// [Good CWE-79] JSON within a script
[Route("tracking2")]
public sealed class JsonTrackingController : Controller
{
    [HttpGet]
    public IActionResult Get(string campaign) => Content("<script>track(" + JsonSerializer.Serialize(campaign) + ");</script>", "text/html");
}

// [Good CWE-79] HTML's encoding in an element
[Route("tracking3")]
public sealed class ElementController(HtmlEncoder encoder) : Controller
{
    [HttpGet]
    public IActionResult Get(string campaign) => Content("<script src=\"/track.js\"></script><p>" + encoder.Encode(campaign) + "</p>", "text/html");
}
