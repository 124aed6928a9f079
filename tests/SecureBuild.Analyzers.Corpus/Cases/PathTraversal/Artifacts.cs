using Microsoft.AspNetCore.Mvc;

namespace Artifacts;

// What is written and where: two members of the elements of a list, made by one of several kinds of an interface.

public sealed record Sheet(string Path, byte[] Content);

public sealed record Sheets(IReadOnlyList<Sheet> All, IReadOnlyList<string> Problems);

public interface IStamp
{
    string? Suffix => null;
    byte[] Stamp(byte[] data);
}

public sealed class TextStamp(string text) : IStamp
{
    readonly string _mark = text;

    public byte[] Stamp(byte[] data) => [.. data, .. System.Text.Encoding.UTF8.GetBytes(_mark)];
}

public sealed class NamedStamp(string name) : IStamp
{
    readonly Kind _mark = new(name);

    public string Suffix => "." + _mark.Name;

    public byte[] Stamp(byte[] data) => data;
}

public sealed class Kind(string name)
{
    public string Name { get; } = name;
}

public sealed class CountedStamp(IStamp inner) : IStamp
{
    public string? Suffix => inner.Suffix;

    public byte[] Stamp(byte[] data) => inner.Stamp(data);
}

public static class Stamping
{
    public static Sheets Of(IEnumerable<string> files, IStamp stamp)
    {
        var all = new List<Sheet>();
        foreach (var file in files)
            all.Add(new(Path.Combine("/srv/sheets", file + stamp.Suffix), stamp.Stamp(File.ReadAllBytes(Path.Combine("/srv/sheets", file)))));
        return new(all, []);
    }

    public static void WriteTogether(IReadOnlyList<Sheet> sheets)
    {
        foreach (var sheet in sheets)
            File.WriteAllBytes(sheet.Path, sheet.Content);
    }
}

// [Good CWE-22] the client's text becomes a part of the contents, whichever stamp it is
[ApiController]
public sealed class StampController : ControllerBase
{
    [HttpPost("/stamp")]
    public int Post([FromQuery] string text, [FromQuery] bool counted)
    {
        var stamp = Chosen(text, counted);
        var results = new[] { "a.txt", "b.txt" }.Select(file => Stamping.Of([file], stamp)).ToArray();
        Stamping.WriteTogether([.. results.SelectMany(static result => result.All)]);
        return results.Length;
    }

    static IStamp Chosen(string text, bool counted)
    {
        IStamp stamp = text.Length > 100 ? new NamedStamp("long") : new TextStamp(text);
        return counted ? new CountedStamp(stamp) : stamp;
    }
}

// [Bad CWE-22] the client's text becomes a part of the names
[ApiController]
public sealed class NameController : ControllerBase
{
    [HttpPost("/name")]
    public void Post([FromQuery] string name)
    {
        IStamp stamp = new CountedStamp(new NamedStamp(name));
        var results = new[] { "a.txt" }.Select(file => Stamping.Of([file], stamp)).ToArray();
        Stamping.WriteTogether([.. results.SelectMany(static result => result.All)]);
    }
}

// [Bad CWE-22] the client names the files that are stamped
[ApiController]
public sealed class FilesController : ControllerBase
{
    [HttpPost("/files")]
    public void Post([FromBody] string[] files) => Stamping.WriteTogether(Stamping.Of(files, new TextStamp("!")).All);
}
