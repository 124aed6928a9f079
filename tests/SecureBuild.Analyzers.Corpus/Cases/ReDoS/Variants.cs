// Patterns and the client's text, in many styles.
using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.ReDoS.Variants;

// [Bad CWE-1333] nested repetition
public class EmailController : ControllerBase
{
    [HttpGet("/email")]
    public bool Get(string email) => Regex.IsMatch(email, @"^([a-zA-Z0-9_\.\-]+)+@([a-z]+\.)+[a-z]{2,}$");
}

// [Good CWE-1333] a time limit
public class EmailTimeoutController : ControllerBase
{
    [HttpGet("/email-timeout")]
    public bool Get(string email) => Regex.IsMatch(email, @"^([a-zA-Z0-9_\.\-]+)+@([a-z]+\.)+[a-z]{2,}$", RegexOptions.None, TimeSpan.FromMilliseconds(200));
}

// [Good CWE-1333] one repetition after the other, told apart
public class EmailPlainController : ControllerBase
{
    [HttpGet("/email-plain")]
    public bool Get(string email) => Regex.IsMatch(email, @"^[a-z0-9_.-]+@[a-z0-9-]+\.[a-z]{2,}$");
}

// [Bad CWE-1333] alternatives that overlap, in a static field
public class TokenController : ControllerBase
{
    static readonly Regex s_tokens = new(@"^(a|aa|b)*c$", RegexOptions.Compiled);

    [HttpPost("/tokens")]
    public bool Post([FromBody] string text) => s_tokens.IsMatch(text);
}

// [Good CWE-1333] without backtracking
public class TokenGoodController : ControllerBase
{
    static readonly Regex s_tokens = new(@"^(a|aa|b)*c$", RegexOptions.NonBacktracking);

    [HttpPost("/tokens-good")]
    public bool Post([FromBody] string text) => s_tokens.IsMatch(text);
}

// [Bad CWE-1333] a generated pattern
public partial class SpacesController : ControllerBase
{
    private static readonly Regex Spaces = new("^(\\s*\\w+\\s*)+$");

    [HttpPost("/spaces")]
    public string Post([FromForm] string text) => Spaces.Replace(text, " ");
}
