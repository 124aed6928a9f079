using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.Extensions.Options;

namespace Halyard.Edge;

public sealed class EdgeOptions
{
    public string[] Origins { get; set; } = [];
}

// [Bad CWE-942] the library's default policy takes any origin with credentials
internal sealed class ConfigureCors : IConfigureOptions<CorsOptions>
{
    public void Configure(CorsOptions options) =>
        options.AddDefaultPolicy(new CorsPolicyBuilder().SetIsOriginAllowed(static origin => Uri.TryCreate(origin, UriKind.Absolute, out _)).AllowCredentials().Build());
}

// [Good CWE-942] the origins of the options
internal sealed class ConfigureListedCors(IOptions<EdgeOptions> edge) : IConfigureOptions<CorsOptions>
{
    public void Configure(CorsOptions options) =>
        options.AddDefaultPolicy(new CorsPolicyBuilder(edge.Value.Origins).AllowCredentials().Build());
}

public static class CorsPolicyExtensions
{
    // [Bad CWE-942] every origin that ends in our name, which others can register
    public static CorsPolicyBuilder OurSites(this CorsPolicyBuilder policy) =>
        policy.SetIsOriginAllowed(static origin => origin.EndsWith("halyard.example", StringComparison.OrdinalIgnoreCase)).AllowCredentials();

    // [Good CWE-942] subdomains, with the dot
    public static CorsPolicyBuilder OurSubdomains(this CorsPolicyBuilder policy) =>
        policy.SetIsOriginAllowed(static origin => new Uri(origin) is { Scheme: "https" } uri && uri.Host.EndsWith(".halyard.example", StringComparison.OrdinalIgnoreCase)).AllowCredentials();
}
