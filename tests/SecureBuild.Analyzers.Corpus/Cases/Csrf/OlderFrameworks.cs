using System.Web;
using System.Web.Helpers;
using System.Web.Mvc;
using System.Web.UI;

namespace Club.Members;

public interface IMembers { void Rename(int id, string name); void Remove(int id); void Pay(int id, decimal amount); }

public class MembersController : Controller
{
    private readonly IMembers _members;

    public MembersController(IMembers members) { _members = members; }

    // [Bad CWE-352] a form changes a member, the token is not looked at
    [HttpPost]
    public ActionResult Rename(int id, string name)
    {
        _members.Rename(id, name);
        return RedirectToAction("Index");
    }

    // [Good CWE-352] a form changes a member with a token
    [HttpPost, ValidateAntiForgeryToken]
    public ActionResult RenameSafe(int id, string name)
    {
        _members.Rename(id, name);
        return RedirectToAction("Index");
    }

    // [Good CWE-352] the token is validated by hand
    [HttpPost]
    public ActionResult Pay(int id, decimal amount)
    {
        AntiForgery.Validate();
        _members.Pay(id, amount);
        return RedirectToAction("Index");
    }

    // [Good CWE-352] a search by a form that reads only
    [HttpGet]
    public ActionResult Search(string name)
    {
        return View((object)name);
    }

    // [Bad CWE-352] two verbs, no token
    [AcceptVerbs("POST", "PUT")]
    public ActionResult Remove(int id)
    {
        _members.Remove(id);
        return RedirectToAction("Index");
    }
}

// [Good CWE-352] the whole controller validates
[ValidateAntiForgeryToken]
public class FeesController : Controller
{
    private readonly IMembers _members;

    public FeesController(IMembers members) { _members = members; }

    [HttpPost]
    public ActionResult Pay(int id, decimal amount)
    {
        _members.Pay(id, amount);
        return RedirectToAction("Index");
    }
}

// [Good CWE-352] a page whose view state is tied to the user's session
public class MemberPageSafe : Page
{
    protected override void OnInit(EventArgs e)
    {
        base.OnInit(e);
        ViewStateUserKey = Session.SessionID;
    }
}
