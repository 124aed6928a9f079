// Who may do what, in small samples.
using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.SignalR;
using Microsoft.EntityFrameworkCore;

namespace Corpus.Authorization.Snippets;

public class Document { public int Id { get; set; } public string OwnerId { get; set; } = ""; public string Text { get; set; } = ""; public int TenantId { get; set; } }

public class Store : DbContext { public DbSet<Document> Documents => Set<Document>(); }

// [Bad CWE-862] anybody deletes users
[ApiController]
[Route("api/admin/users")]
public class AdminUsersController(Store store) : ControllerBase
{
    [HttpDelete("{id}")]
    public async Task<IActionResult> Delete(int id)
    {
        var user = await store.Documents.FindAsync(id);
        if (user == null) return NotFound();
        store.Documents.Remove(user);
        await store.SaveChangesAsync();
        return NoContent();
    }
}

// [Good CWE-862] a role deletes users
[ApiController]
[Route("api/safe/admin/users")]
[Authorize(Roles = "Administrator")]
public class SafeAdminUsersController(Store store) : ControllerBase
{
    [HttpDelete("{id}")]
    public async Task<IActionResult> Delete(int id)
    {
        var user = await store.Documents.FindAsync(id);
        if (user == null) return NotFound();
        store.Documents.Remove(user);
        await store.SaveChangesAsync();
        return NoContent();
    }
}

// [Bad CWE-639] the owner is what the client says
[Authorize]
[ApiController]
public class DocumentsController(Store store) : ControllerBase
{
    [HttpPut("/documents/{id:int}")]
    public async Task<IActionResult> Save(int id, [FromBody] string text)
    {
        var document = await store.Documents.FirstOrDefaultAsync(d => d.Id == id);
        if (document is null) return NotFound();
        document.Text = text;
        await store.SaveChangesAsync();
        return NoContent();
    }
}

// [Good CWE-639] a handler decides whether the user may
[Authorize]
[ApiController]
public class HandledDocumentsController(Store store, IAuthorizationService authorization) : ControllerBase
{
    [HttpPut("/handled/{id:int}")]
    public async Task<IActionResult> Save(int id, [FromBody] string text)
    {
        var document = await store.Documents.FirstOrDefaultAsync(d => d.Id == id);
        if (document is null) return NotFound();
        var allowed = await authorization.AuthorizeAsync(User, document, "Owner");
        if (!allowed.Succeeded) return Forbid();
        document.Text = text;
        await store.SaveChangesAsync();
        return NoContent();
    }
}

// [Good CWE-639] the query names the user
[Authorize]
[ApiController]
public class OwnDocumentsController(Store store) : ControllerBase
{
    [HttpDelete("/own/{id:int}")]
    public async Task<IActionResult> Delete(int id)
    {
        var me = User.FindFirstValue(ClaimTypes.NameIdentifier);
        var document = await store.Documents.Where(d => d.OwnerId == me).FirstOrDefaultAsync(d => d.Id == id);
        if (document is null) return NotFound();
        store.Documents.Remove(document);
        await store.SaveChangesAsync();
        return NoContent();
    }
}

// [Bad CWE-639] the user's id comes with the query
[Authorize]
[ApiController]
public class MessagesController(Store store) : ControllerBase
{
    [HttpGet("/messages")]
    public async Task<IActionResult> List([FromQuery] string userId) =>
        Ok(await store.Documents.Where(d => d.OwnerId == userId).ToListAsync());
}

// [Good CWE-639] the user's id comes from the sign-in
[Authorize]
[ApiController]
public class OwnMessagesController(Store store) : ControllerBase
{
    [HttpGet("/own-messages")]
    public async Task<IActionResult> List()
    {
        var userId = User.FindFirstValue(ClaimTypes.NameIdentifier);
        return Ok(await store.Documents.Where(d => d.OwnerId == userId).ToListAsync());
    }
}

// [Bad CWE-306] a hub for anybody, with a method for administrators
public class AdminHub(Store store) : Hub
{
    public async Task DeleteDocument(int id)
    {
        store.Documents.Remove(store.Documents.Single(d => d.Id == id));
        await store.SaveChangesAsync();
        await Clients.All.SendAsync("deleted", id);
    }
}

