using System.Diagnostics;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Shop.Native;

// [Bad CWE-427] the library is searched where the program was started
internal static class Scanner
{
    [DllImport("scanner.dll", CharSet = CharSet.Unicode)]
    internal static extern int Open(string device);
}

// [Good CWE-427] the library is beside the assembly
internal static class SafeScanner
{
    [DllImport("scanner.dll", CharSet = CharSet.Unicode)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory)]
    internal static extern int Open(string device);
}

// [Good CWE-427] a library of the system
internal static class Kernel
{
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [DllImport("kernel32.dll", SetLastError = true)]
    internal static extern bool CloseHandle(IntPtr handle);
}

// [Bad CWE-676] strcpy
internal static class Runtime
{
    [DllImport("msvcrt.dll", CallingConvention = CallingConvention.Cdecl)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    internal static extern IntPtr strcpy(StringBuilder destination, string source);
}

// [Good CWE-676] strlen of a terminated text that we made
internal static class Lengths
{
    [DllImport("msvcrt.dll", CallingConvention = CallingConvention.Cdecl)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    internal static extern nuint wcslen([MarshalAs(UnmanagedType.LPWStr)] string text);
}

// [Bad CWE-676] sprintf under a better name
internal static class Formats
{
    [DllImport("libc", EntryPoint = "sprintf", CallingConvention = CallingConvention.Cdecl)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static extern int Format(byte[] buffer, string format, int value);
}

public static unsafe class Buffers
{
    // [Bad CWE-787] as many as the source has
    public static void Copy(byte[] source)
    {
        byte* target = stackalloc byte[64];
        for (var i = 0; i < source.Length; i++)
            target[i] = source[i];
        Console.WriteLine(target[0]);
    }

    // [Good CWE-787] as many as fit
    public static void CopyWhatFits(byte[] source)
    {
        byte* target = stackalloc byte[64];
        for (var i = 0; i < Math.Min(source.Length, 64); i++)
            target[i] = source[i];
        Console.WriteLine(target[0]);
    }

    // [Bad CWE-787] Marshal copies what it is told
    public static void Send(byte[] message)
    {
        var memory = Marshal.AllocHGlobal(256);
        Marshal.Copy(message, 0, memory, message.Length);
        Marshal.FreeHGlobal(memory);
    }

    // [Good CWE-787] the memory is as large as the message
    public static void SendFitting(byte[] message)
    {
        var memory = Marshal.AllocHGlobal(message.Length);
        Marshal.Copy(message, 0, memory, message.Length);
        Marshal.FreeHGlobal(memory);
    }

    // [Good CWE-787] a span checks
    public static void Span(ReadOnlySpan<byte> source)
    {
        Span<byte> target = stackalloc byte[64];
        source.CopyTo(target);
        Console.WriteLine(target[0]);
    }

    // [Bad CWE-787] MemoryCopy with the source's length as the target's size
    public static void Move(byte[] source, byte[] target)
    {
        fixed (byte* from = source)
        fixed (byte* to = target)
            Buffer.MemoryCopy(from, to, source.Length, source.Length);
    }

    // [Good CWE-787] MemoryCopy with the target's size
    public static void MoveChecked(byte[] source, byte[] target)
    {
        fixed (byte* from = source)
        fixed (byte* to = target)
            Buffer.MemoryCopy(from, to, target.Length, source.Length);
    }

    // [Bad CWE-125] an index of the caller behind a pointer
    public static byte At(byte[] data, int index)
    {
        fixed (byte* start = data)
            return *(start + index);
    }

    // [Good CWE-125] an index that was compared
    public static byte AtChecked(byte[] data, int index)
    {
        if ((uint)index >= (uint)data.Length)
            throw new ArgumentOutOfRangeException(nameof(index));
        fixed (byte* start = data)
            return *(start + index);
    }

    // [Good CWE-125] an index of an array
    public static byte Indexed(byte[] data, int index) => data[index];

    // [Bad CWE-787] Unsafe writes without looking
    public static void Write(byte[] data, int offset, long value) => Unsafe.WriteUnaligned(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(data), offset), value);

    // [Good CWE-787] the primitives look
    public static void WriteChecked(byte[] data, int offset, long value) => System.Buffers.Binary.BinaryPrimitives.WriteInt64LittleEndian(data.AsSpan(offset), value);
}

public static class Programs
{
    // [Bad CWE-426] a library from the directory where one is
    public static IntPtr Plug() => NativeLibrary.Load("plugin.dll");

    // [Good CWE-426] a library by its full path
    public static IntPtr PlugBeside() => NativeLibrary.Load(Path.Combine(AppContext.BaseDirectory, "plugin.dll"));

    // [Bad CWE-426] a library of a relative path
    public static Assembly Extension() => Assembly.LoadFrom(@"extensions\report.dll");

    // [Good CWE-426] a program by its full path
    public static Process? Tool() => Process.Start(new ProcessStartInfo("/usr/bin/pdftotext") { UseShellExecute = false });

    // [Bad CWE-426] a program that is searched
    public static Process? Searched() => Process.Start(new ProcessStartInfo("convert-report.exe") { UseShellExecute = false });

    // [Bad CWE-427] the directory of temporary files joins the search path
    public static void Extend() => Environment.SetEnvironmentVariable("PATH", Path.GetTempPath() + ";" + Environment.GetEnvironmentVariable("PATH"));

    // [Good CWE-427] the directory of the program joins the search path of a child
    public static ProcessStartInfo Child() => new("/opt/shop/bin/worker") { Environment = { ["SHOP_HOME"] = AppContext.BaseDirectory } };
}
