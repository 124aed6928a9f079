using Microsoft.AspNetCore.Mvc;

namespace Logs.Files;

[ApiController, Route("audit")]
public sealed class AuditController : ControllerBase
{
    // [Bad CWE-117] a line of the log file, written by hand
    [HttpPost("visit")]
    public void Visit(string page)
    {
        using var log = new StreamWriter("/var/log/shop/visits.log", append: true);
        log.WriteLine($"{DateTime.UtcNow:O} visited {page}");
    }

    // [Good CWE-117] a line of the log file, without the client's line breaks
    [HttpPost("visit/clean")]
    public void CleanVisit(string page)
    {
        using var log = new StreamWriter("/var/log/shop/visits.log", append: true);
        log.WriteLine($"{DateTime.UtcNow:O} visited {page.ReplaceLineEndings(" ")}");
    }

    // [Bad CWE-117] appended to the audit trail
    [HttpPost("login")]
    public void Login(string user) => System.IO.File.AppendAllText("audit.log", "login by " + user + Environment.NewLine);

    // [Good CWE-117] appended to a document of the user's own
    [HttpPost("note")]
    public void Note(string text) => System.IO.File.AppendAllText("notes.txt", text + Environment.NewLine);

    // [Good CWE-117] a number in the audit trail
    [HttpPost("order")]
    public void Order(int number) => System.IO.File.AppendAllText("audit.log", "order " + number + Environment.NewLine);

    // [Bad CWE-117] the log's writer is a field
    [HttpPost("search")]
    public void Search(string term)
    {
        lock (s_trace)
            s_trace.WriteLine("search " + term);
    }

    // [Good CWE-117] the log's writer is a field, and the client's text is in quotes without line breaks
    [HttpPost("search/clean")]
    public void CleanSearch(string term)
    {
        lock (s_trace)
            s_trace.WriteLine("search \"" + term.Replace("\r", "").Replace("\n", "") + "\"");
    }

    static readonly StreamWriter s_trace = System.IO.File.AppendText("trace.log");
}
