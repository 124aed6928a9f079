using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.AspNetCore.Mvc;

namespace Layers;

// [Bad CWE-787] the client's index into unchecked memory
[ApiController]
public class PixelController : ControllerBase
{
    static readonly byte[] s_pixels = new byte[1024];

    [HttpPut("pixel")]
    public unsafe IActionResult Set(int index, byte value)
    {
        fixed (byte* pixels = s_pixels)
            pixels[index] = value;
        return NoContent();
    }
}

// [Good CWE-787] the index is checked
[ApiController]
public class SafePixelController : ControllerBase
{
    static readonly byte[] s_pixels = new byte[1024];

    [HttpPut("pixel")]
    public unsafe IActionResult Set(int index, byte value)
    {
        if ((uint)index >= (uint)s_pixels.Length)
            return BadRequest();
        fixed (byte* pixels = s_pixels)
            pixels[index] = value;
        return NoContent();
    }
}

// [Bad CWE-427] a library of any folder
public static partial class Codec
{
    [DllImport("codec.dll")]
    public static extern int Decode(byte[] data, int length);
}

// [Good CWE-427] a library of the system's folder
public static partial class SafeCodec
{
    [DllImport("kernel32.dll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    public static extern uint GetTickCount();
}

// [Bad CWE-119] the sender says how much is copied
public static class Frames
{
    public static byte[] Copy(BinaryReader reader, IntPtr source)
    {
        var length = reader.ReadInt32();
        var target = new byte[256];
        Marshal.Copy(source, target, 0, length);
        return target;
    }
}

// [Bad CWE-427] libraries from a folder that anybody fills
public static class Loader
{
    public static void Prepare() => Environment.SetEnvironmentVariable("LD_LIBRARY_PATH", "/tmp/plugins:" + Environment.GetEnvironmentVariable("LD_LIBRARY_PATH"));
}

// [Good CWE-427] libraries from the program's folder
public static class SafeLoader
{
    public static void Prepare() => Environment.SetEnvironmentVariable("LD_LIBRARY_PATH", Path.Combine(AppContext.BaseDirectory, "native"));
}

// [Bad CWE-242] a child with a path of its current folder
public static class Children
{
    public static System.Diagnostics.Process? Start()
    {
        var info = new System.Diagnostics.ProcessStartInfo("/opt/app/worker") { UseShellExecute = false };
        info.EnvironmentVariables["PATH"] = ".:/usr/bin";
        return System.Diagnostics.Process.Start(info);
    }
}
