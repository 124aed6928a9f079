using System.Web.Mvc;

namespace Legacy
{
    [Authorize]
    public class ForumController : Controller
    {
        private readonly System.Collections.Generic.List<string> _posts = new System.Collections.Generic.List<string>();

        // [Bad CWE-352] MVC 5 without the token
        [HttpPost]
        public ActionResult Write(string text)
        {
            _posts.Add(text);
            return RedirectToAction("Index");
        }

        // [Good CWE-352] MVC 5 with the token
        [HttpPost]
        [ValidateAntiForgeryToken]
        public ActionResult WriteChecked(string text)
        {
            _posts.Add(text);
            return RedirectToAction("Index");
        }

        // [Bad CWE-352] deletion without the token
        [HttpDelete]
        public ActionResult Delete(int id)
        {
            _posts.RemoveAt(id);
            return View();
        }

        // [Good CWE-352] a page is shown
        [HttpGet]
        public ActionResult Index()
        {
            return View(_posts);
        }

        // [Good CWE-352] a part of a page, no address of its own
        [ChildActionOnly]
        public ActionResult Menu()
        {
            return View();
        }
    }

    // [Good CWE-352] the whole controller has the token
    [Authorize]
    [ValidateAntiForgeryToken]
    public class CheckedForumController : Controller
    {
        [HttpPost]
        public ActionResult Write(string text)
        {
            ViewBag.Text = text;
            return View();
        }
    }
}
