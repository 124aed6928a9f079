// Who may do it, and with whose things.
using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.SignalR;
using Microsoft.EntityFrameworkCore;

namespace Corpus.Authorization.Exercises;

public class Letter
{
    public int Id { get; set; }
    public string Owner { get; set; } = "";
    public string Text { get; set; } = "";
}

public class Post : DbContext
{
    public DbSet<Letter> Letters { get; set; } = null!;
}

// [Bad CWE-639] anybody's letter by its number
[Authorize, ApiController, Route("letters")]
public class LetterController(Post post) : ControllerBase
{
    [HttpGet("{id:int}")]
    public async Task<ActionResult<Letter>> Get(int id)
    {
        var letter = await post.Letters.FindAsync(id);
        return letter is null ? NotFound() : letter;
    }
}

// [Good CWE-639] one's own letter by its number
[Authorize, ApiController, Route("own-letters")]
public class OwnLetterController(Post post) : ControllerBase
{
    [HttpGet("{id:int}")]
    public async Task<ActionResult<Letter>> Get(int id)
    {
        var owner = User.FindFirstValue(ClaimTypes.NameIdentifier);
        var letter = await post.Letters.FirstOrDefaultAsync(each => each.Id == id && each.Owner == owner);
        return letter is null ? NotFound() : letter;
    }
}

// [Bad CWE-639] anybody's letter is deleted
[Authorize]
public class LetterRemoval(Post post) : Controller
{
    [HttpPost, ValidateAntiForgeryToken]
    public IActionResult Remove(int id)
    {
        var letter = post.Letters.Single(each => each.Id == id);
        post.Letters.Remove(letter);
        post.SaveChanges();
        return RedirectToAction("Index");
    }
}

// [Good CWE-639] a policy is asked with the letter
[Authorize]
public class CheckedRemoval(Post post, IAuthorizationService authorization) : Controller
{
    [HttpPost, ValidateAntiForgeryToken]
    public async Task<IActionResult> Remove(int id)
    {
        var letter = post.Letters.Single(each => each.Id == id);
        var answer = await authorization.AuthorizeAsync(User, letter, "Owner");
        if (!answer.Succeeded)
            return Forbid();
        post.Letters.Remove(letter);
        post.SaveChanges();
        return RedirectToAction("Index");
    }
}

// [Bad CWE-862] an administrator's page that asks nobody
[Route("admin/users")]
public class AdminUsersController(Post post) : Controller
{
    [HttpPost("delete-all"), ValidateAntiForgeryToken]
    public IActionResult DeleteAll()
    {
        post.Letters.RemoveRange(post.Letters);
        post.SaveChanges();
        return Ok();
    }
}

// [Good CWE-862] an administrator's page for administrators
[Route("admin/accounts"), Authorize(Roles = "Administrator")]
public class AdminAccountsController(Post post) : Controller
{
    [HttpPost("delete-all"), ValidateAntiForgeryToken]
    public IActionResult DeleteAll()
    {
        post.Letters.RemoveRange(post.Letters);
        post.SaveChanges();
        return Ok();
    }
}

// [Bad CWE-306] an anonymous action within a protected controller deletes
[Authorize, Route("maintenance")]
public class MaintenanceController(Post post) : Controller
{
    [HttpPost("purge"), AllowAnonymous, ValidateAntiForgeryToken]
    public IActionResult Purge()
    {
        post.Letters.RemoveRange(post.Letters.Where(each => each.Text == ""));
        post.SaveChanges();
        return Ok();
    }
}

// [Good CWE-306] an anonymous action within a protected controller signs in
[Authorize, Route("account")]
public class AccountController : Controller
{
    [HttpGet("login"), AllowAnonymous]
    public IActionResult Login() => View();
}

// [Bad CWE-862] endpoints that change things, for everybody
public static class OpenEndpoints
{
    public static void Map(WebApplication app)
    {
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapGet("/letters", (Post post) => post.Letters.Count()).RequireAuthorization();
        app.MapDelete("/letters/{id:int}", async (int id, Post post) =>
        {
            post.Letters.Remove(await post.Letters.FindAsync(id) ?? throw new KeyNotFoundException());
            await post.SaveChangesAsync();
        });
    }
}

// [Good CWE-862] endpoints that change things, in a group that asks
public static class ClosedEndpoints
{
    public static void Map(WebApplication app)
    {
        app.UseAuthentication();
        app.UseAuthorization();
        var letters = app.MapGroup("/closed").RequireAuthorization("Editors");
        letters.MapDelete("/letters", async (Post post) =>
        {
            post.Letters.RemoveRange(post.Letters);
            await post.SaveChangesAsync();
        });
    }
}
