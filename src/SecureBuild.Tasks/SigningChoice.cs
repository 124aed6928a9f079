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
    public static (EcdsaP256Signer? Signer, Problem? Problem) Of(AttestBuild task)
    {
        try
        {
            return (Signer(task), null);
        }
        catch (ProblemException refusal)
        {
            return (null, refusal.Problem);
        }
    }

    static EcdsaP256Signer? Signer(AttestBuild task)
    {
        if (string.Equals(task.SignInBuild, "false", StringComparison.OrdinalIgnoreCase))
            return null;
        var password = Environment.GetEnvironmentVariable(PasswordVariable);
        if (task.KeyFile is { Length: > 0 } file)
            return SigningKey.Load(Read(Path.GetFullPath(file, Path.GetDirectoryName(task.ProjectFile)!)), password, Path.GetFileName(file));
        if (Environment.GetEnvironmentVariable(KeyVariable) is { Length: > 0 } pem)
            return SigningKey.Load(pem, password, KeyVariable);
        if (string.Equals(task.SignInBuild, "true", StringComparison.OrdinalIgnoreCase))
            throw new ProblemException(Messages.Error("SB9003", task.ProjectFile));
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
