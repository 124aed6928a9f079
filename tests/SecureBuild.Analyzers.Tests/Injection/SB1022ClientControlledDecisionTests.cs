using Verify = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Injection.SB1022ClientControlledDecision>;

namespace SecureBuild.Analyzers.Tests.Injection;

public sealed class SB1022ClientControlledDecisionTests
{
    [Fact(Skip = "No model names a sink of this kind yet.")]
    public Task Decisions_by_values_of_a_client_are_reported() => Verify.AnalyzerAsync("""
        public class AdminController : Controller
        {
            public IActionResult Cookie()
            {
                if ([|Request.Cookies["isAdmin"] == "true"|])
                    return View("Admin");
                return Forbid();
            }
            public IActionResult Header() => [|Request.Headers["X-Role"] == "admin"|] ? View("Admin") : Forbid();
            public IActionResult Query()
            {
                var role = Request.Query["role"].ToString();
                if ([|role == "admin"|])
                    return View("Admin");
                return Forbid();
            }
            public IActionResult Form()
            {
                if ([|Request.Form["isAdmin"] == "1"|])
                    return View("Admin");
                return Forbid();
            }
        }
        """, FlowSetup.Web);

    [Fact]
    public Task Decisions_by_the_user_are_not_reported() => Verify.AnalyzerAsync("""
        public class AdminController : Controller
        {
            public IActionResult Role() => User.IsInRole("admin") ? View("Admin") : Forbid();
            public IActionResult Claim() => User.HasClaim("role", "admin") ? View("Admin") : Forbid();
            public IActionResult Theme() => Request.Cookies["theme"] == "dark" ? View("Dark") : View("Light");
            public IActionResult Sort(string sort) => sort == "name" ? View("ByName") : View("ById");
        }
        """, FlowSetup.Web);
}
