using System.Net;
using System.ServiceModel;
using System.Web;
using System.Web.Http;
using System.Web.Mvc;
using System.Web.Services;
using System.Web.UI;
using System.Web.UI.WebControls;
using Owin;

namespace Archive.Files;

// [Bad CWE-22] a handler sends the file that the query names
public class DownloadHandler : IHttpHandler
{
    public bool IsReusable { get { return false; } }

    public void ProcessRequest(HttpContext context)
    {
        string file = context.Request.QueryString["file"];
        string path = context.Server.MapPath("~/App_Data/docs/") + file;
        context.Response.ContentType = "application/octet-stream";
        context.Response.TransmitFile(path);
    }
}

// [Good CWE-22] a handler sends a file by its name alone
public class DownloadHandlerSafe : IHttpHandler
{
    public bool IsReusable { get { return false; } }

    public void ProcessRequest(HttpContext context)
    {
        string file = Path.GetFileName(context.Request.QueryString["file"]);
        context.Response.ContentType = "application/octet-stream";
        context.Response.TransmitFile(Path.Combine(context.Server.MapPath("~/App_Data/docs/"), file));
    }
}

// [Good CWE-22] a handler compares the full path with its folder
public class CheckedHandler : IHttpHandler
{
    public bool IsReusable { get { return false; } }

    public void ProcessRequest(HttpContext context)
    {
        string root = context.Server.MapPath("~/App_Data/docs/");
        string full = Path.GetFullPath(Path.Combine(root, context.Request.QueryString["file"]));
        if (!full.StartsWith(root, StringComparison.OrdinalIgnoreCase))
            throw new HttpException(403, "Forbidden");
        context.Response.WriteFile(full);
    }
}

public class UploadPage : Page
{
    protected FileUpload upload;
    protected TextBox txtFolder;

    // [Bad CWE-22] an upload keeps the name that the browser sent
    protected void Save_Click(object sender, EventArgs e)
    {
        if (upload.HasFile)
            upload.PostedFile.SaveAs(Server.MapPath("~/uploads/") + upload.PostedFile.FileName);
    }

    // [Bad CWE-22] the folder is a text box, the name is clean
    protected void SaveTo_Click(object sender, EventArgs e)
    {
        string folder = Path.Combine(@"D:\archive", txtFolder.Text);
        Directory.CreateDirectory(folder);
        upload.SaveAs(Path.Combine(folder, Guid.NewGuid().ToString("N") + ".bin"));
    }

    // [Good CWE-22] a new name for every upload
    protected void SaveSafe_Click(object sender, EventArgs e)
    {
        if (upload.HasFile)
            upload.SaveAs(Path.Combine(Server.MapPath("~/uploads/"), Guid.NewGuid() + ".dat"));
    }

    // [Bad CWE-22] the posted files of the request, one after the other
    protected void SaveAll_Click(object sender, EventArgs e)
    {
        for (int i = 0; i < Request.Files.Count; i++)
        {
            HttpPostedFile file = Request.Files[i];
            using (var target = File.Create(Path.Combine(@"D:\archive\in", file.FileName)))
                file.InputStream.CopyTo(target);
        }
    }
}

public class DocumentsController : Controller
{
    const string Root = @"D:\archive\documents";

    // [Bad CWE-22] a file result of a combined path
    public ActionResult Open(string name)
    {
        return File(Path.Combine(Root, name), "application/pdf", "document.pdf");
    }

    // [Good CWE-22] a file result of a name that has no folder in it
    public ActionResult OpenSafe(string name)
    {
        if (string.IsNullOrEmpty(name) || name.IndexOfAny(Path.GetInvalidFileNameChars()) >= 0)
            return HttpNotFound();
        return File(Path.Combine(Root, name), "application/pdf", "document.pdf");
    }

    // [Bad CWE-22] a posted file base
    [System.Web.Mvc.HttpPost]
    public ActionResult Upload(HttpPostedFileBase file)
    {
        if (file != null && file.ContentLength > 0)
            file.SaveAs(Path.Combine(Server.MapPath("~/Content/up"), file.FileName));
        return RedirectToAction("Index");
    }

    // [Good CWE-22] a posted file base, the name without its folders
    [System.Web.Mvc.HttpPost]
    public ActionResult UploadSafe(HttpPostedFileBase file)
    {
        if (file != null && file.ContentLength > 0)
            file.SaveAs(Path.Combine(Server.MapPath("~/Content/up"), Path.GetFileName(file.FileName)));
        return RedirectToAction("Index");
    }

    // [Bad CWE-22] dots are removed once
    public ActionResult Strip(string name)
    {
        name = name.Replace("../", "");
        return Content(System.IO.File.ReadAllText(Root + "\\" + name));
    }

    // [Bad CWE-22] a file is deleted
    [System.Web.Mvc.HttpPost]
    public ActionResult Delete(string name)
    {
        var info = new FileInfo(Path.Combine(Root, name));
        if (info.Exists)
            info.Delete();
        return RedirectToAction("Index");
    }

    // [Good CWE-22] a file that the folder lists
    public ActionResult Listed(string name)
    {
        var found = new DirectoryInfo(Root).GetFiles("*.pdf").FirstOrDefault(f => string.Equals(f.Name, name, StringComparison.OrdinalIgnoreCase));
        if (found == null)
            return HttpNotFound();
        return File(found.FullName, "application/pdf");
    }
}

// [Bad CWE-22] Web API 2: the file name of a multipart section
public class UploadsController : ApiController
{
    public async Task<IHttpActionResult> Post()
    {
        foreach (var key in Request.GetQueryNameValuePairs())
        {
            if (key.Key != "target")
                continue;
            var bytes = await Request.Content.ReadAsByteArrayAsync();
            File.WriteAllBytes(Path.Combine(@"D:\archive", key.Value), bytes);
        }
        return Ok();
    }
}

// [Good CWE-22] Web API 2: a number names the file
public class ScansController : ApiController
{
    public HttpResponseMessage Get(int id)
    {
        var response = new HttpResponseMessage(HttpStatusCode.OK);
        response.Content = new StreamContent(File.OpenRead(Path.Combine(@"D:\archive\scans", id + ".tif")));
        return response;
    }
}

// [Bad CWE-22] a web service reads a template
public class TemplateService : WebService
{
    [WebMethod]
    public string GetTemplate(string name)
    {
        return File.ReadAllText(Server.MapPath("~/Templates/" + name + ".html"));
    }
}

[ServiceContract]
public interface IStore
{
    [OperationContract] byte[] Load(string key);
    [OperationContract] void Keep(Guid key, byte[] content);
}

public class Store : IStore
{
    // [Bad CWE-22] a WCF operation reads by a key that is a path
    public byte[] Load(string key)
    {
        return File.ReadAllBytes(Path.Combine(@"D:\store", key));
    }

    // [Good CWE-22] a WCF operation writes under a GUID
    public void Keep(Guid key, byte[] content)
    {
        File.WriteAllBytes(Path.Combine(@"D:\store", key.ToString("N")), content);
    }
}

// [Bad CWE-22] OWIN: static files of our own
public class Files
{
    public void Configuration(IAppBuilder app)
    {
        app.Run(async context =>
        {
            var path = @"D:\site" + context.Request.Path.Value.Replace('/', '\\');
            if (File.Exists(path))
                await context.Response.WriteAsync(File.ReadAllBytes(path));
        });
    }
}
