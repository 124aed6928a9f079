using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace SecureBuild.Vulnerabilities;

/// <summary>
/// The form in which advisories are kept between builds: a digest of the rest, the data's own description, a table from packages to places, and at each
/// place what is about that package. Looked up in as it is; only what is about the asked package is taken apart.
/// </summary>
static class AdvisoryIndexFile
{
    const int DigestLength = 32;

    // With the format's version: an index of another one is made anew.
    static ReadOnlySpan<byte> Magic => "SBADV001"u8;

    /// <summary>The whole.</summary>
    public static byte[] Write(AdvisoryData data, IReadOnlyList<UnreadAdvisory> told, IEnumerable<(string Key, byte[][] Advisories)> packages)
    {
        using var blobs = new MemoryStream();
        using var blob = new BinaryWriter(blobs, Encoding.UTF8);
        var table = new List<(ulong Hash, int Offset)>();
        foreach (var (key, advisories) in packages.Where(static package => package.Advisories.Length > 0).OrderBy(static package => package.Key, StringComparer.Ordinal))
        {
            table.Add((Hash(key), checked((int)blobs.Position)));
            blob.Write(key);
            blob.Write(advisories.Length);
            foreach (var advisory in advisories)
                blob.Write(advisory);
        }
        table.Sort(static (a, b) => a.Hash != b.Hash ? a.Hash.CompareTo(b.Hash) : a.Offset.CompareTo(b.Offset));

        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        writer.Write(Magic);
        writer.Write(new byte[DigestLength]);
        writer.Write(data.Sha256);
        writer.Write(data.Newest?.UtcTicks ?? 0);
        writer.Write(data.Advisories);
        writer.Write(data.Withdrawn);
        writer.Write(data.Unread);
        writer.Write(told.Count);
        foreach (var unread in told)
        {
            writer.Write(unread.File);
            writer.Write(unread.Code);
            writer.Write(unread.Line);
            writer.Write(unread.Column);
            writer.Write(unread.Detail);
        }
        writer.Write(table.Count);
        foreach (var (hash, offset) in table)
        {
            writer.Write(hash);
            writer.Write(offset);
        }
        blob.Flush();
        blobs.WriteTo(stream);
        var bytes = stream.ToArray();
        SHA256.HashData(bytes.AsSpan(Magic.Length + DigestLength), bytes.AsSpan(Magic.Length, DigestLength));
        return bytes;
    }

    /// <summary>Opens it; null for anything but a whole index of this version.</summary>
    public static AdvisoryIndex? Open(byte[] bytes)
    {
        if (!bytes.AsSpan().StartsWith(Magic) || bytes.Length < Magic.Length + DigestLength
            || !SHA256.HashData(bytes.AsSpan(Magic.Length + DigestLength)).AsSpan().SequenceEqual(bytes.AsSpan(Magic.Length, DigestLength)))
            return null;
        using var reader = new BinaryReader(new MemoryStream(bytes, Magic.Length + DigestLength, bytes.Length - Magic.Length - DigestLength), Encoding.UTF8);
        var data = new AdvisoryData(reader.ReadString(), reader.ReadInt64() is > 0 and var ticks ? new(ticks, TimeSpan.Zero) : null, reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32());
        var told = ImmutableArray.CreateBuilder<UnreadAdvisory>();
        for (var count = reader.ReadInt32(); count > 0; count--)
            told.Add(new(reader.ReadString(), reader.ReadString(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadString()));
        var packages = reader.ReadInt32();
        return new(data, told.ToImmutable(), bytes, Magic.Length + DigestLength + (int)reader.BaseStream.Position, packages);
    }

    /// <summary>What one package's part of the index says; the key tells it from another of the same hash.</summary>
    public static ImmutableArray<Advisory> Decode(byte[] bytes, int offset, string key)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes, offset, bytes.Length - offset), Encoding.UTF8);
        if (reader.ReadString() != key)
            return [];
        var advisories = ImmutableArray.CreateBuilder<Advisory>();
        for (var count = reader.ReadInt32(); count > 0; count--)
            advisories.Add(Advisory(reader));
        return advisories.ToImmutable();
    }

    /// <summary>One advisory.</summary>
    public static byte[] Encode(Advisory advisory)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        writer.Write(advisory.Id);
        Texts(writer, advisory.Aliases);
        writer.Write(advisory.Summary ?? "");
        writer.Write((byte)advisory.Severity);
        writer.Write(advisory.Cvss?.Text ?? "");
        writer.Write(advisory.Cvss?.Method ?? "");
        writer.Write(advisory.Cvss?.Score ?? -1);
        writer.Write(advisory.Cwes.Length);
        foreach (var number in advisory.Cwes)
            writer.Write(number);
        writer.Write(advisory.Published?.UtcTicks ?? 0);
        writer.Write(advisory.Modified.UtcTicks);
        writer.Write(advisory.Affected.Length);
        foreach (var affected in advisory.Affected)
        {
            writer.Write(affected.IsComparable);
            Texts(writer, affected.Versions);
            writer.Write(affected.Ranges.Length);
            foreach (var range in affected.Ranges)
            {
                writer.Write(range.Events.Length);
                foreach (var step in range.Events)
                {
                    writer.Write((byte)step.Kind);
                    writer.Write(step.Version);
                }
            }
        }
        writer.Flush();
        return stream.ToArray();
    }

    /// <summary>FNV-1a over UTF-16, 64 bits: the same everywhere.</summary>
    public static ulong Hash(string key)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in key)
            hash = unchecked((hash ^ c) * 1099511628211UL);
        return hash;
    }

    static Advisory Advisory(BinaryReader reader)
    {
        var (id, aliases, summary, severity) = (reader.ReadString(), Texts(reader), reader.ReadString(), (Severity)reader.ReadByte());
        var (vector, method, score) = (reader.ReadString(), reader.ReadString(), reader.ReadDouble());
        var cwes = new int[reader.ReadInt32()];
        for (var i = 0; i < cwes.Length; i++)
            cwes[i] = reader.ReadInt32();
        var (published, modified) = (reader.ReadInt64(), reader.ReadInt64());
        var affected = ImmutableArray.CreateBuilder<AffectedVersions>();
        for (var count = reader.ReadInt32(); count > 0; count--)
        {
            var (comparable, versions) = (reader.ReadBoolean(), Texts(reader));
            var ranges = ImmutableArray.CreateBuilder<AffectedRange>();
            for (var more = reader.ReadInt32(); more > 0; more--)
            {
                var events = new RangeEvent[reader.ReadInt32()];
                for (var i = 0; i < events.Length; i++)
                    events[i] = new((RangeEventKind)reader.ReadByte(), reader.ReadString());
                ranges.Add(new([.. events]));
            }
            affected.Add(new(versions, ranges.ToImmutable(), comparable));
        }
        return new(id, aliases, summary.Length > 0 ? summary : null, severity, vector.Length > 0 ? new(vector, method, score >= 0 ? score : null) : null, [.. cwes],
            published > 0 ? new(published, TimeSpan.Zero) : null, new(modified, TimeSpan.Zero)) { Affected = affected.ToImmutable() };
    }

    static void Texts(BinaryWriter writer, ImmutableArray<string> texts)
    {
        writer.Write(texts.Length);
        foreach (var text in texts)
            writer.Write(text);
    }

    static ImmutableArray<string> Texts(BinaryReader reader)
    {
        var texts = new string[reader.ReadInt32()];
        for (var i = 0; i < texts.Length; i++)
            texts[i] = reader.ReadString();
        return [.. texts];
    }
}
