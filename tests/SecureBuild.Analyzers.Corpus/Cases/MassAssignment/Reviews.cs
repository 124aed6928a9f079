// What the request may set, as reviewers meet it.
using System.Text.Json;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Corpus.MassAssignment.Reviews;

public class AppUser : IdentityUser { public string DisplayName { get; set; } = ""; public bool IsApproved { get; set; } public string Role { get; set; } = "user"; }

public class Article { public int Id { get; set; } public string Title { get; set; } = ""; public string Author { get; set; } = ""; public bool Published { get; set; } public decimal Price { get; set; } }

public class Blog : DbContext { public DbSet<AppUser> Users => Set<AppUser>(); public DbSet<Article> Articles => Set<Article>(); }

public record RegisterDto(string Mail, string Name, string Password, string Role);

// [Bad CWE-915] whoever registers says which role
public class RegisterController(UserManager<AppUser> users) : ControllerBase
{
    [HttpPost("/register")]
    public async Task<IActionResult> Register([FromBody] RegisterDto dto)
    {
        var user = new AppUser { Email = dto.Mail, UserName = dto.Mail, DisplayName = dto.Name, Role = dto.Role };
        var result = await users.CreateAsync(user, dto.Password);
        return result.Succeeded ? Ok() : BadRequest();
    }
}

public record SafeRegisterDto(string Mail, string Name, string Password);

// [Good CWE-915] whoever registers is a user
public class SafeRegisterController(UserManager<AppUser> users) : ControllerBase
{
    [HttpPost("/safe-register")]
    public async Task<IActionResult> Register([FromBody] SafeRegisterDto dto)
    {
        var user = new AppUser { Email = dto.Mail, UserName = dto.Mail, DisplayName = dto.Name, Role = "user" };
        var result = await users.CreateAsync(user, dto.Password);
        return result.Succeeded ? Ok() : BadRequest();
    }
}

// [Good CWE-915] an administrator says which role
[Authorize(Roles = "admin")]
public class AdminRegisterController(UserManager<AppUser> users) : ControllerBase
{
    [HttpPost("/admin-register")]
    public async Task<IActionResult> Register([FromBody] RegisterDto dto)
    {
        var user = new AppUser { Email = dto.Mail, UserName = dto.Mail, DisplayName = dto.Name, Role = dto.Role };
        var result = await users.CreateAsync(user, dto.Password);
        return result.Succeeded ? Ok() : BadRequest();
    }
}

// [Bad CWE-915] the values of the entry are those of the request
public class EntryController(Blog blog) : ControllerBase
{
    [HttpPut("/articles/{id:int}")]
    public async Task<IActionResult> Put(int id, [FromBody] Article article)
    {
        var stored = await blog.Articles.FindAsync(id);
        if (stored is null) return NotFound();
        article.Id = id;
        blog.Articles.Update(article);
        await blog.SaveChangesAsync();
        return NoContent();
    }
}

// [Good CWE-915] title only
public class TitleController(Blog blog) : ControllerBase
{
    public sealed record Change(string Title);

    [HttpPut("/titles/{id:int}")]
    public async Task<IActionResult> Put(int id, [FromBody] Change change)
    {
        var stored = await blog.Articles.FindAsync(id);
        if (stored is null) return NotFound();
        stored.Title = change.Title;
        await blog.SaveChangesAsync();
        return NoContent();
    }
}

// [Bad CWE-915] the body is read into the entity
public static class Endpoint
{
    public static void Map(WebApplication app) => app.MapPost("/articles", async (HttpContext context, Blog blog) =>
    {
        var article = await JsonSerializer.DeserializeAsync<Article>(context.Request.Body);
        blog.Articles.Add(article!);
        await blog.SaveChangesAsync();
        return Results.Created();
    });
}

// [Good CWE-915] the body is read into a record
public static class SafeEndpoint
{
    public sealed record NewArticle(string Title);

    public static void Map(WebApplication app) => app.MapPost("/safe-articles", async (HttpContext context, Blog blog) =>
    {
        var input = await JsonSerializer.DeserializeAsync<NewArticle>(context.Request.Body);
        blog.Articles.Add(new Article { Title = input!.Title, Author = context.User.Identity!.Name! });
        await blog.SaveChangesAsync();
        return Results.Created();
    });
}

// [Bad CWE-915] a list of entities
public class ImportController(Blog blog) : ControllerBase
{
    [HttpPost("/import"), Authorize]
    public async Task<IActionResult> Import([FromBody] List<AppUser> people)
    {
        foreach (var person in people)
            blog.Users.Add(person);
        await blog.SaveChangesAsync();
        return Ok(people.Count);
    }
}

// [Bad CWE-915] all properties are copied by reflection
public static class Copier
{
    public static void CopyTo<TSource, TTarget>(this TSource source, TTarget target)
    {
        foreach (var property in typeof(TSource).GetProperties())
            typeof(TTarget).GetProperty(property.Name)?.SetValue(target, property.GetValue(source));
    }
}

// [same case]
public class CopyController(Blog blog) : ControllerBase
{
    [HttpPut("/copy/{id}")]
    public async Task<IActionResult> Put(string id, AppUser input)
    {
        var user = await blog.Users.SingleAsync(each => each.Id == id);
        input.CopyTo(user);
        await blog.SaveChangesAsync();
        return NoContent();
    }
}

// [Good CWE-915] the form is looked at, not stored
public class PreviewController : ControllerBase
{
    [HttpPost("/preview")]
    public IActionResult Preview(Article article) => Ok(new { article.Title });
}
