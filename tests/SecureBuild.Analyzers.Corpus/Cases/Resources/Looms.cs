// Cases made from a template: one source, one chain of propagators, one allocation or wait.
using System.Globalization;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.Resources.Looms;

// [Bad CWE-789] T1001: number of the query string, doubled
[Route("looms/memory/1001")]
public class LoomMemory1001 : Controller
{
    [HttpGet]
    public IActionResult Run()
    {
        int param = int.Parse(Request.Query["size"]!, CultureInfo.InvariantCulture);
        int bar = param * 2;
        byte[] buffer = new byte[bar];
        Random.Shared.NextBytes(buffer);
        return File(buffer, "application/octet-stream");
    }
}

// [Good CWE-789] T1002: number of the query string, never more than 4096
[Route("looms/memory/1002")]
public class LoomMemory1002 : Controller
{
    [HttpGet]
    public IActionResult Run()
    {
        int param = int.Parse(Request.Query["size"]!, CultureInfo.InvariantCulture);
        int bar = Math.Clamp(param * 2, 0, 4096);
        byte[] buffer = new byte[bar];
        Random.Shared.NextBytes(buffer);
        return File(buffer, "application/octet-stream");
    }
}

// [Bad CWE-400] T1003: the request says how long to wait
[Route("looms/wait/1003")]
public class LoomWait1003 : Controller
{
    [HttpGet]
    public IActionResult Run([FromQuery] string param)
    {
        if (!double.TryParse(param, CultureInfo.InvariantCulture, out double seconds))
            seconds = 1;
        Thread.Sleep(TimeSpan.FromSeconds(seconds));
        return Ok();
    }
}

// [Good CWE-400] T1004: the request chooses between two waits
[Route("looms/wait/1004")]
public class LoomWait1004 : Controller
{
    [HttpGet]
    public IActionResult Run([FromQuery] string param)
    {
        double seconds = param == "long" ? 3 : 1;
        Thread.Sleep(TimeSpan.FromSeconds(seconds));
        return Ok();
    }
}
