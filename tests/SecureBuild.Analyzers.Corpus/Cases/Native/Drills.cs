// Pointers, sizes and libraries, once more.
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.Native.Drills;

public static unsafe class Memory
{
    // [Bad CWE-787] a text is copied into a buffer of a fixed size
    public static int Name(string name)
    {
        char* buffer = stackalloc char[32];
        for (int i = 0; i < name.Length; i++)
            buffer[i] = name[i];
        return buffer[0];
    }

    // [Good CWE-787] a text is copied into a buffer of a fixed size, if it fits
    public static int ShortName(string name)
    {
        char* buffer = stackalloc char[32];
        if (name.Length > 32)
            throw new ArgumentException("too long", nameof(name));
        for (int i = 0; i < name.Length; i++)
            buffer[i] = name[i];
        return buffer[0];
    }

    // [Bad CWE-125] bytes behind a header, by the header's own length
    public static byte[] Body(byte[] packet)
    {
        fixed (byte* start = packet)
        {
            int length = *(int*)start;
            var body = new byte[length];
            Marshal.Copy((IntPtr)(start + 4), body, 0, length);
            return body;
        }
    }

    // [Good CWE-125] bytes behind a header, by spans
    public static byte[] SafeBody(byte[] packet)
    {
        var length = BitConverter.ToInt32(packet);
        return packet.AsSpan(4, length).ToArray();
    }

    // [Bad CWE-190] the size is computed before it is checked
    public static IntPtr Table(int rows, int columns)
    {
        var memory = Marshal.AllocHGlobal(rows * columns * sizeof(double));
        return memory;
    }

    // [Good CWE-190] the size is computed with a check
    public static IntPtr SafeTable(int rows, int columns) => Marshal.AllocHGlobal(checked(rows * columns * sizeof(double)));

    // [Good CWE-787] a span of an array's part
    public static Span<byte> Part(byte[] data, int start, int count) => data.AsSpan(start, count);
}

// [Bad CWE-676] functions of the C library that know no bounds
public static class C
{
    [DllImport("msvcrt.dll", CallingConvention = CallingConvention.Cdecl), DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    public static extern IntPtr strcpy(IntPtr destination, string source);

    [DllImport("msvcrt.dll", CallingConvention = CallingConvention.Cdecl), DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    public static extern IntPtr gets(StringBuilder buffer);
}

// [Good CWE-676] functions of the C library that know a length
public static class BoundedC
{
    [DllImport("msvcrt.dll", CallingConvention = CallingConvention.Cdecl), DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    public static extern int strncpy_s(StringBuilder destination, nuint size, string source, nuint count);
}

// [Bad CWE-427] libraries from the folder of everybody
public static class Loader
{
    public static void Prepare()
    {
        Environment.SetEnvironmentVariable("PATH", "/tmp/plugins:" + Environment.GetEnvironmentVariable("PATH"));
        NativeLibrary.Load("plugin.so");
    }
}

// [Good CWE-427] libraries from our own folder
public static class OwnLoader
{
    public static IntPtr Load() => NativeLibrary.Load(Path.Combine(AppContext.BaseDirectory, "native", "plugin.so"));
}
