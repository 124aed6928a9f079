using SecureBuild.Testing.Roslyn;
using Verify = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Web.SB4008AnonymousStateChange>;

namespace SecureBuild.Analyzers.Tests.Web;

public sealed class SB4008AnonymousStateChangeTests
{
    [Fact]
    public Task Anonymous_changes_are_reported_but_not_sign_in_and_the_like() => Verify.AnalyzerAsync("""
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc;
        [Authorize] public class ItemsController : ControllerBase
        {
            [AllowAnonymous, HttpDelete("{id}")] public IActionResult [|Remove|](int id) => Ok();
            [AllowAnonymous, HttpGet] public IActionResult List() => Ok();
            [AllowAnonymous, HttpPost] public IActionResult Contact(string text) => Ok();
            [HttpPost] public IActionResult Create(string text) => Ok();
            [AllowAnonymous, HttpPost] public IActionResult Asks(string key) => key == "x" ? Ok() : Unauthorized();
        }
        [AllowAnonymous] public class AccountController : ControllerBase { [HttpPost] public IActionResult Login(string name) => Ok(); [HttpPost] public IActionResult Register(string name) => Ok(); }
        [AllowAnonymous] public class AdminController : ControllerBase { public IActionResult [|Users|]() => Ok(); }
        class C
        {
            void M(WebApplication app)
            {
                app.[|MapDelete|]("/items/{id}", (int id) => id).AllowAnonymous();
                app.MapPost("/login", (string name) => name).AllowAnonymous();
                app.MapGet("/items", () => 1).AllowAnonymous();
                app.MapPost("/items", (int id) => id).RequireAuthorization();
            }
        }
        """, TestSetup.AspNetCore);

    [Fact]
    public Task Without_the_api_nothing_is_reported() => Verify.AnalyzerAsync("""
        class AllowAnonymousAttribute : System.Attribute { }
        class ControllerBase { }
        class AdminController : ControllerBase { [AllowAnonymous] public void Users() { } }
        """);
}
