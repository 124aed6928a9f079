// What a town's permit office writes into its logs.
using System.Diagnostics;
using System.Web;
using System.Web.UI;
using System.Web.UI.WebControls;
using log4net;

namespace Corpus.LogInjection.Counters
{
    // [Bad CWE-117] the base page logs what its pages say
    public class AuditedPage : Page
    {
        private static readonly ILog Log = LogManager.GetLogger(typeof(AuditedPage));

        protected void Audit(string action, string detail)
        {
            Log.Info(action + ": " + detail);
        }
    }

    // [same case]
    public class SignPage : AuditedPage
    {
        protected TextBox txtReason;

        protected void btnSign_Click(object sender, EventArgs e)
        {
            Audit("sign", txtReason.Text);
        }
    }

    // [Good CWE-117] the base page encodes what it logs
    public class EncodedAuditPage : Page
    {
        private static readonly ILog Log = LogManager.GetLogger(typeof(EncodedAuditPage));

        protected void Audit(string action, string detail)
        {
            Log.Info(action + ": " + HttpUtility.UrlEncode(detail));
        }
    }

    // [same case]
    public class StampPage : EncodedAuditPage
    {
        protected TextBox txtReason;

        protected void btnStamp_Click(object sender, EventArgs e)
        {
            Audit("stamp", txtReason.Text);
        }
    }

    // [Bad CWE-117] an own log file of lines
    public static class FileLog
    {
        private static readonly object Gate = new object();

        public static void Write(string format, params object[] args)
        {
            lock (Gate)
            {
                using (StreamWriter sw = new StreamWriter(@"D:\Logs\permits.log", true))
                    sw.WriteLine("{0:s} {1}", DateTime.Now, string.Format(format, args));
            }
        }
    }

    // [same case]
    public class TrackHandler : IHttpHandler
    {
        public bool IsReusable { get { return true; } }

        public void ProcessRequest(HttpContext context)
        {
            FileLog.Write("Opened by {0} from {1}", context.Request.QueryString["who"], context.Request.UserHostAddress);
            context.Response.StatusCode = 204;
        }
    }
}
