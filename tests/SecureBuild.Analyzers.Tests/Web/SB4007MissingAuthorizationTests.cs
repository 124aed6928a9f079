using SecureBuild.Testing.Roslyn;
using Verify = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Web.SB4007MissingAuthorization>;

namespace SecureBuild.Analyzers.Tests.Web;

public sealed class SB4007MissingAuthorizationTests
{
    const string Usings = """
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.AspNetCore.Mvc.Authorization;
        using Microsoft.AspNetCore.Routing;
        using Microsoft.Extensions.DependencyInjection;

        """;

    [Fact]
    public Task What_stands_out_in_a_program_with_authorization_is_reported() => Verify.AnalyzerAsync(Usings + """
        [Authorize] public class OrdersController : ControllerBase { [HttpPost] public IActionResult Create(int id) => Ok(); }
        public class ItemsController : ControllerBase
        {
            [HttpDelete("{id}")] public IActionResult [|Remove|](int id) => Ok();
            [HttpPost, Authorize] public IActionResult Create(int id) => Ok();
            [HttpPost] public IActionResult Search(string text) => Ok();
            [HttpGet] public IActionResult List() => Ok();
            [HttpPost, AllowAnonymous] public IActionResult Suggest(string text) => Ok();
            [HttpPost, RequirePermission("x")] public IActionResult Own(string text) => Ok();
            [HttpPost] public IActionResult Asks(int id) { if (!User.IsInRole("Editor")) return Forbid(); return Ok(); }
        }
        public class RequirePermissionAttribute(string name) : System.Attribute { public string Name => name; }
        public class AccountController : ControllerBase { [HttpPost] public IActionResult Login(string name) => Ok(); }
        class C
        {
            void M(WebApplication app)
            {
                app.[|MapDelete|]("/items/{id}", (int id) => id);
                app.MapPost("/items", (int id) => id).RequireAuthorization();
                app.MapPost("/login", (string name) => name);
                app.MapGet("/items", () => 1);
                app.MapPut("/items", [Authorize] (int id) => id);
                var group = app.MapGroup("/orders").RequireAuthorization();
                group.MapPost("/", (int id) => id);
                group.MapGroup("/lines").MapPost("/", (int id) => id);
                var later = app.MapGroup("/orders");
                later.RequireAuthorization("policy");
                later.MapPost("/", (int id) => id);
                app.MapPost("/asks", (HttpContext context) => context.User.IsInRole("Editor") ? Results.Ok() : Results.Forbid());
            }
            void Elsewhere(RouteGroupBuilder group) => group.MapPost("/", (int id) => id);
        }
        """, TestSetup.AspNetCore);

    [Fact]
    public Task What_is_for_administrators_is_reported_in_every_program() => Verify.AnalyzerAsync(Usings + """
        public class AdminController : ControllerBase { [HttpGet] public IActionResult [|Users|]() => Ok(); }
        public class UsersController : ControllerBase { [HttpPost] public IActionResult [|GrantRole|](int id) => Ok(); [HttpPost] public IActionResult Create(int id) => Ok(); }
        class C { void M(WebApplication app) { app.[|MapGet|]("/admin/users", () => 1); app.MapGroup("/admin").[|MapGet|]("/logs", () => 1); app.[|MapMethods|]("/admin/reset", new[] { "POST" }, () => 1); app.MapPost("/items", (int id) => id); } }
        [ServiceFilter(typeof(ApiKeyFilter))] public class AdminKeysController : ControllerBase { public IActionResult Users() => Ok(); }
        public class ApiKeyFilter { }
        """, TestSetup.AspNetCore);

    [Fact]
    public Task A_fallback_policy_or_a_global_filter_guards_everything() => Verify.AnalyzerAsync(Usings + """
        public class ItemsController : ControllerBase { [HttpDelete("{id}")] public IActionResult Remove(int id) => Ok(); [Authorize] public IActionResult Other() => Ok(); }
        class Startup { void M(IServiceCollection services) => services.AddControllers(options => options.Filters.Add(new AuthorizeFilter())); }
        """, TestSetup.AspNetCore);

    [Fact]
    public Task A_program_without_authorization_is_not_reported() => Verify.AnalyzerAsync(Usings + """
        public class ItemsController : ControllerBase { [HttpDelete("{id}")] public IActionResult Remove(int id) => Ok(); }
        class C { void M(WebApplication app) => app.MapDelete("/items/{id}", (int id) => id); }
        """, TestSetup.AspNetCore);

    [Fact]
    public Task A_method_of_a_hub_that_takes_something_away_is_reported() => Verify.AnalyzerAsync(Usings + """
        [Authorize] public class OrdersController : ControllerBase { [HttpPost] public IActionResult Create(int id) => Ok(); }
        public class RoomHub : Microsoft.AspNetCore.SignalR.Hub { public void [|KickUser|](string name) { } public void Say(string text) { } public void __() { } }
        [Authorize] public class GuardedHub : Microsoft.AspNetCore.SignalR.Hub { public void KickUser(string name) { } }
        """, TestSetup.AspNetCore);

