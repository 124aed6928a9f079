using System.Web;
using System.Web.Http;
using System.Web.Mvc;
using log4net;

namespace Legacy
{
    public class LoginController : Controller
    {
        static readonly ILog Log = LogManager.GetLogger(typeof(LoginController));

        // [Bad CWE-117] MVC 5
        public ActionResult Login(string user)
        {
            Log.Warn("Failed login: " + user);
            return View();
        }

        // [Good CWE-117] MVC 5, without line breaks
        public ActionResult LoginClean(string user)
        {
            Log.Warn("Failed login: " + user.Replace("\r", "_").Replace("\n", "_"));
            return View();
        }
    }

    // [Bad CWE-117] a handler
    public class TrackHandler : IHttpHandler
    {
        static readonly ILog Log = LogManager.GetLogger(typeof(TrackHandler));
        public bool IsReusable { get { return true; } }
        public void ProcessRequest(HttpContext context) => Log.Info("page " + context.Request.QueryString["p"]);
    }

    // [Good CWE-117] a handler logs a number
    public class TrackHandlerSafe : IHttpHandler
    {
        static readonly ILog Log = LogManager.GetLogger(typeof(TrackHandlerSafe));
        public bool IsReusable { get { return true; } }
        public void ProcessRequest(HttpContext context) => Log.Info("page " + Convert.ToInt32(context.Request.QueryString["p"]));
    }

    public class EventsController : ApiController
    {
        // [Bad CWE-117] Web API and NLog
        public IHttpActionResult Post([FromBody] string name)
        {
            NLog.LogManager.GetLogger("events").Info("event " + name);
            return Ok();
        }

        // [Good CWE-117] Web API, an enumeration
        public IHttpActionResult Put([FromBody] DayOfWeek day)
        {
            NLog.LogManager.GetLogger("events").Info("event on " + day);
            return Ok();
        }
    }
}
