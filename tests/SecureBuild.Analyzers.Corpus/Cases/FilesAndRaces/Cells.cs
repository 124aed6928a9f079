using System.Collections.Concurrent;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;

namespace Clinic.Files;

public static class ReportJobs
{
    // [Bad CWE-377] a report with a patient's name in the folder that all share
    public static async Task<string> WriteAsync(string patient, byte[] report)
    {
        var path = Path.Join(Path.GetTempPath(), "reports", patient.Length + ".pdf");
        await File.WriteAllBytesAsync(path, report);
        return path;
    }

    // [Good CWE-377] a report that only we can open, gone when it is closed
    public static async Task<FileStream> OpenAsync(byte[] report)
    {
        var stream = new FileStream(Path.Combine(Directory.CreateTempSubdirectory().FullName, "report.pdf"), new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Options = FileOptions.DeleteOnClose });
        await stream.WriteAsync(report);
        return stream;
    }

    // [Bad CWE-367] asked first, opened later
    public static async Task<byte[]> ReadOnceAsync(string path)
    {
        if (File.GetAttributes(path).HasFlag(FileAttributes.ReparsePoint))
            throw new InvalidOperationException("Links are not read.");
        await Task.Yield();
        return await File.ReadAllBytesAsync(path);
    }

    // [Good CWE-367] opened first, asked later
    public static async Task<byte[]> ReadLockedAsync(string path)
    {
        await using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.None);
        if (stream.Length > 1_000_000)
            throw new InvalidOperationException("The file is too large.");
        var content = new byte[stream.Length];
        await stream.ReadExactlyAsync(content);
        return content;
    }
}

[ApiController, Route("counters")]
public sealed class CounterController : ControllerBase
{
    static int s_served;
    static readonly ConcurrentDictionary<string, int> s_byRoom = new();

    // [Bad CWE-362] two requests count as one
    [HttpGet("next")]
    public IActionResult Next()
    {
        s_served = s_served + 1;
        return Ok(s_served);
    }

    // [Good CWE-362] two requests count as two
    [HttpGet("next/room")]
    public IActionResult NextOf(string room) => Ok(s_byRoom.AddOrUpdate(room is "a" ? "a" : "b", 1, (_, count) => count + 1));
}