    [Fact]
    public Task A_hub_that_is_guarded_where_it_is_mapped_is_not() => Verify.AnalyzerAsync(Usings + """
        [Authorize] public class OrdersController : ControllerBase { [HttpPost] public IActionResult Create(int id) => Ok(); }
        public class RoomHub : Microsoft.AspNetCore.SignalR.Hub { public void KickUser(string name) { } }
        class C { void M(WebApplication app) => app.MapHub<RoomHub>("/rooms").RequireAuthorization(); }
        """, TestSetup.AspNetCore);

    const string Grpc = """
        namespace Grpc.Core { public class ServerCallContext { } public class BindServiceMethodAttribute : System.Attribute { } }
        [Grpc.Core.BindServiceMethod] public abstract class RoomsBase { public virtual Task<int> DeleteRoom(int id, Grpc.Core.ServerCallContext context) => throw null; public virtual Task<int> GetRoom(int id, Grpc.Core.ServerCallContext context) => throw null; }
        [Authorize] public class OrdersController : ControllerBase { [HttpPost] public IActionResult Create(int id) => Ok(); }
        static class Mapping { public static IEndpointConventionBuilder MapGrpcService<T>(this WebApplication app) => throw null; }

        """;

    const string Rooms = "public override Task<int> DeleteRoom(int id, Grpc.Core.ServerCallContext context) => Task.FromResult(id); public override Task<int> GetRoom(int id, Grpc.Core.ServerCallContext context) => Task.FromResult(id);";

    [Fact]
    public Task A_gRPC_service_that_takes_something_away_is_reported() => Verify.AnalyzerAsync(Usings + Grpc + $$"""
        public class Rooms : RoomsBase { {{Rooms.Replace("DeleteRoom", "[|DeleteRoom|]")}} }
        [Authorize] public class GuardedRooms : RoomsBase { {{Rooms}} }
        """, TestSetup.AspNetCore);

    [Theory]
    [InlineData("void M(WebApplication app) => app.MapGrpcService<Rooms>().RequireAuthorization();")]
    [InlineData("System.Collections.Generic.List<object> Interceptors { get; } = new();")]
    public Task A_gRPC_service_that_may_be_guarded_elsewhere_is_not(string member) => Verify.AnalyzerAsync(Usings + Grpc + $$"""
        public class Rooms : RoomsBase { {{Rooms}} }
        class C { {{member}} }
        """, TestSetup.AspNetCore);

    [Fact]
    public Task A_hub_that_renames_for_its_clients_only_is_not() => Verify.AnalyzerAsync(Usings + """
        [Authorize] public class OrdersController : ControllerBase { [HttpPost] public IActionResult Create(int id) => Ok(); }
        public interface IRooms { Task Rename(string room, string name); }
        public class RoomHub(IRooms rooms) : Microsoft.AspNetCore.SignalR.Hub
        {
            public Task [|RenameRoom|](string room, string name) => rooms.Rename(room, name);
            public Task RemoveMe(string room) => Groups.RemoveFromGroupAsync(Context.ConnectionId, room);
        }
        """, TestSetup.AspNetCore);

    [Fact]
    public Task A_component_for_administrators_without_authorization_is_reported() => Verify.AnalyzerAsync(Usings + """
        [Microsoft.AspNetCore.Components.Route("/users")] public class UserAdmin : Microsoft.AspNetCore.Components.ComponentBase { void [|DeleteUser|](int id) { } void ShowUser(int id) { } }
        [Authorize, Microsoft.AspNetCore.Components.Route("/roles")] public class RoleAdmin : Microsoft.AspNetCore.Components.ComponentBase { void DeleteRole(int id) { } }
        public class AdminButtons : Microsoft.AspNetCore.Components.ComponentBase { void DeleteRow(int id) { } }
        """, TestSetup.AspNetCore);

    [Fact]
    public Task Without_the_api_nothing_is_reported() => Verify.AnalyzerAsync("""
        class ControllerBase { }
        class AdminController : ControllerBase { public void Users() { } }
        """);

    [Fact]
    public Task An_answer_of_the_authorization_service_that_nobody_looks_at_is_reported() => Verify.AnalyzerAsync("""
        using System.Security.Claims;
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Authorization;
        class C
        {
            async Task Ignored(IAuthorizationService service, ClaimsPrincipal user, object document) => await [|service.AuthorizeAsync(user, document, "Owner")|];
        }
        """, TestSetup.AspNetCore);

    [Fact]
    public Task An_answer_of_the_authorization_service_that_decides_is_not() => Verify.AnalyzerAsync("""
        using System.Security.Claims;
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Authorization;
        class C
        {
            async Task<bool> Asked(IAuthorizationService service, ClaimsPrincipal user, object document) => (await service.AuthorizeAsync(user, document, "Owner")).Succeeded;
        }
        """, TestSetup.AspNetCore);

    [Fact]
    public Task A_page_for_administrators_that_asks_nobody_is_reported_unless_its_folder_does() => Verify.AnalyzerAsync("""
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.AspNetCore.Mvc.RazorPages;
        public class AdminPurgeModel : PageModel { public void [|OnPostDelete|](int id) { } public void OnGet() { } }
        [Authorize] public class AdminListModel : PageModel { public void OnPost() { } }
        public class ContactModel : PageModel { public void OnPost() { } }
        """, TestSetup.AspNetCore);
}
