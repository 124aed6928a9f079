using SecureBuild.Testing.Roslyn;
using Verify = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Resources.SB6506RequestSizeUnlimited>;

namespace SecureBuild.Analyzers.Tests.Resources;

public sealed class SB6506RequestSizeUnlimitedTests
{
    [Fact]
    public Task Limits_switched_off_are_reported() => Verify.AnalyzerAsync("""
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Http.Features;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.AspNetCore.Server.Kestrel.Core;
        public class C : ControllerBase
        {
            [HttpPost, [|DisableRequestSizeLimit|]] public IActionResult A() => Ok();
            [HttpPost, [|RequestSizeLimit(long.MaxValue)|]] public IActionResult B() => Ok();
            [HttpPost, RequestFormLimits([|MultipartBodyLengthLimit = long.MaxValue|])] public IActionResult D() => Ok();
            void M(KestrelServerOptions kestrel, FormOptions form, IHttpMaxRequestBodySizeFeature feature)
            {
                [|kestrel.Limits.MaxRequestBodySize = null|];
                [|form.MultipartBodyLengthLimit = int.MaxValue|];
                [|feature.MaxRequestBodySize = null|];
            }
        }
        """, TestSetup.AspNetCore);

    [Fact]
    public Task Limits_are_not() => Verify.AnalyzerAsync("""
        using Microsoft.AspNetCore.Http.Features;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.AspNetCore.Server.Kestrel.Core;
        class Mine { public long? MaxRequestBodySize { get; set; } }
        public class C : ControllerBase
        {
            [HttpPost, RequestSizeLimit(20_000_000)] public IActionResult B() => Ok();
            void M(KestrelServerOptions kestrel, FormOptions form, long size)
            {
                kestrel.Limits.MaxRequestBodySize = 10 * 1024 * 1024;
                form.MultipartBodyLengthLimit = size;
                new Mine().MaxRequestBodySize = null;
            }
        }
        """, TestSetup.AspNetCore);
}
