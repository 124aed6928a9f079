// Who may, again.
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.SignalR;

namespace Corpus.Authorization.Halls;

public interface IUsers { Task BanAsync(string user); Task PromoteAsync(string user); Task<IReadOnlyList<string>> AllAsync(); }

// [Bad CWE-862] a hub that bans whoever it is told
public class ModerationHub(IUsers users) : Hub
{
    public async Task BanUser(string user)
    {
        await users.BanAsync(user);
        await Clients.All.SendAsync("banned", user);
    }
}

// [Good CWE-862] a hub whose method asks for a role
public class GuardedModerationHub(IUsers users) : Hub
{
    [Authorize(Roles = "Moderator")]
    public Task BanUser(string user) => users.BanAsync(user);
}

// [Good CWE-862] a hub for everybody to talk
public class LobbyHub : Hub
{
    public Task Say(string text) => Clients.Others.SendAsync("said", text);
}

// [Bad CWE-862] administration by a controller without any question
[ApiController]
[Route("api/admin/users")]
public class AdminUsersController(IUsers users) : ControllerBase
{
    [HttpPost("{user}/promote")]
    public Task Promote(string user) => users.PromoteAsync(user);
}

// [Good CWE-862] administration behind a policy of the base class
[Authorize(Policy = "Administrators")]
public abstract class AdminBase : ControllerBase;
// [same case]
[Route("api/admin/members")]
public class AdminMembersController(IUsers users) : AdminBase
{
    [HttpPost("{user}/promote")]
    public Task Promote(string user) => users.PromoteAsync(user);
}

// [Bad CWE-862] an endpoint by method group in an extension
public static class UserEndpoints
{
    public static void MapUsers(this WebApplication app)
    {
        app.MapGet("/users", All).RequireAuthorization();
        app.MapDelete("/users/{user}", Ban);
    }

    static Task<IReadOnlyList<string>> All(IUsers users) => users.AllAsync();
    static Task Ban(string user, IUsers users) => users.BanAsync(user);
}

// [Bad CWE-285] whoever may not is logged, and then the work is done
public class LoggingOnlyController(IAuthorizationService authorization, IUsers users, ILogger<LoggingOnlyController> logger) : ControllerBase
{
    [Authorize, HttpPost("/logging-only/{user}")]
    public async Task<IActionResult> Promote(string user)
    {
        var result = await authorization.AuthorizeAsync(User, user, "Administrators");
        if (!result.Succeeded)
            logger.LogWarning("{Caller} may not promote", User.Identity?.Name);
        await users.PromoteAsync(user);
        return NoContent();
    }
}
