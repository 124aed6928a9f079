using Verify = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Identity.SB2202JwtHttpsMetadataOff>;

namespace SecureBuild.Analyzers.Tests.Identity;

public sealed class SB2202JwtHttpsMetadataOffTests
{
    const string Usings = """
        class JwtBearerOptions { public bool RequireHttpsMetadata { get; set; } = true; }
        class Env { public bool IsDevelopment() => true; }

        """;

    [Fact]
    public Task Metadata_over_http_is_reported() => Verify.AnalyzerAsync(Usings + """
        class C
        {
            void M(JwtBearerOptions options, bool configured)
            {
                [|options.RequireHttpsMetadata = false|];
                var other = new JwtBearerOptions { [|RequireHttpsMetadata = false|] };
            }
        }
        """);

    [Fact]
    public Task Https_configuration_and_development_are_not() => Verify.AnalyzerAsync(Usings + """
        class C
        {
            void M(JwtBearerOptions options, Env env, bool configured)
            {
                options.RequireHttpsMetadata = true;
                options.RequireHttpsMetadata = configured;
                options.RequireHttpsMetadata = !env.IsDevelopment();
                options.RequireHttpsMetadata = env.IsDevelopment() ? false : true;
                if (env.IsDevelopment())
                    options.RequireHttpsMetadata = false;
            }
        }
        """);
}
