using SecureBuild.Testing.Roslyn;
using Verify = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Web.SB4022ApiDescriptionInProduction>;

namespace SecureBuild.Analyzers.Tests.Web;

public sealed class SB4022ApiDescriptionInProductionTests
{
    [Fact]
    public Task Descriptions_are_reported_unless_guarded() => Verify.AnalyzerAsync("""
        using Microsoft.AspNetCore.Builder;
        using Microsoft.Extensions.Hosting;
        class C
        {
            void M(WebApplication app)
            {
                [|app.UseSwagger()|];
                [|app.UseSwaggerUI()|];
                if (app.Environment.IsDevelopment())
                    app.UseSwagger();
            }
        }
        namespace Microsoft.AspNetCore.Builder { public static class SwaggerBuilderExtensions { public static void UseSwagger(this IApplicationBuilder app) { } public static void UseSwaggerUI(this IApplicationBuilder app) { } } }
        """, TestSetup.AspNetCore);

    [Fact]
    public Task Without_the_api_nothing_is_reported() => Verify.AnalyzerAsync("""
        class App { public void UseSwagger() { } }
        class C { void M(App app) => app.UseSwagger(); }
        """);
}
