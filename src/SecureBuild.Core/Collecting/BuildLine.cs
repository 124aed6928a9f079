namespace SecureBuild.Collecting;

/// <summary>What a build writes into its log about its output, at the lowest importance: by this a binary log can be held against a build.</summary>
public static class BuildLine
{
    const string Words = "SecureBuild output sha256:";

    /// <summary>The line.</summary>
    /// <param name="outputSha256">Digest of the output, lower-case hexadecimal.</param>
    public static string Of(string outputSha256) => Words + outputSha256;

    internal static ReadOnlySpan<byte> Mark => "SecureBuild output sha256:"u8;
}
