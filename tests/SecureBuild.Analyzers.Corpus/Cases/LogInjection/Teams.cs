// Lines of logs, in teams' services.
using Grpc.Core;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.SignalR;

namespace Corpus.LogInjection.Teams;

// [Bad CWE-117] an audit file of our own
public sealed class Audit(string path)
{
    public void Write(string user, string action) => File.AppendAllLines(path, [$"{DateTime.UtcNow:O} {user} {action}"]);
}

// [same case]
public class AuditedHub(Audit audit) : Hub
{
    public void Rename(string name) => audit.Write(Context.UserIdentifier ?? "?", "rename to " + name);
}

// [Good CWE-117] an audit file of our own, one line for each
public sealed class LineAudit(string path)
{
    public void Write(string user, string action) => File.AppendAllLines(path, [$"{DateTime.UtcNow:O} {Line(user)} {Line(action)}"]);

    static string Line(string text) => text.ReplaceLineEndings(" ");
}

// [same case]
public class LineAuditedHub(LineAudit audit) : Hub
{
    public void Rename(string name) => audit.Write(Context.UserIdentifier ?? "?", "rename to " + name);
}

// [Bad CWE-117] the message is put together
public class OrderController(ILogger<OrderController> logger) : ControllerBase
{
    [HttpPost("/orders")]
    public IActionResult Post([FromQuery] string reference)
    {
        var message = string.Concat("order ", reference, " received");
        logger.Log(LogLevel.Information, message);
        return Ok();
    }
}

// [Good CWE-117] the message has a number
public class NumberController(ILogger<NumberController> logger) : ControllerBase
{
    [HttpPost("/numbers")]
    public IActionResult Post([FromQuery] int reference)
    {
        var message = string.Concat("order ", reference.ToString(), " received");
        logger.Log(LogLevel.Information, message);
        return Ok();
    }
}
