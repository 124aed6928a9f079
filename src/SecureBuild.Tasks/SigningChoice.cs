using SecureBuild.Signing;

namespace SecureBuild.Tasks;

/// <summary>
/// Whether and with which key this build signs. The key's file may be named by a property or a variable; the key itself and its password come
/// only from the environment of this process, so that no log of a build can hold them.
/// </summary>
static class SigningChoice
{
    const string KeyVariable = "SECUREBUILD_KEY";
    const string PasswordVariable = "SECUREBUILD_KEY_PASSWORD";

    /// <summary>
    /// The signer; or null for an unsigned draft, with the problem where a signature was asked for: SB9003 there is no key, SB9004 its file cannot
    /// be read, SB94xx it cannot be used.
    /// </summary>
    /// <param name="keyFile">Path of the key, relative to the project's folder; empty for none.</param>
    /// <param name="signInBuild"><c>$(SecureBuildSignInBuild)</c>.</param>
    /// <param name="projectFile">The project, an absolute path.</param>
    public static (EcdsaP256Signer? Signer, Problem? Problem) Of(string? keyFile, string? signInBuild, string projectFile)
    {
        try
        {
            return (Signer(keyFile, signInBuild, projectFile), null);
        }
        catch (ProblemException refusal)
        {
            return (null, refusal.Problem);
        }
    }

    static EcdsaP256Signer? Signer(string? keyFile, string? signInBuild, string projectFile)
    {
        if (string.Equals(signInBuild, "false", StringComparison.OrdinalIgnoreCase))
            return null;
        var password = Environment.GetEnvironmentVariable(PasswordVariable);
        if (keyFile is { Length: > 0 } file)
            return SigningKey.Load(Read(Path.GetFullPath(file, Path.GetDirectoryName(projectFile)!)), password, Path.GetFileName(file));
        if (Environment.GetEnvironmentVariable(KeyVariable) is { Length: > 0 } pem)
            return SigningKey.Load(pem, password, KeyVariable);
        if (string.Equals(signInBuild, "true", StringComparison.OrdinalIgnoreCase))
            throw new ProblemException(Messages.Error("SB9003", projectFile));
        return null;
    }

    static string Read(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ProblemException(Messages.Error("SB9004", file, 0, 0, exception.Message), exception);
        }
    }
}
