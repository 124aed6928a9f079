using System.Web.Mvc;
using System.Data.Entity;

namespace Legacy
{
    public class Employee { public int Id { get; set; } public string Name { get; set; } public bool IsManager { get; set; } public decimal Salary { get; set; } }
    public abstract class StaffContext : DbContext { public abstract DbSet<Employee> Employees { get; } }

    public class StaffController : Controller
    {
        private readonly StaffContext _db;

        public StaffController(StaffContext db) { _db = db; }

        // [Bad CWE-915] MVC 5 binds the entity
        [HttpPost]
        [ValidateAntiForgeryToken]
        public ActionResult Create(Employee employee)
        {
            if (ModelState.IsValid)
            {
                _db.Employees.Add(employee);
                _db.SaveChanges();
            }
            return RedirectToAction("Index");
        }

        // [Good CWE-915] MVC 5 binds one property
        [HttpPost]
        [ValidateAntiForgeryToken]
        public ActionResult CreateNamed([Bind(Include = "Name")] Employee employee)
        {
            _db.Employees.Add(employee);
            _db.SaveChanges();
            return RedirectToAction("Index");
        }

        // [Bad CWE-915] everything is taken over
        [HttpPost]
        [ValidateAntiForgeryToken]
        public ActionResult Edit(int id)
        {
            var employee = _db.Employees.Find(id);
            if (TryUpdateModel(employee))
                _db.SaveChanges();
            return View(employee);
        }

        // [Good CWE-915] a name is taken over
        [HttpPost]
        [ValidateAntiForgeryToken]
        public ActionResult EditName(int id)
        {
            var employee = _db.Employees.Find(id);
            if (TryUpdateModel(employee, new[] { "Name" }))
                _db.SaveChanges();
            return View(employee);
        }
    }
}
