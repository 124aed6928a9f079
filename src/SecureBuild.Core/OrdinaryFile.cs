namespace SecureBuild;

/// <summary>Opens files that others delivered: a pipe or a device in the place of a file must not keep the reader waiting, or reading, for ever.</summary>
static class OrdinaryFile
{
    /// <summary>The file as a stream. What the file system gives no length (an empty file, a pipe, a socket, a device) reads as empty and is never opened.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">This account may not read it.</exception>
    public static Stream Open(string path, int bufferSize = 1 << 16)
    {
        FileInfo file = new(path);
        if ((file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file) is { Exists: true, Length: 0 })
            return Stream.Null;
        return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize, FileOptions.SequentialScan);
    }
}
