using Microsoft.AspNetCore.Mvc;

namespace Sizes.App;

public class SizesController : ControllerBase
{
    // [Bad CWE-789] an array as long as the client likes
    [HttpGet] public int A(int size) => new byte[size].Length;

    // [Bad CWE-789] a list with a capacity of the query
    [HttpGet] public int B() => new List<string>(int.Parse(Request.Query["n"]!)).Capacity;

    // [Good CWE-789] bounded by a comparison
    [HttpGet]
    public int C(int size)
    {
        if (size < 0 || size > 1000) return 0;
        return new byte[size].Length;
    }

    // [Good CWE-789] bounded by Math.Min
    [HttpGet] public int D(int size) => new byte[Math.Min(size, 4096)].Length;

    // [Good CWE-789] as many as there are
    [HttpPost] public int E([FromBody] int[] items) => new string[items.Length].Length;

    // [Bad CWE-789] a text repeated
    [HttpGet] public string F(int n) => new string('x', n);

    // [Bad CWE-789] only the lower bound is checked
    [HttpGet]
    public int G(int size)
    {
        if (size <= 0) return 0;
        var data = new int[size];
        return data.Length;
    }

    // [Good CWE-789] a byte is small
    [HttpGet] public int H(byte size) => new byte[size].Length;

    // [Good CWE-789] clamped, then padded
    [HttpGet] public string I(int n) => "a".PadLeft(Math.Clamp(n, 1, 80));

    // [Bad CWE-400] sleeps as long as the client likes
    [HttpGet] public async Task J(int ms) => await Task.Delay(ms);
}
