using System.Collections.Generic;
using System.Diagnostics;
using System.ServiceModel;
using System.Web;
using System.Web.Http;
using System.Web.Mvc;
using System.Web.Services;
using System.Web.UI;
using System.Web.UI.WebControls;
using Owin;

namespace Print.Center;

// [Bad CWE-78] the host to look up is typed into a page
public class LookupPage : Page
{
    protected TextBox txtHost;
    protected TextBox txtResult;

    protected void Go_Click(object sender, EventArgs e)
    {
        var process = new Process();
        process.StartInfo.FileName = "cmd.exe";
        process.StartInfo.Arguments = "/c nslookup " + txtHost.Text;
        process.StartInfo.UseShellExecute = false;
        process.StartInfo.RedirectStandardOutput = true;
        process.Start();
        txtResult.Text = process.StandardOutput.ReadToEnd();
    }
}

// [Good CWE-78] the host is checked to be one
public class LookupPageSafe : Page
{
    protected TextBox txtHost;

    protected void Go_Click(object sender, EventArgs e)
    {
        System.Net.IPAddress address;
        if (!System.Net.IPAddress.TryParse(txtHost.Text, out address))
            return;
        Process.Start("nslookup.exe", address.ToString());
    }
}

// [Bad CWE-78] a web service converts what the client names
public class ConvertService : WebService
{
    [WebMethod]
    public int Convert(string file, string format)
    {
        var info = new ProcessStartInfo("convert.exe");
        info.Arguments = string.Format("\"{0}\" -format {1}", file, format);
        using (var process = Process.Start(info))
        {
            process.WaitForExit();
            return process.ExitCode;
        }
    }
}

[ServiceContract]
public interface IJobs
{
    [OperationContract] void Run(string tool, string[] arguments);
    [OperationContract] void RunKnown(string tool);
}

public class Jobs : IJobs
{
    static readonly Dictionary<string, string> Tools = new Dictionary<string, string> { { "spool", @"C:\Print\spool.exe" }, { "purge", @"C:\Print\purge.exe" } };

    // [Bad CWE-78] a WCF operation starts the program that it is told
    public void Run(string tool, string[] arguments)
    {
        Process.Start(tool, string.Join(" ", arguments));
    }

    // [Good CWE-78] a WCF operation starts one of its programs
    public void RunKnown(string tool)
    {
        string path;
        if (Tools.TryGetValue(tool, out path))
            Process.Start(path);
    }
}

// [Bad CWE-78] an API's body through a queue to a worker
public class PrintController : ApiController
{
    static readonly Queue<string> Pending = new Queue<string>();

    public IHttpActionResult Post([FromBody] string document)
    {
        Pending.Enqueue(document);
        Drain();
        return Ok();
    }

    static void Drain()
    {
        while (Pending.Count > 0)
            Process.Start("/bin/sh", "-c \"lp " + Pending.Dequeue() + "\"");
    }
}

public class QueueController : Controller
{
    // [Bad CWE-78] the printer's name of a session that another action filled
    public ActionResult Choose(string printer)
    {
        Session["printer"] = printer;
        return RedirectToAction("Print");
    }
    // [same case]
    public ActionResult Print()
    {
        Process.Start("cmd", "/c print /d:" + Session["printer"] + " C:\\spool\\job.txt");
        return View();
    }

    // [Good CWE-78] the number of copies
    public ActionResult Copies(int copies)
    {
        Process.Start("cmd", "/c print.cmd " + copies);
        return View();
    }
}

// [Bad CWE-78] OWIN: a header in a command line
public class OwinTool
{
    public void Configuration(IAppBuilder app)
    {
        app.Use(async (context, next) =>
        {
            var agent = context.Request.Headers["User-Agent"];
            Process.Start("bash", "-c 'echo " + agent + " >> /var/log/agents'");
            await next();
        });
    }
}

// [Good CWE-78] OWIN: a constant command, what the header says is only counted
public class OwinCount
{
    int _bots;

    public void Configuration(IAppBuilder app)
    {
        app.Use(async (context, next) =>
        {
            var agent = context.Request.Headers["User-Agent"];
            if (agent != null && agent.Contains("bot"))
                _bots++;
            Process.Start("bash", "-c 'echo " + _bots + " > /var/log/bots'");
            await next();
        });
    }
}
