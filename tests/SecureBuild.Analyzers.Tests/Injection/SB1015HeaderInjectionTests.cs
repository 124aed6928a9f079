using Verify = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Injection.SB1015HeaderInjection>;

namespace SecureBuild.Analyzers.Tests.Injection;

public sealed class SB1015HeaderInjectionTests
{
    [Fact]
    public Task Headers_with_text_of_a_client_are_reported() => Verify.AnalyzerAsync("""
        public class DownloadController : Controller
        {
            public void Indexer(string name) => Response.Headers["Content-Disposition"] = [|"attachment; filename=" + name|];
            public void Append(string name) => Response.Headers.Append("X-File", [|name|]);
            public void Typed(string policy) => Response.Headers.ContentSecurityPolicy = [|"script-src " + policy|];
            public void Helper(string name) => Response.Headers["X-Name"] = [|Describe(name)|];
            static string Describe(string name) => "file " + name;
        }
        """, FlowSetup.Web);

    [Fact]
    public Task Encoded_and_fixed_headers_are_not_reported() => Verify.AnalyzerAsync("""
        public class DownloadController : Controller
        {
            public void Escaped(string name) => Response.Headers["Content-Disposition"] = "attachment; filename=" + Uri.EscapeDataString(name);
            public void Constant() => Response.Headers["X-Frame-Options"] = "DENY";
            public void Number(int id) => Response.Headers.Append("X-Id", id.ToString());
            public void Chosen(string theme) => Response.Headers["X-Theme"] = theme == "dark" ? "dark" : "light";
        }
        """, FlowSetup.Web);
}
