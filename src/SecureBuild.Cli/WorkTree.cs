using System.ComponentModel;
using System.Diagnostics;

namespace SecureBuild.Cli;

/// <summary>What git would do with a file.</summary>
static class WorkTree
{
    /// <summary>Whether the file lies in a git work tree that does not ignore it. Without git on this machine: whether a <c>.git</c> is above it.</summary>
    public static bool WouldCommit(string file)
    {
        var start = new ProcessStartInfo("git", ["check-ignore", "-q", "--", file])
        {
            WorkingDirectory = Path.GetDirectoryName(file)!, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        };
        try
        {
            using var git = Process.Start(start)!;
            git.WaitForExit();
            return git.ExitCode == 1; // 0: ignored, 128: not a work tree
        }
        catch (Win32Exception)
        {
            return HasGitAbove(Path.GetDirectoryName(file));
        }
    }

    static bool HasGitAbove(string? folder) => folder is not null && (Path.Exists(Path.Combine(folder, ".git")) || HasGitAbove(Path.GetDirectoryName(folder)));
}
