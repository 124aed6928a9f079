using Microsoft.Build.Framework;
using SecureBuild.Evidence;

namespace SecureBuild.Tasks;

/// <summary>Asks git once for all projects that one MSBuild node builds: it costs as much as everything else of ours, and one build is about one state of the sources.</summary>
static class GitOfBuild
{
    /// <summary>The state of the repository at this root, kept until the build ends.</summary>
    public static GitState? Read(IBuildEngine4 engine, string root)
    {
        var key = ("SecureBuild.GitState", root);
        if (engine.GetRegisteredTaskObject(key, RegisteredTaskObjectLifetime.Build) is Answer known)
            return known.State;
        var answer = new Answer(GitRepository.Read(root));
        engine.RegisterTaskObject(key, answer, RegisteredTaskObjectLifetime.Build, allowEarlyCollection: false);
        return answer.State;
    }

    // "git could not tell" is an answer too.
    sealed record Answer(GitState? State);
}
