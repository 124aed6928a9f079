using System.Diagnostics;
using System.ServiceModel;
using System.Web;
using System.Web.Http;
using System.Web.Mvc;
using System.Web.Services;
using System.Web.UI;
using System.Web.UI.WebControls;
using log4net;

namespace Water.Works;

public class MeterPage : Page
{
    static readonly ILog Log = log4net.LogManager.GetLogger(typeof(MeterPage));

    protected TextBox txtMeter;

    // [Bad CWE-117] the text of a box in the log
    protected void Read_Click(object sender, EventArgs e)
    {
        Log.Info("Reading of meter " + txtMeter.Text);
    }

    // [Good CWE-117] the number of the meter in the log
    protected void ReadSafe_Click(object sender, EventArgs e)
    {
        int meter;
        if (int.TryParse(txtMeter.Text, out meter))
            Log.Info("Reading of meter " + meter);
    }

    // [Bad CWE-117] formatted
    protected void Browser(object sender, EventArgs e)
    {
        Log.WarnFormat("Old browser {0} from {1}", Request.UserAgent, Request.UserHostAddress);
    }

    // [Good CWE-117] without its line breaks
    protected void BrowserSafe(object sender, EventArgs e)
    {
        var agent = Request.UserAgent.Replace("\r", " ").Replace("\n", " ");
        Log.WarnFormat("Old browser {0}", agent);
    }
}

// [Bad CWE-117] a handler appends to a log file
public class EventHandlerPage : IHttpHandler
{
    public bool IsReusable { get { return true; } }

    public void ProcessRequest(HttpContext context)
    {
        File.AppendAllText(@"D:\logs\events.log", DateTime.UtcNow.ToString("O") + " " + context.Request.Form["event"] + Environment.NewLine);
    }
}

// [Bad CWE-117] a web service traces
public class MeterService : WebService
{
    [WebMethod]
    public void Report(string meter, int value)
    {
        Trace.TraceInformation("Meter " + meter + " reports " + value);
    }
}

// [Good CWE-117] a web service traces the number alone
public class MeterServiceSafe : WebService
{
    [WebMethod]
    public void Report(string meter, int value)
    {
        Trace.TraceInformation("A meter reports " + value);
    }
}

[ServiceContract]
public interface IAlarm { [OperationContract] void Raise(string place, int level); }

// [Bad CWE-117] a WCF operation writes to a logger of our own
public class Alarm : IAlarm
{
    private readonly AlarmLog _log = new AlarmLog();

    public void Raise(string place, int level)
    {
        _log.Write(level, place);
    }
}
// [same case]
public class AlarmLog
{
    static readonly NLog.Logger Logger = NLog.LogManager.GetCurrentClassLogger();

    public void Write(int level, string place)
    {
        string line = string.Format("Alarm {0} at {1}", level, place);
        if (level > 3)
            Logger.Error(line);
        else
            Logger.Warn(line);
    }
}

// [Bad CWE-117] an exception filter logs the address as it came
public class ErrorLog : System.Web.Mvc.IExceptionFilter
{
    static readonly ILog Log = log4net.LogManager.GetLogger(typeof(ErrorLog));

    public void OnException(ExceptionContext filterContext)
    {
        Log.Error("Failed: " + HttpUtility.UrlDecode(filterContext.HttpContext.Request.QueryString["page"]), filterContext.Exception);
    }
}

// [Bad CWE-117] the body of an API's message
public class TelemetryController : ApiController
{
    static readonly NLog.Logger Logger = NLog.LogManager.GetCurrentClassLogger();

    public async Task<IHttpActionResult> Post()
    {
        var body = await Request.Content.ReadAsStringAsync();
        Logger.Info("Telemetry: " + body);
        return Ok();
    }
}

// [Good CWE-117] the length of the body
public class TelemetrySafeController : ApiController
{
    static readonly NLog.Logger Logger = NLog.LogManager.GetCurrentClassLogger();

    public async Task<IHttpActionResult> Post()
    {
        var body = await Request.Content.ReadAsStringAsync();
        Logger.Info("Telemetry: " + body.Length + " characters");
        return Ok();
    }
}
