using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;
using SecureBuild.Submission;

namespace SecureBuild.Verification.Submission;

/// <summary>
/// The directory of a zip from somebody else (APPNOTE.TXT 6.3), read as strictly as no ordinary library does: each file once, its own header saying the same as the directory,
/// no two over the same bytes, nothing before, between or behind them, no encryption, no links. Two programs that read the same archive then see the same files.
/// </summary>
sealed class ZipDirectory
{
    /// <summary>Most files.</summary>
    public const int MostFiles = 20_000;

    const int EndSize = 22, LocatorSize = 20, EntrySize = 46, HeaderSize = 30, LargestDirectory = 32 << 20, LargestDescriptor = 24;

    readonly Stream _zip;

    ZipDirectory(Stream zip) => _zip = zip;

    /// <summary>The files, in the order in which they lie there.</summary>
    /// <exception cref="ZipRefusedException">It is no such zip.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static ImmutableArray<ZipMember> Read(Stream zip) => new ZipDirectory(zip).Members();

    ImmutableArray<ZipMember> Members()
    {
        var (offset, size, count) = End();
        if (count > MostFiles || size > LargestDirectory)
            throw new ZipRefusedException("SB9744", MostFiles);
        var directory = Bytes(offset, (int)size);
        var members = new List<ZipMember>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        var folders = new HashSet<string>(StringComparer.Ordinal);
        var at = 0;
        for (var number = 0L; number < count; number++)
        {
            var (member, isFolder, length) = Entry(directory.AsSpan(at));
            at += length;
            Claim(member.Name, isFolder, names, folders);
            member = WithHeader(member, offset, directory.AsSpan(at - length));
            members.Add(member);
            if (isFolder)
                members[^1] = member with { Name = "" };
        }
        if (at != directory.Length)
            throw new ZipRefusedException("SB9740");
        return Apart(members, offset);
    }

    // End of central directory, and its 64-bit form where a number does not fit.
    (long Offset, long Size, long Count) End()
    {
        if (_zip.Length < EndSize)
            throw new ZipRefusedException("SB9740");
        var tail = Bytes(Math.Max(0, _zip.Length - EndSize - ushort.MaxValue), (int)Math.Min(_zip.Length, EndSize + ushort.MaxValue));
        for (var at = tail.Length - EndSize; at >= 0; at--)
        {
            var end = tail.AsSpan(at);
            if (BinaryPrimitives.ReadUInt32LittleEndian(end) != 0x06054b50 || EndSize + U16(end, 20) != end.Length)
                continue;
            var (count, size, offset) = ((long)U16(end, 10), (long)U32(end, 12), (long)U32(end, 16));
            var place = _zip.Length - tail.Length + at;
            if (count == ushort.MaxValue || size == uint.MaxValue || offset == uint.MaxValue)
                (offset, size, count, place) = End64(place);
            if (U16(end, 4) != 0 || U16(end, 6) != 0 || offset < 0 || size < 0 || offset > place || size != place - offset)
                throw new ZipRefusedException("SB9740");
            return (offset, size, count);
        }
        throw new ZipRefusedException("SB9740");
    }

    (long Offset, long Size, long Count, long Place) End64(long place)
    {
        var locator = Bytes(place - LocatorSize, LocatorSize);
        if (U32(locator, 0) != 0x07064b50)
            throw new ZipRefusedException("SB9740");
        var at = I64(locator, 8);
        var end = Bytes(at, 56);
        if (U32(end, 0) != 0x06064b50)
            throw new ZipRefusedException("SB9740");
        return (I64(end, 48), I64(end, 40), I64(end, 32), at);
    }

    static (ZipMember Member, bool IsFolder, int Length) Entry(ReadOnlySpan<byte> entry)
    {
        if (entry.Length < EntrySize || U32(entry, 0) != 0x02014b50)
            throw new ZipRefusedException("SB9740");
        var (nameLength, extraLength, commentLength) = (U16(entry, 28), U16(entry, 30), U16(entry, 32));
        var length = EntrySize + nameLength + extraLength + commentLength;
        if (entry.Length < length)
            throw new ZipRefusedException("SB9740");
        var name = Name(entry.Slice(EntrySize, nameLength), isUtf8: (U16(entry, 8) & 0x800) != 0);
        // Encrypted in any way, or compressed in one that is not everybody's.
        if ((U16(entry, 8) & 0x2041) != 0 || U16(entry, 10) is not (0 or 8))
            throw new ZipRefusedException("SB9743", name);
        var (compressed, size, header) = Sizes(entry, entry.Slice(EntrySize + nameLength, extraLength));
        // The upper half has the file type of Unix, whatever system is said to have made the archive.
        var type = U32(entry, 38) >> 28;
        var isFolder = name.EndsWith('/');
        if (type is not (0 or 8) && !(type == 4 && isFolder))
            throw new ZipRefusedException("SB9745", name);
        if (isFolder && size != 0)
            throw new ZipRefusedException("SB9746", name);
        return (new(isFolder ? name[..^1] : name, header, U16(entry, 10) == 8, compressed, size), isFolder, length);
    }

