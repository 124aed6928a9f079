using System.Collections.Specialized;
using System.Data.Entity;
using System.Web;
using System.Web.Http;
using System.Web.Mvc;

namespace Forum.Users;

public class User
{
    public int Id { get; set; }
    public string Name { get; set; }
    public string Mail { get; set; }
    public bool IsAdmin { get; set; }
}

public class ProfileEdit { public string Name { get; set; } public string Mail { get; set; } }

public class ForumContext : DbContext
{
    public DbSet<User> Users => Set<User>();
}

public class ProfileController : Controller
{
    private readonly ForumContext db = new ForumContext();

    // [Bad CWE-915] the whole entity from the request
    [System.Web.Mvc.HttpPost, ValidateAntiForgeryToken]
    public ActionResult Create(User user)
    {
        db.Users.Add(user);
        db.SaveChanges();
        return RedirectToAction("Index");
    }

    // [Good CWE-915] named members of the entity only
    [System.Web.Mvc.HttpPost, ValidateAntiForgeryToken]
    public ActionResult CreateSafe([System.Web.Mvc.Bind(Include = "Name,Mail")] User user)
    {
        db.Users.Add(user);
        db.SaveChanges();
        return RedirectToAction("Index");
    }

    // [Bad CWE-915] the entity is updated from all that was sent
    [System.Web.Mvc.HttpPost, ValidateAntiForgeryToken]
    public ActionResult Edit(int id)
    {
        var user = db.Users.Find(id);
        UpdateModel(user);
        db.SaveChanges();
        return RedirectToAction("Index");
    }

    // [Good CWE-915] the entity is updated from named members
    [System.Web.Mvc.HttpPost, ValidateAntiForgeryToken]
    public ActionResult EditSafe(int id)
    {
        var user = db.Users.Find(id);
        if (TryUpdateModel(user, new[] { "Name", "Mail" }))
            db.SaveChanges();
        return RedirectToAction("Index");
    }

    // [Good CWE-915] a model of its own
    [System.Web.Mvc.HttpPost, ValidateAntiForgeryToken]
    public ActionResult Change(int id, ProfileEdit edit)
    {
        var user = db.Users.Find(id);
        user.Name = edit.Name;
        user.Mail = edit.Mail;
        db.SaveChanges();
        return RedirectToAction("Index");
    }
}

public class UsersController : ApiController
{
    private readonly ForumContext db = new ForumContext();

    // [Bad CWE-915] an API's body is the entity
    public IHttpActionResult Post([FromBody] User user)
    {
        db.Users.Add(user);
        db.SaveChanges();
        return Ok(user.Id);
    }

    // [Good CWE-915] an API's body is a model of its own
    public IHttpActionResult Put(int id, [FromBody] ProfileEdit edit)
    {
        var user = db.Users.Find(id);
        if (user == null)
            return NotFound();
        user.Name = edit.Name;
        db.SaveChanges();
        return Ok();
    }
}
