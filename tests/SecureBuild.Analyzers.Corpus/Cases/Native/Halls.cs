// Native code, again.
using System.Runtime.InteropServices;

namespace Corpus.Native.Halls;

// [Bad CWE-787] a string's length stands in its first byte
public static unsafe class PascalString
{
    public static int Read(byte[] data)
    {
        var target = stackalloc byte[32];
        byte count = data[0];
        for (int i = 0; i < count; i++)
            target[i] = data[1 + i];
        return target[0];
    }
}

// [Good CWE-787] a byte cannot be too large for 256
public static unsafe class PascalStringGood
{
    public static int Read(byte[] data)
    {
        var target = stackalloc byte[256];
        byte count = data[0];
        for (int i = 0; i < count; i++)
            target[i] = data[1 + i];
        return target[0];
    }
}

// [Bad CWE-427] a plug-in from the temporary folder
public static class PluginLoader
{
    public static IntPtr Open(string name)
    {
        var folder = Path.Combine(Path.GetTempPath(), "plugins");
        return NativeLibrary.Load(Path.Combine(folder, name));
    }
}

// [Good CWE-427] a plug-in beside the program
public static class PluginLoaderGood
{
    public static IntPtr Open()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "plugins");
        return NativeLibrary.Load(Path.Combine(folder, "codec.so"));
    }
}
