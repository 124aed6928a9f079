using System;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Web;
using System.Web.Http.Controllers;
using System.Web.Http.Filters;
using System.Web.Mvc;
using System.Data.Entity;

namespace Ministry.Personnel.Model
{
    public class Payslip
    {
        public int Id { get; set; }
        public int EmployeeId { get; set; }
        public decimal Net { get; set; }
    }

    public class Absence
    {
        public int Id { get; set; }
        public string Status { get; set; }
        public string Owner { get; set; }
    }

    public class PersonnelContext : DbContext
    {
        public DbSet<Payslip> Payslips { get; set; }
        public DbSet<Absence> Absences { get; set; }
    }
}

namespace Ministry.Personnel.Web
{
    using Ministry.Personnel.Model;

    public static class AbsenceManager
    {
        public static void Approve(int id)
        {
            using (var db = new PersonnelContext())
            {
                var absence = db.Absences.Single(a => a.Id == id);
                absence.Status = "APPROVED";
                db.SaveChanges();
            }
        }

        public static void Purge()
        {
            using (var db = new PersonnelContext())
            {
                foreach (var absence in db.Absences.ToList())
                    db.Absences.Remove(absence);
                db.SaveChanges();
            }
        }
    }

    [Authorize]
    public abstract class PortalControllerBase : Controller
    {
        protected int CurrentEmployeeId
        {
            get { return (int)Session["EmployeeId"]; }
        }
    }

    public abstract class AnonymousControllerBase : Controller
    {
        protected string Title
        {
            get { return "Personnel"; }
        }
    }

    [Authorize(Roles = "Personnel")]
    public abstract class PersonnelControllerBase : Controller
    {
    }

    // [Good CWE-862] the base class asks for a role
    public class AbsenceController : PersonnelControllerBase
    {
        [HttpPost]
        [ValidateAntiForgeryToken]
        public ActionResult Approve(int id)
        {
            AbsenceManager.Approve(id);
            return RedirectToAction("Index");
        }
    }

    // [Bad CWE-862] the base class asks nobody, and everything is removed
    public class AbsenceArchiveController : AnonymousControllerBase
    {
        [HttpPost]
        [ValidateAntiForgeryToken]
        public ActionResult Purge()
        {
            AbsenceManager.Purge();
            return RedirectToAction("Index");
        }
    }

    public class PayslipController : PortalControllerBase
    {
        private readonly PersonnelContext _db = new PersonnelContext();

        // [Bad CWE-639] every employee may see every payslip
        public ActionResult Details(int id)
        {
            Payslip payslip = _db.Payslips.FirstOrDefault(p => p.Id == id);
            if (payslip == null)
                return HttpNotFound();
            return View(payslip);
        }

        // [Good CWE-639] the payslip must belong to who asks
        public ActionResult Mine(int id)
        {
            Payslip payslip = _db.Payslips.FirstOrDefault(p => p.Id == id);
            if (payslip == null || payslip.EmployeeId != CurrentEmployeeId)
                return HttpNotFound();
            return View(payslip);
        }
    }

    // [Bad CWE-290] a header that every client can send opens the API
    public class InternalOnlyAttribute : AuthorizationFilterAttribute
    {
        public override void OnAuthorization(HttpActionContext actionContext)
        {
            if (actionContext.Request.Headers.Contains("X-Internal-Call"))
                return;
            if (!actionContext.RequestContext.Principal.Identity.IsAuthenticated)
                actionContext.Response = actionContext.Request.CreateResponse(HttpStatusCode.Unauthorized);
        }
    }

    // [Good CWE-290] the filter asks the principal alone
    public class StaffOnlyAttribute : AuthorizationFilterAttribute
    {
        public override void OnAuthorization(HttpActionContext actionContext)
        {
            if (!actionContext.RequestContext.Principal.IsInRole("Staff"))
                actionContext.Response = actionContext.Request.CreateResponse(HttpStatusCode.Forbidden);
        }
    }
}
