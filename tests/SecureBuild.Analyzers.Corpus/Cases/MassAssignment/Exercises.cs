// Which members of a record the client may set.
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Corpus.MassAssignment.Exercises;

public class Member
{
    public int Id { get; set; }
    public string Name { get; set; } = "";
    public string Email { get; set; } = "";
    public bool IsAdmin { get; set; }
    public decimal Balance { get; set; }
}

public record MemberForm(string Name, string Email);

public class Club : DbContext
{
    public DbSet<Member> Members { get; set; } = null!;
}

public class MemberController(Club club) : Controller
{
    // [Bad CWE-915] the whole record is added
    [HttpPost("join"), ValidateAntiForgeryToken]
    public async Task<IActionResult> Join([FromForm] Member member)
    {
        await club.AddAsync(member);
        await club.SaveChangesAsync();
        return Ok();
    }

    // [Good CWE-915] a record is made from the form
    [HttpPost("join-form"), ValidateAntiForgeryToken]
    public async Task<IActionResult> JoinForm([FromForm] MemberForm form)
    {
        club.Add(new Member { Name = form.Name, Email = form.Email });
        await club.SaveChangesAsync();
        return Ok();
    }

    // [Bad CWE-915] the record is updated with whatever comes
    [HttpPost("update"), ValidateAntiForgeryToken]
    public async Task<IActionResult> Update(int id)
    {
        var member = await club.Members.FindAsync(id);
        if (member is null)
            return NotFound();
        await TryUpdateModelAsync(member);
        await club.SaveChangesAsync();
        return Ok();
    }

    // [Good CWE-915] two members of the record are updated
    [HttpPost("update-two"), ValidateAntiForgeryToken]
    public async Task<IActionResult> UpdateTwo(int id)
    {
        var member = await club.Members.FindAsync(id);
        if (member is null)
            return NotFound();
        await TryUpdateModelAsync(member, "", each => each.Name, each => each.Email);
        await club.SaveChangesAsync();
        return Ok();
    }

    // [Bad CWE-915] the values of the body are laid over the record
    [HttpPut("{id:int}")]
    public async Task<IActionResult> Put(int id, [FromBody] Member incoming)
    {
        var stored = await club.Members.SingleAsync(each => each.Id == id);
        club.Entry(stored).CurrentValues.SetValues(incoming);
        await club.SaveChangesAsync();
        return NoContent();
    }

    // [Good CWE-915] only two members may be bound
    [HttpPost("bound"), ValidateAntiForgeryToken]
    public async Task<IActionResult> Bound([Bind("Name", "Email")] Member member)
    {
        club.Members.Add(member);
        await club.SaveChangesAsync();
        return Ok();
    }

    // [Bad CWE-915] every property of the name that the form has
    [HttpPost("reflect"), ValidateAntiForgeryToken]
    public async Task<IActionResult> Reflect(int id, IFormCollection form)
    {
        var member = await club.Members.SingleAsync(each => each.Id == id);
        foreach (var pair in form)
            typeof(Member).GetProperty(pair.Key)?.SetValue(member, Convert.ChangeType(pair.Value.ToString(), typeof(Member).GetProperty(pair.Key)!.PropertyType));
        await club.SaveChangesAsync();
        return Ok();
    }

    // [Good CWE-915] the dangerous members are set back
    [HttpPost("reset"), ValidateAntiForgeryToken]
    public async Task<IActionResult> Reset([FromForm] Member member)
    {
        member.Id = 0;
        member.IsAdmin = false;
        member.Balance = 0m;
        club.Members.Add(member);
        await club.SaveChangesAsync();
        return Ok();
    }
}

// [Bad CWE-915] a page binds the record
public class EditPage(Club club) : PageModel
{
    [BindProperty]
    public Member Member { get; set; } = new();

    public async Task<IActionResult> OnPostAsync()
    {
        club.Attach(Member).State = EntityState.Modified;
        await club.SaveChangesAsync();
        return RedirectToPage("./Index");
    }
}

// [Good CWE-915] a page binds what may be changed
public class EditFormPage(Club club) : PageModel
{
    [BindProperty]
    public MemberForm Input { get; set; } = new("", "");

    public async Task<IActionResult> OnPostAsync(int id)
    {
        var member = await club.Members.SingleAsync(each => each.Id == id);
        member.Name = Input.Name;
        member.Email = Input.Email;
        await club.SaveChangesAsync();
        return RedirectToPage("./Index");
    }
}
