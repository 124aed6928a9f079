// Pointers, buffers and native libraries.
using System.Diagnostics;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Corpus.Native.Rooms;

// [Bad CWE-787] the length byte of the packet decides how much goes onto the stack's buffer
public static unsafe class PacketReader
{
    public static int Sum(ReadOnlySpan<byte> packet)
    {
        byte* buffer = stackalloc byte[64];
        int length = packet[0];
        for (var i = 0; i < length; i++)
            buffer[i] = packet[i + 1];
        var sum = 0;
        for (var i = 0; i < length; i++)
            sum += buffer[i];
        return sum;
    }
}

// [Good CWE-787] the length is compared with the buffer first
public static unsafe class PacketReaderGood
{
    public static int Sum(ReadOnlySpan<byte> packet)
    {
        const int Size = 64;
        byte* buffer = stackalloc byte[Size];
        int length = packet[0];
        if (length > Size || length + 1 > packet.Length)
            throw new InvalidDataException("packet too long");
        for (var i = 0; i < length; i++)
            buffer[i] = packet[i + 1];
        return buffer[0];
    }
}

// [Bad CWE-120] as many bytes as the source has
public static unsafe class NameBuffer
{
    struct Header { public fixed byte Name[32]; public int Flags; }

    public static int Write(byte[] name)
    {
        Header header = default;
        fixed (byte* source = name)
            Buffer.MemoryCopy(source, header.Name, name.Length, name.Length);
        return header.Flags;
    }
}

// [Good CWE-120] the size of the destination is said
public static unsafe class NameBufferGood
{
    struct Header { public fixed byte Name[32]; public int Flags; }

    public static int Write(byte[] name)
    {
        Header header = default;
        fixed (byte* source = name)
            Buffer.MemoryCopy(source, header.Name, 32, name.Length);
        return header.Flags;
    }
}

// [Bad CWE-121] Marshal.Copy into a block of a fixed size
public static class Frame
{
    public static IntPtr Copy(byte[] data)
    {
        var block = Marshal.AllocHGlobal(256);
        Marshal.Copy(data, 0, block, data.Length);
        return block;
    }
}

// [Good CWE-121] a block as long as the data
public static class FrameGood
{
    public static IntPtr Copy(byte[] data)
    {
        var block = Marshal.AllocHGlobal(data.Length);
        Marshal.Copy(data, 0, block, data.Length);
        return block;
    }
}

// [Bad CWE-125] a span longer than what it is made of
public static unsafe class Overlong
{
    public static ReadOnlySpan<byte> Tail(byte[] data, int count)
    {
        fixed (byte* start = data)
            return new ReadOnlySpan<byte>(start, count);
    }
}

// [Bad CWE-426] a library from the current folder
public static partial class Codec
{
    [LibraryImport("codec.dll")]
    private static partial int decode(byte[] data, int length);
    private static partial int decode(byte[] data, int length) => 0;

    public static int Decode(byte[] data) => decode(data, data.Length);

    public static IntPtr Plugin() => NativeLibrary.Load("./plugins/codec.so");
}

// [Bad CWE-427] a resolver that looks into a folder that all may write to
public static class Resolver
{
    public static void Install() => NativeLibrary.SetDllImportResolver(Assembly.GetExecutingAssembly(), (name, assembly, path) =>
        NativeLibrary.Load(Path.Combine("/tmp/native", name + ".so")));
}

// [Good CWE-427] a resolver that looks beside the assembly
public static class ResolverGood
{
    public static void Install() => NativeLibrary.SetDllImportResolver(Assembly.GetExecutingAssembly(), (name, assembly, path) =>
        NativeLibrary.Load(Path.Combine(AppContext.BaseDirectory, name + ".so")));
}

// [Good CWE-426] system libraries only
public static class Clock
{
    [DllImport("kernel32.dll", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    static extern ulong GetTickCount64();

    public static ulong Ticks => GetTickCount64();
}

// [Bad CWE-426] no search path, and the library is our own
public static class Scanner
{
    [DllImport("scandriver", CharSet = CharSet.Unicode)]
    static extern int OpenScanner(string device);

    public static bool TryOpen(string device) => OpenScanner(device) == 0;
}

// [Bad CWE-787] the reference is moved by an index that nobody looked at
public static class Lookup
{
    public static void Set(Span<int> table, int index, int value) => Unsafe.Add(ref MemoryMarshal.GetReference(table), index) = value;
}

// [Good CWE-787] the index is compared with the length
public static class LookupGood
{
    public static void Set(Span<int> table, int index, int value)
    {
        if ((uint)index >= (uint)table.Length)
            throw new ArgumentOutOfRangeException(nameof(index));
        Unsafe.Add(ref MemoryMarshal.GetReference(table), index) = value;
    }
}

// [Bad CWE-426] the program is found by the search path
public class Converter
{
    public void Convert(string file)
    {
        var start = new ProcessStartInfo("convert") { UseShellExecute = false };
        start.ArgumentList.Add("--");
        start.ArgumentList.Add(Path.GetFullPath(file));
        using var process = Process.Start(start);
        process!.WaitForExit();
    }
}

// [Good CWE-426] the program by its full path
public class ConverterGood
{
    public void Convert(string file)
    {
        var start = new ProcessStartInfo("/usr/bin/convert") { UseShellExecute = false };
        start.ArgumentList.Add("--");
        start.ArgumentList.Add(Path.GetFullPath(file));
        using var process = Process.Start(start);
        process!.WaitForExit();
    }
}
