// Memory and libraries in rarer shapes.
using System.Diagnostics;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.Native.Rarities;

// [Bad CWE-787] an offset of the client into native memory
public class SlotController : ControllerBase
{
    static readonly IntPtr s_memory = Marshal.AllocHGlobal(1024);

    [HttpPost("/slot")]
    public IActionResult Write(int offset, byte value)
    {
        Marshal.WriteByte(s_memory, offset, value);
        return Ok();
    }
}

// [Good CWE-787] a checked offset into native memory
public class SafeSlotController : ControllerBase
{
    static readonly IntPtr s_memory = Marshal.AllocHGlobal(1024);

    [HttpPost("/safe-slot")]
    public IActionResult Write(int offset, byte value)
    {
        if ((uint)offset >= 1024)
            return BadRequest();
        Marshal.WriteByte(s_memory, offset, value);
        return Ok();
    }
}

// [Bad CWE-676] printing into a buffer
public static class Printing
{
    [DllImport("libc", EntryPoint = "sprintf"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    static extern int Format(byte[] buffer, string format, string value);

    public static int Write(byte[] buffer, string value) => Format(buffer, "%s", value);
}

// [Good CWE-426] a program by its whole path
public static class SafeEditor
{
    public static void Open(string path) => Process.Start(Path.Combine(Environment.SystemDirectory, "notepad.exe"), [path]);
}

// [Bad CWE-125] a copy of as many bytes as the header says
public static unsafe class Frames
{
    public static byte[] Payload(byte[] frame)
    {
        var length = BitConverter.ToInt32(frame, 0);
        var payload = new byte[64];
        fixed (byte* source = frame, target = payload)
            Unsafe.CopyBlock(target, source + 4, (uint)length);
        return payload;
    }
}

// [Good CWE-125] a copy of as many bytes as there are
public static unsafe class SafeFrames
{
    public static byte[] Payload(byte[] frame)
    {
        var length = Math.Min(BitConverter.ToInt32(frame, 0), Math.Min(64, frame.Length - 4));
        if (length < 0)
            throw new InvalidDataException();
        var payload = new byte[64];
        fixed (byte* source = frame, target = payload)
            Unsafe.CopyBlock(target, source + 4, (uint)length);
        return payload;
    }
}
