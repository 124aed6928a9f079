// Who may do what, in rarer shapes.
using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Corpus.Authorization.Rarities;

public sealed class Letter { public int Id { get; set; } public string OwnerId { get; set; } = ""; public string Text { get; set; } = ""; }

public interface ILetters { Letter? Get(int id); Letter? GetFor(string owner, int id); void Delete(int id); void Delete(Letter letter); }

// [Bad CWE-639] a page shows any letter
[Authorize]
public class ReadModel(ILetters letters) : PageModel
{
    public Letter? Letter { get; private set; }

    public IActionResult OnGet(int id)
    {
        Letter = letters.Get(id);
        return Letter is null ? NotFound() : Page();
    }
}

// [Good CWE-639] a page shows one's own letter
[Authorize]
public class SafeReadModel(ILetters letters) : PageModel
{
    public Letter? Letter { get; private set; }

    public IActionResult OnGet(int id)
    {
        Letter = letters.GetFor(User.FindFirstValue(ClaimTypes.NameIdentifier)!, id);
        return Letter is null ? NotFound() : Page();
    }
}

// [Bad CWE-639] minimal API deletes any letter
public static class Endpoints
{
    public static void Map(WebApplication app) => app.MapGet("/letters/{id:int}", (int id, ILetters letters) => letters.Get(id) is { } letter ? Results.Ok(letter) : Results.NotFound()).RequireAuthorization();
}

// [Good CWE-639] minimal API shows one's own letter
public static class SafeEndpoints
{
    public static void Map(WebApplication app) => app.MapGet("/safe-letters/{id:int}", (int id, ILetters letters, ClaimsPrincipal user) =>
    {
        var letter = letters.Get(id);
        if (letter is null || letter.OwnerId != user.FindFirstValue(ClaimTypes.NameIdentifier))
            return Results.NotFound();
        return Results.Ok(letter);
    }).RequireAuthorization();
}

// [Bad CWE-863] the check compares what the client sends with itself
[Authorize]
public class EchoController(ILetters letters) : ControllerBase
{
    [HttpGet("/echo/{id:int}")]
    public IActionResult Get(int id, [FromQuery] string owner)
    {
        var letter = letters.Get(id);
        if (letter is null || letter.OwnerId != owner)
            return NotFound();
        return Ok(letter);
    }
}

// [Bad CWE-285] the role comes with the request
[ApiController]
public class RoleController(ILetters letters) : ControllerBase
{
    [HttpDelete("/role/{id:int}")]
    public IActionResult Delete(int id, [FromHeader(Name = "X-Role")] string role)
    {
        if (role != "admin")
            return Forbid();
        letters.Delete(id);
        return NoContent();
    }
}

// [Good CWE-285] the role comes with the sign-in
[ApiController]
public class SafeRoleController(ILetters letters) : ControllerBase
{
    [HttpDelete("/safe-role/{id:int}"), Authorize]
    public IActionResult Delete(int id)
    {
        if (!User.IsInRole("admin"))
            return Forbid();
        letters.Delete(id);
        return NoContent();
    }
}

// [Bad CWE-862] a page handler that deletes, for everybody
public class AdminPurgeModel(ILetters letters) : PageModel
{
    public IActionResult OnPostDelete(int id)
    {
        letters.Delete(id);
        return RedirectToPage();
    }
}

// [Good CWE-862] a page handler that deletes, for the staff
[Authorize(Roles = "staff")]
public class StaffPurgeModel(ILetters letters) : PageModel
{
    public IActionResult OnPostDelete(int id)
    {
        letters.Delete(id);
        return RedirectToPage();
    }
}
