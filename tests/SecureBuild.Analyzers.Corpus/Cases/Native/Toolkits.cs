using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Halyard.Codecs;

/// <summary>Reads frames: two bytes of length, then the payload.</summary>
public static unsafe class FrameReader
{
    // [Bad CWE-787] the frame says how much is written into 256 bytes
    public static int Sum(ReadOnlySpan<byte> frame)
    {
        byte* buffer = stackalloc byte[256];
        int length = BinaryPrimitives.ReadUInt16BigEndian(frame);
        fixed (byte* source = frame)
        {
            for (var i = 0; i < length; i++)
                buffer[i] = source[i + 2];
        }
        var sum = 0;
        for (var i = 0; i < 256; i++)
            sum += buffer[i];
        return sum;
    }

    // [Good CWE-787] what the frame says is checked
    public static int SumChecked(ReadOnlySpan<byte> frame)
    {
        byte* buffer = stackalloc byte[256];
        int length = BinaryPrimitives.ReadUInt16BigEndian(frame);
        if (length > 256 || length > frame.Length - 2)
            throw new FormatException("The frame is too long.");
        fixed (byte* source = frame)
        {
            for (var i = 0; i < length; i++)
                buffer[i] = source[i + 2];
        }
        var sum = 0;
        for (var i = 0; i < length; i++)
            sum += buffer[i];
        return sum;
    }

    // [Bad CWE-119] a block copied by its own length into another's memory
    public static void Copy(byte[] payload, Span<byte> target)
    {
        fixed (byte* from = payload, to = target)
            Unsafe.CopyBlock(to, from, (uint)payload.Length);
    }

    // [Good CWE-119] the span refuses what does not fit
    public static void CopyChecked(byte[] payload, Span<byte> target) => payload.AsSpan().CopyTo(target);
}

// [Bad CWE-426] the loader takes the first library of that name
public static class CodecLoader
{
    public static nint Load(string variant) => NativeLibrary.Load("halyardcodec-" + variant);
}

// [Good CWE-426] the library beside the assembly
public static class OwnCodecLoader
{
    public static nint Load() => NativeLibrary.Load("halyardcodec", typeof(OwnCodecLoader).Assembly, DllImportSearchPath.AssemblyDirectory);
}
