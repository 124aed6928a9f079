using Microsoft.Build.Framework;

namespace SecureBuild.Tasks;

/// <summary>What all projects that one MSBuild node builds have in common, made once and kept until the build ends: one build is about one state of the sources and packages.</summary>
static class OncePerBuild
{
    /// <summary>The value under this name, made by <paramref name="make"/> the first time. Null is a value too.</summary>
    public static T Value<T>(IBuildEngine4 engine, string name, Func<T> make)
    {
        var key = ("SecureBuild", name);
        if (engine.GetRegisteredTaskObject(key, RegisteredTaskObjectLifetime.Build) is Kept<T> known)
            return known.Value;
        var kept = new Kept<T>(make());
        engine.RegisterTaskObject(key, kept, RegisteredTaskObjectLifetime.Build, allowEarlyCollection: false);
        return kept.Value;
    }

    sealed record Kept<T>(T Value);
}