// [Good CWE-306] a hub for administrators
[Authorize(Policy = "Admins")]
public class SafeAdminHub(Store store) : Hub
{
    public async Task DeleteDocument(int id)
    {
        store.Documents.Remove(store.Documents.Single(d => d.Id == id));
        await store.SaveChangesAsync();
        await Clients.All.SendAsync("deleted", id);
    }
}

// [Bad CWE-862] a minimal API in an extension method, no word of who may
public static class OpenEndpoints
{
    public static void MapDocuments(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/open/documents").WithTags("documents");
        group.MapPost("/", async (Document document, Store store) =>
        {
            store.Documents.Add(document);
            await store.SaveChangesAsync();
            return Results.Created($"/open/documents/{document.Id}", document.Id);
        });
    }
}

// [Good CWE-862] the group asks, and its endpoints stand in another method
public static class ClosedEndpoints
{
    public static void MapClosedDocuments(this IEndpointRouteBuilder routes) =>
        routes.MapGroup("/closed/documents").RequireAuthorization("Editors").MapChanges();

    static RouteGroupBuilder MapChanges(this RouteGroupBuilder group)
    {
        group.MapDelete("/{id:int}", async (int id, Store store, ClaimsPrincipal user) =>
        {
            var document = await store.Documents.SingleAsync(d => d.Id == id && d.OwnerId == user.Identity!.Name);
            store.Documents.Remove(document);
            await store.SaveChangesAsync();
            return Results.NoContent();
        });
        return group;
    }
}

// [Good CWE-862] a filter of the endpoint asks for a key
public static class KeyEndpoints
{
    public static void MapKeyed(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/keyed/purge", async (Store store) => { await store.SaveChangesAsync(); return Results.NoContent(); })
            .AddEndpointFilter<ApiKeyFilter>();

    sealed class ApiKeyFilter(IConfiguration configuration) : IEndpointFilter
    {
        public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
        {
            var given = System.Text.Encoding.UTF8.GetBytes(context.HttpContext.Request.Headers["X-Api-Key"].ToString());
            var expected = System.Text.Encoding.UTF8.GetBytes(configuration["ApiKey"]!);
            return System.Security.Cryptography.CryptographicOperations.FixedTimeEquals(given, expected) ? await next(context) : Results.Unauthorized();
        }
    }
}

// [Bad CWE-285] the check is made and its answer not used
[Authorize]
[ApiController]
public class IgnoringController(Store store, IAuthorizationService authorization) : ControllerBase
{
    [HttpDelete("/ignoring/{id:int}")]
    public async Task<IActionResult> Delete(int id)
    {
        var document = await store.Documents.FindAsync(id);
        await authorization.AuthorizeAsync(User, document, "Owner");
        store.Documents.Remove(document!);
        await store.SaveChangesAsync();
        return NoContent();
    }
}

// [Good CWE-862] an authorization filter of our own on the class
public sealed class StaffOnlyAttribute : Attribute, IAuthorizationFilter
{
    public void OnAuthorization(AuthorizationFilterContext context)
    {
        if (!context.HttpContext.User.IsInRole("staff"))
            context.Result = new ForbidResult();
    }
}

// [same case]
[StaffOnly]
[ApiController]
public class StaffController(Store store) : ControllerBase
{
    [HttpPost("/staff/purge")]
    public async Task<IActionResult> Purge()
    {
        store.Documents.RemoveRange(store.Documents);
        await store.SaveChangesAsync();
        return NoContent();
    }
}

// [Bad CWE-862] an action that changes another user's role
[ApiController]
public class RolesController(Microsoft.AspNetCore.Identity.UserManager<Microsoft.AspNetCore.Identity.IdentityUser> users) : ControllerBase
{
    [HttpPost("/roles/{userId}/{role}")]
    public async Task<IActionResult> Grant(string userId, string role)
    {
        var user = await users.FindByIdAsync(userId);
        await users.AddToRoleAsync(user!, role);
        return NoContent();
    }
}

// [Good CWE-862] checked at the start of the action
[ApiController]
public class CheckedRolesController(Microsoft.AspNetCore.Identity.UserManager<Microsoft.AspNetCore.Identity.IdentityUser> users) : ControllerBase
{
    [HttpPost("/checked-roles/{userId}/{role}")]
    public async Task<IActionResult> Grant(string userId, string role)
    {
        if (!User.IsInRole("Administrator"))
            return Forbid();
        var user = await users.FindByIdAsync(userId);
        await users.AddToRoleAsync(user!, role);
        return NoContent();
    }
}
