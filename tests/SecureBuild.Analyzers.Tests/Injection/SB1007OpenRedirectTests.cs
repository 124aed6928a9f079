using Fix = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Injection.SB1007OpenRedirect, SecureBuild.CodeFixes.Injection.SB1007OpenRedirectCodeFix>;
using Verify = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Injection.SB1007OpenRedirect>;

namespace SecureBuild.Analyzers.Tests.Injection;

public sealed class SB1007OpenRedirectTests
{
    [Fact]
    public Task Addresses_of_a_client_are_reported() => Verify.AnalyzerAsync("""
        public class AccountController : Controller
        {
            public IActionResult Direct(string returnUrl) => Redirect([|returnUrl|]);
            public IActionResult Result(string returnUrl) => new RedirectResult([|returnUrl|]);
            public void Response_(string returnUrl) => Response.Redirect([|returnUrl|]);
            public IResult Minimal(string returnUrl) => Results.Redirect([|returnUrl|]);
            public IActionResult Query() => RedirectPermanent([|Request.Query["next"]|]);
        }
        """, FlowSetup.Web);

    [Fact]
    public Task Local_and_fixed_addresses_are_not_reported() => Verify.AnalyzerAsync("""
        public class AccountController : Controller
        {
            public IActionResult Local(string returnUrl) => LocalRedirect(returnUrl);
            public IActionResult Asked(string returnUrl)
            {
                if (Url.IsLocalUrl(returnUrl))
                    return Redirect(returnUrl);
                return RedirectToAction("Index");
            }
            public IActionResult Fixed() => Redirect("/home");
            public IActionResult Prefixed(string id) => Redirect("/orders/" + id);
            public IActionResult Number(int id) => Redirect($"https://shop.example.org/orders/{id}");
        }
        """, FlowSetup.Web);

    [Fact]
    public Task The_fix_redirects_locally() => Fix.CodeFixAsync("""
        public class AccountController : Controller
        {
            public IActionResult Direct(string returnUrl) => Redirect([|returnUrl|]);
            public IActionResult Permanent(string returnUrl)
            {
                return this.RedirectPermanent([|returnUrl|]);
            }
            public IResult Minimal(string returnUrl) => Results.Redirect([|returnUrl|]);
        }
        """, """
        public class AccountController : Controller
        {
            public IActionResult Direct(string returnUrl) => LocalRedirect(returnUrl);
            public IActionResult Permanent(string returnUrl)
            {
                return this.LocalRedirectPermanent(returnUrl);
            }
            public IResult Minimal(string returnUrl) => Results.LocalRedirect(returnUrl);
        }
        """, FlowSetup.Web);

    [Fact]
    public Task What_has_no_mechanical_repair_is_left_to_its_author() => Fix.NoCodeFixAsync("""
        public class AccountController : Controller
        {
            public RedirectResult Typed(string returnUrl) => Redirect([|returnUrl|]);
            public void Written(string returnUrl) => Response.Redirect([|returnUrl|]);
            public IActionResult Made(string returnUrl) => new RedirectResult([|returnUrl|]);
        }
        """, FlowSetup.Web);
}
