using System.Web;
using System.Web.Http;
using System.Web.Mvc;
using System.Web.UI;
using System.Web.UI.WebControls;

namespace Legacy
{
    // [Bad CWE-22] a handler writes the file that the query names
    public class DownloadHandler : IHttpHandler
    {
        public bool IsReusable { get { return false; } }

        public void ProcessRequest(HttpContext context)
        {
            var name = context.Request.QueryString["file"];
            context.Response.ContentType = "application/octet-stream";
            context.Response.WriteFile(@"C:\Docs\" + name);
        }
    }

    // [Good CWE-22] a handler writes the file's last part only
    public class DownloadHandlerSafe : IHttpHandler
    {
        public bool IsReusable { get { return false; } }

        public void ProcessRequest(HttpContext context)
        {
            var name = Path.GetFileName(context.Request.QueryString["file"]);
            context.Response.WriteFile(Path.Combine(@"C:\Docs", name));
        }
    }

    // [Bad CWE-22] TransmitFile with MapPath
    public class ExportHandler : IHttpHandler
    {
        public bool IsReusable { get { return false; } }

        public void ProcessRequest(HttpContext context)
        {
            var path = context.Server.MapPath("~/exports/") + context.Request["name"];
            context.Response.TransmitFile(path);
        }
    }

    // [Bad CWE-22] a Web Forms upload
    public class UploadPage : Page
    {
        protected FileUpload Upload;

        protected void Save_Click(object sender, EventArgs e)
        {
            if (Upload.HasFile)
                Upload.SaveAs(Server.MapPath("~/files/") + Upload.PostedFile.FileName);
        }
    }

    // [Good CWE-22] a Web Forms upload under a generated name
    public class UploadPageSafe : Page
    {
        protected FileUpload Upload;

        protected void Save_Click(object sender, EventArgs e)
        {
            if (Upload.HasFile)
                Upload.SaveAs(Server.MapPath("~/files/") + Guid.NewGuid().ToString("N") + ".dat");
        }
    }

    public class FilesController : Controller
    {
        // [Bad CWE-22] MVC 5: File with a path
        public ActionResult Get(string name) => File(Server.MapPath("~/App_Data/" + name), "application/pdf");

        // [Good CWE-22] MVC 5: one of two constants
        public ActionResult GetKnown(string name) => File(Server.MapPath("~/App_Data/" + (name == "a" ? "a.pdf" : "b.pdf")), "application/pdf");

        // [Bad CWE-22] MVC 5: the posted file's name
        public ActionResult Post(HttpPostedFileBase file)
        {
            file.SaveAs(Path.Combine(Server.MapPath("~/App_Data"), file.FileName));
            return RedirectToAction("Index");
        }

        // [Good CWE-22] MVC 5: the last part of the posted file's name
        public ActionResult PostSafely(HttpPostedFileBase file)
        {
            file.SaveAs(Path.Combine(Server.MapPath("~/App_Data"), Path.GetFileName(file.FileName)));
            return RedirectToAction("Index");
        }
    }

    public class LogsController : ApiController
    {
        // [Bad CWE-22] Web API: reads a log by name
        public IHttpActionResult Get(string name) => Ok(System.IO.File.ReadAllText(@"D:\Logs\" + name));

        // [Good CWE-22] Web API: reads a log by date
        public IHttpActionResult GetDay(DateTime day) => Ok(System.IO.File.ReadAllText(@"D:\Logs\" + day.ToString("yyyyMMdd") + ".log"));
    }
}
