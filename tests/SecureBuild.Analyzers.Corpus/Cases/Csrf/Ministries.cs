using System.Linq;
using System.Web;
using System.Web.Mvc;
using System.Web.UI;
using System.Web.UI.WebControls;
using System.Web.Helpers;

namespace Ministry.Accounts.Web
{
    public interface IAccountService
    {
        void ChangeMail(string user, string mail);
        void Close(string user);
        object Load(string user);
    }

    [Authorize]
    public abstract class AccountControllerBase : Controller
    {
        protected IAccountService Accounts { get; set; }

        protected string UserName
        {
            get { return User.Identity.Name; }
        }
    }

    public class MailController : AccountControllerBase
    {
        public ActionResult Edit()
        {
            return View(Accounts.Load(UserName));
        }

        // [Bad CWE-352] the form's post has no token
        [HttpPost]
        public ActionResult Edit(string mail)
        {
            if (!ModelState.IsValid)
                return View();
            Accounts.ChangeMail(UserName, mail);
            TempData["Message"] = "Saved";
            return RedirectToAction("Edit");
        }

        // [Good CWE-352] the token is validated in the body
        [HttpPost]
        public ActionResult EditQuickly(string mail)
        {
            AntiForgery.Validate();
            Accounts.ChangeMail(UserName, mail);
            return RedirectToAction("Edit");
        }
    }

    public class ClosingController : AccountControllerBase
    {
        // [Bad CWE-352] a link closes the account
        [HttpGet]
        public ActionResult Close()
        {
            Accounts.Close(UserName);
            return RedirectToAction("Index", "Home");
        }

        // [Good CWE-352] a page that asks whether to close
        [HttpGet]
        public ActionResult Confirm()
        {
            return View(Accounts.Load(UserName));
        }

        // [Good CWE-352] confirmed by the form with its token
        [HttpPost]
        [ValidateAntiForgeryToken]
        public ActionResult Confirm(string reason)
        {
            Accounts.Close(UserName);
            return RedirectToAction("Index", "Home");
        }
    }
}
