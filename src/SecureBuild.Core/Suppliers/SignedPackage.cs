using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;

namespace SecureBuild.Suppliers;

/// <summary>Digests of a <c>.nupkg</c>, lower-case hexadecimal.</summary>
/// <param name="File">SHA-256 of the file as it is; null where it cannot be read.</param>
/// <param name="Content">Digest of the package without its signature; null where it has none or is no package.</param>
sealed record PackageDigests(string? File, string? Content);

/// <summary>
/// Digests of a <c>.nupkg</c> in one reading: of the file as it is, and of the package without <c>.signature.p7s</c> (its entry, its line in the central
/// directory, and the counts and offsets that both change), which is what a package signature signs.
/// </summary>
static class SignedPackage
{
    const int EndSize = 22, HeaderSize = 46, LargestDirectory = 64 << 20;
    const uint EndMark = 0x06054b50, HeaderMark = 0x02014b50;

    /// <summary>The digests.</summary>
    /// <param name="path">The package.</param>
    /// <param name="algorithm">Algorithm of the signed digest.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static PackageDigests Digests(string path, HashAlgorithmName algorithm)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0, FileOptions.SequentialScan);
        var layout = Layout.Read(stream);
        using var file = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var content = IncrementalHash.CreateHash(algorithm);
        var buffer = ArrayPool<byte>.Shared.Rent(1 << 17);
        try
        {
            var position = stream.Seek(0, SeekOrigin.Begin);
            for (int length; (length = stream.Read(buffer)) > 0; position += length)
            {
                file.AppendData(buffer, 0, length);
                if (layout is not null)
                    foreach (var (start, end) in layout.Kept)
                        if (Math.Max(start, position) is var from && Math.Min(end, position + length) is var to && from < to)
                            content.AppendData(buffer, (int)(from - position), (int)(to - from));
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
        if (layout is not null)
            content.AppendData(layout.Directory);
        return new(Convert.ToHexStringLower(file.GetHashAndReset()), layout is null ? null : Convert.ToHexStringLower(content.GetHashAndReset()));
    }

    /// <summary>Where the signature lies, and the central directory as it was without it.</summary>
    sealed record Layout((long Start, long End)[] Kept, byte[] Directory)
    {
        public static Layout? Read(FileStream stream)
        {
            if (stream.Length is < EndSize or > uint.MaxValue)
                return null;
            // Packages have no comment; behind one the end has to be looked for.
            var tail = Tail(stream, EndSize);
            if (BinaryPrimitives.ReadUInt32LittleEndian(tail) != EndMark)
                tail = Tail(stream, EndSize + ushort.MaxValue);
            var end = tail.Length - EndSize;
            while (end >= 0 && BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(end)) != EndMark)
                end--;
            if (end < 0)
                return null;
            var (size, offset) = (BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(end + 12)), BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(end + 16)));
            var place = stream.Length - tail.Length + end;
            if (size > LargestDirectory || offset + (long)size != place)
                return null;
            var directory = new byte[size];
            stream.Seek(offset, SeekOrigin.Begin);
            stream.ReadExactly(directory);
            return Without(directory, offset, tail.AsSpan(end));
        }

        static byte[] Tail(FileStream stream, int length)
        {
            var tail = new byte[Math.Min(stream.Length, length)];
            stream.Seek(-tail.Length, SeekOrigin.End);
            stream.ReadExactly(tail);
            return tail;
        }

        static Layout? Without(byte[] directory, uint directoryOffset, Span<byte> end)
        {
            var (signature, signatureSize) = (-1, 0);
            var next = (long)directoryOffset;
            var signatureOffset = 0L;
            for (var at = 0; at < directory.Length;)
            {
                var size = Header(directory, at);
                if (size == 0)
                    return null;
                if (Name(directory, at).SequenceEqual(".signature.p7s"u8))
                {
                    if (signature >= 0)
                        return null;
                    (signature, signatureSize, signatureOffset) = (at, size, Offset(directory, at));
                }
                at += size;
            }
            if (signature < 0 || signatureOffset >= directoryOffset)
                return null;
            for (var at = 0; at < directory.Length; at += Header(directory, at))
                if (Offset(directory, at) is var offset && offset > signatureOffset && offset < next)
                    next = offset;
            var entry = (uint)(next - signatureOffset);

            var rest = new byte[directory.Length - signatureSize + end.Length];
            directory.AsSpan(0, signature).CopyTo(rest);
            directory.AsSpan(signature + signatureSize).CopyTo(rest.AsSpan(signature));
            for (var at = 0; at < directory.Length - signatureSize; at += Header(rest, at))
                if (Offset(rest, at) is var offset && offset > signatureOffset)
                    BinaryPrimitives.WriteUInt32LittleEndian(rest.AsSpan(at + 42), offset - entry);

            var last = rest.AsSpan(directory.Length - signatureSize);
            end.CopyTo(last);
            Subtract16(last[8..], 1);
            Subtract16(last[10..], 1);
            BinaryPrimitives.WriteUInt32LittleEndian(last[12..], (uint)(directory.Length - signatureSize));
            BinaryPrimitives.WriteUInt32LittleEndian(last[16..], directoryOffset - entry);
            return new([(0, signatureOffset), (next, directoryOffset)], rest);
        }

        // Length of the header here, or 0.
        static int Header(byte[] directory, int at)
        {
            if (at + HeaderSize > directory.Length || BinaryPrimitives.ReadUInt32LittleEndian(directory.AsSpan(at)) != HeaderMark)
                return 0;
            var size = HeaderSize + Short(directory, at + 28) + Short(directory, at + 30) + Short(directory, at + 32);
            return at + size <= directory.Length ? size : 0;
        }

        static ReadOnlySpan<byte> Name(byte[] directory, int at) => directory.AsSpan(at + HeaderSize, Short(directory, at + 28));

        static uint Offset(byte[] directory, int at) => BinaryPrimitives.ReadUInt32LittleEndian(directory.AsSpan(at + 42));

        static int Short(byte[] bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at));

        static void Subtract16(Span<byte> place, ushort value) =>
            BinaryPrimitives.WriteUInt16LittleEndian(place, (ushort)(BinaryPrimitives.ReadUInt16LittleEndian(place) - value));
    }
}
