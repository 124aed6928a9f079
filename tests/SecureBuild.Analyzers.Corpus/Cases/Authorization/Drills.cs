// Rights that nobody asks for.
using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.SignalR;
using Microsoft.EntityFrameworkCore;

namespace Corpus.Authorization.Drills;

public class Paper
{
    public int Id { get; set; }
    public string OwnerId { get; set; } = "";
    public string Body { get; set; } = "";
}

public class Desk : DbContext
{
    public DbSet<Paper> Papers { get; set; } = null!;
}

// [Bad CWE-862] a handler of a requirement that always succeeds
public class OwnerHandler : AuthorizationHandler<OwnerRequirement, Paper>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, OwnerRequirement requirement, Paper resource)
    {
        context.Succeed(requirement);
        return Task.CompletedTask;
    }
}

// [Good CWE-862] a handler of a requirement that compares
public class RealOwnerHandler : AuthorizationHandler<OwnerRequirement, Paper>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, OwnerRequirement requirement, Paper resource)
    {
        if (context.User.FindFirstValue(ClaimTypes.NameIdentifier) == resource.OwnerId)
            context.Succeed(requirement);
        return Task.CompletedTask;
    }
}

public class OwnerRequirement : IAuthorizationRequirement;

// [Bad CWE-862] a policy that anybody fulfils
public static class Policies
{
    public static void Add(IServiceCollection services) =>
        services.AddAuthorization(options => options.AddPolicy("Admin", policy => policy.RequireAssertion(_ => true)));
}

// [Good CWE-862] a policy that an administrator fulfils
public static class RealPolicies
{
    public static void Add(IServiceCollection services) =>
        services.AddAuthorization(options => options.AddPolicy("Admin", policy => policy.RequireAssertion(context => context.User.IsInRole("Administrator"))));
}

// [Bad CWE-639] the page of a paper by its number
[Authorize]
public class PaperPage(Desk desk) : PageModel
{
    public Paper? Paper { get; private set; }

    public async Task<IActionResult> OnGetAsync(int id)
    {
        Paper = await desk.Papers.FirstOrDefaultAsync(each => each.Id == id);
        return Paper is null ? NotFound() : Page();
    }
}

// [Good CWE-639] the page of a paper that is looked at first
[Authorize]
public class OwnPaperPage(Desk desk) : PageModel
{
    public Paper? Paper { get; private set; }

    public async Task<IActionResult> OnGetAsync(int id)
    {
        Paper = await desk.Papers.FirstOrDefaultAsync(each => each.Id == id);
        if (Paper is null)
            return NotFound();
        if (Paper.OwnerId != User.FindFirstValue(ClaimTypes.NameIdentifier))
            return Forbid();
        return Page();
    }
}

// [Bad CWE-306] anybody may change the settings over the wire
[ApiController, Route("api/settings")]
public class SettingsController(Desk desk) : ControllerBase
{
    [HttpPut("{id:int}"), AllowAnonymous]
    public async Task<IActionResult> Put(int id, [FromBody] string body)
    {
        var paper = await desk.Papers.FindAsync(id);
        if (paper is null)
            return NotFound();
        paper.Body = body;
        await desk.SaveChangesAsync();
        return NoContent();
    }
}

// [Bad CWE-862] a hub whose methods change what all see
public class BoardHub(Desk desk) : Hub
{
    public async Task DeletePaper(int id)
    {
        var paper = await desk.Papers.FindAsync(id);
        desk.Papers.Remove(paper!);
        await desk.SaveChangesAsync();
    }
}

// [Good CWE-862] a hub for those who signed in, who delete their own
[Authorize]
public class OwnBoardHub(Desk desk) : Hub
{
    public async Task DeletePaper(int id)
    {
        var user = Context.UserIdentifier;
        var paper = await desk.Papers.FirstOrDefaultAsync(each => each.Id == id && each.OwnerId == user);
        if (paper is null)
            return;
        desk.Papers.Remove(paper);
        await desk.SaveChangesAsync();
    }
}
