// Memory by its address, and libraries by their names.
using System.Diagnostics;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Corpus.Native.Exercises;

// [Bad CWE-427] a library by its bare name, from wherever it lies
public static partial class Codec
{
    [LibraryImport("codec.dll", EntryPoint = "decode")]
    public static partial int Decode(byte[] data, int length);

    public static partial int Decode(byte[] data, int length) => length;
}

// [Good CWE-427] a library from the program's folder
public static class SafeCodec
{
    [DllImport("codec.dll"), DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory)]
    public static extern int decode(byte[] data, int length);
}

// [Bad CWE-676] the copy of texts of the C library
public static class Strings
{
    [DllImport("libc", EntryPoint = "strcat"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern IntPtr Append(StringBuilder destination, string source);
}

// [Good CWE-676] the length of a text, bounded
public static class Lengths
{
    [DllImport("libc", EntryPoint = "strnlen"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern nint Length(string source, nint maximum);
}

public static unsafe class Buffers
{
    // [Bad CWE-787] as many bytes as the message says, into sixty-four
    public static byte Checksum(byte[] message)
    {
        byte* buffer = stackalloc byte[64];
        int length = message[0];
        for (int i = 0; i < length; i++)
            buffer[i] = message[i + 1];
        return buffer[0];
    }

    // [Good CWE-787] as many bytes as the message says, up to sixty-four
    public static byte SafeChecksum(byte[] message)
    {
        byte* buffer = stackalloc byte[64];
        int length = Math.Min(Math.Min((int)message[0], 64), message.Length - 1);
        for (int i = 0; i < length; i++)
            buffer[i] = message[i + 1];
        return buffer[0];
    }

    // [Bad CWE-787] memory of one size is filled with another's
    public static IntPtr Clone(byte[] data)
    {
        var memory = Marshal.AllocHGlobal(256);
        Marshal.Copy(data, 0, memory, data.Length);
        return memory;
    }

    // [Good CWE-787] memory of the size that is filled
    public static IntPtr SafeClone(byte[] data)
    {
        var memory = Marshal.AllocHGlobal(data.Length);
        Marshal.Copy(data, 0, memory, data.Length);
        return memory;
    }

    // [Bad CWE-125] an element by a number that nobody compared
    public static int Element(int[] values, int index)
    {
        ref var first = ref MemoryMarshal.GetArrayDataReference(values);
        return Unsafe.Add(ref first, index);
    }

    // [Good CWE-125] an element by a number within the array
    public static int SafeElement(int[] values, int index)
    {
        if ((uint)index >= (uint)values.Length)
            throw new ArgumentOutOfRangeException(nameof(index));
        ref var first = ref MemoryMarshal.GetArrayDataReference(values);
        return Unsafe.Add(ref first, index);
    }

    // [Bad CWE-119] a block is copied by the source's length alone
    public static void Move(byte[] source, byte[] target)
    {
        fixed (byte* from = source, to = target)
            Unsafe.CopyBlock(to, from, (uint)source.Length);
    }

    // [Good CWE-119] a block is copied within both
    public static void SafeMove(byte[] source, byte[] target)
    {
        fixed (byte* from = source, to = target)
            Buffer.MemoryCopy(from, to, target.Length, source.Length);
    }
}

// [Bad CWE-426] a program by its bare name
public class Converter
{
    public Process? Run(string file) => Process.Start(new ProcessStartInfo("convert") { ArgumentList = { file, "out.png" }, UseShellExecute = false });
}

// [Good CWE-426] a program by its full path
public class SafeConverter
{
    public Process? Run(string file) => Process.Start(new ProcessStartInfo("/usr/bin/convert") { ArgumentList = { file, "out.png" }, UseShellExecute = false });
}
