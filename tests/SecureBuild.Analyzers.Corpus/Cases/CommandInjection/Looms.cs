// Cases made from a template: one source, one chain of propagators, one process.
using System.Collections;
using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.CommandInjection.Looms;

// [Bad CWE-78] T101: form field, array of characters, reversed twice
[Route("looms/cmd/101")]
public class LoomCmd101 : Controller
{
    [HttpPost]
    public IActionResult Run()
    {
        string param = Request.Form["name"].ToString();
        char[] letters = param.ToCharArray();
        Array.Reverse(letters);
        Array.Reverse(letters);
        string bar = new string(letters);
        var info = new ProcessStartInfo("/bin/sh", "-c \"ls " + bar + "\"") { RedirectStandardOutput = true };
        using var process = Process.Start(info)!;
        return Content(process.StandardOutput.ReadToEnd());
    }
}

// [Good CWE-78] T102: 7 * 18 + 106 is always more than 200
[Route("looms/cmd/102")]
public class LoomCmd102 : Controller
{
    [HttpPost]
    public IActionResult Run()
    {
        string param = Request.Form["name"].ToString();
        int num = 106;
        string bar = (7 * 18) + num > 200 ? "always_this" : param;
        var info = new ProcessStartInfo("/bin/sh", "-c \"ls " + bar + "\"") { RedirectStandardOutput = true };
        using var process = Process.Start(info)!;
        return Content(process.StandardOutput.ReadToEnd());
    }
}

// [Bad CWE-78] T103: 7 * 42 - 86 is always more than 200
[Route("looms/cmd/103")]
public class LoomCmd103 : Controller
{
    [HttpPost]
    public IActionResult Run()
    {
        string param = Request.Form["name"].ToString();
        int num = 86;
        string bar;
        if ((7 * 42) - num > 200)
            bar = param;
        else
            bar = "never_this";
        var info = new ProcessStartInfo("/bin/sh", "-c \"ls " + bar + "\"") { RedirectStandardOutput = true };
        using var process = Process.Start(info)!;
        return Content(process.StandardOutput.ReadToEnd());
    }
}

// [Bad CWE-78] T104: Stack, Pop
[Route("looms/cmd/104")]
public class LoomCmd104 : Controller
{
    [HttpGet]
    public IActionResult Run()
    {
        string param = Request.Query["name"]!;
        var stack = new Stack();
        stack.Push("bottom");
        stack.Push(param);
        string bar = (string)stack.Pop()!;
        Process.Start("cmd.exe", string.Format("/c dir {0}", bar));
        return Ok();
    }
}

// [Good CWE-78] T105: Queue, the first that went in is a constant
[Route("looms/cmd/105")]
public class LoomCmd105 : Controller
{
    [HttpGet]
    public IActionResult Run()
    {
        string param = Request.Query["name"]!;
        var queue = new Queue<string>();
        queue.Enqueue("first");
        queue.Enqueue(param);
        string bar = queue.Dequeue();
        Process.Start("cmd.exe", string.Format("/c dir {0}", bar));
        return Ok();
    }
}

// [Good CWE-78] T106: whatever happens in the try, the finally sets a constant
[Route("looms/cmd/106")]
public class LoomCmd106(ILogger<LoomCmd106> logger) : Controller
{
    [HttpGet]
    public IActionResult Run()
    {
        string bar = "";
        try
        {
            bar = Request.Query["name"]!;
            if (bar.Length > 80)
                throw new InvalidOperationException();
        }
        catch (InvalidOperationException error)
        {
            logger.LogWarning(error, "Too long");
        }
        finally
        {
            bar = "/var/data";
        }
        Process.Start("cmd.exe", "/c dir " + bar);
        return Ok();
    }
}
