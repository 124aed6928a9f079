// A second walk: sizes by options, attributes and texts.
using System.ComponentModel.DataAnnotations;
using System.Text;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.Resources.Piers;

public sealed record MatrixOrder(int Size, int Depth);

// [Bad CWE-789] sizes of a record go through a service into nested arrays
public sealed class MatrixService
{
    public int[][] Make(MatrixOrder order)
    {
        var (size, depth) = order;
        return [.. Enumerable.Range(0, depth).Select(_ => new int[size])];
    }
}

// [same case]
[ApiController]
public sealed class MatrixController(MatrixService service) : ControllerBase
{
    [HttpPost("matrix")]
    public int Post(MatrixOrder order) => service.Make(order).Length;
}

// [Good CWE-789] sizes are checked by a guard that throws
public sealed class GuardedMatrixService
{
    public int[][] Make(MatrixOrder order)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(order.Size, 100);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(order.Depth, 100);
        return [.. Enumerable.Range(0, order.Depth).Select(_ => new int[order.Size])];
    }
}

// [same case]
[ApiController]
public sealed class GuardedMatrixController(GuardedMatrixService service) : ControllerBase
{
    [HttpPost("guarded-matrix")]
    public int Post(MatrixOrder order) => service.Make(order).Length;
}

// [Bad CWE-770] a text is padded to what the query asks for
public static class PadEndpoints
{
    public static void Map(WebApplication app) => app.MapGet("/pad", (string text, int width) => text.PadLeft(width, '.'));
}

// [Good CWE-770] a text is padded to a width of the program's
public static class SafePadEndpoints
{
    public static void Map(WebApplication app) => app.MapGet("/safe-pad", (string text, bool wide) => text.PadLeft(wide ? 80 : 40, '.'));
}

// [Bad CWE-770] repeated by a loop in a helper
public sealed class BannerController : ControllerBase
{
    [HttpGet("banner")]
    public string Get([FromQuery] uint times) => Repeat("=-", times);

    static string Repeat(string text, long times)
    {
        var banner = new StringBuilder();
        while (times-- > 0)
            banner.Append(text);
        return banner.ToString();
    }
}

// [Good CWE-770] a range on the parameter of a controller that validates
[ApiController]
public sealed class RangedBannerController : ControllerBase
{
    [HttpGet("ranged-banner")]
    public string Get([FromQuery, Range(1, 40)] int times) => new('=', times);
}
