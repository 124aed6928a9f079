// A second walk: logs by scopes, wrappers and events.
using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.SignalR;

namespace Corpus.LogInjection.Piers;

public interface IAudit
{
    void Write(string actor, string what);
}

// [Bad CWE-117] an audit behind an interface, by the system's event log of a file
public sealed class FileAudit(string path) : IAudit, IDisposable
{
    readonly StreamWriter _log = new(path, append: true) { AutoFlush = true };

    public void Write(string actor, string what) => _log.WriteLine("{0:u} {1}: {2}", DateTime.UtcNow, actor, what);

    public void Dispose() => _log.Dispose();
}

// [same case]
public sealed class ChatHub(IAudit audit) : Hub
{
    public Task Say(string room, string text)
    {
        audit.Write(Context.UserIdentifier ?? "?", $"said in {room}: {text}");
        return Clients.Group(room).SendAsync("said", text);
    }
}

// [Good CWE-117] an audit that takes line breaks out
public sealed class FlatAudit(string path) : IDisposable
{
    readonly StreamWriter _log = new(path, append: true) { AutoFlush = true };

    public void Write(string what) => _log.WriteLine("{0:u} {1}", DateTime.UtcNow, what.ReplaceLineEndings(" "));

    public void Dispose() => _log.Dispose();
}

// [same case]
public sealed class FlatChatHub(FlatAudit audit) : Hub
{
    public Task Say(string room, string text)
    {
        audit.Write($"said in {room}: {text}");
        return Clients.Group(room).SendAsync("said", text);
    }
}

// [Bad CWE-117] a message is put together in a helper and logged as the template
public sealed class OrderController(ILogger<OrderController> logger) : ControllerBase
{
    [HttpPost("orders")]
    public IActionResult Post([FromBody] Order order)
    {
        logger.LogWarning(Describe(order));
        return Accepted();
    }

    static string Describe(Order order) => order switch
    {
        { Lines.Count: 0 } => "empty order of " + order.Customer,
        { Lines: [var only] } => $"order of {order.Customer} for {only}",
        _ => "order of " + string.Join(", ", order.Lines),
    };

    public sealed record Order(string Customer, List<string> Lines);
}

// [Good CWE-117] numbers of the order are put together in a helper
public sealed class CountedOrderController(ILogger<CountedOrderController> logger) : ControllerBase
{
    [HttpPost("counted-orders")]
    public IActionResult Post([FromBody] OrderController.Order order)
    {
        logger.LogWarning(Describe(order));
        return Accepted();
    }

    static string Describe(OrderController.Order order) => order switch
    {
        { Lines.Count: 0 } => "empty order",
        _ => $"order of {order.Lines.Count} lines",
    };
}

// [Bad CWE-117] the reason of a failure, with what the client sent, in the log of the system
public sealed class ImportService
{
    readonly TraceSource _trace = new("import");

    public bool Import(string line)
    {
        try
        {
            return int.Parse(line.Split(';')[0]) > 0;
        }
        catch (FormatException)
        {
            _trace.TraceEvent(TraceEventType.Error, 17, "cannot read " + line);
            return false;
        }
    }
}

// [same case]
public sealed class ImportController(ImportService service) : ControllerBase
{
    [HttpPost("import-lines")]
    public bool Post([FromBody] string line) => service.Import(line);
}

// [Good CWE-117] the reason of a failure with the number of the line
public sealed class NumberedImportService
{
    readonly TraceSource _trace = new("import");

    public int Import(string[] lines)
    {
        var good = 0;
        for (var number = 0; number < lines.Length; number++)
            if (int.TryParse(lines[number], out var value))
                good += value > 0 ? 1 : 0;
            else
                _trace.TraceEvent(TraceEventType.Error, 17, "cannot read line " + number);
        return good;
    }
}

// [same case]
public sealed class NumberedImportController(NumberedImportService service) : ControllerBase
{
    [HttpPost("import-all")]
    public int Post([FromBody] string[] lines) => service.Import(lines);
}
