using System.Text;
using Microsoft.AspNetCore.Mvc;

namespace Shop.Loops;

[ApiController, Route("loops")]
public class LoopsController : ControllerBase
{
    // [Bad CWE-770] as many rows as the client says
    [HttpGet("rows")]
    public IActionResult Rows(int count)
    {
        var rows = new List<string>();
        for (var i = 0; i < count; i++)
            rows.Add("row " + i);
        return Ok(rows);
    }

    // [Good CWE-770] as many rows as the client says, up to a hundred
    [HttpGet("rows/limited")]
    public IActionResult LimitedRows(int count)
    {
        var rows = new List<string>();
        for (var i = 0; i < Math.Min(count, 100); i++)
            rows.Add("row " + i);
        return Ok(rows);
    }

    // [Bad CWE-400] the text grows as long as the number in the header says
    [HttpGet("text")]
    public string Text()
    {
        var times = int.Parse(Request.Headers["X-Times"].ToString());
        var text = new StringBuilder();
        while (times-- > 0)
            text.Append("all work and no play ");
        return text.ToString();
    }

    // [Good CWE-400] the number in the header is refused if it is large
    [HttpGet("text/limited")]
    public IActionResult LimitedText()
    {
        if (!int.TryParse(Request.Headers["X-Times"].ToString(), out var times) || times > 50)
            return BadRequest();
        var text = new StringBuilder();
        while (times-- > 0)
            text.Append("all work and no play ");
        return Ok(text.ToString());
    }

    // [Good CWE-400] a loop over what was sent is as long as what was sent
    [HttpPost("sum")]
    public int Sum([FromBody] int[] numbers)
    {
        var sum = 0;
        for (var i = 0; i < numbers.Length; i++)
            sum += numbers[i];
        return sum;
    }

    // [Good CWE-400] the client's number only ends the loop early
    [HttpGet("find")]
    public int Find(int wanted)
    {
        for (var i = 0; i < 1000; i++)
            if (i == wanted)
                return i;
        return -1;
    }
}

// [Bad CWE-400] a helper repeats as often as it is told
[ApiController]
public class StarsController : ControllerBase
{
    [HttpGet("stars")]
    public string Stars(int n) => Repeat("*", n);

    static string Repeat(string text, int times)
    {
        var all = "";
        for (var i = 0; i < times; i++)
            all += text;
        return all;
    }
}

// [Good CWE-400] a helper repeats as often as it is told by the code
[ApiController]
public class LinesController : ControllerBase
{
    [HttpGet("lines")]
    public string Lines(int n) => Repeat("-", 40) + n;

    static string Repeat(string text, int times)
    {
        var all = "";
        for (var i = 0; i < times; i++)
            all += text;
        return all;
    }
}
