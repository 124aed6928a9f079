using System;
using System.Configuration;
using System.ServiceModel;
using System.ServiceModel.Description;
using System.Web;
using System.Web.Http;

namespace Ministry.Gateway.Host
{
    // [Bad CWE-209] faults carry stack traces to whoever calls
    [ServiceBehavior(IncludeExceptionDetailInFaults = true, InstanceContextMode = InstanceContextMode.PerCall)]
    public class PermitService
    {
        public string Find(string number)
        {
            return number.Trim();
        }
    }

    // [Good CWE-209] faults say what the contract says
    [ServiceBehavior(InstanceContextMode = InstanceContextMode.PerCall, IncludeExceptionDetailInFaults = false)]
    public class LicenceService
    {
        public string Find(string number)
        {
            return number.Trim();
        }
    }

    public static class HostManager
    {
        // [Bad CWE-209] the behaviour is found or added, and details are on
        public static ServiceHost Open(Type service)
        {
            var host = new ServiceHost(service);
            var debug = host.Description.Behaviors.Find<ServiceDebugBehavior>();
            if (debug == null)
                host.Description.Behaviors.Add(new ServiceDebugBehavior { IncludeExceptionDetailInFaults = true });
            else
                debug.IncludeExceptionDetailInFaults = true;
            return host;
        }

        // [Good CWE-209] details off, whatever the file says
        public static ServiceHost OpenQuietly(Type service)
        {
            var host = new ServiceHost(service);
            var debug = host.Description.Behaviors.Find<ServiceDebugBehavior>();
            if (debug != null)
                debug.IncludeExceptionDetailInFaults = false;
            return host;
        }
    }

    public static class WebApiConfig
    {
        // [Bad CWE-209] every client sees the exceptions
        public static void Register(HttpConfiguration config)
        {
            config.IncludeErrorDetailPolicy = IncludeErrorDetailPolicy.Always;
        }

        // [Good CWE-209] only who sits at the server
        public static void RegisterInternal(HttpConfiguration config)
        {
            config.IncludeErrorDetailPolicy = IncludeErrorDetailPolicy.LocalOnly;
        }
    }

    // [Bad CWE-209] the last error is shown on the page
    public class GatewayApplication : HttpApplication
    {
        protected void Application_Error(object sender, EventArgs e)
        {
            Exception error = HttpContext.Current.Server.GetLastError();
            HttpContext.Current.Response.Clear();
            HttpContext.Current.Response.Write("<h1>Error</h1><pre>" + HttpContext.Current.Server.HtmlEncode(error.ToString()) + "</pre>");
            HttpContext.Current.Server.ClearError();
        }
    }

    // [Good CWE-209] the last error is logged, the page is a fixed one
    public class CalmApplication : HttpApplication
    {
        protected void Application_Error(object sender, EventArgs e)
        {
            Exception error = HttpContext.Current.Server.GetLastError();
            System.Diagnostics.Trace.TraceError("Unhandled: {0}", error.GetType().FullName);
            HttpContext.Current.Server.ClearError();
            HttpContext.Current.Response.Redirect("~/Error.aspx");
        }
    }
}
