using SecureBuild.Testing.Roslyn;
using Verify = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Web.SB4016RequestLimitOff>;

namespace SecureBuild.Analyzers.Tests.Web;

public sealed class SB4016RequestLimitOffTests
{
    [Fact]
    public Task Limits_that_are_taken_away_are_reported() => Verify.AnalyzerAsync("""
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Hosting;
        using Microsoft.AspNetCore.Http.Features;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.AspNetCore.Server.Kestrel.Core;
        using Microsoft.Extensions.DependencyInjection;
        public class FilesController : ControllerBase
        {
            [HttpPost, [|DisableRequestSizeLimit|]] public void Upload() { }
            [HttpPost, [|RequestSizeLimit(long.MaxValue)|]] public void Large() { }
            [HttpPost, RequestFormLimits([|MultipartBodyLengthLimit = long.MaxValue|])] public void Form() { }
            [HttpPost, RequestSizeLimit(50_000_000), RequestFormLimits(MultipartBodyLengthLimit = 50_000_000)] public void Limited() { }
        }
        class C
        {
            void M(IWebHostBuilder host, IServiceCollection services, IHttpMaxRequestBodySizeFeature feature)
            {
                host.ConfigureKestrel(o => { [|o.Limits.MaxRequestBodySize = null|]; [|o.Limits.MinRequestBodyDataRate = null|]; });
                services.Configure<FormOptions>(o => { [|o.MultipartBodyLengthLimit = long.MaxValue|]; [|o.ValueLengthLimit = int.MaxValue|]; });
                services.AddSignalR(o => [|o.MaximumReceiveMessageSize = null|]);
                [|feature.MaxRequestBodySize = null|];
                services.Configure<KestrelServerOptions>(o => o.Limits.MaxRequestBodySize = 20 * 1024 * 1024);
                services.AddSignalR(o => o.MaximumReceiveMessageSize = 64 * 1024);
            }
        }
        """, TestSetup.AspNetCore);

    [Fact]
    public Task Without_the_api_nothing_is_reported() => Verify.AnalyzerAsync("""
        class Limits { public long? MaxRequestBodySize { get; set; } }
        class C { object M() => new Limits { MaxRequestBodySize = null }; }
        """);
}
