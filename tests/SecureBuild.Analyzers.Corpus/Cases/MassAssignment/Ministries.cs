using System;
using System.Data.Entity;
using System.Linq;
using System.Web;
using System.Web.Http;
using System.Web.Mvc;

namespace Ministry.Staff.Web
{
    public class StaffMember
    {
        public int Id { get; set; }
        public string Phone { get; set; }
        public string Room { get; set; }
        public decimal Salary { get; set; }
        public bool IsAdministrator { get; set; }
    }

    public class StaffContext : DbContext
    {
        public DbSet<StaffMember> Staff { get; set; }
    }

    [System.Web.Mvc.Authorize]
    public class StaffController : Controller
    {
        private readonly StaffContext _context = new StaffContext();

        // [Bad CWE-915] the form may set the salary as well
        [System.Web.Mvc.HttpPost]
        [ValidateAntiForgeryToken]
        public ActionResult Save(int id, FormCollection form)
        {
            StaffMember member = _context.Staff.Single(s => s.Id == id);
            if (TryUpdateModel(member))
                _context.SaveChanges();
            return RedirectToAction("Index");
        }

        // [Good CWE-915] two properties, by name
        [System.Web.Mvc.HttpPost]
        [ValidateAntiForgeryToken]
        public ActionResult SaveContact(int id, FormCollection form)
        {
            StaffMember member = _context.Staff.Single(s => s.Id == id);
            if (TryUpdateModel(member, new[] { "Phone", "Room" }))
                _context.SaveChanges();
            return RedirectToAction("Index");
        }
    }
}
