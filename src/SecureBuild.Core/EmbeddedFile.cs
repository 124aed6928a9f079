namespace SecureBuild;

/// <summary>The data files that travel inside this assembly.</summary>
static class EmbeddedFile
{
    /// <param name="path">Path below <c>src/SecureBuild.Core</c>, as <c>Catalogues/nist-ssdf-1.1.json</c>.</param>
    public static byte[] Bytes(string path)
    {
        using var stream = Open(path);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>The lines of a text file without comments (<c>#</c>), blanks and surrounding space.</summary>
    public static IEnumerable<string> Lines(string path)
    {
        using var reader = new StreamReader(Open(path));
        while (reader.ReadLine() is { } line)
        {
            var hash = line.IndexOf('#', StringComparison.Ordinal);
            var text = (hash < 0 ? line : line[..hash]).Trim();
            if (text.Length > 0)
                yield return text;
        }
    }

    static Stream Open(string path) =>
        typeof(EmbeddedFile).Assembly.GetManifestResourceStream("SecureBuild." + path.Replace('/', '.')) ?? throw new FileNotFoundException(path);
}
