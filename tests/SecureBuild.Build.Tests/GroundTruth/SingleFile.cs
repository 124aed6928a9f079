using System.Security.Cryptography;
using System.Text;

namespace SecureBuild.Build.Tests.GroundTruth;

/// <summary>What is really in a .NET single-file program: read from the program, by the host's own format (dotnet/designs, single-file/bundler.md).</summary>
static class SingleFile
{
    static readonly byte[] s_marker =
    [
        0x8b, 0x12, 0x02, 0xb9, 0x6a, 0x61, 0x20, 0x38, 0x72, 0x7b, 0x93, 0x02, 0x14, 0xd7, 0xa0, 0x32,
        0x13, 0xf5, 0xb9, 0xe6, 0xef, 0xae, 0x33, 0x18, 0xee, 0x3b, 0x2d, 0xce, 0x24, 0xb3, 0x6a, 0xae,
    ];

    /// <summary>The bundled files with both digests, as <see cref="Listed.FilesIn"/> writes them.</summary>
    public static IReadOnlyList<string> Files(string path)
    {
        var bytes = File.ReadAllBytes(path);
        using var reader = new BinaryReader(new MemoryStream(bytes), Encoding.UTF8);
        reader.BaseStream.Position = BitConverter.ToInt64(bytes, bytes.AsSpan().IndexOf(s_marker) - sizeof(long));
        Assert.Equal(6u, reader.ReadUInt32());
        reader.ReadUInt32();
        var count = reader.ReadInt32();
        reader.ReadString();
        reader.BaseStream.Position += 5 * sizeof(long);
        var files = new List<string>();
        for (; count > 0; count--)
        {
            var (offset, size, compressed, _, name) = (reader.ReadInt64(), reader.ReadInt64(), reader.ReadInt64(), reader.ReadByte(), reader.ReadString());
            Assert.Equal(0, compressed);
            files.Add(Folder.Line(name, bytes.AsSpan((int)offset, (int)size)));
        }
        return [.. files.Order(StringComparer.Ordinal)];
    }
}

/// <summary>What is really in a folder.</summary>
static class Folder
{
    /// <summary>Its files with both digests, as <see cref="Listed.Files"/> writes them; without the bill of materials.</summary>
    public static IReadOnlyList<string> Files(string folder) =>
    [
        .. Directory.GetFiles(folder, "*", SearchOption.AllDirectories)
            .Select(path => (Path: path, Name: Path.GetRelativePath(folder, path).Replace('\\', '/')))
            .Where(file => !file.Name.StartsWith("securebuild/", StringComparison.Ordinal))
            .Select(file => Line(file.Name, File.ReadAllBytes(file.Path))).Order(StringComparer.Ordinal),
    ];

    public static string Line(string name, ReadOnlySpan<byte> content) => $"{name} {Convert.ToHexStringLower(SHA256.HashData(content))} {Convert.ToHexStringLower(SHA512.HashData(content))}";
}
