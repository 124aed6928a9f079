using System.Diagnostics;
using System.Web;
using System.Web.Http;
using System.Web.Mvc;
using System.Web.UI;
using System.Web.UI.WebControls;

namespace Legacy
{
    // [Bad CWE-78] a handler and the shell
    public class ThumbnailHandler : IHttpHandler
    {
        public bool IsReusable { get { return true; } }

        public void ProcessRequest(HttpContext context)
        {
            var size = context.Request["size"];
            Process.Start("cmd.exe", "/c convert logo.png -resize " + size + " thumb.png");
        }
    }

    // [Good CWE-78] the size is a number
    public class ThumbnailHandlerSafe : IHttpHandler
    {
        public bool IsReusable { get { return true; } }

        public void ProcessRequest(HttpContext context)
        {
            int size;
            if (int.TryParse(context.Request["size"], out size))
                Process.Start("cmd.exe", "/c convert logo.png -resize " + size + " thumb.png");
        }
    }

    // [Bad CWE-78] a drop-down's value can be anything a client posts
    public class ToolsPage : Page
    {
        protected DropDownList Tool;

        protected void Run_Click(object sender, EventArgs e)
        {
            var start = new ProcessStartInfo();
            start.FileName = "cmd.exe";
            start.Arguments = "/c " + Tool.SelectedValue;
            Process.Start(start);
        }
    }

    public class JobsController : Controller
    {
        // [Bad CWE-78] MVC 5 action
        public ActionResult Start(string job)
        {
            var process = new Process { StartInfo = new ProcessStartInfo("cmd.exe", "/c start " + job) };
            process.Start();
            return RedirectToAction("Index");
        }

        // [Good CWE-78] MVC 5 action with a fixed job
        public ActionResult StartNightly(string ignored)
        {
            var process = new Process { StartInfo = new ProcessStartInfo("cmd.exe", "/c start nightly") };
            process.Start();
            return RedirectToAction("Index");
        }
    }

    public class BuildController : ApiController
    {
        // [Bad CWE-78] Web API action
        public IHttpActionResult Post([FromBody] string target)
        {
            Process.Start("cmd.exe", "/c msbuild /t:" + target);
            return Ok();
        }

        // [Good CWE-78] the target must be one of two words
        public IHttpActionResult PostChecked([FromBody] string target)
        {
            if (target != "Build" && target != "Clean")
                return BadRequest();
            Process.Start("msbuild", "/t:" + target);
            return Ok();
        }
    }
}
