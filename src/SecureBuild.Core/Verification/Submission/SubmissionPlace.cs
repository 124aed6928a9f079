using System.Buffers.Binary;
using SecureBuild.Submission;

namespace SecureBuild.Verification.Submission;

/// <summary>A submission package as a folder: as it is, or unpacked for as long as it is verified.</summary>
sealed class SubmissionPlace : IDisposable
{
    readonly string _path;
    readonly PrivateFolder? _unpacked;

    SubmissionPlace(string path, PrivateFolder? unpacked, string? folder) => (_path, _unpacked, Folder) = (path, unpacked, folder);

    /// <summary>The folder; null where a zip was refused, which is in the log.</summary>
    public string? Folder { get; }

    /// <summary>Null where a path is no submission package, nor a zip that should be one.</summary>
    public static SubmissionPlace? Of(string path, CheckLog log)
    {
        if (Directory.Exists(path))
            return SubmissionFiles.IsPackage(path) ? new(path, null, Path.GetFullPath(path)) : null;
        if (!File.Exists(path) || !(SubmissionWriter.IsZip(path) || StartsAsZip(path)))
            return null;
        PrivateFolder? unpacked = null;
        try
        {
            unpacked = new();
            ZipUnpacker.Unpack(path, unpacked.Path);
            if (SubmissionFiles.IsPackage(unpacked.Path))
                return new(path, unpacked, unpacked.Path);
            log.Tampered("package", path, "SB9751");
        }
        catch (ZipRefusedException refused)
        {
            log.Tampered("package", path, refused.Code, refused.Arguments);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            log.Tampered("readable", path, "SB9503");
        }
        return new(path, unpacked, null);
    }

    /// <summary>A problem with the file's name as the user knows it: the unpacked one is gone by then.</summary>
    public Problem Named(Problem problem) => _unpacked is not null && problem.File?.StartsWith(_unpacked.Path, StringComparison.Ordinal) == true
        ? problem with { File = _path + problem.File[_unpacked.Path.Length..].Replace('\\', '/') }
        : problem;

    public void Dispose() => _unpacked?.Dispose();

    static bool StartsAsZip(string path)
    {
        try
        {
            using var stream = OrdinaryFile.Open(path);
            var start = new byte[4];
            return stream.ReadAtLeast(start, 4, throwOnEndOfStream: false) == 4 && BinaryPrimitives.ReadUInt32LittleEndian(start) == 0x04034b50;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
