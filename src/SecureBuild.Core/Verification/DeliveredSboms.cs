using SecureBuild.Sbom;

namespace SecureBuild.Verification;

/// <summary>The bills of materials that were delivered, whatever their format. <see cref="SbomReader"/> reads them, but here nothing is made good: what it would only note is refused.</summary>
sealed class DeliveredSboms(CheckLog log)
{
    readonly Dictionary<string, SbomDocument?> _read = new(StringComparer.Ordinal);

    /// <summary>Whether a file of this name is one.</summary>
    public static bool IsSbom(string name) => SbomFormat.OfFile(name) is not null;

    /// <summary>The document, read once; null, with a failed check, where there is none to be had.</summary>
    public SbomDocument? Read(string path)
    {
        if (!_read.TryGetValue(path, out var document))
            _read.Add(path, document = BoundedFile.Read(path, log) is { } bytes ? Read(bytes, path, log) : null);
        return document;
    }

    /// <summary>The document in these bytes; null, with a failed check, where there is none.</summary>
    public static SbomDocument? Read(byte[] bytes, string path, CheckLog log)
    {
        try
        {
            var document = SbomReader.Read(bytes, path);
            if (document.HasByteOrderMark)
                log.Tampered("readable", path, "SB9505");
            else if (document.LosesDigests)
                log.Tampered("readable", path, "SB9281");
            else
                return document;
        }
        catch (ProblemException e) when (e.Problem.Code is "SB9223" or "SB9224" or "SB9225")
        {
            log.Tampered("readable", path, "SB9505");
        }
        catch (ProblemException e)
        {
            log.Tampered("readable", path, "SB9280", e.Problem.Text);
        }
        return null;
    }
}
