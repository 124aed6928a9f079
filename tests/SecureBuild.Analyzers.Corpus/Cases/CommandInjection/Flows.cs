using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.SignalR;

namespace Media;

// [Bad CWE-78] the service that is injected runs the shell
public class VideosController(VideosController.IConverter converter) : ControllerBase
{
    [HttpPost] public Task Convert([FromQuery] string codec, string file) => converter.ConvertAsync(file, codec);

    public interface IConverter { Task ConvertAsync(string file, string codec); }

    public class Ffmpeg : IConverter
    {
        public async Task ConvertAsync(string file, string codec)
        {
            using var process = Process.Start("/bin/sh", $"-c 'ffmpeg -i {file} -c:v {codec} out.mp4'");
            await process.WaitForExitAsync();
        }
    }
}

// [Good CWE-78] the service makes the codec one of its own and the file a generated name
public class VideosControllerSafe(VideosControllerSafe.IConverter converter) : ControllerBase
{
    [HttpPost] public Task Convert([FromQuery] string codec) => converter.ConvertAsync(Path.GetRandomFileName(), codec);

    public interface IConverter { Task ConvertAsync(string file, string codec); }

    public class Ffmpeg : IConverter
    {
        public async Task ConvertAsync(string file, string codec)
        {
            var known = codec switch { "h265" => "libx265", "av1" => "libaom-av1", _ => "libx264" };
            using var process = Process.Start("ffmpeg", $"-i {file} -c:v {known} out.mp4");
            await process.WaitForExitAsync();
        }
    }
}

// [Bad CWE-78] a static helper in another class starts it
public class ArchiveController : ControllerBase
{
    [HttpPost] public void Pack(string name) => Shell.Run("tar czf /backup/" + name + ".tgz /data");

    static class Shell
    {
        public static void Run(string command) => Process.Start(new ProcessStartInfo("/bin/bash") { Arguments = "-c \"" + command + "\"" });
    }
}

// [Good CWE-78] the same helper runs constants only
public class ArchiveControllerSafe : ControllerBase
{
    [HttpPost] public void Pack(string name) => Shell.Run(name == "full" ? "tar czf /backup/full.tgz /data" : "tar czf /backup/part.tgz /data/part");

    static class Shell
    {
        public static void Run(string command) => Process.Start(new ProcessStartInfo("/bin/bash") { Arguments = "-c \"" + command + "\"" });
    }
}

// [Bad CWE-78] a builder object collects the arguments in a list
public class PrintController : ControllerBase
{
    [HttpPost]
    public void Print(string printer, string file) => new CommandLine("lp").With("-d").With(printer).With(file).Start();

    class CommandLine(string program)
    {
        readonly List<string> _arguments = [];

        public CommandLine With(string argument)
        {
            _arguments.Add(argument);
            return this;
        }

        public void Start() => Process.Start("/bin/sh", "-c \"" + program + " " + string.Join(' ', _arguments) + "\"");
    }
}

// [Bad CWE-78] the start info is a field, its arguments are set by one method and started by another
public class BackupController : ControllerBase
{
    readonly ProcessStartInfo _start = new("sh");

    [HttpPost]
    public void Backup(string target)
    {
        Prepare(target);
        Process.Start(_start);
    }

    void Prepare(string target) => _start.Arguments = "-c \"rsync -a /data " + target + "\"";
}

// [Bad CWE-78] a hub's method
public class TerminalHub : Hub
{
    public async Task<string> Run(string command)
    {
        using var process = Process.Start(new ProcessStartInfo("bash", "-c \"" + command + "\"") { RedirectStandardOutput = true })!;
        return await process.StandardOutput.ReadToEndAsync();
    }
}

// [Good CWE-78] a hub's method chooses from a table
public class TerminalHubSafe : Hub
{
    static readonly Dictionary<string, string> s_commands = new() { ["uptime"] = "uptime", ["disk"] = "df -h" };

    public async Task<string> Run(string command)
    {
        if (!s_commands.TryGetValue(command, out var line))
            return "";
        using var process = Process.Start(new ProcessStartInfo("bash", "-c \"" + line + "\"") { RedirectStandardOutput = true })!;
        return await process.StandardOutput.ReadToEndAsync();
    }
}

// [Bad CWE-78] a page's bound property
public class NetworkModel : PageModel
{
    [BindProperty] public string Host { get; set; } = "";

    public void OnPost() => Process.Start("cmd", "/c tracert " + Host);
}

// [Good CWE-78] the bound property is an IP address
public class NetworkModelSafe : PageModel
{
    [BindProperty] public string Host { get; set; } = "";

    public IActionResult OnPost()
    {
        if (!System.Net.IPAddress.TryParse(Host, out var address))
            return BadRequest();
        Process.Start("tracert", address.ToString());
        return Page();
    }
}

public class GitController : ControllerBase
{
    // [Bad CWE-78] a lambda in Task.Run
    [HttpPost]
    public async Task Clone(string url) => await Task.Run(() => Process.Start("sh", "-c \"git clone " + url + "\""));

    // [Bad CWE-78] a local function with a captured value
    [HttpPost]
    public void Checkout(string branch)
    {
        Start("git checkout " + branch);
        void Start(string line) => Process.Start("/bin/sh", "-c \"" + line + "\"");
    }

    // [Good CWE-78] the client's text is only the working text of an answer
    [HttpPost]
    public string Fetch(string note)
    {
        using var process = Process.Start("git", "fetch --all");
        process.WaitForExit();
        return note + process.ExitCode;
    }

    // [Bad CWE-78] a tuple's part
    [HttpPost]
    public void Tag(string name)
    {
        var (program, arguments) = ("sh", "-c \"git tag " + name + "\"");
        Process.Start(program, arguments);
    }

    // [Good CWE-78] the tuple's other part
    [HttpPost]
    public string TagCount(string name)
    {
        var call = (Arguments: "tag --list", Name: name);
        Process.Start("git", call.Arguments);
        return call.Name;
    }

    // [Bad CWE-78] an array of arguments, joined
    [HttpPost]
    public void Log(string author)
    {
        string[] arguments = ["log", "--author", author, "| head"];
        Process.Start("sh", "-c \"git " + string.Join(" ", arguments) + "\"");
    }

    // [Good CWE-78] the array's other slots
    [HttpPost]
    public void LogAll(string author)
    {
        string[] values = ["log", author];
        Process.Start("git", values[0]);
    }

    // [Good CWE-78] an enum's name
    [HttpPost]
    public void Reset(ResetMode mode) => Process.Start("git", "reset --" + mode.ToString().ToLowerInvariant());

    // [Bad CWE-78] the mode of the enum is parsed, and then the text is used
    [HttpPost]
    public void ResetText(string mode)
    {
        if (Enum.TryParse<ResetMode>(mode, out var parsed) && parsed == ResetMode.Hard)
            Response.Headers["X-Hard"] = "1";
        Process.Start("sh", "-c \"git reset --" + mode + "\"");
    }

    // [Good CWE-78] overwritten in all branches
    [HttpPost]
    public void Gc(string mode)
    {
        string arguments = mode;
        if (mode.Length > 4)
            arguments = "gc --aggressive";
        else
            arguments = "gc";
        Process.Start("git", arguments);
    }

    // [Bad CWE-78] overwritten in one branch only
    [HttpPost]
    public void GcOrElse(string mode)
    {
        string arguments = "-c \"git " + mode + "\"";
        if (mode.Length == 0)
            arguments = "-c \"git gc\"";
        Process.Start("sh", arguments);
    }
}

public enum ResetMode { Soft, Mixed, Hard }
