// Memory and native functions, as teams reach for them.
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.Native.Teams;

// [Bad CWE-676] a copy without a length, under another name
public static partial class Interop
{
    [DllImport("msvcrt.dll", EntryPoint = "strcpy", CallingConvention = CallingConvention.Cdecl)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    public static extern IntPtr CopyText(IntPtr target, IntPtr source);
}

// [Good CWE-676] a copy with a length
public static partial class BoundedInterop
{
    [DllImport("msvcrt.dll", EntryPoint = "memcpy_s", CallingConvention = CallingConvention.Cdecl)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    public static extern int CopyBytes(IntPtr target, nuint targetSize, IntPtr source, nuint count);
}

// [Bad CWE-125] an index from the client, past the bounds check
public class PixelController : ControllerBase
{
    static readonly byte[] s_pixels = new byte[4096];

    [HttpGet("/pixel/{index:int}")]
    public IActionResult Get(int index) => Ok(Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(s_pixels), index));
}

// [Good CWE-125] an index from the client, with the bounds check
public class SafePixelController : ControllerBase
{
    static readonly byte[] s_pixels = new byte[4096];

    [HttpGet("/safe-pixel/{index:int}")]
    public IActionResult Get(int index) => (uint)index < (uint)s_pixels.Length ? Ok(Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(s_pixels), index)) : NotFound();
}

// [Bad CWE-787] a length in the message
public static class Frames
{
    public static unsafe void Read(ReadOnlySpan<byte> message, byte* target)
    {
        var length = MemoryMarshal.Read<int>(message);
        for (var i = 0; i < length; i++)
            target[i] = message[4 + i];
    }
}

// [Good CWE-787] a length in the message, and how much room there is
public static class BoundedFrames
{
    public static unsafe void Read(ReadOnlySpan<byte> message, byte* target, int room)
    {
        var length = MemoryMarshal.Read<int>(message);
        if (length < 0 || length > room || length > message.Length - 4)
            throw new InvalidDataException();
        for (var i = 0; i < length; i++)
            target[i] = message[4 + i];
    }
}

// [Bad CWE-427] a library by its name from wherever the loader looks
public static class Loader
{
    public static IntPtr Load() => NativeLibrary.Load("codec", typeof(Loader).Assembly, DllImportSearchPath.LegacyBehavior);
}

// [Good CWE-427] a library beside the assembly
public static class BesideLoader
{
    public static IntPtr Load() => NativeLibrary.Load("codec", typeof(BesideLoader).Assembly, DllImportSearchPath.AssemblyDirectory);
}
