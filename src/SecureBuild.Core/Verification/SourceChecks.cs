using System.Collections.Immutable;
using SecureBuild.Assessment;
using SecureBuild.Catalogues;

namespace SecureBuild.Verification;

/// <summary>Nobody can vouch for a catalogue that is still changing, or that no longer holds: a draft or superseded one is shown, and never signed.</summary>
sealed class SourceChecks(CheckLog log)
{
    /// <param name="attestation">The attestation.</param>
    /// <param name="frameworks">Its assessed catalogues.</param>
    public void Check(ReadStatement attestation, ImmutableArray<FrameworkResult> frameworks)
    {
        if (attestation.Envelope is null)
            return;
        foreach (var framework in frameworks)
        {
            if (IsUnsettled(framework))
                log.Unsatisfied("source", attestation.File, "SB9331", $"{framework.Framework} {framework.Version}");
        }
    }

    /// <summary>By its own word, or by what this version knows of the catalogue.</summary>
    public static bool IsUnsettled(FrameworkResult framework) =>
        (framework.Catalogue?.Status ?? framework.SourceStatus) is { } status && !Catalogue.IsSettled(status)
        || (CatalogueLibrary.ById(framework.Framework) is { } known && known.Version == framework.Version && !known.CanBeSigned);
}
