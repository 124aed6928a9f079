using System.IO.Compression;

namespace SecureBuild.Containers;

/// <summary>A tar stream whether it was compressed by gzip or not: what a file is called says nothing about it.</summary>
static class Uncompressed
{
    /// <summary>The tar stream.</summary>
    /// <param name="stream">Stream at its beginning.</param>
    public static Stream Of(Stream stream)
    {
        Span<byte> start = stackalloc byte[2];
        var length = stream.ReadAtLeast(start, 2, throwOnEndOfStream: false);
        if (stream.CanSeek)
            stream.Position -= length;
        var whole = stream.CanSeek ? stream : new Joined(start[..length].ToArray(), stream);
        return length == 2 && start[0] == 0x1f && start[1] == 0x8b ? new GZipStream(whole, CompressionMode.Decompress) : whole;
    }

    // What was looked at, and then the rest.
    sealed class Joined(byte[] start, Stream rest) : ForwardStream
    {
        int _at;

        public override int Read(Span<byte> buffer)
        {
            if (_at == start.Length)
                return rest.Read(buffer);
            var length = Math.Min(buffer.Length, start.Length - _at);
            start.AsSpan(_at, length).CopyTo(buffer);
            _at += length;
            return length;
        }
    }
}
