// Cases made from a template: one source, one chain of propagators, one line of the log.
using System.Collections.Specialized;
using System.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Logging;

namespace Corpus.LogInjection.Looms;

// [Bad CWE-117] T701: NameValueCollection that was parsed from the query string
[Route("looms/log/701")]
public class LoomLog701(ILogger<LoomLog701> logger) : Controller
{
    [HttpGet]
    public IActionResult Run()
    {
        NameValueCollection values = HttpUtility.ParseQueryString(Request.QueryString.Value ?? "");
        string bar = values["user"] ?? "nobody";
        logger.LogInformation("Login of " + bar);
        return Ok();
    }
}

// [Good CWE-117] T702: both characters of a new line are replaced
[Route("looms/log/702")]
public class LoomLog702(ILogger<LoomLog702> logger) : Controller
{
    [HttpGet]
    public IActionResult Run()
    {
        NameValueCollection values = HttpUtility.ParseQueryString(Request.QueryString.Value ?? "");
        string bar = (values["user"] ?? "nobody").Replace('\r', ' ').Replace('\n', ' ');
        logger.LogInformation("Login of " + bar);
        return Ok();
    }
}

// [Bad CWE-117] T703: only the carriage return is replaced
[Route("looms/log/703")]
public class LoomLog703(ILogger<LoomLog703> logger) : Controller
{
    [HttpGet]
    public IActionResult Run([FromQuery] string param)
    {
        string bar = param.Replace("\r", "");
        logger.LogWarning(string.Concat("Refused: ", bar));
        return Forbid();
    }
}

// [Good CWE-117] T704: only letters and digits are kept
[Route("looms/log/704")]
public class LoomLog704(ILogger<LoomLog704> logger) : Controller
{
    [HttpGet]
    public IActionResult Run([FromQuery] string param)
    {
        string bar = string.Concat(param.Where(char.IsLetterOrDigit));
        logger.LogWarning(string.Concat("Refused: ", bar));
        return Forbid();
    }
}
