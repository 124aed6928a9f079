using Verify = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Injection.SB1022ClientControlledDecision>;

namespace SecureBuild.Analyzers.Tests.Injection;

public sealed class SB1022ClientControlledDecisionTests
{
    [Fact]
    public Task Decisions_by_values_of_a_client_are_reported() => Verify.AnalyzerAsync("""
        public class AdminController(IStore store) : Controller
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
            public IActionResult Parsed()
            {
                if (Request.Headers.TryGetValue("X-Admin", out var text) && bool.TryParse(text, out var isAdmin) && [|isAdmin|])
                    store.DeleteAll();
                return Ok();
            }
            public IActionResult Parameter([FromHeader(Name = "X-Role")] string who)
            {
                if ([|who != "auditor"|])
                    return Forbid();
                return Ok(store.All());
            }
            public IActionResult Address()
            {
                var address = Request.Headers["X-Forwarded-For"].FirstOrDefault();
                if ([|address == store.OwnAddress|])
                    return Ok(store.All());
                return StatusCode(403);
            }
            public IActionResult Helper()
            {
                if (!IsAdministrator(Request))
                    return Unauthorized();
                return Ok(store.All());
            }
            static bool IsAdministrator(HttpRequest request) => [|request.Cookies["admin"] == "1"|];
        }
        public class Model { public bool IsAdmin { get; set; } }
        public class ModelController(IStore store) : Controller
        {
            public IActionResult Save([FromBody] Model model)
            {
                if ([|model.IsAdmin|])
                    store.DeleteAll();
                return Ok();
            }
        }
        public static class Endpoints
        {
            public static void Map(WebApplication app) => app.MapDelete("/all", (bool isAdmin, IStore store) => { if ([|isAdmin|]) store.DeleteAll(); });
        }
        public interface IStore { void DeleteAll(); object All(); string OwnAddress { get; } }
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

    [Fact]
    public Task Protected_values_checks_of_the_server_and_refusals_are_not_reported() => Verify.AnalyzerAsync("""
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.AspNetCore.DataProtection;
        public class AdminController(IStore store, IDataProtector protector) : Controller
        {
            public IActionResult Protected()
            {
                if (protector.Unprotect(Request.Cookies["role"]) == "admin")
                    store.DeleteAll();
                return Ok();
            }
            public IActionResult Both()
            {
                if (Request.Cookies["isAdmin"] == "true" && User.IsInRole("Admin"))
                    store.DeleteAll();
                return Ok();
            }
            public IActionResult Refused(string role)
            {
                if (role == "admin")
                    return Forbid();
                store.Add(role);
                return Ok();
            }
            public IActionResult Validated(string role)
            {
                if (role != "admin" && role != "user")
                    return BadRequest();
                return Ok(store.Count(role));
            }
            [Authorize(Roles = "Admin")]
            public IActionResult Restricted(bool isAdmin)
            {
                if (isAdmin)
                    store.DeleteAll();
                return Ok();
            }
        }
        public interface IStore { void DeleteAll(); void Add(string role); int Count(string role); }
        """, FlowSetup.Web);

    [Fact]
    public Task A_role_of_the_clients_choice_becomes_no_claim() => Verify.AnalyzerAsync("""
        using System.Security.Claims;
        using Microsoft.AspNetCore.Authorization;
        public class JoinForm { public string Name { get; set; } public string Role { get; set; } }
        public class JoinController : Controller
        {
            public object Parameter(string role) => new Claim(ClaimTypes.Role, [|role|]);
            public object Member(JoinForm form) => new Claim("role", [|form.Role|]);
            public object Query() => new Claim(ClaimTypes.Role, [|Request.Query["role"].ToString()|]);
            public object Name(JoinForm form) => new Claim(ClaimTypes.Name, form.Name);
            public object Constant(string plan) => new Claim(ClaimTypes.Role, plan == "pro" ? "Customer" : "Guest");
            [Authorize(Roles = "Admin")]
            public object Administrator(string role) => new Claim(ClaimTypes.Role, role);
            object Stored(Account account) => new Claim(ClaimTypes.Role, account.Role);
            class Account { public string Role { get; set; } }
        }
        """, FlowSetup.Web);
}
