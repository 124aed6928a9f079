using System.IO.Compression;
using System.Web;
using System.Web.Mvc;
using System.Web.UI;
using System.Web.UI.WebControls;

public partial class DownloadPage : Page
{
    protected TextBox FileBox = new();
    protected DropDownList Folder = new();

    // [Bad CWE-22] WebForms: the text box's text is mapped and transmitted
    protected void Download_Click(object sender, EventArgs e)
    {
        var path = Server.MapPath("~/App_Data/" + FileBox.Text);
        Response.ContentType = "application/octet-stream";
        Response.TransmitFile(path);
    }

    // [Good CWE-22] WebForms: the name without folders
    protected void Plain_Click(object sender, EventArgs e)
    {
        var path = Server.MapPath("~/App_Data/" + Path.GetFileName(FileBox.Text));
        Response.ContentType = "application/octet-stream";
        Response.TransmitFile(path);
    }
}

// [Bad CWE-22] MVC 5: Request[...] names the picture
public class PictureController : System.Web.Mvc.Controller
{
    public ActionResult Show()
    {
        var name = Request["name"];
        if (string.IsNullOrEmpty(name))
            return HttpNotFound();
        return File(Server.MapPath("~/Pictures/") + name, "image/png");
    }
}

// [Good CWE-22] MVC 5: a number names the picture
public class NumberedPictureController : System.Web.Mvc.Controller
{
    public ActionResult Show()
    {
        int number;
        if (!int.TryParse(Request["number"], out number))
            return HttpNotFound();
        return File(Server.MapPath("~/Pictures/") + number + ".png", "image/png");
    }
}

// [Bad CWE-22] a handler saves the posted file under its own name
public class UploadHandler : IHttpHandler
{
    public bool IsReusable { get { return false; } }

    public void ProcessRequest(HttpContext context)
    {
        HttpPostedFile file = context.Request.Files["file"];
        string target = Path.Combine(context.Server.MapPath("~/Uploads"), file.FileName);
        file.SaveAs(target);
        context.Response.StatusCode = 204;
    }
}

// [Good CWE-22] a handler saves the posted file under a new name
public class NamingUploadHandler : IHttpHandler
{
    public bool IsReusable { get { return false; } }

    public void ProcessRequest(HttpContext context)
    {
        HttpPostedFile file = context.Request.Files["file"];
        string target = Path.Combine(context.Server.MapPath("~/Uploads"), Guid.NewGuid().ToString("N") + ".dat");
        file.SaveAs(target);
        context.Response.StatusCode = 204;
    }
}
