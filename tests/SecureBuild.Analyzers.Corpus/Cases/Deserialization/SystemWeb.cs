using System.Web;
using System.Web.Mvc;
using System.Web.Script.Serialization;
using System.Web.UI;

namespace Legacy
{
    public class Settings { public string Theme { get; set; } }

    // [Bad CWE-502] view state made by the client
    public class StateHandler : IHttpHandler
    {
        public bool IsReusable { get { return true; } }

        public void ProcessRequest(HttpContext context)
        {
            var state = new LosFormatter().Deserialize(context.Request.Form["state"]);
            context.Items["state"] = state;
        }
    }

    // [Good CWE-502] JSON of a fixed type
    public class StateHandlerSafe : IHttpHandler
    {
        public bool IsReusable { get { return true; } }

        public void ProcessRequest(HttpContext context)
        {
            var state = new JavaScriptSerializer().Deserialize<Settings>(context.Request.Form["state"]);
            context.Items["state"] = state;
        }
    }

    public class SettingsController : Controller
    {
        // [Bad CWE-502] a resolver that creates any type
        public ActionResult Load(string json)
        {
            var serializer = new JavaScriptSerializer(new SimpleTypeResolver());
            return Json(serializer.DeserializeObject(json));
        }

        // [Good CWE-502] no resolver
        public ActionResult LoadSafely(string json)
        {
            var serializer = new JavaScriptSerializer();
            return Json(serializer.DeserializeObject(json));
        }

        // [Bad CWE-502] ObjectStateFormatter
        public ActionResult Cookie()
        {
            var formatter = new ObjectStateFormatter();
            return Json(formatter.Deserialize(Request.Cookies["prefs"].Value));
        }
    }
}
