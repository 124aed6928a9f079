// Programs of the .NET Framework that open files.
using System.IO;
using System.Net;
using System.Text;
using System.Web;
using System.Web.Mvc;
using System.Web.UI;
using System.Web.UI.WebControls;

namespace Corpus.PathTraversal.Framework;

// [Bad CWE-22] a download handler
public class DownloadHandler : IHttpHandler
{
    public bool IsReusable { get { return true; } }

    public void ProcessRequest(HttpContext context)
    {
        string file = context.Request.QueryString["file"];
        string path = context.Server.MapPath("~/App_Data/Files/" + file);
        context.Response.ContentType = "application/octet-stream";
        context.Response.TransmitFile(path);
    }
}

// [Good CWE-22] a download handler that takes the name only
public class DownloadGoodHandler : IHttpHandler
{
    public bool IsReusable { get { return true; } }

    public void ProcessRequest(HttpContext context)
    {
        string file = Path.GetFileName(context.Request.QueryString["file"]);
        string path = context.Server.MapPath("~/App_Data/Files/" + file);
        context.Response.ContentType = "application/octet-stream";
        context.Response.TransmitFile(path);
    }
}

// [Bad CWE-22] an upload under the client's name
public class UploadPage : Page
{
    protected FileUpload Upload;

    protected void Save_Click(object sender, EventArgs e)
    {
        if (Upload.HasFile)
            Upload.PostedFile.SaveAs(Server.MapPath("~/Uploads/") + Upload.PostedFile.FileName);
    }
}

// [Good CWE-22] an upload under a name of ours
public class UploadGoodPage : Page
{
    protected FileUpload Upload;

    protected void Save_Click(object sender, EventArgs e)
    {
        if (!Upload.HasFile)
            return;
        string extension = Path.GetExtension(Upload.FileName).ToLowerInvariant();
        if (extension != ".png" && extension != ".jpg")
            return;
        Upload.SaveAs(Path.Combine(Server.MapPath("~/Uploads"), Guid.NewGuid() + extension));
    }
}

// [Bad CWE-22] MVC's file result
public class FilesController : Controller
{
    public ActionResult Get(string name)
    {
        string path = Path.Combine(Server.MapPath("~/Content"), name);
        return File(path, "text/css");
    }
}

// [Good CWE-22] MVC's file result after a check
public class FilesGoodController : Controller
{
    public ActionResult Get(string name)
    {
        string root = Server.MapPath("~/Content") + Path.DirectorySeparatorChar;
        string path = Path.GetFullPath(Path.Combine(root, name));
        if (!path.StartsWith(root, StringComparison.OrdinalIgnoreCase))
            return HttpNotFound();
        return File(path, "text/css");
    }
}

// [Bad CWE-73] a template in the cookie
public class TemplatePage : Page
{
    protected void Page_Load(object sender, EventArgs e)
    {
        string template = Request.Cookies["template"].Value;
        using (StreamReader reader = new StreamReader(Server.MapPath("~/Templates/") + template + ".html", Encoding.UTF8))
            ViewState["html"] = reader.ReadToEnd().Length;
    }
}

// [Bad CWE-22] the log viewer, with a stream
public class LogPage : Page
{
    protected Literal Output;

    protected void Page_Load(object sender, EventArgs e)
    {
        Output.Mode = LiteralMode.Encode;
        FileInfo info = new FileInfo(@"C:\Logs\" + Request["day"]);
        using (FileStream stream = info.OpenRead())
        {
            byte[] buffer = new byte[1024];
            int read = stream.Read(buffer, 0, buffer.Length);
            Output.Text = Encoding.Default.GetString(buffer, 0, read);
        }
    }
}

// [Good CWE-22] the log viewer by date
public class LogGoodPage : Page
{
    protected Literal Output;

    protected void Page_Load(object sender, EventArgs e)
    {
        DateTime day;
        if (!DateTime.TryParse(Request["day"], out day))
            day = DateTime.Today;
        Output.Mode = LiteralMode.Encode;
        Output.Text = File.ReadAllText(@"C:\Logs\" + day.ToString("yyyyMMdd") + ".log");
    }
}

// [Bad CWE-22] several uploads at once
public class BatchHandler : IHttpHandler
{
    public bool IsReusable { get { return true; } }

    public void ProcessRequest(HttpContext context)
    {
        for (int i = 0; i < context.Request.Files.Count; i++)
        {
            HttpPostedFile file = context.Request.Files[i];
            using (FileStream target = File.Create(Path.Combine("D:\\inbox", file.FileName)))
                file.InputStream.CopyTo(target);
        }
    }
}

// [Good CWE-22] several uploads at once, numbered
public class BatchGoodHandler : IHttpHandler
{
    public bool IsReusable { get { return true; } }

    public void ProcessRequest(HttpContext context)
    {
        for (int i = 0; i < context.Request.Files.Count; i++)
        {
            HttpPostedFile file = context.Request.Files[i];
            using (FileStream target = File.Create(Path.Combine("D:\\inbox", i + ".dat")))
                file.InputStream.CopyTo(target);
        }
    }
}
