using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace Dispatch;

// Who calls whom is decided by a subscription, a registry or a type argument.

// [Bad CWE-78] raised with the client's text, handled in a class that subscribed elsewhere
public sealed class Uploads
{
    public event Action<string>? Arrived;

    public void Tell(string name) => Arrived?.Invoke(name);
}

// [same case]
public sealed class UploadsController(Uploads uploads) : ControllerBase
{
    [HttpPost("/uploads")]
    public void Post([FromQuery] string name) => uploads.Tell(name);
}

// [same case]
public sealed class Scanner
{
    public Scanner(Uploads uploads) => uploads.Arrived += Scan;

    void Scan(string name) => Process.Start("/bin/sh", "-c \"clamscan " + name + "\"");
}

// [Good CWE-78] the handler that subscribed hands the text over as one argument
public sealed class Downloads
{
    public event Action<string>? Finished;

    public void Tell(string name) => Finished?.Invoke(name);
}

// [same case]
public sealed class DownloadsController(Downloads downloads) : ControllerBase
{
    [HttpPost("/downloads")]
    public void Post([FromQuery] string name) => downloads.Tell(name);
}

// [same case]
public sealed class Stamper
{
    public Stamper(Downloads downloads) => downloads.Finished += Stamp;

    void Stamp(string name)
    {
        var start = new ProcessStartInfo("stamp");
        start.ArgumentList.Add("--");
        start.ArgumentList.Add(name);
        Process.Start(start);
    }
}

public sealed class ChangedEventArgs(string path) : EventArgs
{
    public string Path { get; } = path;
}

// [Bad CWE-78] an event with arguments of its own class, subscribed where both are known
public sealed class Watcher
{
    public event EventHandler<ChangedEventArgs>? Changed;

    public void Poll(HttpRequest request) => Changed?.Invoke(this, new ChangedEventArgs(request.Query["path"].ToString()));
}

// [same case]
public static class Wiring
{
    public static void Connect(Watcher watcher)
    {
        watcher.Changed += OnChanged;
    }

    static void OnChanged(object? sender, ChangedEventArgs e)
    {
        Process.Start("bash", "-c \"rsync " + e.Path + "\"");
    }
}

// [Good CWE-78] the same event, and the handler looks at it first
public sealed class Sensor
{
    public event EventHandler<ChangedEventArgs>? Moved;

    public void Poll(HttpRequest request) => Moved?.Invoke(this, new ChangedEventArgs(request.Query["path"].ToString()));
}

// [same case]
public static class SensorWiring
{
    public static void Connect(Sensor sensor)
    {
        sensor.Moved += OnMoved;
    }

    static void OnMoved(object? sender, ChangedEventArgs e)
    {
        if (e.Path is "inbox" or "outbox")
            Process.Start("bash", "-c \"rsync " + e.Path + "\"");
    }
}

// [Bad CWE-78] commands by name, in a static table
public static class Commands
{
    static readonly Dictionary<string, Action<string>> s_byName = new()
    {
        ["ping"] = static host => Process.Start("/bin/sh", "-c \"ping -c 1 " + host + "\""),
        ["note"] = static text => Console.WriteLine(text.Length),
    };

    public static void Run(string name, string argument)
    {
        if (s_byName.TryGetValue(name, out var command))
            command(argument);
    }
}

// [same case]
public sealed class CommandsController : ControllerBase
{
    [HttpPost("/commands/{name}")]
    public void Post(string name, [FromQuery] string argument) => Commands.Run(name, argument);
}

// [Good CWE-78] commands by name that take a number out of the text first
public static class Requests
{
    static readonly Dictionary<string, Action<string>> s_all = new()
    {
        ["nice"] = static text => Process.Start("/bin/sh", "-c \"renice " + int.Parse(text) + "\""),
        ["note"] = static text => Console.WriteLine(text.Length),
    };

    public static void Run(string name, string argument)
    {
        if (s_all.TryGetValue(name, out var request))
            request(argument);
    }
}

// [same case]
public sealed class RequestsController : ControllerBase
{
    [HttpPost("/requests/{name}")]
    public void Post(string name, [FromQuery] string argument) => Requests.Run(name, argument);
}

// [Bad CWE-78] a registry that others fill at the start
public static class Hooks
{
    static readonly Dictionary<string, Func<string, int>> s_hooks = [];

    public static void Register(string name, Func<string, int> hook) => s_hooks[name] = hook;

    public static int Fire(string name, string value) => s_hooks[name](value);
}

// [same case]
public static class HookSetup
{
    public static void Install()
    {
        Hooks.Register("mail", Send);
    }

    static int Send(string address) => Process.Start("/bin/sh", "-c \"mail " + address + "\"").Id;
}

