// Lines of logs.
using Microsoft.AspNetCore.Mvc;

namespace Corpus.LogInjection.Workshops;

// [Bad CWE-117] the agent of the browser goes into a file line by line
public sealed class AccessLog(string file)
{
    public void Write(HttpContext context) => File.AppendAllText(file, $"{DateTime.UtcNow:O} {context.Request.Headers.UserAgent} {context.Response.StatusCode}\n");
}

// [Good CWE-117] without line breaks
public sealed class SafeAccessLog(string file)
{
    public void Write(HttpContext context)
    {
        var agent = context.Request.Headers.UserAgent.ToString().Replace("\r", "").Replace("\n", "");
        File.AppendAllText(file, $"{DateTime.UtcNow:O} {agent} {context.Response.StatusCode}\n");
    }
}
