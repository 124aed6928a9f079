using System.Reflection;
using System.Web;
using System.Web.Http;
using System.Web.Mvc;

namespace Legacy
{
    public class ModulesController : Controller
    {
        // [Bad CWE-470] MVC 5: the type is the client's
        public ActionResult Run(string module)
        {
            var type = Type.GetType(module);
            var instance = Activator.CreateInstance(type);
            return Content(instance.ToString(), "text/plain");
        }

        // [Good CWE-470] MVC 5: the type is one of two
        public ActionResult RunKnown(string module)
        {
            var type = module == "date" ? typeof(DateTime) : typeof(Guid);
            return Content(Activator.CreateInstance(type).ToString(), "text/plain");
        }
    }

    // [Bad CWE-114] a handler loads an assembly
    public class PluginHandler : IHttpHandler
    {
        public bool IsReusable { get { return true; } }

        public void ProcessRequest(HttpContext context)
        {
            var assembly = Assembly.LoadFile(context.Request.QueryString["path"]);
            context.Response.StatusCode = assembly.GetTypes().Length > 0 ? 200 : 404;
        }
    }

    // [Good CWE-114] a handler loads an assembly of the site
    public class PluginHandlerSafe : IHttpHandler
    {
        public bool IsReusable { get { return true; } }

        public void ProcessRequest(HttpContext context)
        {
            var assembly = Assembly.LoadFile(context.Server.MapPath("~/bin/Plugin.dll"));
            context.Response.StatusCode = context.Request.QueryString["path"] == null ? 200 : assembly.GetTypes().Length;
        }
    }

    public class InvokeController : ApiController
    {
        // [Bad CWE-470] Web API: the method is the client's
        public IHttpActionResult Get([FromUri] string method) => Ok(GetType().GetMethod(method).Invoke(this, null).ToString());

        // [Good CWE-470] Web API: a switch
        public IHttpActionResult GetKnown([FromUri] string method) => Ok(method switch { "now" => DateTime.UtcNow.ToString("O"), _ => "" });
    }
}