// [same case]
public sealed class HooksController : ControllerBase
{
    [HttpPost("/hooks/{name}")]
    public int Post(string name, [FromQuery] string value) => Hooks.Fire(name, value);
}

// [Good CWE-78] a registry whose hooks never start anything with the text
public static class Filters
{
    static readonly Dictionary<string, Func<string, int>> s_filters = [];

    public static void Register(string name, Func<string, int> filter) => s_filters[name] = filter;

    public static int Fire(string name, string value) => s_filters[name](value);
}

// [same case]
public static class FilterSetup
{
    public static void Install()
    {
        Filters.Register("size", Measure);
    }

    static int Measure(string text)
    {
        Process.Start("/usr/bin/sync");
        return text.Length;
    }
}

// [same case]
public sealed class FiltersController : ControllerBase
{
    [HttpPost("/filters/{name}")]
    public int Post(string name, [FromQuery] string value) => Filters.Fire(name, value);
}

public interface IHandle<in T>
{
    Task HandleAsync(T message);
}

public interface ISend
{
    Task SendAsync<T>(T message);
}

public sealed class Sender(IServiceProvider services) : ISend
{
    public Task SendAsync<T>(T message) => services.GetRequiredService<IHandle<T>>().HandleAsync(message);
}

public sealed record Compress(string Folder);

public sealed record Restart(string Service);

// [Bad CWE-78] the message's handler is found by its type
public sealed class CompressController(ISend sender) : ControllerBase
{
    [HttpPost("/compress")]
    public Task Post([FromQuery] string folder) => sender.SendAsync(new Compress(folder));
}

// [same case]
public sealed class CompressHandler : IHandle<Compress>
{
    public Task HandleAsync(Compress message)
    {
        Process.Start("/bin/sh", $"-c \"tar cf all.tar {message.Folder}\"");
        return Task.CompletedTask;
    }
}

// [Good CWE-78] this message's handler knows the services that there are
public sealed class RestartController(ISend sender) : ControllerBase
{
    [HttpPost("/restart")]
    public Task Post([FromQuery] string service) => sender.SendAsync(new Restart(service));
}

// [same case]
public sealed class RestartHandler : IHandle<Restart>
{
    public Task HandleAsync(Restart message)
    {
        if (message.Service is "web" or "mail")
            Process.Start("/bin/sh", $"-c \"service {message.Service} restart\"");
        return Task.CompletedTask;
    }
}

public sealed class Step
{
    public string Command { get; set; } = "";
    public List<Step> Steps { get; set; } = [];
}

// [Bad CWE-78] a tree from the body, run down to its leaves
[ApiController]
public sealed class PlansController : ControllerBase
{
    [HttpPost("/plans")]
    public void Post([FromBody] Step plan) => Perform(plan);

    static void Perform(Step step)
    {
        if (step.Command.Length > 0)
            Process.Start("/bin/sh", "-c \"" + step.Command + "\"");
        foreach (var inner in step.Steps)
            Perform(inner);
    }
}

// [Good CWE-78] the tree from the body chooses among our commands
[ApiController]
public sealed class RoutinesController : ControllerBase
{
    [HttpPost("/routines")]
    public void Post([FromBody] Step plan) => Perform(plan);

    static void Perform(Step step)
    {
        var command = step.Command switch { "sync" => "sync", "df" => "df -h", _ => "true" };
        Process.Start("/bin/sh", "-c \"" + command + "\"");
        foreach (var inner in step.Steps)
            Perform(inner);
    }
}

// [Bad CWE-78] a composite of nodes, each of which adds its text
[ApiController]
public sealed class ScriptsController : ControllerBase
{
    [HttpPost("/scripts")]
    public void Post([FromQuery] string name, [FromQuery] string value)
    {
        var script = new Group { Parts = { new Text(" --name "), new Group { Parts = { new Text(name), new Text(value) } } } };
        Process.Start("/bin/sh", "-c \"build" + script.Render() + "\"");
    }
}

// [Good CWE-78] a composite of our own texts beside one that is only counted
[ApiController]
public sealed class RecipesController : ControllerBase
{
    [HttpPost("/recipes")]
    public int Post([FromQuery] string name)
    {
        var counted = new Group { Parts = { new Text(name) } };
        var script = new Group { Parts = { new Text(" --all"), new Group { Parts = { new Text(" --quiet") } } } };
        Process.Start("/bin/sh", "-c \"build" + script.Render() + "\"");
        return counted.Render().Length;
    }
}

public abstract class Node
{
    public abstract string Render();
}

public sealed class Text(string text) : Node
{
    public override string Render() => text;
}

public sealed class Group : Node
{
    public List<Node> Parts { get; } = [];

    public override string Render() => string.Concat(Parts.Select(part => part.Render()));
}