    static (long Compressed, long Size, long Header) Sizes(ReadOnlySpan<byte> entry, ReadOnlySpan<byte> extra)
    {
        long compressed = U32(entry, 20), size = U32(entry, 24), header = U32(entry, 42);
        while (extra.Length >= 4)
        {
            var (id, length) = (U16(extra, 0), U16(extra, 2));
            if (extra.Length < 4 + length)
                throw new ZipRefusedException("SB9740");
            if (id == 1)
            {
                var rest = extra.Slice(4, length);
                size = Wide(size, ref rest);
                compressed = Wide(compressed, ref rest);
                header = Wide(header, ref rest);
            }
            extra = extra[(4 + length)..];
        }
        if (compressed < 0 || size < 0 || header < 0)
            throw new ZipRefusedException("SB9740");
        return (compressed, size, header);
    }

    static long Wide(long value, ref ReadOnlySpan<byte> rest)
    {
        if (value != uint.MaxValue)
            return value;
        if (rest.Length < 8)
            throw new ZipRefusedException("SB9740");
        value = I64(rest, 0);
        rest = rest[8..];
        return value;
    }

    static string Name(ReadOnlySpan<byte> bytes, bool isUtf8)
    {
        string name;
        try
        {
            name = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            throw new ZipRefusedException("SB9741", Encoding.Latin1.GetString(bytes));
        }
        // Without the mark each system reads other characters out of the same bytes.
        if ((!isUtf8 && !Ascii.IsValid(bytes)) || !PackagePath.IsSafe(name.EndsWith('/') ? name[..^1] : name))
            throw new ZipRefusedException("SB9741", name);
        return name;
    }

    // One name for one file, and no file where a folder is.
    static void Claim(string name, bool isFolder, HashSet<string> names, HashSet<string> folders)
    {
        var folded = PackagePath.Folded(name);
        if (isFolder ? names.Contains(folded) : !names.Add(folded) || folders.Contains(folded))
            throw new ZipRefusedException("SB9742", name);
        if (isFolder)
            folders.Add(folded);
        for (var slash = folded.LastIndexOf('/'); slash > 0; slash = folded.LastIndexOf('/', slash - 1))
        {
            var above = folded[..slash];
            if (names.Contains(above))
                throw new ZipRefusedException("SB9742", name);
            if (!folders.Add(above))
                break;
        }
    }

    ZipMember WithHeader(ZipMember member, long limit, ReadOnlySpan<byte> entry)
    {
        if (member.Header > limit - HeaderSize)
            throw new ZipRefusedException("SB9746", member.Name);
        var nameLength = U16(entry, 28);
        var header = Bytes(member.Header, HeaderSize);
        if (U32(header, 0) != 0x04034b50 || U16(header, 6) != U16(entry, 8) || U16(header, 8) != U16(entry, 10) || U16(header, 26) != nameLength
            || !SameSizes(header, entry) || !Bytes(member.Header + HeaderSize, nameLength).AsSpan().SequenceEqual(entry.Slice(EntrySize, nameLength)))
            throw new ZipRefusedException("SB9746", member.Name);
        return member with { Data = member.Header + HeaderSize + nameLength + U16(header, 28) };
    }

    // Where the sizes follow the content (a data descriptor) the header has none; 64-bit ones stand elsewhere.
    static bool SameSizes(ReadOnlySpan<byte> header, ReadOnlySpan<byte> entry) => (U16(header, 6) & 8) != 0
        || (Same(U32(header, 18), U32(entry, 20)) && Same(U32(header, 22), U32(entry, 24)));

    static bool Same(uint one, uint other) => one == other || one == uint.MaxValue || other == uint.MaxValue;

    static ImmutableArray<ZipMember> Apart(List<ZipMember> members, long limit)
    {
        members.Sort(static (one, other) => one.Header.CompareTo(other.Header));
        var free = 0L;
        foreach (var member in members)
        {
            // Behind the content there may be a data descriptor, and nothing else.
            if (member.Header < free || member.Header - free > (free == 0 ? 0 : LargestDescriptor) || member.Compressed > limit - member.Data)
                throw new ZipRefusedException("SB9746", member.Name);
            free = member.Data + member.Compressed;
        }
        if (limit - free > (free == 0 ? 0 : LargestDescriptor))
            throw new ZipRefusedException("SB9746", members.Count == 0 ? "" : members[^1].Name);
        return [.. members.Where(static member => member.Name.Length > 0)];
    }

    byte[] Bytes(long at, int length)
    {
        if (at < 0 || at > _zip.Length - length)
            throw new ZipRefusedException("SB9740");
        _zip.Position = at;
        var bytes = new byte[length];
        _zip.ReadExactly(bytes);
        return bytes;
    }

    static int U16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    static uint U32(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);

    static long I64(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadInt64LittleEndian(bytes[at..]);
}

/// <summary>A zip is refused; why is the message's code.</summary>
sealed class ZipRefusedException(string code, params object[] arguments) : Exception(code)
{
    public string Code { get; } = code;

    public object[] Arguments { get; } = arguments;
}
