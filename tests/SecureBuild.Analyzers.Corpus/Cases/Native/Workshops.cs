// Native functions and pointers.
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.Native.Workshops;

// [Bad CWE-427] the library from wherever it is found
static partial class Scanner
{
    [DllImport("scanner.dll", CharSet = CharSet.Unicode)]
    static extern int Scan(string device);

    public static int Run(string device) => Scan(device);
}

// [Good CWE-427] the library beside the program
static partial class SafeScanner
{
    [DllImport("scanner.dll", CharSet = CharSet.Unicode), DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory)]
    static extern int Scan(string device);

    public static int Run(string device) => Scan(device);
}

// [Bad CWE-120] as much as the client says is copied
[Route("frames")]
public sealed unsafe class FramesController : Controller
{
    [HttpPost]
    public IActionResult Post([FromQuery] int length, [FromBody] byte[] data)
    {
        var buffer = stackalloc byte[256];
        for (var i = 0; i < length; i++)
            buffer[i] = data[i];
        return Ok(buffer[0]);
    }
}

// [Good CWE-120] no more than there is room for
[Route("frames2")]
public sealed unsafe class BoundedFramesController : Controller
{
    [HttpPost]
    public IActionResult Post([FromQuery] int length, [FromBody] byte[] data)
    {
        if (length < 0 || length > 256 || length > data.Length)
            return BadRequest();
        var buffer = stackalloc byte[256];
        for (var i = 0; i < length; i++)
            buffer[i] = data[i];
        return Ok(buffer[0]);
    }
}

// [Bad CWE-787] native memory of one size, a copy of another
public sealed class Packets
{
    public void Send(HttpRequest request, byte[] payload)
    {
        var size = int.Parse(request.Query["size"].ToString());
        var memory = Marshal.AllocHGlobal(size);
        try
        {
            Marshal.Copy(payload, 0, memory, payload.Length);
        }
        finally
        {
            Marshal.FreeHGlobal(memory);
        }
    }
}

// [Good CWE-787] one size
public sealed class FittingPackets
{
    public void Send(byte[] payload)
    {
        var memory = Marshal.AllocHGlobal(payload.Length);
        try
        {
            Marshal.Copy(payload, 0, memory, payload.Length);
        }
        finally
        {
            Marshal.FreeHGlobal(memory);
        }
    }
}

// [Bad CWE-190] the size wraps around
public sealed unsafe class Pictures
{
    public byte* Create(HttpRequest request)
    {
        var width = int.Parse(request.Query["w"].ToString());
        var height = int.Parse(request.Query["h"].ToString());
        return (byte*)NativeMemory.Alloc((nuint)(width * height * 4));
    }
}

// [Good CWE-190] the size is checked
public sealed unsafe class CheckedPictures
{
    public byte* Create(HttpRequest request)
    {
        var width = int.Parse(request.Query["w"].ToString());
        var height = int.Parse(request.Query["h"].ToString());
        if (width is < 1 or > 4096 || height is < 1 or > 4096)
            throw new ArgumentOutOfRangeException(nameof(request));
        return (byte*)NativeMemory.Alloc(checked((nuint)(width * height * 4)));
    }
}

// [Bad CWE-676] the C function that does not know how much room there is
static class CString
{
    [DllImport("libc", EntryPoint = "strcpy"), DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    public static extern IntPtr Copy(IntPtr target, string source);
}

// [Good CWE-676] the C function that measures
static class CLength
{
    [DllImport("libc", EntryPoint = "strnlen"), DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    public static extern nint Length(IntPtr text, nint most);
}
