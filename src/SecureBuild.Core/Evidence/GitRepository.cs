using System.Diagnostics;

namespace SecureBuild.Evidence;

/// <summary>Reads the state of the repository by running <c>git</c>.</summary>
public static class GitRepository
{
    static readonly TimeSpan s_limit = TimeSpan.FromSeconds(10);

    /// <summary>The nearest folder above the project (or its own) that holds <c>.git</c>, folder or file; without one, the project's own.</summary>
    public static string RootOf(string projectDirectory)
    {
        for (var folder = new DirectoryInfo(projectDirectory); folder is not null; folder = folder.Parent)
        {
            var git = Path.Combine(folder.FullName, ".git");
            if (Directory.Exists(git) || File.Exists(git))
                return folder.FullName;
        }
        return Path.TrimEndingDirectorySeparator(Path.GetFullPath(projectDirectory));
    }

    /// <summary>
    /// What git says; null when the folder is no work tree, or git cannot be run or does not answer in time. Two short processes, run at once:
    /// the address of the origin is read from git's file, which is simple, so that the commit can be read by git, which unpacks it.
    /// </summary>
    public static GitState? Read(string root)
    {
        if (!Directory.Exists(Path.Combine(root, ".git")) && !File.Exists(Path.Combine(root, ".git")))
            return null;
        var status = Run(root, "--no-optional-locks", "status", "--porcelain=v2", "--branch", "--untracked-files=normal");
        var commit = Run(root, "cat-file", "commit", "HEAD");
        var lines = Wait(status);
        var signature = Wait(commit) is { } text ? CommitSignature.Of(text) : null;
        return lines is null ? null : State(lines, GitConfigFile.Origin(root)) with { CommitSignature = signature };
    }

    /// <summary>Reads the answer of <c>git status --porcelain=v2 --branch</c> (git-status(1)).</summary>
    internal static GitState State(string status, GitOrigin origin)
    {
        string? commit = null, branch = null;
        var dirty = false;
        foreach (var line in status.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.StartsWith("# branch.oid ", StringComparison.Ordinal))
                commit = line[13..].Trim() is { Length: >= 40 } id ? id : null;
            else if (line.StartsWith("# branch.head ", StringComparison.Ordinal))
                branch = line[14..].Trim() is var head && head != "(detached)" ? head : null;
            else if (line[0] != '#')
                dirty = true;
        }
        var remote = RemoteAddress.Of(origin.Address);
        return new(commit, dirty, remote.Url, branch) { RemoteIsPrivate = remote.IsPrivate, RemoteIsKnown = origin.IsKnown };
    }

    static Process? Run(string root, params string[] arguments)
    {
        var start = new ProcessStartInfo("git")
        {
            RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true,
            UseShellExecute = false, CreateNoWindow = true, WorkingDirectory = root,
        };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        start.Environment["GIT_TERMINAL_PROMPT"] = "0";
        start.Environment["LC_ALL"] = "C";
        try
        {
            return Process.Start(start);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    // A thread instead of tasks: one build after the other would compile their machinery.
    static string? Wait(Process? process)
    {
        if (process is null)
            return null;
        using (process)
        {
            process.StandardInput.Close();
            string? output = null;
            var (reader, messages) = (Background(() => output = process.StandardOutput.ReadToEnd()), Background(() => process.StandardError.ReadToEnd()));
            if (reader.Join(s_limit) && process.WaitForExit(s_limit) && messages.Join(s_limit))
                return process.ExitCode == 0 ? output : null;
            try { process.Kill(entireProcessTree: true); } catch (InvalidOperationException) { }
            return null;
        }
    }

    static Thread Background(Action read)
    {
        var thread = new Thread(() =>
        {
            // Nobody waits for it any more where the process is gone.
            try { read(); } catch (Exception e) when (e is IOException or ObjectDisposedException or InvalidOperationException) { }
        }) { IsBackground = true };
        thread.Start();
        return thread;
    }
}
