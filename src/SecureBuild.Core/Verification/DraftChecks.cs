using System.Collections.Immutable;
using SecureBuild.Attestation;

namespace SecureBuild.Verification;

/// <summary>Signed or draft, and nothing in between.</summary>
sealed class DraftChecks(bool allowUnsigned, CheckLog log)
{
    public void Check(string file, ImmutableArray<ReadStatement> statements)
    {
        var bare = statements.Count(statement => statement.Envelope is null);
        if (bare != 0 && bare != statements.Length)
            log.Tampered("signing", file, "SB9538");
        else if (bare == 0 && statements.Any(statement => DraftMark.IsOn(statement.Json)))
            log.Tampered("signing", file, "SB9522");
        // Ours are never without the mark: a bare statement without it is a signed one out of its envelope.
        else if (bare != 0 && !statements.All(statement => DraftMark.IsOn(statement.Json)))
            log.Tampered("signing", file, "SB9521");
        else if (bare != 0 && allowUnsigned)
            log.Warn("signing", file, "SB9520");
        else if (bare != 0)
            log.Unsatisfied("signing", file, "SB9520");
    }
}
