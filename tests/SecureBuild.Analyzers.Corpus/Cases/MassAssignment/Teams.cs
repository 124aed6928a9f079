// More than was meant, in teams' code.
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Corpus.MassAssignment.Teams;

public class Employee { public int Id { get; set; } public string Name { get; set; } = ""; public bool IsManager { get; set; } public decimal Salary { get; set; } }

public class Staff : DbContext { public DbSet<Employee> Employees => Set<Employee>(); }

public sealed record EmployeeName(string Name);

// [Bad CWE-915] a page binds the entity
public class EditModel(Staff staff) : PageModel
{
    [BindProperty] public Employee Employee { get; set; } = new();

    public async Task<IActionResult> OnPostAsync()
    {
        staff.Employees.Update(Employee);
        await staff.SaveChangesAsync();
        return RedirectToPage("Index");
    }
}

// [Good CWE-915] a page binds the name
public class EditNameModel(Staff staff) : PageModel
{
    [BindProperty] public EmployeeName Input { get; set; } = new("");

    public async Task<IActionResult> OnPostAsync(int id)
    {
        var employee = (await staff.Employees.FindAsync(id))!;
        employee.Name = Input.Name;
        await staff.SaveChangesAsync();
        return RedirectToPage("Index");
    }
}

// [Bad CWE-915] an endpoint stores what comes
public static class StaffEndpoints
{
    public static void MapStaff(this IEndpointRouteBuilder routes)
    {
        var staff = routes.MapGroup("/staff");
        staff.MapPut("/{id:int}", Replace);
    }

    static async Task<IResult> Replace(int id, Employee employee, Staff staff)
    {
        employee.Id = id;
        staff.Update(employee);
        await staff.SaveChangesAsync();
        return TypedResults.NoContent();
    }
}

// [Good CWE-915] an endpoint copies the name
public static class NameEndpoints
{
    public static void MapNames(this IEndpointRouteBuilder routes)
    {
        var staff = routes.MapGroup("/names");
        staff.MapPut("/{id:int}", Rename);
    }

    static async Task<IResult> Rename(int id, EmployeeName name, Staff staff)
    {
        if (await staff.Employees.FindAsync(id) is not { } employee)
            return TypedResults.NotFound();
        employee.Name = name.Name;
        await staff.SaveChangesAsync();
        return TypedResults.NoContent();
    }
}

// [Bad CWE-915] a dictionary of properties, by reflection
public class PatchController(Staff staff) : ControllerBase
{
    [HttpPatch("/staff/{id:int}")]
    public async Task<IActionResult> Patch(int id, [FromBody] Dictionary<string, string> changes)
    {
        var employee = (await staff.Employees.FindAsync(id))!;
        foreach (var (name, value) in changes)
        {
            var property = typeof(Employee).GetProperty(name)!;
            property.SetValue(employee, Convert.ChangeType(value, property.PropertyType));
        }
        await staff.SaveChangesAsync();
        return Ok();
    }
}

// [Good CWE-915] a dictionary of properties, one of them allowed
public class NamePatchController(Staff staff) : ControllerBase
{
    [HttpPatch("/staff-name/{id:int}")]
    public async Task<IActionResult> Patch(int id, [FromBody] Dictionary<string, string> changes)
    {
        var employee = (await staff.Employees.FindAsync(id))!;
        if (changes.TryGetValue("name", out var name))
            employee.Name = name;
        await staff.SaveChangesAsync();
        return Ok();
    }
}
