// Sizes, counts and times that a client chooses.
using System.Collections.Concurrent;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.SignalR;

namespace Corpus.Resources.Drills;

public class Lists : ControllerBase
{
    // [Bad CWE-789] room for as many as the client says
    [HttpGet("a")]
    public IActionResult Room(int count)
    {
        var list = new List<string>(count);
        list.Add("one");
        return Ok(list);
    }

    // [Good CWE-789] room for as many as there are
    [HttpPost("b")]
    public IActionResult Counted([FromBody] string[] names)
    {
        var list = new List<string>(names.Length);
        list.AddRange(names);
        return Ok(list);
    }

    // [Bad CWE-400] as many rounds as the client says
    [HttpGet("c")]
    public IActionResult Rounds(long rounds)
    {
        double sum = 0;
        for (long i = 0; i < rounds; i++)
            sum += Math.Sqrt(i);
        return Ok(sum);
    }

    // [Good CWE-400] a hundred rounds at most
    [HttpGet("d")]
    public IActionResult FewRounds(int rounds)
    {
        double sum = 0;
        for (var i = 0; i < Math.Min(rounds, 100); i++)
            sum += Math.Sqrt(i);
        return Ok(sum);
    }

    // [Bad CWE-789] numbers of a range become a list
    [HttpGet("e")]
    public IActionResult Range(int from, int count) => Ok(Enumerable.Range(from, count).ToList());

    // [Bad CWE-789] text is padded
    [HttpGet("f")]
    public string Pad(string text, int width) => text.PadLeft(width, '*');

    // [Good CWE-789] text is padded within a range that was checked
    [HttpGet("g")]
    public IActionResult PadChecked(string text, int width)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(width, 200);
        ArgumentOutOfRangeException.ThrowIfNegative(width);
        return Ok(text.PadLeft(width, '*'));
    }

    // [Bad CWE-409] all entries of an archive are read to their end
    [HttpPost("h")]
    public async Task<IActionResult> Archive(IFormFile file)
    {
        using var archive = new ZipArchive(file.OpenReadStream());
        var sizes = new List<int>();
        foreach (var entry in archive.Entries)
        {
            using var reader = new StreamReader(entry.Open());
            sizes.Add((await reader.ReadToEndAsync()).Length);
        }
        return Ok(sizes);
    }

    // [Good CWE-409] entries that say they are large, and archives of many, are refused
    [HttpPost("i")]
    public async Task<IActionResult> SmallArchive(IFormFile file)
    {
        using var archive = new ZipArchive(file.OpenReadStream());
        if (archive.Entries.Count > 20 || archive.Entries.Sum(entry => entry.Length) > 1_000_000)
            return BadRequest();
        var sizes = new List<int>();
        foreach (var entry in archive.Entries)
        {
            using var reader = new StreamReader(entry.Open());
            sizes.Add((await reader.ReadToEndAsync()).Length);
        }
        return Ok(sizes);
    }

    // [Bad CWE-400] the page's size goes to the query
    [HttpGet("j")]
    public IActionResult Page(int size, [FromServices] IQueryable<string> names) => Ok(names.Take(size).ToArray().Concat(new string[size]));

    // [Bad CWE-770] a time to wait
    [HttpGet("k")]
    public async Task<IActionResult> Delay(int milliseconds)
    {
        await Task.Delay(milliseconds);
        return Ok();
    }

    // [Good CWE-770] a time to wait, of three
    [HttpGet("l")]
    public async Task<IActionResult> ShortDelay(string speed)
    {
        await Task.Delay(speed switch { "fast" => 10, "slow" => 500, _ => 100 });
        return Ok();
    }
}

// [Bad CWE-770] a static list grows with every call
public class Guestbook : ControllerBase
{
    private static readonly ConcurrentQueue<string> Entries = new();

    [HttpPost]
    public IActionResult Sign([FromBody] string text)
    {
        Entries.Enqueue(text);
        return Ok();
    }
}

// [Good CWE-770] a static list that forgets
public class ShortGuestbook : ControllerBase
{
    private static readonly ConcurrentQueue<string> Entries = new();

    [HttpPost]
    public IActionResult Sign([FromBody] string text)
    {
        Entries.Enqueue(text);
        while (Entries.Count > 100)
            Entries.TryDequeue(out _);
        return Ok();
    }
}

// [Bad CWE-770] messages of any size over SignalR
public static class Hubs
{
    public static void Add(IServiceCollection services) => services.AddSignalR(options =>
    {
        options.MaximumReceiveMessageSize = null;
    });
}

// [Good CWE-770] messages of a size over SignalR
public static class SmallHubs
{
    public static void Add(IServiceCollection services) => services.AddSignalR(options =>
    {
        options.MaximumReceiveMessageSize = 64 * 1024;
    });
}
