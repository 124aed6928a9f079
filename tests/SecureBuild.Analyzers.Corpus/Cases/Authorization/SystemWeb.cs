using System.Web.Mvc;

namespace Legacy
{
    [Authorize]
    public class InvoicesController : Controller
    {
        // [Bad CWE-306] anybody may cancel
        [AllowAnonymous]
        [HttpPost]
        [ValidateAntiForgeryToken]
        public ActionResult Cancel(int id)
        {
            ViewBag.Cancelled = id;
            return RedirectToAction("Index");
        }

        // [Good CWE-306] users may cancel
        [HttpPost]
        [ValidateAntiForgeryToken]
        public ActionResult CancelAsUser(int id)
        {
            ViewBag.Cancelled = id;
            return RedirectToAction("Index");
        }

        // [Good CWE-306] the form for it
        [HttpGet]
        public ActionResult Index()
        {
            return View();
        }
    }
}
