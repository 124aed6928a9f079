// MVC of the .NET Framework.
using System.Web.Mvc;

namespace Corpus.Csrf.OldMvcSnippets;

// [Bad CWE-352] a form without token
[Authorize]
public class AccountController : Controller
{
    [HttpPost]
    public ActionResult Rename(string name)
    {
        Session["name"] = name;
        return RedirectToAction("Index");
    }
}

// [Good CWE-352] a form with token
[Authorize]
public class SafeAccountController : Controller
{
    [HttpPost]
    [ValidateAntiForgeryToken]
    public ActionResult Rename(string name)
    {
        Session["name"] = name;
        return RedirectToAction("Index");
    }
}

// [Good CWE-352] shown only
[Authorize]
public class ReportController : Controller
{
    [HttpGet]
    public ActionResult Show(int id) => View(id);
}
