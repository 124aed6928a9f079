using System.Buffers.Binary;
using System.Security.Cryptography;

namespace SecureBuild.Sbom;

/// <summary>
/// The digest that a package keeps when it is signed: of the archive without its entry <c>.signature.p7s</c>, as NuGet computes <c>contentHash</c>
/// (NuGet.Client, SignedPackageArchiveUtility). Zip structures by APPNOTE 4.3; NuGet's packages have neither Zip64 nor several disks.
/// </summary>
static class PackageContentHash
{
    const string Signature = ".signature.p7s";
    const uint EntryMark = 0x02014b50;
    const int EndLength = 22;
    const int EntryLength = 46;

    /// <summary>Lower-case hexadecimal SHA-512, or null where the archive is built in a way that NuGet would not sign.</summary>
    public static string? Of(ReadOnlySpan<byte> package)
    {
        var end = package.LastIndexOf("PK\u0005\u0006"u8);
        if (end < 0 || end + EndLength > package.Length)
            return null;
        var count = BinaryPrimitives.ReadUInt16LittleEndian(package[(end + 10)..]);
        var length = BinaryPrimitives.ReadUInt32LittleEndian(package[(end + 12)..]);
        var start = BinaryPrimitives.ReadUInt32LittleEndian(package[(end + 16)..]);
        if (start + (ulong)length != (ulong)end)
            return null;

        var entries = new List<Entry>();
        for (var at = (int)start; at < end; at += entries[^1].Length)
        {
            if (at + EntryLength > end || BinaryPrimitives.ReadUInt32LittleEndian(package[at..]) != EntryMark)
                return null;
            var name = BinaryPrimitives.ReadUInt16LittleEndian(package[(at + 28)..]);
            var rest = BinaryPrimitives.ReadUInt16LittleEndian(package[(at + 30)..]) + BinaryPrimitives.ReadUInt16LittleEndian(package[(at + 32)..]);
            var offset = BinaryPrimitives.ReadUInt32LittleEndian(package[(at + 42)..]);
            if (at + EntryLength + name + rest > end || offset >= start)
                return null;
            entries.Add(new(at, EntryLength + name + rest, (int)offset, System.Text.Encoding.UTF8.GetString(package.Slice(at + EntryLength, name)) == Signature));
        }
        if (entries.Count != count)
            return null;
        var signature = entries.FindIndex(entry => entry.IsSignature);
        return signature < 0 ? Digest.Sha512(package) : Without(package, entries, entries[signature], (int)start, end);
    }

    static string Without(ReadOnlySpan<byte> package, List<Entry> entries, Entry signature, int start, int end)
    {
        var next = entries.Where(entry => entry.Offset > signature.Offset).Select(entry => entry.Offset).Append(start).Min();
        var gone = next - signature.Offset;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA512);
        hash.AppendData(package[..signature.Offset]);
        hash.AppendData(package[next..start]);
        Span<byte> number = stackalloc byte[4];
        foreach (var entry in entries)
        {
            if (entry.IsSignature)
                continue;
            hash.AppendData(package.Slice(entry.At, 42));
            BinaryPrimitives.WriteUInt32LittleEndian(number, (uint)(entry.Offset > signature.Offset ? entry.Offset - gone : entry.Offset));
            hash.AppendData(number);
            hash.AppendData(package.Slice(entry.At + EntryLength, entry.Length - EntryLength));
        }
        hash.AppendData(package.Slice(end, 8));
        BinaryPrimitives.WriteUInt16LittleEndian(number, (ushort)(entries.Count - 1));
        hash.AppendData(number[..2]);
        hash.AppendData(number[..2]);
        BinaryPrimitives.WriteUInt32LittleEndian(number, (uint)(end - start - signature.Length));
        hash.AppendData(number);
        BinaryPrimitives.WriteUInt32LittleEndian(number, (uint)(start - gone));
        hash.AppendData(number);
        hash.AppendData(package[(end + 20)..]);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    sealed record Entry(int At, int Length, int Offset, bool IsSignature);
}
