namespace SecureBuild.Cli;

/// <summary>Reads key files, public or private.</summary>
static class KeyFile
{
    /// <exception cref="ProblemException">SB9631: it cannot be read.</exception>
    public static string Read(string file) => Read(file, File.ReadAllText);

    /// <inheritdoc cref="Read(string)"/>
    public static byte[] Bytes(string file) => Read(file, File.ReadAllBytes);

    static T Read<T>(string file, Func<string, T> read)
    {
        try
        {
            return read(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ProblemException(Messages.Error("SB9631", file), e);
        }
    }
}
