using System.Data.Entity;
using System.Web;
using System.Web.Http;
using System.Web.Mvc;

namespace Clinic.Patients;

public class Patient { public int Id { get; set; } public string Owner { get; set; } public string Notes { get; set; } }

public class ClinicContext : DbContext
{
    public DbSet<Patient> Patients => Set<Patient>();
}

// [Bad CWE-306] an administration that anybody reaches
public class AdminController : Controller
{
    private readonly ClinicContext db = new ClinicContext();

    [System.Web.Mvc.HttpPost, ValidateAntiForgeryToken]
    public ActionResult DeleteUser(int id)
    {
        db.Database.ExecuteSqlCommand("DELETE FROM Users WHERE Id = @p0", id);
        return RedirectToAction("Index");
    }
}

// [Good CWE-306] an administration for its role
[System.Web.Mvc.Authorize(Roles = "admin")]
public class RoleAdminController : Controller
{
    private readonly ClinicContext db = new ClinicContext();

    [System.Web.Mvc.HttpPost, ValidateAntiForgeryToken]
    public ActionResult DeleteUser(int id)
    {
        db.Database.ExecuteSqlCommand("DELETE FROM Users WHERE Id = @p0", id);
        return RedirectToAction("Index");
    }
}

[System.Web.Http.Authorize]
public class PatientsController : ApiController
{
    private readonly ClinicContext db = new ClinicContext();

    // [Bad CWE-862] the deletion is open in a controller that is not
    [System.Web.Http.AllowAnonymous, System.Web.Http.HttpDelete]
    public IHttpActionResult DeletePatient(int id)
    {
        db.Database.ExecuteSqlCommand("DELETE FROM Patients WHERE Id = @p0", id);
        return Ok();
    }

    // [Good CWE-639] the record is one of the signed-in owner
    [System.Web.Http.HttpGet]
    public IHttpActionResult Mine(int id)
    {
        var name = User.Identity.Name;
        var patient = db.Patients.FirstOrDefault(p => p.Id == id && p.Owner == name);
        return patient == null ? (IHttpActionResult)NotFound() : Ok(patient);
    }
}
