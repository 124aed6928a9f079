// XML in the .NET Framework.
using System.IO;
using System.Web;
using System.Web.Mvc;
using System.Xml;

namespace Corpus.Xxe.OldWebReviews;

// [Bad CWE-611] a document resolves what it names
public class SoapHandler : IHttpHandler
{
    public bool IsReusable => true;

    public void ProcessRequest(HttpContext context)
    {
        var document = new XmlDocument();
        document.XmlResolver = new XmlUrlResolver();
        document.Load(context.Request.InputStream);
        context.Response.Write(HttpUtility.HtmlEncode(document.InnerText));
    }
}

// [Good CWE-611] a document resolves nothing
public class SafeSoapHandler : IHttpHandler
{
    public bool IsReusable => true;

    public void ProcessRequest(HttpContext context)
    {
        var document = new XmlDocument { XmlResolver = null };
        document.Load(context.Request.InputStream);
        context.Response.Write(HttpUtility.HtmlEncode(document.InnerText));
    }
}

// [Bad CWE-611] declarations are allowed, by the old property
public class FeedController : Controller
{
    [HttpPost, ValidateAntiForgeryToken]
    public ActionResult Read(string xml)
    {
#pragma warning disable CS0618
        var settings = new XmlReaderSettings { ProhibitDtd = false, XmlResolver = new XmlUrlResolver() };
#pragma warning restore
        using (var reader = XmlReader.Create(new StringReader(xml), settings))
            while (reader.Read()) { }
        return RedirectToAction("Index");
    }
}

// [Good CWE-611] declarations are not allowed
public class SafeFeedController : Controller
{
    [HttpPost, ValidateAntiForgeryToken]
    public ActionResult Read(string xml)
    {
        using (var reader = XmlReader.Create(new StringReader(xml), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit }))
            while (reader.Read()) { }
        return RedirectToAction("Index");
    }
}
