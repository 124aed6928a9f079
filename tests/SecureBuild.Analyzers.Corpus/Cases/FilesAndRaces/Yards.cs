// State that requests share.
using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.FilesAndRaces.Yards;

public interface ITenantContext { string? Tenant { get; set; } }

// [Bad CWE-362] the context of the tenant is one for all
public sealed class TenantContext : ITenantContext
{
    public string? Tenant { get; set; }
}

// [same case]
public static class TenantSetup
{
    public static void Add(IServiceCollection services) => services.AddSingleton<ITenantContext, TenantContext>();
}

// [Good CWE-362] options of a tenant directory are one for all
public sealed class TenantDirectoryOptions
{
    public string? Address { get; set; }
    public int PageSize { get; set; } = 50;
}

// [same case]
public static class OptionsSetup
{
    public static void Add(IServiceCollection services) => services.AddSingleton<TenantDirectoryOptions>();
}

// [Bad CWE-367] looked at before it is opened
public sealed class ReportFiles
{
    public string Read(string path)
    {
        if (new FileInfo(path).Length > 1_000_000)
            throw new InvalidOperationException("too large");
        return File.ReadAllText(path);
    }
}

// [Good CWE-367] opened, then looked at
public sealed class OpenedReportFiles
{
    public string Read(string path)
    {
        using var stream = File.OpenRead(path);
        if (stream.Length > 1_000_000)
            throw new InvalidOperationException("too large");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}

// [Bad CWE-362] stock that two may take at once
[Route("stock")]
public sealed class StockController : Controller
{
    static int s_left = 100;

    [HttpPost]
    public IActionResult Take(int count)
    {
        if (s_left < count)
            return Conflict();
        s_left -= count;
        return Ok(s_left);
    }
}

// [Good CWE-362] stock under a lock
[Route("stock2")]
public sealed class LockedStockController : Controller
{
    static readonly Lock s_lock = new();
    static int s_left = 100;

    [HttpPost]
    public IActionResult Take(int count)
    {
        lock (s_lock)
        {
            if (s_left < count)
                return Conflict();
            s_left -= count;
            return Ok(s_left);
        }
    }
}
