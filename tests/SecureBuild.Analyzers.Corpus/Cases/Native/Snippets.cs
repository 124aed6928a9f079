// Memory and libraries, in small samples.
using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.Native.Snippets;

// [Bad CWE-787] as many bytes as the client says
public unsafe class PacketController : ControllerBase
{
    [HttpPost("/packet")]
    public IActionResult Post(int length, [FromBody] byte[] data)
    {
        var buffer = stackalloc byte[64];
        for (var i = 0; i < length; i++)
            buffer[i] = data[i];
        return Ok(buffer[0]);
    }
}

// [Good CWE-787] as many bytes as fit
public unsafe class SafePacketController : ControllerBase
{
    [HttpPost("/safe-packet")]
    public IActionResult Post(int length, [FromBody] byte[] data)
    {
        if (length < 0 || length > 64 || length > data.Length)
            return BadRequest();
        var buffer = stackalloc byte[64];
        for (var i = 0; i < length; i++)
            buffer[i] = data[i];
        return Ok(buffer[0]);
    }
}

// [Bad CWE-125] an offset of the message
public static class Parser
{
    public static int Field(byte[] message)
    {
        var offset = BinaryPrimitives.ReadInt32LittleEndian(message);
        return Unsafe.ReadUnaligned<int>(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(message), offset));
    }
}

// [Good CWE-125] an offset that is checked by the span
public static class SafeParser
{
    public static int Field(byte[] message)
    {
        var offset = BinaryPrimitives.ReadInt32LittleEndian(message);
        return BinaryPrimitives.ReadInt32LittleEndian(message.AsSpan(offset));
    }
}

// [Bad CWE-787] a copy into native memory of the wrong size
public static class Copier
{
    public static IntPtr Copy(byte[] data)
    {
        var memory = Marshal.AllocHGlobal(256);
        Marshal.Copy(data, 0, memory, data.Length);
        return memory;
    }
}

// [Good CWE-787] a copy into native memory of the right size
public static class SafeCopier
{
    public static IntPtr Copy(byte[] data)
    {
        var memory = Marshal.AllocHGlobal(data.Length);
        Marshal.Copy(data, 0, memory, data.Length);
        return memory;
    }
}

// [Bad CWE-676] a function without a limit
public static class Strings
{
    [DllImport("msvcrt.dll", CharSet = CharSet.Ansi)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    static extern IntPtr strcpy(byte[] target, string source);

    public static void Copy(byte[] target, string text) => strcpy(target, text);
}

// [Bad CWE-427] a library beside whatever is started
public static class Library
{
    [DllImport("printer.dll")]
    static extern int Print(string text);

    public static int Send(string text) => Print(text);
}

// [Good CWE-427] a library of the system
public static class SystemLibrary
{
    [DllImport("kernel32.dll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    static extern uint GetTickCount();

    public static uint Ticks() => GetTickCount();
}

// [Bad CWE-190] a product that overflows before memory is taken
public static unsafe class Image
{
    public static byte* Allocate(int width, int height) => (byte*)NativeMemory.Alloc((nuint)(width * height * 4));
}

// [Good CWE-190] a product that is checked
public static unsafe class SafeImage
{
    public static byte* Allocate(int width, int height) => (byte*)NativeMemory.Alloc(checked((nuint)width * (nuint)height * 4));
}
