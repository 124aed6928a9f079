using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;

namespace Layers;

public interface IValidator { bool IsValid(string text); }

// [Bad CWE-1333] repeated repetition
public sealed class NameValidator : IValidator
{
    static readonly Regex s_name = new(@"^([a-zA-Z]+\s?)*$", RegexOptions.Compiled);
    public bool IsValid(string text) => s_name.IsMatch(text);
}

// [Good CWE-1333] one way only
public sealed class SafeNameValidator : IValidator
{
    static readonly Regex s_name = new(@"^[a-zA-Z]+(?:\s[a-zA-Z]+)*$", RegexOptions.Compiled);
    public bool IsValid(string text) => s_name.IsMatch(text);
}

// [Good CWE-1333] a limit of time
public sealed class LimitedValidator : IValidator
{
    static readonly Regex s_name = new(@"^([a-zA-Z]+\s?)*$", RegexOptions.None, TimeSpan.FromMilliseconds(200));
    public bool IsValid(string text) => s_name.IsMatch(text);
}

// [Good CWE-1333] an engine that does not go back
public sealed class LinearValidator : IValidator
{
    static readonly Regex s_name = new(@"^(\w+\s?)*$", RegexOptions.NonBacktracking);
    public bool IsValid(string text) => s_name.IsMatch(text);
}

// [Bad CWE-1333] an address's pattern
[ApiController]
public class MailController : ControllerBase
{
    [HttpGet("mail")]
    public bool Check(string mail) => Regex.IsMatch(mail, @"^([a-zA-Z0-9])(([\-.]|[_]+)?([a-zA-Z0-9]+))*(@){1}[a-z0-9]+[.]{1}(([a-z]{2,3})|([a-z]{2,3}[.]{1}[a-z]{2,3}))$");
}

// [Good CWE-1333] the text is cut first
[ApiController]
public class ShortController : ControllerBase
{
    [HttpGet("short")]
    public IActionResult Check(string text)
    {
        if (text.Length > 20)
            return BadRequest();
        return Ok(Regex.IsMatch(text, @"^(\d+)+$"));
    }
}
