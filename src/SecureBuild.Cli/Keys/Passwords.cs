using System.CommandLine;

namespace SecureBuild.Cli;

/// <summary>A password comes from an environment variable: an argument would show in the process list and in the shell's history.</summary>
static class Passwords
{
    /// <summary>Looked at when <c>--password-env</c> is not given.</summary>
    public const string DefaultVariable = "SECUREBUILD_KEY_PASSWORD";

    public static Option<string?> Option() => new("--password-env") { Description = Texts.Of("PasswordEnv_Description", DefaultVariable), HelpName = "NAME" };

    /// <exception cref="ProblemException">SB9622: a variable was named, but holds nothing.</exception>
    public static string? From(string? variable)
    {
        var value = Environment.GetEnvironmentVariable(variable ?? DefaultVariable);
        return !string.IsNullOrEmpty(value) ? value : variable is null ? null : throw new ProblemException(Messages.Error("SB9622", arguments: variable));
    }
}
