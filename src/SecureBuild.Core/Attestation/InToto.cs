namespace SecureBuild.Attestation;

/// <summary>Names fixed by the standards we write: in-toto Attestation Framework v1, SLSA Provenance v1.</summary>
public static class InToto
{
    /// <summary>Type of a Statement (in-toto Attestation Framework, Statement v1, <c>_type</c>).</summary>
    public const string StatementType = "https://in-toto.io/Statement/v1";

    /// <summary>Payload type of a Statement in a DSSE envelope (in-toto Attestation Framework, Envelope v1).</summary>
    public const string PayloadType = "application/vnd.in-toto+json";

    /// <summary>Predicate type of the build provenance (SLSA Provenance v1).</summary>
    public const string ProvenancePredicate = "https://slsa.dev/provenance/v1";
}
