namespace SecureBuild.Cli;

/// <summary>Reads key files, public or private.</summary>
static class KeyFile
{
    /// <exception cref="ProblemException">SB9631: it cannot be read.</exception>
    public static string Read(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ProblemException(Messages.Error("SB9631", file), e);
        }
    }
}
