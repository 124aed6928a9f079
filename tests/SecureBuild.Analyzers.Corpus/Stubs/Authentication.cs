// Stand-ins for the packages that authenticate: JWT bearer, OpenID Connect, the newer cookie and data-protection parts of the .NET Framework.
using Microsoft.AspNetCore.Authentication;
using Microsoft.IdentityModel.Tokens;

namespace Microsoft.AspNetCore.Authentication.JwtBearer
{
    public static class JwtBearerDefaults { public const string AuthenticationScheme = "Bearer"; }

    public class JwtBearerOptions : AuthenticationSchemeOptions
    {
        public bool RequireHttpsMetadata { get; set; }
        public string Authority { get; set; }
        public string Audience { get; set; }
        public string MetadataAddress { get; set; }
        public bool SaveToken { get; set; }
        public bool IncludeErrorDetails { get; set; }
        public HttpMessageHandler BackchannelHttpHandler { get; set; }
        public TokenValidationParameters TokenValidationParameters { get; set; }
        public JwtBearerEvents Events { get; set; }
    }

    public class JwtBearerEvents { public Func<object, Task> OnMessageReceived { get; set; } }
}

namespace Microsoft.AspNetCore.Authentication.OpenIdConnect
{
    public static class OpenIdConnectDefaults { public const string AuthenticationScheme = "OpenIdConnect"; }

    public class OpenIdConnectOptions : RemoteAuthenticationOptions
    {
        public bool RequireHttpsMetadata { get; set; }
        public string Authority { get; set; }
        public string ClientId { get; set; }
        public string ClientSecret { get; set; }
        public string ResponseType { get; set; }
        public bool UsePkce { get; set; }
        public TokenValidationParameters TokenValidationParameters { get; set; }
        public OpenIdConnectProtocolValidator ProtocolValidator { get; set; }
    }

    public class OpenIdConnectProtocolValidator
    {
        public bool RequireNonce { get; set; }
        public bool RequireState { get; set; }
    }
}

namespace Microsoft.AspNetCore.Authentication.Certificate
{
    [Flags] public enum CertificateTypes { Chained = 1, SelfSigned = 2, All = Chained | SelfSigned }

    public class CertificateAuthenticationOptions : AuthenticationSchemeOptions
    {
        public CertificateTypes AllowedCertificateTypes { get; set; }
        public bool ValidateCertificateUse { get; set; }
        public bool ValidateValidityPeriod { get; set; }
        public System.Security.Cryptography.X509Certificates.X509RevocationMode RevocationMode { get; set; }
    }
}

namespace Microsoft.Extensions.DependencyInjection
{
    using Microsoft.AspNetCore.Authentication.Certificate;
    using Microsoft.AspNetCore.Authentication.JwtBearer;
    using Microsoft.AspNetCore.Authentication.OpenIdConnect;

    public static class JwtBearerExtensions
    {
        public static AuthenticationBuilder AddJwtBearer(this AuthenticationBuilder builder) => throw null;
        public static AuthenticationBuilder AddJwtBearer(this AuthenticationBuilder builder, Action<JwtBearerOptions> configureOptions) => throw null;
        public static AuthenticationBuilder AddJwtBearer(this AuthenticationBuilder builder, string authenticationScheme, Action<JwtBearerOptions> configureOptions) => throw null;
    }

    public static class CertificateAuthenticationAppBuilderExtensions
    {
        public static AuthenticationBuilder AddCertificate(this AuthenticationBuilder builder, Action<CertificateAuthenticationOptions> configureOptions) => throw null;
    }

    public static class OpenIdConnectExtensions
    {
        public static AuthenticationBuilder AddOpenIdConnect(this AuthenticationBuilder builder, Action<OpenIdConnectOptions> configureOptions) => throw null;
        public static AuthenticationBuilder AddOpenIdConnect(this AuthenticationBuilder builder, string authenticationScheme, Action<OpenIdConnectOptions> configureOptions) => throw null;
    }
}

namespace System.Runtime.Serialization
{
    public sealed class NetDataContractSerializer : XmlObjectSerializer
    {
        public override bool IsStartObject(Xml.XmlDictionaryReader reader) => throw null;
        public override object ReadObject(Xml.XmlDictionaryReader reader, bool verifyObjectName) => throw null;
        public override void WriteEndObject(Xml.XmlDictionaryWriter writer) => throw null;
        public override void WriteObjectContent(Xml.XmlDictionaryWriter writer, object graph) => throw null;
        public override void WriteStartObject(Xml.XmlDictionaryWriter writer, object graph) => throw null;
    }
}

namespace System.Runtime.Serialization.Formatters.Soap
{
    public sealed class SoapFormatter : IFormatter
    {
        public SerializationBinder Binder { get; set; }
        public StreamingContext Context { get; set; }
        public ISurrogateSelector SurrogateSelector { get; set; }
        public object Deserialize(Stream serializationStream) => throw null;
        public void Serialize(Stream serializationStream, object graph) => throw null;
    }
}
