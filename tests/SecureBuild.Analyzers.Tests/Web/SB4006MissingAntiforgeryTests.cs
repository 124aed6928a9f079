using SecureBuild.Testing.Roslyn;
using Fix = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Web.SB4006MissingAntiforgery, SecureBuild.CodeFixes.Web.SB4006MissingAntiforgeryCodeFix>;
using Verify = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Web.SB4006MissingAntiforgery>;

namespace SecureBuild.Analyzers.Tests.Web;

public sealed class SB4006MissingAntiforgeryTests
{
    const string Usings = """
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Antiforgery;
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.AspNetCore.Mvc.RazorPages;
        using Microsoft.Extensions.DependencyInjection;

        """;

    [Fact]
    public Task Unsafe_verbs_without_a_check_are_reported() => Verify.AnalyzerAsync(Usings + """
        class Db { public void SaveChanges() { } }
        public class AccountController : Controller
        {
            readonly Db _db = new();
            [HttpPost] public IActionResult [|Transfer|](int amount) => Ok();
            [HttpPut("{id}"), Authorize] public IActionResult [|Rename|](int id, string name) => Ok();
            [AcceptVerbs("POST", "PUT")] public IActionResult [|Store|](string name) => Ok();
            [HttpPost, IgnoreAntiforgeryToken] public IActionResult [|Ignored|](string name) => Ok();
            [HttpGet] public IActionResult [|Delete|](int id) { _db.SaveChanges(); return Ok(); }
            public IActionResult Index() { _db.SaveChanges(); return View(); }
        }
        [IgnoreAntiforgeryToken] public class [|UploadModel|] : PageModel { public void OnPost() { } }
        class C
        {
            void M(WebApplication app, IServiceCollection services)
            {
                [|app.MapPost("/upload", (IFormFile file) => file.Length).DisableAntiforgery()|];
                services.AddRazorPages(o => o.Conventions.ConfigureFilter([|new IgnoreAntiforgeryTokenAttribute()|]));
            }
        }
        """, TestSetup.AspNetCore);

    [Fact]
    public Task Checked_json_bearer_and_api_actions_are_not_reported() => Verify.AnalyzerAsync(Usings + """
        public class AccountController(IAntiforgery antiforgery) : Controller
        {
            [HttpPost, ValidateAntiForgeryToken] public IActionResult Transfer(int amount) => Ok();
            [HttpPost] public IActionResult Json([FromBody] string body) => Ok();
            [HttpPost] public async Task<IActionResult> Own(int amount) { await antiforgery.ValidateRequestAsync(HttpContext); return Ok(); }
            [HttpPost, Authorize(AuthenticationSchemes = "Bearer")] public IActionResult Bearer(int amount) => Ok();
            [HttpPost] public IActionResult PaymentWebhook(string body) => Ok();
            [HttpGet] public IActionResult Delete(int id) => View();
            [HttpPost] void Hidden() { }
            [NonAction, HttpPost] public void Helper() { }
        }
        [AutoValidateAntiforgeryToken] public class Base : Controller { }
        public class DerivedController : Base { [HttpPost] public IActionResult Save(int id) => Ok(); }
        [ApiController] public class ItemsController : ControllerBase { [HttpPost] public IActionResult Save(int id) => Ok(); }
        public class PlainController : ControllerBase { [HttpPost] public IActionResult Save(int id) => Ok(); }
        [IgnoreAntiforgeryToken] public class ErrorModel : PageModel { public void OnGet() { } }
        public class SaveModel : PageModel { public void OnPost() { } }
        """, TestSetup.AspNetCore);

    [Fact]
    public Task A_global_filter_is_seen() => Verify.AnalyzerAsync(Usings + """
        public class AccountController : Controller
        {
            [HttpPost] public IActionResult Transfer(int amount) => Ok();
            [HttpPost, IgnoreAntiforgeryToken] public IActionResult [|Ignored|](int amount) => Ok();
        }
        class Startup { void M(IServiceCollection services) => services.AddControllersWithViews(options => options.Filters.Add(new AutoValidateAntiforgeryTokenAttribute())); }
        """, TestSetup.AspNetCore);

    [Fact]
    public Task Bearer_tokens_without_cookies_need_none() => Verify.AnalyzerAsync(Usings + """
        public class AccountController : Controller { [HttpPost] public IActionResult Transfer(int amount) => Ok(); }
        class Startup { void M(IServiceCollection services) => services.AddAuthentication().AddJwtBearer(); }
        static class Jwt { public static void AddJwtBearer(this Microsoft.AspNetCore.Authentication.AuthenticationBuilder builder) { } }
        """, TestSetup.AspNetCore);

    [Fact]
    public Task System_web_mvc_is_reported() => Verify.AnalyzerAsync("""
        using System.Web.Mvc;
        public class HomeController : Controller
        {
            [HttpPost] public ActionResult [|Save|](int id) => null;
            [HttpPost, ValidateAntiForgeryToken] public ActionResult Checked(int id) => null;
            public ActionResult Index() => null;
        }
        namespace System.Web.Mvc
        {
            public class ActionResult { }
            public abstract class ControllerBase { }
            public abstract class Controller : ControllerBase { }
            public class HttpPostAttribute : System.Attribute { }
            public class ValidateAntiForgeryTokenAttribute : System.Attribute { }
        }
        """);

    [Fact]
    public Task Without_the_api_nothing_is_reported() => Verify.AnalyzerAsync("""
        class HttpPostAttribute : System.Attribute { }
        class Controller { }
        class AccountController : Controller { [HttpPost] public void Transfer() { } }
        """);

    [Fact]
    public Task The_fix_adds_the_attribute() => Fix.CodeFixAsync(Usings + """
        public class AccountController : Controller
        {
            /// <summary>Sends.</summary>
            [HttpPost]
            public IActionResult [|Transfer|](int amount) => Ok();

            [HttpPost] public IActionResult [|Short|](int amount) => Ok();
        }
        """, Usings + """
        public class AccountController : Controller
        {
            /// <summary>Sends.</summary>
            [HttpPost]
            [ValidateAntiForgeryToken]
            public IActionResult Transfer(int amount) => Ok();

            [HttpPost][ValidateAntiForgeryToken] public IActionResult Short(int amount) => Ok();
        }
        """, TestSetup.AspNetCore);

    [Fact]
    public Task No_fix_is_offered_where_the_token_is_ignored_on_purpose() => Fix.NoCodeFixAsync(Usings + """
        public class AccountController : Controller { [HttpPost, IgnoreAntiforgeryToken] public IActionResult [|Transfer|](int amount) => Ok(); }
        """, TestSetup.AspNetCore);
}
