// Memory, as reviewers meet it.
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.Native.Reviews;

// [Bad CWE-787] an index of the client into a fixed array
public unsafe class PokeController : ControllerBase
{
    [HttpPost("/poke")]
    public IActionResult Poke(int index, byte value, [FromBody] byte[] data)
    {
        fixed (byte* start = data)
            *(start + index) = value;
        return Ok(data[0]);
    }
}

// [Good CWE-787] an index of the client, by the array
public class SafePokeController : ControllerBase
{
    [HttpPost("/safe-poke")]
    public IActionResult Poke(int index, byte value, [FromBody] byte[] data)
    {
        data[index] = value;
        return Ok(data[0]);
    }
}

// [Bad CWE-125] a span over more than there is
public static class Views
{
    public static ReadOnlySpan<byte> Of(ref byte first, HttpRequest request)
    {
        var length = int.Parse(request.Query["length"].ToString());
        return MemoryMarshal.CreateReadOnlySpan(ref first, length);
    }
}

// [Good CWE-125] a slice, which checks
public static class SafeViews
{
    public static ReadOnlySpan<byte> Of(byte[] all, HttpRequest request)
    {
        var length = int.Parse(request.Query["length"].ToString());
        return all.AsSpan(0, length);
    }
}

// [Bad CWE-120] a copy with the message's own length
public static unsafe class Messages
{
    public static void Read(byte* source, HttpRequest request)
    {
        var length = request.ContentLength ?? 0;
        var target = stackalloc byte[256];
        Buffer.MemoryCopy(source, target, length, length);
    }
}

// [Good CWE-120] a copy with the target's length
public static unsafe class SafeMessages
{
    const int Size = 256;

    public static void Read(byte* source, HttpRequest request)
    {
        var length = request.ContentLength ?? 0;
        if (length > Size)
            throw new InvalidDataException();
        var target = stackalloc byte[Size];
        Buffer.MemoryCopy(source, target, Size, length);
    }
}

// [Bad CWE-121] a stack as large as the client says
public class StackController : ControllerBase
{
    [HttpGet("/stack")]
    public IActionResult Get(int size)
    {
        Span<byte> buffer = stackalloc byte[size];
        buffer.Clear();
        return Ok(buffer.Length);
    }
}

// [Good CWE-121] a stack of at most 256 bytes
public class SafeStackController : ControllerBase
{
    [HttpGet("/safe-stack")]
    public IActionResult Get(int size)
    {
        Span<byte> buffer = size is >= 0 and <= 256 ? stackalloc byte[size] : new byte[256];
        buffer.Clear();
        return Ok(buffer.Length);
    }
}

// [Bad CWE-426] a library by a relative name
public static class Codecs
{
    public static IntPtr Load(string folder) => NativeLibrary.Load("codec.dll");
}

// [Good CWE-426] a library beside this assembly
public static class SafeCodecs
{
    public static IntPtr Load() => NativeLibrary.Load("codec.dll", typeof(SafeCodecs).Assembly, DllImportSearchPath.AssemblyDirectory);
}
