using System.Web;
using System.Web.Http;
using System.Web.Mvc;
using System.Web.UI;
using log4net;

namespace Legacy
{
    // [Bad CWE-209] the last error is written to the page
    public class Global : HttpApplication
    {
        protected void Application_Error(object sender, EventArgs e)
        {
            Exception error = Server.GetLastError();
            Response.Write("<pre>" + error.ToString() + "</pre>");
            Server.ClearError();
        }
    }

    // [Good CWE-209] the last error is logged
    public class GlobalSafe : HttpApplication
    {
        static readonly ILog Log = LogManager.GetLogger(typeof(GlobalSafe));

        protected void Application_Error(object sender, EventArgs e)
        {
            Log.Error("unhandled", Server.GetLastError());
            Server.ClearError();
            Response.Redirect("~/Error.html");
        }
    }

    public class PaymentsController : ApiController
    {
        // [Bad CWE-209] Web API: InternalServerError(exception)
        public IHttpActionResult Post([FromBody] decimal amount)
        {
            try
            {
                return Ok(100 / amount);
            }
            catch (Exception exception)
            {
                return InternalServerError(exception);
            }
        }

        // [Good CWE-209] Web API: InternalServerError()
        public IHttpActionResult PostSafely([FromBody] decimal amount)
        {
            try
            {
                return Ok(100 / amount);
            }
            catch (DivideByZeroException)
            {
                return InternalServerError();
            }
        }
    }

    public class SignInController : Controller
    {
        static readonly ILog Log = LogManager.GetLogger(typeof(SignInController));

        // [Bad CWE-532] MVC 5: the password is logged
        public ActionResult SignIn(string user, string password)
        {
            Log.Info("sign-in with " + password);
            return View();
        }

        // [Good CWE-532] MVC 5: that there was a sign-in is logged
        public ActionResult SignInQuietly(string user, string password)
        {
            Log.Info("sign-in, remembered password: " + (password == null));
            return View();
        }

        // [Bad CWE-209] MVC 5: the stack trace as content
        public ActionResult Run(int n)
        {
            try { return Content((10 / n).ToString()); }
            catch (Exception exception) { return Content(exception.StackTrace); }
        }

        // [Good CWE-209] MVC 5: a status
        public ActionResult RunSafely(int n)
        {
            try { return Content((10 / n).ToString()); }
            catch (Exception exception)
            {
                Log.Error("failed", exception);
                return new HttpStatusCodeResult(500);
            }
        }
    }
}
