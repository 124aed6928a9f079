// Programs that a town's permit office starts.
using System.Collections;
using System.Diagnostics;
using System.Web;
using System.Web.UI;
using System.Web.UI.WebControls;

namespace Corpus.CommandInjection.Counters
{
    // [Bad CWE-78] a base class of jobs builds the command line of what the page has put into a Hashtable
    public abstract class JobBase
    {
        protected Hashtable Args = new Hashtable();

        public void Set(string name, string value)
        {
            Args[name] = value;
        }

        public void Run()
        {
            Process p = new Process();
            p.StartInfo.FileName = "cmd.exe";
            p.StartInfo.Arguments = "/c " + BuildCommand();
            p.StartInfo.UseShellExecute = false;
            p.Start();
            p.WaitForExit(30000);
        }

        protected abstract string BuildCommand();
    }

    // [same case]
    public class PrintJob : JobBase
    {
        protected override string BuildCommand()
        {
            return "print.bat " + Args["printer"];
        }
    }

    // [same case]
    public class PrintPage : Page
    {
        protected DropDownList ddlPrinter;

        protected void btnPrint_Click(object sender, EventArgs e)
        {
            PrintJob job = new PrintJob();
            job.Set("printer", Request.Form["ddlPrinter"]);
            job.Run();
        }
    }

    // [Good CWE-78] the printer is chosen by its number from a list of the server's
    public class SafePrintPage : Page
    {
        private static readonly string[] Printers = { "counter1", "counter2", "backoffice" };

        protected void btnPrint_Click(object sender, EventArgs e)
        {
            int index = int.Parse(Request.Form["printer"]);
            if (index < 0 || index >= Printers.Length)
                return;
            Process.Start("cmd.exe", "/c print.bat " + Printers[index]);
        }
    }

    // [Bad CWE-78] a handler converts what is in the path info
    public class ConvertHandler : IHttpHandler
    {
        public bool IsReusable { get { return false; } }

        public void ProcessRequest(HttpContext context)
        {
            string name = context.Request.PathInfo.TrimStart('/');
            ProcessStartInfo psi = new ProcessStartInfo();
            psi.FileName = "cmd.exe";
            psi.Arguments = string.Concat("/c convert.exe ", "\"", name, "\"", " out.pdf");
            using (Process p = Process.Start(psi))
                p.WaitForExit();
        }
    }
}
