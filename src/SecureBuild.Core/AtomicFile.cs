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
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None, BufferSize = 0 };
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
            Remove(temporary);
            throw;
        }
    }

    /// <summary>
    /// Writes files that refer to each other: first all of them beside their targets, so that a full disk or a missing permission changes nothing, then over them, the last one
    /// last; where that fails on the way, what was there before comes back. Only a process that is killed in between leaves some new beside some old, which verification tells.
    /// </summary>
    /// <param name="files">The files, by absolute path.</param>
    /// <exception cref="IOException">One of them cannot be written; all old files are there as before.</exception>
    /// <exception cref="UnauthorizedAccessException">Likewise.</exception>
    public static void WriteTogether(IReadOnlyList<Artifact> files)
    {
        var temporaries = new List<string>(files.Count);
        var replaced = new List<(string Path, byte[]? Before)>(files.Count);
        try
        {
            foreach (var file in files)
            {
                var temporary = $"{file.Path}.{Environment.ProcessId}-{Guid.NewGuid():N}.tmp";
                Write(temporary, file.Content.Span);
                temporaries.Add(temporary);
            }
            for (var i = 0; i < temporaries.Count; i++)
            {
                replaced.Add((files[i].Path, File.Exists(files[i].Path) ? File.ReadAllBytes(files[i].Path) : null));
                File.Move(temporaries[i], files[i].Path, overwrite: true);
            }
        }
        catch
        {
            foreach (var temporary in temporaries)
                Remove(temporary);
            foreach (var (path, before) in replaced)
                Restore(path, before);
            throw;
        }
    }

    static void Restore(string path, byte[]? before)
    {
        if (before is null)
            Remove(path);
        else if (!File.Exists(path) || !File.ReadAllBytes(path).AsSpan().SequenceEqual(before))
            Write(path, before);
    }

    static void Remove(string path)
    {
        try { File.Delete(path); } catch (IOException) { } catch (UnauthorizedAccessException) { }
    }
}
