using SecureBuild.Testing.Roslyn;
using Verify = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Web.SB4018ForwardedHeadersFromAnybody>;

namespace SecureBuild.Analyzers.Tests.Web;

public sealed class SB4018ForwardedHeadersFromAnybodyTests
{
    [Fact]
    public Task Cleared_lists_are_reported_once_and_filled_ones_are_not() => Verify.AnalyzerAsync("""
        using System.Net;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.HttpOverrides;
        using Microsoft.Extensions.DependencyInjection;
        class C
        {
            void M(IServiceCollection services) => services.Configure<ForwardedHeadersOptions>(options =>
            {
                options.ForwardedHeaders = ForwardedHeaders.All;
                [|options.KnownIPNetworks.Clear()|];
                options.KnownProxies.Clear();
            });
            void N(ForwardedHeadersOptions options) => [|options.KnownProxies.Clear()|];
            void Right(ForwardedHeadersOptions options)
            {
                options.KnownProxies.Clear();
                options.KnownProxies.Add(IPAddress.Parse("10.0.0.7"));
            }
        }
        """, TestSetup.AspNetCore);

    [Fact]
    public Task Without_the_api_nothing_is_reported() => Verify.AnalyzerAsync("""
        class Options { public System.Collections.Generic.List<string> KnownProxies { get; } }
        class C { void M(Options options) => options.KnownProxies.Clear(); }
        """);
}
