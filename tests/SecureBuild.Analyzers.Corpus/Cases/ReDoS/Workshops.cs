// Patterns for input.
using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.ReDoS.Workshops;

// [Bad CWE-1333] words with spaces between, again and again
[Route("names")]
public sealed class NamesController : Controller
{
    static readonly Regex s_name = new(@"^([a-zA-Z]+\s?)+$", RegexOptions.Compiled);

    [HttpGet]
    public IActionResult Check(string name) => s_name.IsMatch(name) ? Ok() : BadRequest();
}

// [Good CWE-1333] the same with a limit of time
[Route("names2")]
public sealed class TimedNamesController : Controller
{
    static readonly Regex s_name = new(@"^([a-zA-Z]+\s?)+$", RegexOptions.Compiled, TimeSpan.FromMilliseconds(100));

    [HttpGet]
    public IActionResult Check(string name) => s_name.IsMatch(name) ? Ok() : BadRequest();
}

// [Good CWE-1333] the attribute of a form gives up after two seconds by itself
public sealed class Registration
{
    [RegularExpression(@"^(\w+[.-]?)*@(\w+[.-]?)+$")]
    public string Mail { get; set; } = "";
}

// [same case]
[Route("registrations")]
public sealed class RegistrationController : Controller
{
    [HttpPost]
    public IActionResult Post(Registration registration) => ModelState.IsValid ? Ok(registration.Mail) : BadRequest();
}

// [Good CWE-1333] linear
public sealed partial class Codes
{
    [GeneratedRegex("^[A-Z]{3}-[0-9]{4}$")]
    private static partial Regex Code();

    public bool Check(HttpRequest request) => Code().IsMatch(request.Query["code"].ToString());

    private static partial Regex Code() => new("^[A-Z]{3}-[0-9]{4}$");
}
