using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Shop.Binding;

public class Member { public int Id { get; set; } public string Name { get; set; } = ""; public bool IsAdmin { get; set; } public decimal Credit { get; set; } }
public class Comment { public int Id { get; set; } public string Text { get; set; } = ""; [BindNever] public bool Approved { get; set; } }
public sealed record MemberForm(string Name, string? Phone);
public abstract class MemberContext : DbContext { public abstract DbSet<Member> Members { get; } public abstract DbSet<Comment> Comments { get; } }

[AutoValidateAntiforgeryToken]
public class MembersController(MemberContext db) : Controller
{
    // [Bad CWE-915] the entity itself is bound and added
    [HttpPost]
    public IActionResult Create(Member member)
    {
        db.Members.Add(member);
        db.SaveChanges();
        return RedirectToAction("Index");
    }

    // [Good CWE-915] a form is bound and copied
    [HttpPost]
    public IActionResult CreateFrom(MemberForm form)
    {
        db.Members.Add(new Member { Name = form.Name });
        db.SaveChanges();
        return RedirectToAction("Index");
    }

    // [Bad CWE-915] the entity from the body is updated
    [HttpPut("members/{id:int}")]
    public async Task<IActionResult> Update(int id, [FromBody] Member member)
    {
        if (id != member.Id)
            return BadRequest();
        db.Update(member);
        await db.SaveChangesAsync();
        return NoContent();
    }

    // [Good CWE-915] only the named properties are bound
    [HttpPost]
    public IActionResult Register([Bind("Name")] Member member)
    {
        db.Members.Add(member);
        db.SaveChanges();
        return RedirectToAction("Index");
    }

    // [Bad CWE-915] everything is copied onto the stored one
    [HttpPost]
    public async Task<IActionResult> Edit(int id)
    {
        var member = await db.Members.FindAsync(id);
        if (await TryUpdateModelAsync(member))
            await db.SaveChangesAsync();
        return RedirectToAction("Index");
    }

    // [Good CWE-915] one property is copied onto the stored one
    [HttpPost]
    public async Task<IActionResult> EditName(int id)
    {
        var member = await db.Members.FindAsync(id);
        if (await TryUpdateModelAsync(member, "", each => each.Name))
            await db.SaveChangesAsync();
        return RedirectToAction("Index");
    }

    // [Good CWE-915] the sensitive property is never bound
    [HttpPost]
    public IActionResult Say(Comment comment)
    {
        db.Comments.Add(comment);
        db.SaveChanges();
        return NoContent();
    }

    // [Good CWE-915] the entity is looked at, not saved
    [HttpPost]
    public IActionResult Preview(Member member) => Json(new { member.Name, Length = member.Name.Length });

    // [Bad CWE-915] attached with all values as modified
    [HttpPost]
    public IActionResult Replace(Member member)
    {
        db.Members.Attach(member);
        db.Members.Update(member);
        return db.SaveChanges() > 0 ? Ok() : NotFound();
    }

    // [Good CWE-915] the stored one gets what the form may change
    [HttpPost]
    public IActionResult Change(int id, Member posted)
    {
        var stored = db.Members.Find(id);
        stored.Name = posted.Name;
        db.SaveChanges();
        return NoContent();
    }

    // [Bad CWE-915] saved by a method of the class
    [HttpPost]
    public IActionResult Import([FromForm] Member member)
    {
        Save(member);
        return NoContent();

        void Save(Member each)
        {
            db.Members.Add(each);
            db.SaveChanges();
        }
    }
}

// [Bad CWE-915] a page binds the entity
public class CreateModel(MemberContext db) : PageModel
{
    [BindProperty] public Member Member { get; set; } = new();

    public async Task<IActionResult> OnPostAsync()
    {
        db.Members.Add(Member);
        await db.SaveChangesAsync();
        return RedirectToPage("Index");
    }
}

// [Good CWE-915] a page binds a form
public class CreateFormModel(MemberContext db) : PageModel
{
    [BindProperty] public MemberForm Form { get; set; } = new("", null);

    public async Task<IActionResult> OnPostAsync()
    {
        db.Members.Add(new Member { Name = Form.Name });
        await db.SaveChangesAsync();
        return RedirectToPage("Index");
    }
}
