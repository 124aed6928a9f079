// What the request may set, in rarer shapes.
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Newtonsoft.Json;

namespace Corpus.MassAssignment.Rarities;

public class Patient { public int Id { get; set; } public string Name { get; set; } = ""; public bool IsVerified { get; set; } public decimal Balance { get; set; } }

public class SafePatient { public int Id { get; set; } public string Name { get; set; } = ""; [BindNever] public bool IsVerified { get; set; } }


public class Clinic : DbContext { public DbSet<Patient> Patients => Set<Patient>(); }

// [Bad CWE-915] the body fills what is stored
public class PopulateController(Clinic clinic) : ControllerBase
{
    [HttpPatch("/patients/{id:int}")]
    public async Task<IActionResult> Patch(int id)
    {
        using var reader = new StreamReader(Request.Body);
        var patient = await clinic.Patients.FindAsync(id);
        JsonConvert.PopulateObject(await reader.ReadToEndAsync(), patient!);
        await clinic.SaveChangesAsync();
        return NoContent();
    }
}

// [Good CWE-915] the body fills a form
public class FormController(Clinic clinic) : ControllerBase
{
    public sealed class Form { public string Name { get; set; } = ""; }

    [HttpPatch("/forms/{id:int}")]
    public async Task<IActionResult> Patch(int id)
    {
        using var reader = new StreamReader(Request.Body);
        var form = new Form();
        JsonConvert.PopulateObject(await reader.ReadToEndAsync(), form);
        var patient = await clinic.Patients.FindAsync(id);
        patient!.Name = form.Name;
        await clinic.SaveChangesAsync();
        return NoContent();
    }
}

// [Bad CWE-915] a page binds everything by its class
[BindProperties]
public class CreateModel(Clinic clinic) : PageModel
{
    public Patient Patient { get; set; } = new();

    public async Task<IActionResult> OnPostAsync()
    {
        clinic.Patients.Add(Patient);
        await clinic.SaveChangesAsync();
        return RedirectToPage("Index");
    }
}

// [Bad CWE-915] a service stores what the controller hands on
public sealed class PatientService(Clinic clinic)
{
    public async Task<int> RegisterAsync(Patient patient)
    {
        clinic.Patients.Add(patient);
        return await clinic.SaveChangesAsync();
    }
}

// [same case]
public class ServiceController(PatientService service) : ControllerBase
{
    [HttpPost("/service")]
    public async Task<IActionResult> Post(Patient patient) => Ok(await service.RegisterAsync(patient));
}

// [Good CWE-915] the entity is made anew from two values
public class NewController(PatientService service) : ControllerBase
{
    [HttpPost("/new")]
    public async Task<IActionResult> Post(Patient patient) => Ok(await service.RegisterAsync(new Patient { Name = patient.Name }));
}

// [Bad CWE-915] the form is walked over
public class WalkController(Clinic clinic) : ControllerBase
{
    [HttpPost("/walk/{id:int}")]
    public async Task<IActionResult> Post(int id)
    {
        var patient = await clinic.Patients.FindAsync(id);
        foreach (var key in Request.Form.Keys)
        {
            var property = typeof(Patient).GetProperty(key);
            if (property != null && property.CanWrite)
                property.SetValue(patient, Convert.ChangeType(Request.Form[key].ToString(), property.PropertyType));
        }
        await clinic.SaveChangesAsync();
        return NoContent();
    }
}
