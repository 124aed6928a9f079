using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.SignalR;

namespace Spool.Later;

// [Bad CWE-78] Razor Pages: one handler leaves it in the temporary data, the other takes it
public class TrayModel : PageModel
{
    public void OnPost(string tray) => TempData["tray"] = tray;

    public void OnGet() => Process.Start("sh", "-c \"lp -o tray=" + TempData["tray"] + "\"");
}

// [Bad CWE-78] SignalR: what one call leaves in a static field, another one runs
public class PrintHub : Hub
{
    static string s_queue = "main";

    public void Choose(string queue) => s_queue = queue;

    public void Cancel() => Process.Start("sh", $"-c 'cancel -a {s_queue}'");
}

// [Good CWE-78] SignalR: what one call leaves in a static field is a number
public class CountHub : Hub
{
    static int s_copies = 1;

    public void SetCopies(int copies) => s_copies = copies;

    public void PrintCopies() => Process.Start("sh", $"-c 'lp -n {s_copies} job'");
}

// [Bad CWE-78] a controller without attributes: a field that is static
public class DrainController : Controller
{
    static string s_host = "localhost";

    public IActionResult Target(string host)
    {
        s_host = host;
        return Ok();
    }

    public IActionResult Drain()
    {
        Process.Start("sh", "-c \"lpstat -h " + s_host + "\"");
        return Ok();
    }
}
