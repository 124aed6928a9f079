// Where the pages of a town's permit office send their users.
using System.Web;
using System.Web.Mvc;
using System.Web.Security;
using System.Web.UI;
using System.Web.UI.WebControls;

namespace Corpus.OpenRedirect.Counters
{
    // [Bad CWE-601] a static class that redirects, called with the query string
    public static class Navigator
    {
        public static void Go(string url)
        {
            HttpContext.Current.Response.Redirect(url, true);
        }
    }

    // [same case]
    public class BackPage : Page
    {
        protected void btnBack_Click(object sender, EventArgs e)
        {
            string back = Request.QueryString["back"];
            Navigator.Go(string.IsNullOrEmpty(back) ? "~/Default.aspx" : HttpUtility.UrlDecode(back));
        }
    }

    // [Good CWE-601] the address is a page of ours with the value as a parameter
    public class NextPage : Page
    {
        protected void btnNext_Click(object sender, EventArgs e)
        {
            string id = Request.QueryString["id"];
            Response.Redirect("~/Permit.aspx?id=" + Server.UrlEncode(id), false);
        }
    }

    // [Bad CWE-601] ViewState keeps the referrer's address, a button goes there
    public class CancelPage : Page
    {
        protected void Page_Load(object sender, EventArgs e)
        {
            if (!IsPostBack)
                ViewState["ReturnTo"] = Request.QueryString["from"];
        }

        protected void btnCancel_Click(object sender, EventArgs e)
        {
            Response.Redirect(ViewState["ReturnTo"].ToString());
        }
    }

    // [Good CWE-601] the controller asks whether the address is local
    public class AccountController : Controller
    {
        public ActionResult LogOn(string user, string password, string returnUrl)
        {
            if (!Membership.ValidateUser(user, password))
                return View();
            FormsAuthentication.SetAuthCookie(user, false);
            return GoTo(returnUrl);
        }

        private ActionResult GoTo(string url)
        {
            return Url.IsLocalUrl(url) ? (ActionResult)Redirect(url) : RedirectToAction("Index", "Home");
        }
    }

    // [Bad CWE-601] an address that only has to contain the name of our host
    public class PartnerController : Controller
    {
        public ActionResult Leave(string target)
        {
            if (target.IndexOf("permits.example") < 0)
                return RedirectToAction("Index");
            return Redirect(target);
        }
    }
}
