using System.Collections.Immutable;
using System.Globalization;
using SecureBuild.Assessment;
using SecureBuild.Verification;

namespace SecureBuild.Signing;

/// <summary>What a signer should see before signing.</summary>
public enum SigningItemKind
{
    /// <summary>A build whose statements are to be signed.</summary>
    Build,
    /// <summary>How many controls of a catalogue have a status.</summary>
    Status,
    /// <summary>A person's statement and the evidence contradict each other.</summary>
    Conflict,
    /// <summary>A person's statement has expired, or will soon.</summary>
    Expiring,
}

/// <summary>One item.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Control">The build's name, the catalogue, or <c>catalogue/control</c>.</param>
/// <param name="Detail">The output, the numbers per status, or the day it expires; empty for a conflict.</param>
public sealed record SigningItem(SigningItemKind Kind, string Control, string Detail);

/// <summary>What lies on the disk, in the words of its attestations. What cannot be read is left to signing itself, which refuses it.</summary>
public static class SigningPreview
{
    /// <param name="path">As for <see cref="AttestationFiles.Sign"/>.</param>
    /// <param name="today">The day of signing.</param>
    /// <param name="soon">Days within which an expiry is worth saying.</param>
    public static ImmutableArray<SigningItem> Of(string path, DateOnly today, int soon) =>
    [
        .. from set in AttestationSet.Find(path) ?? []
           where set.Statements is not null
           from statement in StatementsFile.Read(set.Statements!, new CheckLog()) ?? []
           where !statement.IsProvenance
           from item in Of(set.Stem, statement, today.AddDays(soon))
           select item,
    ];

    static IEnumerable<SigningItem> Of(string stem, ReadStatement attestation, DateOnly horizon)
    {
        yield return new(SigningItemKind.Build, stem, attestation.Predicate.Object("build")?.Text("output") ?? "–");
        foreach (var framework in ReadFrameworks.From(attestation.Predicate) ?? [])
        {
            yield return new(SigningItemKind.Status, $"{framework.Framework} {framework.Version}", string.Join(", ",
                framework.Controls.CountBy(control => control.Status).OrderBy(count => count.Key).Select(count => $"{EnumNames.Of(count.Key)}: {count.Value}")));
            foreach (var control in framework.Controls.Where(control => control.Conflict))
                yield return new(SigningItemKind.Conflict, $"{framework.Framework}/{control.Control}", "");
            foreach (var control in framework.Controls.Where(control => control.StatedBy?.LastDay <= horizon))
                yield return new(SigningItemKind.Expiring, $"{framework.Framework}/{control.Control}", control.StatedBy!.LastDay.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        }
    }
}
