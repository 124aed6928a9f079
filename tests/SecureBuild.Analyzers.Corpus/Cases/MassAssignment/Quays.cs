// Objects that take over more than meant.
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Newtonsoft.Json;

namespace Corpus.MassAssignment.Quays;

public class Member
{
    public int Id { get; set; }

    public string Name { get; set; } = "";

    public bool IsAdmin { get; set; }

    public decimal Balance { get; set; }
}

public class ClubContext : DbContext
{
    public DbSet<Member> Members => Set<Member>();
}

public class EntityStore<TEntity>(DbContext context) where TEntity : class
{
    public async Task SaveAsync(TEntity entity)
    {
        context.Update(entity);
        await context.SaveChangesAsync();
    }
}

// [Bad CWE-915] the body is the entity, saved by a generic store
public sealed class MembersController(EntityStore<Member> store) : ControllerBase
{
    [HttpPut("members/{id:int}")]
    public async Task<IActionResult> Put(int id, [FromBody] Member member)
    {
        if (id != member.Id)
            return BadRequest();
        await store.SaveAsync(member);
        return NoContent();
    }
}

public sealed record RenameMember(string Name);

// [Good CWE-915] the body holds what may be changed
public sealed class SafeMembersController(ClubContext context) : ControllerBase
{
    [HttpPut("safe-members/{id:int}")]
    public async Task<IActionResult> Put(int id, [FromBody] RenameMember rename)
    {
        if (await context.Members.FindAsync(id) is not { } member)
            return NotFound();
        member.Name = rename.Name;
        await context.SaveChangesAsync();
        return NoContent();
    }
}

// [Bad CWE-915] the properties of a form are set by reflection
public sealed class ReflectionPatchController(ClubContext context) : ControllerBase
{
    [HttpPatch("members/{id:int}")]
    public async Task<IActionResult> Patch(int id, IFormCollection form)
    {
        var member = await context.Members.FindAsync(id);
        foreach (var (name, value) in form)
            typeof(Member).GetProperty(name)?.SetValue(member, Convert.ChangeType(value.ToString(), typeof(Member).GetProperty(name)!.PropertyType));
        await context.SaveChangesAsync();
        return NoContent();
    }
}

// [Good CWE-915] one property of the form is read by its name
public sealed class NamedPatchController(ClubContext context) : ControllerBase
{
    [HttpPatch("named-members/{id:int}")]
    public async Task<IActionResult> Patch(int id, IFormCollection form)
    {
        if (await context.Members.FindAsync(id) is { } member && form.TryGetValue("name", out var name))
            member.Name = name.ToString();
        await context.SaveChangesAsync();
        return NoContent();
    }
}

// [Bad CWE-915] JSON is poured over the entity
public static class MergeEndpoints
{
    public static void Map(WebApplication app) => app.MapPost("/members/{id:int}/merge", async (int id, HttpRequest request, ClubContext context) =>
    {
        using var reader = new StreamReader(request.Body);
        var member = await context.Members.FindAsync(id);
        JsonConvert.PopulateObject(await reader.ReadToEndAsync(), member);
        await context.SaveChangesAsync();
        return Results.NoContent();
    });
}

// [Good CWE-915] JSON is poured over an object for the request
public static class SafeMergeEndpoints
{
    public sealed class Profile { public string Motto { get; set; } = ""; }

    public static void Map(WebApplication app) => app.MapPost("/members/{id:int}/safe-merge", async (int id, HttpRequest request, ClubContext context) =>
    {
        using var reader = new StreamReader(request.Body);
        var profile = new Profile();
        JsonConvert.PopulateObject(await reader.ReadToEndAsync(), profile);
        var member = await context.Members.FindAsync(id);
        member!.Name = profile.Motto;
        await context.SaveChangesAsync();
        return Results.NoContent();
    });
}
