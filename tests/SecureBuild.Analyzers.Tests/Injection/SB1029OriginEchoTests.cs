using Verify = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Injection.SB1029OriginEcho>;

namespace SecureBuild.Analyzers.Tests.Injection;

public sealed class SB1029OriginEchoTests
{
    [Fact]
    public Task Origins_sent_back_are_reported() => Verify.AnalyzerAsync("""
        public class CorsMiddleware(RequestDelegate next)
        {
            public Task Invoke(HttpContext context)
            {
                context.Response.Headers["Access-Control-Allow-Origin"] = [|context.Request.Headers["Origin"]|];
                return next(context);
            }
            public void Append(HttpContext context) => context.Response.Headers.Append("Access-Control-Allow-Origin", [|context.Request.Headers["Origin"]|]);
            public void Typed(HttpContext context) => context.Response.Headers.AccessControlAllowOrigin = [|context.Request.Headers.Origin|];
            public void Variable(HttpContext context)
            {
                var origin = context.Request.Headers.Origin.ToString();
                context.Response.Headers["Access-Control-Allow-Origin"] = [|origin|];
            }
        }
        """, FlowSetup.Web);

    [Fact]
    public Task Listed_origins_are_not_reported() => Verify.AnalyzerAsync("""
        public class CorsMiddleware(RequestDelegate next)
        {
            public Task Invoke(HttpContext context)
            {
                var origin = context.Request.Headers.Origin.ToString();
                if (origin == "https://shop.example.org")
                    context.Response.Headers["Access-Control-Allow-Origin"] = origin;
                return next(context);
            }
            public void Constant(HttpContext context) => context.Response.Headers["Access-Control-Allow-Origin"] = "https://shop.example.org";
            public void Compared(HttpContext context)
            {
                string origin = context.Request.Headers["Origin"];
                if (origin == "https://shop.example.org")
                    context.Response.Headers["Access-Control-Allow-Origin"] = origin;
            }
            public void Any(HttpContext context) => context.Response.Headers["Access-Control-Allow-Origin"] = "*";
        }
        """, FlowSetup.Web);
}
