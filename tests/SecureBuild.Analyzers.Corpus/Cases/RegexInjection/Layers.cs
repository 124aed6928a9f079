using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;

namespace Layers;

public interface ISearch { IEnumerable<string> Find(string pattern); }

// [Bad CWE-1333] the client's pattern reaches a service
public sealed class Search(List<string> lines) : ISearch
{
    public IEnumerable<string> Find(string pattern)
    {
        var regex = new Regex(pattern, RegexOptions.IgnoreCase);
        return lines.Where(line => regex.IsMatch(line));
    }
}

// [same case]
[ApiController]
public class SearchController(ISearch search) : ControllerBase
{
    [HttpGet("search")]
    public IActionResult Find(string q) => Ok(search.Find("^.*" + q + ".*$"));
}

// [Good CWE-1333] the client's text is escaped
[ApiController]
public class SafeSearchController(List<string> lines) : ControllerBase
{
    [HttpGet("safe-search")]
    public IActionResult Find(string q) => Ok(lines.Where(line => Regex.IsMatch(line, "^.*" + Regex.Escape(q) + ".*$")));
}

// [Good CWE-1333] the client's pattern with a limit
[ApiController]
public class LimitedSearchController(List<string> lines) : ControllerBase
{
    [HttpGet("limited-search")]
    public IActionResult Find(string q) => Ok(lines.Where(line => Regex.IsMatch(line, q, RegexOptions.None, TimeSpan.FromMilliseconds(50))));
}
