using System.Net;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Security.Authentication;

namespace GovPortal.Web;

/// <summary>Talks to the systems of partner authorities.</summary>
public sealed class PartnerGateway
{
    const string ReportingDatabase = "Server=reports.city.example;Database=portal;User Id=portal;Password=Kx81-qTz7!wP;Encrypt=true"; // expect: SB5003

    const string ReportingDatabaseTemplate = "Server=reports.city.example;Database=portal;User Id=portal;Password={0};Encrypt=true";

    public HttpClient TrustingEverybody() => new(new HttpClientHandler
    {
        ServerCertificateCustomValidationCallback = (_, _, _, _) => true, // expect: SB2101
    });

    public HttpClient Careful() => new(new HttpClientHandler
    {
        ServerCertificateCustomValidationCallback = (_, certificate, _, errors) => errors == SslPolicyErrors.None && certificate is not null,
    });

    public SslClientAuthenticationOptions ForTheOldMainframe() => new()
    {
        TargetHost = "mainframe.city.example",
        EnabledSslProtocols = SslProtocols.Tls, // expect: SB2102
    };

    public NetworkCredential ForTheFileServer() => new("portal", "Zt4$kPm92xQe"); // expect: SB5001

    public string Describe() => ReportingDatabase.Length > ReportingDatabaseTemplate.Length ? "configured" : "template";
}
