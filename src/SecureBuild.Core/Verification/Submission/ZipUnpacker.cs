using System.IO.Compression;
using SecureBuild.Containers;

namespace SecureBuild.Verification.Submission;

/// <summary>Unpacks a zip from somebody else into a folder, in pieces and within limits. Nothing is written before its directory was found to be in order.</summary>
static class ZipUnpacker
{
    /// <summary>Most bytes unpacked (4 GiB).</summary>
    public const long MostBytes = 4L << 30;

    // Text packs to a twentieth or a fortieth; a hundredth is somebody's intention.
    const int MostRatio = 100;
    const long RatioCounts = 64 << 20;

    /// <exception cref="ZipRefusedException">It is no zip that can be unpacked safely.</exception>
    /// <exception cref="IOException">It cannot be read, or there is no room.</exception>
    public static void Unpack(string zip, string folder)
    {
        using var stream = OrdinaryFile.Open(zip);
        if (!stream.CanSeek)
            throw new ZipRefusedException("SB9740");
        var members = ZipDirectory.Read(stream);
        var total = members.Sum(static member => member.Size > MostBytes ? MostBytes + 1 : member.Size);
        if (total > MostBytes || (total > RatioCounts && total / MostRatio > stream.Length))
            throw new ZipRefusedException("SB9744", ZipDirectory.MostFiles);
        var buffer = new byte[1 << 17];
        foreach (var member in members)
        {
            var place = Path.Combine(folder, member.Name);
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            using var target = new FileStream(place, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
            Copy(stream, member, target, buffer);
        }
    }

    static void Copy(Stream zip, ZipMember member, FileStream target, byte[] buffer)
    {
        zip.Position = member.Data;
        using var part = new PartStream(zip, member.Compressed);
        using Stream content = member.IsDeflated ? new DeflateStream(part, CompressionMode.Decompress) : part;
        var left = member.Size;
        try
        {
            while (content.Read(buffer) is > 0 and var length)
            {
                // More than its directory says: it would go on for as long as it likes.
                if ((left -= length) < 0)
                    throw new ZipRefusedException("SB9744", ZipDirectory.MostFiles);
                target.Write(buffer, 0, length);
            }
        }
        catch (InvalidDataException)
        {
            throw new ZipRefusedException("SB9740");
        }
        if (left != 0)
            throw new ZipRefusedException("SB9740");
    }

    /// <summary>A piece of a stream.</summary>
    sealed class PartStream(Stream whole, long length) : ForwardStream
    {
        long _left = length;

        public override int Read(Span<byte> buffer)
        {
            var read = whole.Read(buffer[..(int)Math.Min(buffer.Length, _left)]);
            _left -= read;
            return read;
        }
    }
}
