// Cases made from a template: one source, one chain of propagators, one file.
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.PathTraversal.Looms;

// [Bad CWE-22] T201: name of the uploaded file, Replace, Path.Combine
[Route("looms/path/201")]
public class LoomPath201 : Controller
{
    [HttpPost]
    public async Task<IActionResult> Run(IFormFile upload)
    {
        string bar = upload.FileName.Replace(' ', '_');
        string target = Path.Combine("/srv/looms/in", bar);
        using FileStream stream = System.IO.File.Create(target);
        await upload.CopyToAsync(stream);
        return Ok();
    }
}

// [Good CWE-22] T202: name of the uploaded file without its directories
[Route("looms/path/202")]
public class LoomPath202 : Controller
{
    [HttpPost]
    public async Task<IActionResult> Run(IFormFile upload)
    {
        string bar = upload.FileName.Replace('\\', '/');
        bar = bar.Substring(bar.LastIndexOf('/') + 1);
        string target = Path.Combine("/srv/looms/in", Path.GetFileName(bar));
        using FileStream stream = System.IO.File.Create(target);
        await upload.CopyToAsync(stream);
        return Ok();
    }
}

// [Bad CWE-22] T203: the group of the match is anything
[Route("looms/path/203")]
public class LoomPath203 : Controller
{
    [HttpGet]
    public IActionResult Run([FromQuery] string param)
    {
        Match match = Regex.Match(param, "^file:(.+)$");
        string bar = match.Success ? match.Groups[1].Value : "default.txt";
        return Content(System.IO.File.ReadAllText("/srv/looms/out/" + bar));
    }
}

// [Good CWE-22] T204: the group of the match holds letters and digits only
[Route("looms/path/204")]
public class LoomPath204 : Controller
{
    [HttpGet]
    public IActionResult Run([FromQuery] string param)
    {
        Match match = Regex.Match(param, "^file:([A-Za-z0-9]{1,20})$");
        string bar = match.Success ? match.Groups[1].Value : "default";
        return Content(System.IO.File.ReadAllText("/srv/looms/out/" + bar + ".txt"));
    }
}

// [Bad CWE-22] T205: property of a JSON body
[Route("looms/path/205")]
public class LoomPath205 : Controller
{
    [HttpPost]
    public async Task<IActionResult> Run()
    {
        using JsonDocument document = await JsonDocument.ParseAsync(Request.Body);
        JsonElement first = document.RootElement.GetProperty("files")[0];
        string bar = first.GetProperty("name").GetString()!;
        byte[] content = System.IO.File.ReadAllBytes(Path.Combine("/srv/looms/out", bar));
        return File(content, "application/octet-stream");
    }
}

// [Good CWE-22] T206: the property of the JSON body is a number
[Route("looms/path/206")]
public class LoomPath206 : Controller
{
    [HttpPost]
    public async Task<IActionResult> Run()
    {
        using JsonDocument document = await JsonDocument.ParseAsync(Request.Body);
        JsonElement first = document.RootElement.GetProperty("files")[0];
        int bar = first.GetProperty("number").GetInt32();
        byte[] content = System.IO.File.ReadAllBytes(Path.Combine("/srv/looms/out", bar + ".bin"));
        return File(content, "application/octet-stream");
    }
}

// [Bad CWE-22] T207: goto jumps over the constant
[Route("looms/path/207")]
public class LoomPath207 : Controller
{
    [HttpGet("{*param}")]
    public IActionResult Run(string param)
    {
        string bar = param;
        if (bar.Length < 60)
            goto use;
        bar = "long.txt";
    use:
        using StreamReader reader = new StreamReader("/srv/looms/out/" + bar);
        return Content(reader.ReadToEnd());
    }
}
