using System.Net;
using System.ServiceModel;
using System.ServiceModel.Description;
using System.Web;
using System.Web.Http;
using System.Web.Mvc;
using System.Web.Services;
using System.Web.UI;
using System.Web.UI.WebControls;
using log4net;
using Owin;

namespace Tax.Office;

public class TaxPage : Page
{
    static readonly ILog Log = log4net.LogManager.GetLogger(typeof(TaxPage));

    protected Label lblError;
    protected TextBox txtPassword;

    // [Bad CWE-209] the whole exception in a label
    protected void Save_Click(object sender, EventArgs e)
    {
        try
        {
            Store();
        }
        catch (Exception ex)
        {
            lblError.Text = HttpUtility.HtmlEncode(ex.ToString());
        }
    }

    // [Good CWE-209] a sentence in the label, the exception in the log
    protected void SaveSafe_Click(object sender, EventArgs e)
    {
        try
        {
            Store();
        }
        catch (Exception ex)
        {
            Log.Error("Saving failed", ex);
            lblError.Text = "Your form could not be saved.";
        }
    }

    // [Bad CWE-532] the password in the log
    protected void SignIn_Click(object sender, EventArgs e)
    {
        string password = txtPassword.Text;
        Log.Info("Sign-in with " + password.Replace("\r", "").Replace("\n", ""));
    }

    void Store()
    {
        File.WriteAllText(@"D:\tax\form.txt", "x");
    }
}

// [Bad CWE-209] the application's error handler writes the last error
public class TaxApplication : HttpApplication
{
    protected void Application_Error(object sender, EventArgs e)
    {
        Exception last = Server.GetLastError();
        Response.ContentType = "text/plain";
        Response.Write(last.StackTrace);
        Server.ClearError();
    }
}

// [Good CWE-209] the application's error handler shows a page
public class TaxApplicationSafe : HttpApplication
{
    static readonly ILog Log = log4net.LogManager.GetLogger(typeof(TaxApplicationSafe));

    protected void Application_Error(object sender, EventArgs e)
    {
        Log.Error("unhandled", Server.GetLastError());
        Server.ClearError();
        Response.Redirect("~/Error.aspx");
    }
}

// [Bad CWE-209] details of exceptions go into faults
[ServiceBehavior(IncludeExceptionDetailInFaults = true, InstanceContextMode = InstanceContextMode.PerCall)]
public class AssessmentService
{
}

// [Good CWE-209] details of exceptions stay
[ServiceBehavior(IncludeExceptionDetailInFaults = false, InstanceContextMode = InstanceContextMode.PerCall)]
public class AssessmentServiceSafe
{
}

public class Hosts
{
    // [Bad CWE-209] a debug behaviour of the host
    public void Debug(ServiceHost host)
    {
        host.Description.Behaviors.Add(new ServiceDebugBehavior { IncludeExceptionDetailInFaults = true });
    }

    // [Bad CWE-209] a debug behaviour that is found and changed
    public void Change(ServiceHost host)
    {
        var debug = host.Description.Behaviors.Find<ServiceDebugBehavior>();
        debug.IncludeExceptionDetailInFaults = true;
    }
}

[ServiceContract]
public interface IAssess { [OperationContract] decimal Assess(int year); [OperationContract] decimal AssessSafe(int year); }

public class Assess : IAssess
{
    static readonly ILog Log = log4net.LogManager.GetLogger(typeof(Assess));

    // [Bad CWE-209] the exception's text as the reason of a fault
    decimal IAssess.Assess(int year)
    {
        try
        {
            return decimal.Parse(File.ReadAllText(@"D:\tax\" + year + ".txt"));
        }
        catch (Exception ex)
        {
            throw new FaultException(ex.ToString());
        }
    }

    // [Good CWE-209] a sentence as the reason of a fault
    decimal IAssess.AssessSafe(int year)
    {
        try
        {
            return decimal.Parse(File.ReadAllText(@"D:\tax\" + year + ".txt"));
        }
        catch (Exception ex)
        {
            Log.Error("Assessment failed", ex);
            throw new FaultException("The assessment failed.");
        }
    }
}

public class AssessmentsController : ApiController
{
    // [Bad CWE-209] Web API 2: an error response of an exception
    public HttpResponseMessage Get(int id)
    {
        try
        {
            return Request.CreateResponse(HttpStatusCode.OK, id);
        }
        catch (Exception ex)
        {
            return Request.CreateResponse(HttpStatusCode.InternalServerError, ex.StackTrace);
        }
    }

    // [Good CWE-209] Web API 2: an error response of a sentence
    public HttpResponseMessage GetSafe(int id)
    {
        try
        {
            return Request.CreateResponse(HttpStatusCode.OK, id);
        }
        catch (InvalidOperationException)
        {
            return Request.CreateErrorResponse(HttpStatusCode.InternalServerError, "Something failed.");
        }
    }
}

// [Bad CWE-209] MVC: the controller shows what it caught
public class FormsController : Controller
{
    protected override void OnException(ExceptionContext filterContext)
    {
        filterContext.ExceptionHandled = true;
        filterContext.Result = new ContentResult { Content = filterContext.Exception.ToString(), ContentType = "text/plain" };
    }
}

// [Bad CWE-209] OWIN: middleware answers with the exception
public class OwinErrors
{
    public void Configuration(IAppBuilder app)
    {
        app.Use(async (context, next) =>
        {
            string problem = null;
            try
            {
                await next();
            }
            catch (Exception ex)
            {
                problem = ex.ToString();
            }
            if (problem != null)
            {
                context.Response.StatusCode = 500;
                await context.Response.WriteAsync(problem);
            }
        });
    }
}
