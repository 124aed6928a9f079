using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Windlass.Interop;

[StructLayout(LayoutKind.Sequential)]
public struct Header
{
    public int Length;
    public int Kind;
}

public static unsafe class Blocks
{
    // [Bad CWE-125] the length of the header is believed
    public static byte[] Body(byte[] block)
    {
        fixed (byte* start = block)
        {
            var header = (Header*)start;
            var body = new byte[header->Length];
            Marshal.Copy((nint)(start + sizeof(Header)), body, 0, header->Length);
            return body;
        }
    }

    // [Good CWE-125] the length of the header is compared with what there is
    public static byte[] CheckedBody(byte[] block)
    {
        var header = MemoryMarshal.Read<Header>(block);
        return block.AsSpan(Unsafe.SizeOf<Header>(), header.Length).ToArray();
    }

    // [Bad CWE-787] a span over more than was allocated
    public static int Fill(int count)
    {
        var memory = (byte*)NativeMemory.Alloc(64);
        try
        {
            new Span<byte>(memory, count).Fill(0xFF);
            return memory[0];
        }
        finally
        {
            NativeMemory.Free(memory);
        }
    }

    // [Good CWE-787] a span over what was allocated
    public static int FillAll(int count)
    {
        var memory = (byte*)NativeMemory.Alloc((nuint)count);
        try
        {
            new Span<byte>(memory, count).Fill(0xFF);
            return count > 0 ? memory[0] : 0;
        }
        finally
        {
            NativeMemory.Free(memory);
        }
    }
}

internal static partial class Native
{
    // [Bad CWE-427] generated marshalling, and a library by its name alone
    [DllImport("windlass_codec")]
    internal static extern int Open(string path);

    // [Good CWE-427] generated marshalling, and the library beside us
    [DllImport("windlass_codec"), DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory)]
    internal static extern int Close(int handle);
}
