// Commands on long ways.
using System.Diagnostics;
using System.Text;
using System.Threading.Channels;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Corpus.CommandInjection.Basins;

// [Bad CWE-78] an undo stack of commands, the last is run
public interface ICommand { void Run(); }

// [same case]
public sealed class ShellCommand(string line) : ICommand
{
    public void Run() => Process.Start("sh", "-c \"" + line + "\"");
}

// [same case]
public sealed class Invoker
{
    readonly Stack<ICommand> _commands = new();

    public void Push(ICommand command) => _commands.Push(command);

    public void RunLast()
    {
        if (_commands.TryPop(out var command))
            command.Run();
    }
}

// [same case]
public class InvokerController : Controller
{
    [HttpPost]
    public IActionResult Post(string file)
    {
        var invoker = new Invoker();
        invoker.Push(new ShellCommand("gzip " + file));
        invoker.RunLast();
        return Ok();
    }
}

// [Bad CWE-78] a lambda that captures, kept in a field
public class DeferredController : Controller
{
    Action? _last;

    [HttpPost]
    public IActionResult Post(string service)
    {
        _last = () => Process.Start("sh", $"-c \"service {service} restart\"");
        RunLast();
        return Ok();
    }

    void RunLast() => _last?.Invoke();
}

// [Good CWE-78] a lambda that captures a checked value
public class CheckedController : Controller
{
    static readonly string[] s_services = ["web", "mail"];

    Action? _last;

    [HttpPost]
    public IActionResult Post(string service)
    {
        if (Array.Find(s_services, each => each == service) is not { } known)
            return NotFound();
        _last = () => Process.Start("sh", $"-c \"service {known} restart\"");
        RunLast();
        return Ok();
    }

    void RunLast() => _last?.Invoke();
}

// [Bad CWE-78] a start info that is configured by a delegate
public static class Starter
{
    public static Process? Start(string file, Action<ProcessStartInfo> configure)
    {
        var info = new ProcessStartInfo(file);
        configure(info);
        return Process.Start(info);
    }
}

// [same case]
public class StarterController : Controller
{
    [HttpPost]
    public IActionResult Post(string script)
    {
        Starter.Start("bash", info =>
        {
            info.UseShellExecute = false;
            info.Arguments = "-c " + script;
        });
        return Ok();
    }
}

// [Good CWE-78] the working directory's option and a constant command
public class WorkController(IOptions<WorkOptions> options) : Controller
{
    [HttpPost]
    public IActionResult Post(int count)
    {
        var info = new ProcessStartInfo("sh", $"-c \"seq {count}\"") { WorkingDirectory = options.Value.Folder };
        Process.Start(info);
        return Ok();
    }
}

public sealed class WorkOptions { public string Folder { get; set; } = ""; }
