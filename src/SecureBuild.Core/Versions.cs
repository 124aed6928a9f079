using System.Reflection;

namespace SecureBuild;

static class Versions
{
    /// <summary>The informational version up to the <c>+revision</c> that the SDK appends.</summary>
    public static string WithoutRevision(Assembly assembly)
    {
        var version = assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0.0.0";
        var plus = version.IndexOf('+', StringComparison.Ordinal);
        return plus < 0 ? version : version[..plus];
    }
}
