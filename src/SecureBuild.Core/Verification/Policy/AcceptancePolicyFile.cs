using System.Collections.Immutable;
using System.Text;
using SecureBuild.Configuration;

namespace SecureBuild.Verification.Policy;

/// <summary>Reads a buyer's policy: JSON with comments and trailing commas.</summary>
public static class AcceptancePolicyFile
{
    /// <summary>A megabyte: no policy needs more.</summary>
    const int Limit = 1 << 20;

    /// <summary>The JSON schema (draft 2020-12).</summary>
    public static string Schema => Encoding.UTF8.GetString(EmbeddedFile.Bytes("Verification/Policy/policy-v1.schema.json"));

    /// <summary>Reads a file. With any mistake in it there is no policy: half of the rules would be half a verdict.</summary>
    /// <param name="path">The file; repeated in problems.</param>
    /// <param name="sha256">The digest that it must have, or null for any.</param>
    public static AcceptancePolicyResult Read(string path, string? sha256 = null)
    {
        try
        {
            using var stream = OrdinaryFile.Open(path);
            var buffer = new byte[Limit + 1];
            var length = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
            return length > Limit ? Refused(Messages.Error("SB9700", path)) : Read(path, buffer.AsSpan(0, length), sha256);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return Refused(Messages.Error("SB9700", path));
        }
    }

    /// <inheritdoc cref="Read(string, string?)"/>
    public static AcceptancePolicyResult Read(string path, ReadOnlySpan<byte> bytes, string? sha256 = null)
    {
        var digest = Digest.Sha256(bytes);
        if (sha256 is not null && !digest.Equals(sha256, StringComparison.OrdinalIgnoreCase))
            return Refused(Messages.Error("SB9711", path, 0, 0, digest, sha256));
        var document = LocatedJson.Parse(bytes);
        var mistakes = new Mistakes(path, document.Text);
        if (document.BrokenAt is not null || document.Root is null)
            mistakes.Add("SB9701", document.BrokenAt ?? 0);
        var policy = document is { BrokenAt: null, Root: { } root } ? new AcceptancePolicyReader(mistakes).Read(root, digest) : null;
        return mistakes.Count > 0 ? new(null, mistakes.InOrder()) : new(policy, []);
    }

    static AcceptancePolicyResult Refused(Problem problem) => new(null, [problem]);
}

/// <summary>A policy, or why there is none.</summary>
/// <param name="Policy">The policy; null where anything is wrong with the file.</param>
/// <param name="Problems">What is wrong, with line and column.</param>
public sealed record AcceptancePolicyResult(AcceptancePolicy? Policy, ImmutableArray<Problem> Problems);
