namespace SecureBuild;

/// <summary>Writes a file so that a reader, or a build killed at any moment, finds the old or the new one and never half of one.</summary>
public static class AtomicFile
{
    /// <summary>Writes beside the target, flushes to the disk where that is wanted, and renames over it.</summary>
    /// <param name="path">Absolute path of the target.</param>
    /// <param name="bytes">Its new content.</param>
    /// <param name="mode">Who may read it, on Unix: set from the first byte on. Null leaves it to the process's mask.</param>
    /// <param name="durable">Whether it has to outlive a failure of power as well. What a build makes does not: all else that the build wrote is in doubt then, too, and waiting for the disk is dear.</param>
    /// <exception cref="IOException">The target cannot be written; the old file is untouched.</exception>
    public static void Write(string path, ReadOnlySpan<byte> bytes, UnixFileMode? mode = null, bool durable = true)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var temporary = $"{path}.{Environment.ProcessId}-{Guid.NewGuid():N}.tmp";
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None, BufferSize = 1 << 16 };
            if (mode is not null && !OperatingSystem.IsWindows())
                options.UnixCreateMode = mode;
            using (var stream = new FileStream(temporary, options))
            {
                stream.Write(bytes);
                stream.Flush(flushToDisk: durable);
            }
            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            try { File.Delete(temporary); } catch (IOException) { } catch (UnauthorizedAccessException) { }
            throw;
        }
    }
}
