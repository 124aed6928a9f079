using Verify = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Injection.SB1025CookieInjection>;

namespace SecureBuild.Analyzers.Tests.Injection;

public sealed class SB1025CookieInjectionTests
{
    [Fact]
    public Task Cookies_named_or_placed_by_a_client_are_reported() => Verify.AnalyzerAsync("""
        public class ThemeController : Controller
        {
            public void Name(string name) => Response.Cookies.Append([|name|], "1");
            public void Part(string id) => Response.Cookies.Append([|"cart-" + id|], "1");
            public void Domain(string domain) => Response.Cookies.Append("theme", "dark", new CookieOptions { Domain = [|domain|] });
            public void Path_() => Response.Cookies.Append("theme", "dark", new CookieOptions { Path = [|Request.Query["path"]|] });
        }
        """, FlowSetup.Web);

    [Fact]
    public Task Encoded_and_known_values_are_not_reported() => Verify.AnalyzerAsync("""
        public class ThemeController : Controller
        {
            public void Encoded(string theme) => Response.Cookies.Append("theme", theme);
            public void Chosen(string theme) => Response.Cookies.Append(theme == "dark" ? "dark" : "light", "1");
            public void Constant() => Response.Cookies.Append("seen", "1");
            public void Number(int id) => Response.Cookies.Append("order-" + id, "1");
            public void Own() => Response.Cookies.Append("visit", Guid.NewGuid().ToString(), new CookieOptions { Path = "/shop" });
        }
        """, FlowSetup.Web);
}
