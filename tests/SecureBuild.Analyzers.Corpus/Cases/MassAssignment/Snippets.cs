// What is taken from the request and stored, in small samples.
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Corpus.MassAssignment.Snippets;

public class Member
{
    public int Id { get; set; }
    public string Name { get; set; } = "";
    public string Mail { get; set; } = "";
    public bool IsAdmin { get; set; }
    public decimal Credit { get; set; }
}

public class MemberForm
{
    public string Name { get; set; } = "";
    public string Mail { get; set; } = "";
}

public class Club : DbContext { public DbSet<Member> Members => Set<Member>(); }

// [Bad CWE-915] a page binds the entity
public class EditModel(Club club) : PageModel
{
    [BindProperty]
    public Member Member { get; set; } = new();

    public async Task<IActionResult> OnPostAsync()
    {
        club.Members.Update(Member);
        await club.SaveChangesAsync();
        return RedirectToPage("Index");
    }
}

// [Good CWE-915] a page binds a form
public class SafeEditModel(Club club) : PageModel
{
    [BindProperty]
    public MemberForm Form { get; set; } = new();

    public async Task<IActionResult> OnPostAsync(int id)
    {
        var member = await club.Members.FindAsync(id);
        member!.Name = Form.Name;
        member.Mail = Form.Mail;
        await club.SaveChangesAsync();
        return RedirectToPage("Index");
    }
}

// [Bad CWE-915] all values of the request are written into the record
public class PatchController(Club club) : ControllerBase
{
    [HttpPatch("/members/{id:int}")]
    public async Task<IActionResult> Patch(int id, [FromBody] Dictionary<string, JsonElement> changes)
    {
        var member = await club.Members.FindAsync(id);
        foreach (var (name, value) in changes)
        {
            var property = typeof(Member).GetProperty(name);
            property?.SetValue(member, value.Deserialize(property.PropertyType));
        }
        await club.SaveChangesAsync();
        return NoContent();
    }
}

// [Good CWE-915] the names are allowed ones
public class SafePatchController(Club club) : ControllerBase
{
    static readonly HashSet<string> s_allowed = [nameof(Member.Name), nameof(Member.Mail)];

    [HttpPatch("/safe-members/{id:int}")]
    public async Task<IActionResult> Patch(int id, [FromBody] Dictionary<string, JsonElement> changes)
    {
        var member = await club.Members.FindAsync(id);
        foreach (var (name, value) in changes)
        {
            if (!s_allowed.Contains(name))
                return BadRequest();
            var property = typeof(Member).GetProperty(name);
            property?.SetValue(member, value.Deserialize(property.PropertyType));
        }
        await club.SaveChangesAsync();
        return NoContent();
    }
}

// [Bad CWE-915] the values of the record are set from the request's object
public class OverwriteController(Club club) : ControllerBase
{
    [HttpPut("/overwrite/{id:int}")]
    public async Task<IActionResult> Put(int id, Member input)
    {
        var member = await club.Members.SingleAsync(m => m.Id == id);
        member.Name = input.Name;
        member.Mail = input.Mail;
        member.IsAdmin = input.IsAdmin;
        await club.SaveChangesAsync();
        return NoContent();
    }
}

// [Good CWE-915] the values that members may change are set
public class NarrowController(Club club) : ControllerBase
{
    [HttpPut("/narrow/{id:int}")]
    public async Task<IActionResult> Put(int id, MemberForm input)
    {
        var member = await club.Members.SingleAsync(m => m.Id == id);
        member.Name = input.Name;
        member.Mail = input.Mail;
        await club.SaveChangesAsync();
        return NoContent();
    }
}

// [Bad CWE-915] minimal API in an extension method
public static class MemberEndpoints
{
    public static RouteGroupBuilder MapMembers(this RouteGroupBuilder group)
    {
        group.MapPost("/", Create);
        return group;
    }

    static async Task<IResult> Create(Member member, Club club)
    {
        await club.Members.AddAsync(member);
        await club.SaveChangesAsync();
        return TypedResults.Created($"/members/{member.Id}");
    }
}

// [Good CWE-915] minimal API with a record for the input
public static class SafeMemberEndpoints
{
    public sealed record NewMember(string Name, string Mail);

    public static RouteGroupBuilder MapSafeMembers(this RouteGroupBuilder group)
    {
        group.MapPost("/", Create);
        return group;
    }

    static async Task<IResult> Create(NewMember input, Club club)
    {
        var member = new Member { Name = input.Name, Mail = input.Mail };
        await club.Members.AddAsync(member);
        await club.SaveChangesAsync();
        return TypedResults.Created($"/members/{member.Id}");
    }
}

// [Bad CWE-915] the model is updated with whatever comes
public class UpdateController(Club club) : Controller
{
    [HttpPost, ValidateAntiForgeryToken]
    public async Task<IActionResult> Edit(int id)
    {
        var member = await club.Members.FindAsync(id);
        if (await TryUpdateModelAsync(member!))
            await club.SaveChangesAsync();
        return RedirectToAction("Index");
    }
}

// [Good CWE-915] the model is updated with two values
public class SafeUpdateController(Club club) : Controller
{
    [HttpPost, ValidateAntiForgeryToken]
    public async Task<IActionResult> Edit(int id)
    {
        var member = await club.Members.FindAsync(id);
        if (await TryUpdateModelAsync(member!, "", m => m.Name, m => m.Mail))
            await club.SaveChangesAsync();
        return RedirectToAction("Index");
    }
}

// [Good CWE-915] dangerous values are put back before the record is stored
public class ResetController(Club club) : ControllerBase
{
    [HttpPost("/reset-members")]
    public async Task<IActionResult> Post([Bind("Name,Mail")] Member member)
    {
        club.Add(member);
        await club.SaveChangesAsync();
        return NoContent();
    }
}

// [Bad CWE-915] through a repository
public interface IMembers { Task SaveAsync(Member member); }

// [same case]
public class Members(Club club) : IMembers
{
    public async Task SaveAsync(Member member)
    {
        club.Update(member);
        await club.SaveChangesAsync();
    }
}

// [same case]
public class RepositoryController(IMembers members) : ControllerBase
{
    [HttpPut("/repository")]
    public async Task<IActionResult> Put([FromBody] Member member)
    {
        await members.SaveAsync(member);
        return NoContent();
    }
}
