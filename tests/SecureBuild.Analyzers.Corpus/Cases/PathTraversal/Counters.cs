// Documents of a town's permit office: downloads, uploads, templates.
using System.Collections.Specialized;
using System.Web;
using System.Web.Mvc;
using System.Web.UI;
using System.Web.UI.WebControls;

namespace Corpus.PathTraversal.Counters
{
    // [Bad CWE-22] the handler transmits the file that the query string names
    public class DocumentHandler : IHttpHandler
    {
        private const string Root = @"D:\Permits\Documents\";

        public bool IsReusable { get { return true; } }

        public void ProcessRequest(HttpContext context)
        {
            NameValueCollection query = context.Request.QueryString;
            string folder = query["year"];
            string file = query["file"];
            if (!file.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase))
                throw new HttpException(404, "Not found");
            context.Response.ContentType = "application/pdf";
            context.Response.TransmitFile(Root + folder + "\\" + file);
        }
    }

    // [Good CWE-22] year and number are numbers
    public class NumberedDocumentHandler : IHttpHandler
    {
        private const string Root = @"D:\Permits\Documents\";

        public bool IsReusable { get { return true; } }

        public void ProcessRequest(HttpContext context)
        {
            int year = Convert.ToInt32(context.Request.QueryString["year"]);
            int number = Convert.ToInt32(context.Request.QueryString["no"]);
            context.Response.ContentType = "application/pdf";
            context.Response.TransmitFile(Root + year + "\\" + number.ToString("D6") + ".pdf");
        }
    }

    // [Bad CWE-22] a static class saves the upload under the name that the browser sent
    public static class UploadStore
    {
        public static string Save(HttpPostedFile file, string folder)
        {
            string path = HttpContext.Current.Server.MapPath("~/Uploads/" + folder);
            string full = path + "/" + file.FileName;
            file.SaveAs(full);
            return full;
        }
    }

    // [same case]
    public class AttachPage : Page
    {
        protected FileUpload fuDocument;

        protected void btnAttach_Click(object sender, EventArgs e)
        {
            if (fuDocument.HasFile)
                UploadStore.Save(fuDocument.PostedFile, "permits");
        }
    }

    // [Good CWE-22] the upload gets a name of the server's and an extension of a list
    public static class SafeUploadStore
    {
        private static readonly string[] Extensions = { ".pdf", ".png", ".jpg" };

        public static string Save(HttpPostedFile file)
        {
            string extension = Path.GetExtension(file.FileName).ToLowerInvariant();
            if (Array.IndexOf(Extensions, extension) < 0)
                throw new InvalidOperationException("Not allowed");
            string full = Path.Combine(HttpContext.Current.Server.MapPath("~/App_Data/Uploads"), Guid.NewGuid().ToString("N") + extension);
            file.SaveAs(full);
            return full;
        }
    }

    // [same case]
    public class AddPage : Page
    {
        protected FileUpload fuDocument;

        protected void btnAttach_Click(object sender, EventArgs e)
        {
            if (fuDocument.HasFile)
                SafeUploadStore.Save(fuDocument.PostedFile);
        }
    }

    // [Bad CWE-22] a template's name from a cookie with several values
    public class LetterPage : Page
    {
        protected Literal litLetter;

        private string TemplatePath()
        {
            HttpCookie cookie = Request.Cookies["prefs"];
            string name = cookie != null ? cookie.Values["template"] : "default";
            return Server.MapPath("~/Templates/") + name + ".htm";
        }

        protected void Page_Load(object sender, EventArgs e)
        {
            litLetter.Text = File.ReadAllText(TemplatePath());
        }
    }

    // [Good CWE-22] the path is made whole and must begin with the folder
    public class ArchiveController : Controller
    {
        public ActionResult Download(string name)
        {
            string root = Path.GetFullPath(Server.MapPath("~/App_Data/Archive")) + Path.DirectorySeparatorChar;
            string full = Path.GetFullPath(Path.Combine(root, name));
            if (!full.StartsWith(root, StringComparison.OrdinalIgnoreCase))
                return HttpNotFound();
            return File(full, "application/pdf");
        }
    }

    // [Bad CWE-22] the check is made on the name, the file is opened by another value
    public class PlanController : Controller
    {
        public ActionResult Download(string name, string version)
        {
            if (name.Contains(".."))
                return HttpNotFound();
            string full = Server.MapPath("~/App_Data/Plans/" + name + "/" + version);
            return File(full, "image/png");
        }
    }
}
