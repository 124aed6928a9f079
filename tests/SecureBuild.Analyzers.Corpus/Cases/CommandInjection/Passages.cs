using System.Diagnostics;
using System.Text;
using Microsoft.AspNetCore.Mvc;

// [Bad CWE-78] a wrapper class over processes, four classes away from the request
public sealed class ProcessRunner { public int Run(string file, string arguments) { using var process = Process.Start(file, arguments); process.WaitForExit(); return process.ExitCode; } }

// [same case]
public sealed class GitClient(ProcessRunner runner)
{
    public int Clone(string address, string folder) => Execute("clone", address, folder);
    int Execute(params ReadOnlySpan<string> parts) => runner.Run("/bin/sh", "-c \"git " + string.Join(" ", parts.ToArray()) + "\"");
}

// [same case]
public sealed class ImportService(GitClient git) { public bool Import(ImportOrder order) => git.Clone(order.Address, "/tmp/" + order.Id) == 0; }

// [same case]
public sealed class ImportOrder { public int Id { get; set; } public string Address { get; set; } = ""; }

// [same case]
[ApiController]
[Route("imports")]
public sealed class ImportsController(ImportService service) : ControllerBase
{
    [HttpPut("{id:int}")]
    public IActionResult Put(int id, [FromBody] ImportOrder order)
    {
        order.Id = id;
        return service.Import(order) ? Ok() : Conflict();
    }
}

// [Good CWE-78] the same distance, but only the number goes all the way
public sealed class QuietProcessRunner { public int Run(string file, string arguments) { using var process = Process.Start(file, arguments); process.WaitForExit(); return process.ExitCode; } }

// [same case]
public sealed class QuietGitClient(QuietProcessRunner runner)
{
    public int Fetch(string folder) => runner.Run("/bin/sh", "-c \"git -C " + folder + " fetch\"");
}

// [same case]
public sealed class QuietImportService(QuietGitClient git) { public bool Import(QuietImportOrder order) => git.Fetch("/tmp/" + order.Id) == 0; }

// [same case]
public sealed class QuietImportOrder { public int Id { get; set; } public string Address { get; set; } = ""; }

// [same case]
[ApiController]
[Route("imports2")]
public sealed class QuietImportsController(QuietImportService service) : ControllerBase
{
    [HttpPut("{id:int}")]
    public IActionResult Put(int id, [FromBody] QuietImportOrder order)
    {
        order.Id = id;
        return service.Import(order) ? Ok() : Conflict();
    }
}

// [Bad CWE-78] environment variables of the child are expanded by its shell
public sealed class ExpandedVariable
{
    public void Run(HttpRequest request)
    {
        var info = new ProcessStartInfo("cmd.exe", "/c echo " + Environment.ExpandEnvironmentVariables(request.Query["text"].ToString()));
        Process.Start(info);
    }
}

// [Bad CWE-78] quoting by hand does not help in a shell
public sealed class HandQuoted
{
    static string Quote(string text) => "\"" + text + "\"";

    public void Run(HttpRequest request)
    {
        var words = new[] { "tar", "czf", Quote(request.Query["name"].ToString() + ".tgz"), "." };
        Process.Start("bash", "-c '" + string.Join(' ', words) + "'");
    }
}

// [Good CWE-78] a switch statement chooses the whole command
public sealed class ChosenCommand
{
    public void Run(HttpRequest request)
    {
        string command;
        switch (request.Query["what"].ToString())
        {
            case "disk":
                command = "df -h";
                break;
            case "memory":
                command = "free -m";
                break;
            default:
                return;
        }
        Process.Start("/bin/sh", "-c \"" + command + "\"");
    }
}

// [Bad CWE-78] a with-expression changes one property of a record
public sealed record Job(string Program, string Options, int Priority);

// [same case]
public sealed class JobStarter
{
    static readonly Job s_template = new("cmd.exe", "/c dir", 3);

    public void Start(HttpRequest request)
    {
        var job = s_template with { Options = "/c dir " + request.Query["folder"] };
        Process.Start(job.Program, job.Options);
    }
}

// [Good CWE-78] a with-expression changes the other property
public sealed record PlainJob(string Program, string Options, string Note);

// [same case]
public sealed class PlainJobStarter
{
    static readonly PlainJob s_template = new("cmd.exe", "/c dir", "");

    public void Start(HttpRequest request)
    {
        var job = s_template with { Note = request.Query["folder"].ToString() };
        Process.Start(job.Program, job.Options);
    }
}

// [Bad CWE-78] a span is sliced and copied before the text is made
public sealed class SpanCommand
{
    public void Run(HttpRequest request)
    {
        ReadOnlySpan<char> given = request.Headers["X-Branch"].ToString().AsSpan().Trim();
        Span<char> buffer = stackalloc char[256];
        given.CopyTo(buffer);
        var branch = buffer[..given.Length].ToString();
        Process.Start("sh", $"-c \"git checkout {branch}\"");
    }
}

// [Bad CWE-78] the loop goes on until a mark is found, with labels
public sealed class MarkedLoop
{
    public void Run(HttpRequest request)
    {
        var parts = request.Query["parts"].ToString().Split(';');
        var line = new StringBuilder("/c run");
        var i = 0;
    next:
        if (i >= parts.Length)
            goto done;
        if (parts[i].Length == 0)
        {
            i++;
            goto next;
        }
        line.Append(' ').Append(parts[i++]);
        goto next;
    done:
        Process.Start("cmd", line.ToString());
    }
}

// [Good CWE-78] each part has to be a number
public sealed class CheckedLoop
{
    public void Run(HttpRequest request)
    {
        var line = new StringBuilder("/c run");
        foreach (var part in request.Query["parts"].ToString().Split(';'))
        {
            if (!int.TryParse(part, out var number))
                continue;
            line.Append(' ').Append(number);
        }
        Process.Start("cmd", line.ToString());
    }
}
