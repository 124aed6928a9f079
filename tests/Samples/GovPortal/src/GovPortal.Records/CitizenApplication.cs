namespace GovPortal.Records;

/// <summary>An application as filed.</summary>
public sealed class CitizenApplication
{
    public string Number { get; set; } = "";

    public string Applicant { get; set; } = "";

    public string Service { get; set; } = "";

    public DateTime FiledAt { get; set; }
}
