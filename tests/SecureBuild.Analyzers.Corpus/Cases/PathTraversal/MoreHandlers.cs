using System.IO.Compression;
using System.Net.Http.Headers;
using System.Web;
using System.Web.Http;
using System.Web.Mvc;
using System.Web.UI;
using System.Web.UI.HtmlControls;
using System.Web.UI.WebControls;

namespace Radio.Files;

public class SongPage : Page
{
    protected HtmlInputFile file;
    protected DropDownList ddlAlbum;
    protected TextBox txtText;

    // [Bad CWE-22] an HTML input of a file
    protected void Upload_Click(object sender, EventArgs e)
    {
        var name = file.PostedFile.FileName;
        if (name.EndsWith(".mp3", StringComparison.OrdinalIgnoreCase))
            file.PostedFile.SaveAs(MapPath("~/songs/" + name));
    }

    // [Good CWE-22] the extension alone is the client's
    protected void UploadSafe_Click(object sender, EventArgs e)
    {
        var extension = Path.GetExtension(file.PostedFile.FileName);
        if (extension == ".mp3")
            file.PostedFile.SaveAs(MapPath("~/songs/" + Guid.NewGuid() + extension));
    }

    // [Bad CWE-22] a chosen album's folder is listed
    protected void List_Click(object sender, EventArgs e)
    {
        var files = Directory.GetFiles(@"D:\radio\" + ddlAlbum.SelectedValue);
        txtText.Text = string.Join("\n", files);
    }

    // [Bad CWE-22] written with a text writer
    protected void Note_Click(object sender, EventArgs e)
    {
        using (TextWriter writer = new StreamWriter(Path.Combine(@"D:\radio\notes", Request.Form["title"] + ".txt")))
            writer.Write(txtText.Text);
    }

    // [Good CWE-22] the title is checked letter by letter
    protected void NoteSafe_Click(object sender, EventArgs e)
    {
        var title = Request.Form["title"];
        if (string.IsNullOrEmpty(title) || !title.All(char.IsLetterOrDigit))
            return;
        using (TextWriter writer = new StreamWriter(Path.Combine(@"D:\radio\notes", title + ".txt")))
            writer.Write(txtText.Text);
    }
}

// [Bad CWE-22] an image handler with a cache of bytes
public class CoverHandler : IHttpHandler
{
    static readonly Dictionary<string, byte[]> Cache = new Dictionary<string, byte[]>();

    public bool IsReusable { get { return true; } }

    public void ProcessRequest(HttpContext context)
    {
        var name = context.Request.QueryString["cover"] ?? "none.jpg";
        byte[] bytes;
        lock (Cache)
        {
            if (!Cache.TryGetValue(name, out bytes))
            {
                bytes = File.ReadAllBytes(context.Request.PhysicalApplicationPath + "covers\\" + name);
                Cache[name] = bytes;
            }
        }
        context.Response.ContentType = "image/jpeg";
        context.Response.OutputStream.Write(bytes, 0, bytes.Length);
    }
}

// [Good CWE-22] an image handler with a table of its covers
public class KnownCoverHandler : IHttpHandler
{
    static readonly Dictionary<string, string> Covers = new Dictionary<string, string> { { "rock", "rock.jpg" }, { "jazz", "jazz.jpg" } };

    public bool IsReusable { get { return true; } }

    public void ProcessRequest(HttpContext context)
    {
        string file;
        if (!Covers.TryGetValue(context.Request.QueryString["cover"] ?? "", out file))
        {
            context.Response.StatusCode = 404;
            return;
        }
        context.Response.ContentType = "image/jpeg";
        context.Response.WriteFile(context.Server.MapPath("~/covers/" + file));
    }
}

public class EpisodesController : Controller
{
    private readonly IEpisodeStore _store = new EpisodeStore();

    // [Bad CWE-22] through a store of our own
    public ActionResult Play(string name)
    {
        return File(_store.Open(name), "audio/mpeg");
    }
    // [same case]
    class EpisodeStore : IEpisodeStore
    {
        public Stream Open(string name) { return new FileStream(Path.Combine(@"D:\radio\episodes", name), FileMode.Open, FileAccess.Read); }
    }

    // [Good CWE-22] the name is the one of a number
    public ActionResult PlayNumber(int number)
    {
        var name = "episode" + number.ToString("D4") + ".mp3";
        return File(new FileStream(Path.Combine(@"D:\radio\episodes", name), FileMode.Open, FileAccess.Read), "audio/mpeg");
    }

    // [Bad CWE-22] an archive is unpacked entry by entry
    [System.Web.Mvc.HttpPost]
    public ActionResult Import(HttpPostedFileBase archive)
    {
        using (var zip = new ZipArchive(archive.InputStream))
            foreach (var entry in zip.Entries)
                entry.ExtractToFile(Path.Combine(@"D:\radio\import", entry.FullName), true);
        return RedirectToAction("Index");
    }

    // [Good CWE-22] an archive's entries by their names alone
    [System.Web.Mvc.HttpPost]
    public ActionResult ImportFlat(HttpPostedFileBase archive)
    {
        using (var zip = new ZipArchive(archive.InputStream))
            foreach (var entry in zip.Entries)
                if (entry.Name.Length > 0)
                    entry.ExtractToFile(Path.Combine(@"D:\radio\import", entry.Name), true);
        return RedirectToAction("Index");
    }

    // [Bad CWE-22] canonical, but compared with nothing
    public ActionResult Full(string name)
    {
        var full = Path.GetFullPath(Path.Combine(@"D:\radio\episodes", name));
        if (!System.IO.File.Exists(full))
            return HttpNotFound();
        return File(full, "audio/mpeg");
    }

    // [Bad CWE-22] two dots are looked for, another root is not
    public ActionResult Dots(string name)
    {
        if (name.Contains(".."))
            return HttpNotFound();
        return File(Path.Combine(@"D:\radio\episodes", name), "audio/mpeg");
    }

    // [Good CWE-22] two dots and separators are refused
    public ActionResult NoDots(string name)
    {
        if (name.Contains("..") || name.Contains("/") || name.Contains("\\") || name.Contains(":"))
            return HttpNotFound();
        return File(Path.Combine(@"D:\radio\episodes", name), "audio/mpeg");
    }
}

public interface IEpisodeStore { Stream Open(string name); }

public class StreamsController : ApiController
{
    // [Bad CWE-22] Web API 2: the name of the disposition of a part
    public async Task<IHttpActionResult> Put()
    {
        var disposition = Request.Content.Headers.ContentDisposition;
        var path = @"D:\radio\streams\" + disposition.FileName.Trim('"');
        File.WriteAllBytes(path, await Request.Content.ReadAsByteArrayAsync());
        return Ok();
    }

    // [Good CWE-22] Web API 2: a GUID that is parsed
    public async Task<IHttpActionResult> PutKnown(string key)
    {
        Guid id;
        if (!Guid.TryParse(key, out id))
            return BadRequest();
        File.WriteAllBytes(@"D:\radio\streams\" + id + ".bin", await Request.Content.ReadAsByteArrayAsync());
        return Ok();
    }
}
