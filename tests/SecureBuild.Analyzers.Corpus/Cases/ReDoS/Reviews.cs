// Patterns, as reviewers meet them.
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.ReDoS.Reviews;

public static class Patterns
{
    public const string Path = @"^(\/?[\w-]+\/?)+$";
    public const string Name = @"^[\w-]+(\/[\w-]+)*$";
}

// [Bad CWE-1333] a constant of another class
public class PathController : ControllerBase
{
    [HttpGet("/r01")]
    public IActionResult Check(string path) => Regex.IsMatch(path, Patterns.Path) ? Ok() : BadRequest();
}

// [Good CWE-1333] a constant of another class, linear
public class NameController : ControllerBase
{
    [HttpGet("/r02")]
    public IActionResult Check(string path) => Regex.IsMatch(path, Patterns.Name) ? Ok() : BadRequest();
}

// [Bad CWE-1333] made of two parts
public class PartsController : ControllerBase
{
    const string Word = "[a-zA-Z0-9]+";
    static readonly Regex s_list = new("^(" + Word + "[ ,]?)*$");

    [HttpGet("/r03")]
    public IActionResult Check(string list) => s_list.IsMatch(list) ? Ok() : BadRequest();
}

// [Good CWE-1333] made of two parts, with a separator between
public class SeparatedController : ControllerBase
{
    const string Word = "[a-zA-Z0-9]+";
    static readonly Regex s_list = new("^" + Word + "(?:[ ,]" + Word + ")*$");

    [HttpGet("/r04")]
    public IActionResult Check(string list) => s_list.IsMatch(list) ? Ok() : BadRequest();
}

// [Bad CWE-1333] in a dictionary of patterns
public class TableController : ControllerBase
{
    static readonly Dictionary<string, Regex> s_patterns = new()
    {
        ["plain"] = new Regex("^[a-z]+$"),
        ["html"] = new Regex(@"<(\w+\s*)+(.*?)>(.*?)</(\w+\s*)+>"),
    };

    [HttpGet("/r05")]
    public IActionResult Check(string kind, string text) => s_patterns.TryGetValue(kind, out var pattern) && pattern.IsMatch(text) ? Ok() : BadRequest();
}

// [Good CWE-1333] one group that does not give back
public class AtomicController : ControllerBase
{
    static readonly Regex s_words = new(@"^(?>(\w+\s?)*)$");

    [HttpGet("/r06")]
    public IActionResult Check(string words) => s_words.IsMatch(words) ? Ok() : BadRequest();
}

// [Bad CWE-1333] alternatives that overlap
public class OverlapController : ControllerBase
{
    [HttpPost("/r07")]
    public async Task<IActionResult> Check()
    {
        using var reader = new StreamReader(Request.Body);
        var text = await reader.ReadToEndAsync();
        return Ok(Regex.Matches(text, @"^(?:\d|\d\d|[0-9a-f])+;$", RegexOptions.Multiline).Count);
    }
}

// [Bad CWE-1333] a replacement
public class TrimController : ControllerBase
{
    [HttpPost("/r08")]
    public IActionResult Trim([FromForm] string text) => Ok(Regex.Replace(text, @"(?:\s+|\t)*$", ""));
}

// [Good CWE-1333] the whole process has a limit
public class SimpleController : ControllerBase
{
    static readonly Regex s_code = new("^[A-Z]{3}-[0-9]{4}(-[a-z]+)?$");

    [HttpGet("/r09")]
    public IActionResult Check(string code) => s_code.IsMatch(code) ? Ok() : BadRequest();
}
