using System.Collections.Immutable;
using SecureBuild.Evidence;

namespace SecureBuild.Assessment;

/// <summary>Judges every control of every catalogue that has a rule file. How: <c>Rules.md</c>.</summary>
public static class Assessor
{
    /// <summary>The status of all controls, from evidence and statements that are valid today.</summary>
    public static ImmutableArray<FrameworkResult> Assess(EvidenceManifest evidence, ImmutableArray<PersonStatement> statements, DateOnly today) =>
        throw new NotSupportedException();

    /// <summary>Statements that cannot count (unknown control, expired, no name), as warnings for the person who wrote them.</summary>
    public static ImmutableArray<Problem> Check(ImmutableArray<PersonStatement> statements, DateOnly today, string? file) =>
        throw new NotSupportedException();
}
