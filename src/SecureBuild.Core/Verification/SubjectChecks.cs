using System.Collections.Immutable;
using SecureBuild.Attestation;

namespace SecureBuild.Verification;

/// <summary>That the files on the disk are those that were attested.</summary>
sealed class SubjectChecks(CheckLog log)
{
    /// <summary>
    /// Every copy found must match, not any: otherwise a changed assembly would pass as long as the true one lies in the next folder.
    /// </summary>
    /// <param name="statements">The file that names the subjects.</param>
    /// <param name="subjects">The subjects.</param>
    /// <param name="directories">Where to look.</param>
    /// <param name="elsewhere">They are not handed over here, and that is said: what is not found is no failure.</param>
    public void Check(string statements, IEnumerable<Subject> subjects, ImmutableArray<string> directories, bool elsewhere = false)
    {
        foreach (var subject in subjects)
        {
            if (!ArtifactPath.IsSafe(subject.Name))
            {
                log.Tampered("subject", statements, "SB9523", subject.Name);
                continue;
            }
            var copies = directories.Select(directory => (Directory: directory, Path: Path.GetFullPath(Path.Combine(directory, subject.Name))))
                .DistinctBy(copy => copy.Path, StringComparer.Ordinal).Where(copy => File.Exists(copy.Path)).ToArray();
            if (copies.Length == 0 && elsewhere)
                log.Skip("subject", statements, "subject_elsewhere", subject.Name);
            else if (copies.Length == 0)
                log.Unsatisfied("subject", statements, "SB9524", subject.Name);
            foreach (var copy in copies)
            {
                if (LinkCheck.IsInside(copy.Directory, copy.Path, "subject", log))
                    Check(subject, copy.Path);
            }
        }
    }

    void Check(Subject subject, string copy)
    {
        try
        {
            if (Digest.Sha256OfFile(copy) != subject.Sha256 || (subject.Sha512 is { } sha512 && Digest.Sha512OfFile(copy) != sha512))
                log.Tampered("subject", copy, "SB9525");
            else
                log.Pass("subject", copy);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            log.Tampered("subject", copy, "SB9503");
        }
    }
}
