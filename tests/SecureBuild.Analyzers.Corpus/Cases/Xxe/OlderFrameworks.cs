using System.Data;
using System.ServiceModel;
using System.Web;
using System.Web.Http;
using System.Web.Mvc;
using System.Web.Services;
using System.Web.UI;
using System.Web.UI.WebControls;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using System.Xml.Serialization;

namespace Customs.Forms;

public class FormPage : Page
{
    protected FileUpload upload;
    protected TextBox txtXml;

    // [Bad CWE-611] a document with a resolver reads what was uploaded
    protected void Load_Click(object sender, EventArgs e)
    {
        var document = new XmlDocument();
        document.XmlResolver = new XmlUrlResolver();
        document.Load(upload.PostedFile.InputStream);
    }

    // [Good CWE-611] a document without a resolver
    protected void LoadSafe_Click(object sender, EventArgs e)
    {
        var document = new XmlDocument { XmlResolver = null };
        document.Load(upload.PostedFile.InputStream);
    }

    // [Bad CWE-611] a text reader that parses DTDs, with a resolver
    protected void Read_Click(object sender, EventArgs e)
    {
        var reader = new XmlTextReader(new StringReader(txtXml.Text));
        reader.DtdProcessing = DtdProcessing.Parse;
        reader.XmlResolver = new XmlUrlResolver();
        while (reader.Read())
        {
        }
    }

    // [Good CWE-611] a text reader that prohibits DTDs
    protected void ReadSafe_Click(object sender, EventArgs e)
    {
        var reader = new XmlTextReader(new StringReader(txtXml.Text)) { DtdProcessing = DtdProcessing.Prohibit };
        while (reader.Read())
        {
        }
    }
}

// [Bad CWE-611] a web service with settings that allow DTDs
public class DeclarationService : WebService
{
    [WebMethod]
    public int Count(string xml)
    {
        var settings = new XmlReaderSettings();
        settings.DtdProcessing = DtdProcessing.Parse;
        settings.XmlResolver = new XmlUrlResolver();
        settings.MaxCharactersFromEntities = 0;
        using (var reader = XmlReader.Create(new StringReader(xml), settings))
            return XDocument.Load(reader).Descendants("item").Count();
    }
}

// [Good CWE-611] a web service with the defaults of the reader
public class DeclarationServiceSafe : WebService
{
    [WebMethod]
    public int Count(string xml)
    {
        using (var reader = XmlReader.Create(new StringReader(xml), new XmlReaderSettings()))
            return XDocument.Load(reader).Descendants("item").Count();
    }
}

// [Bad CWE-611] settings of a helper that is used for requests
public static class Readers
{
    public static XmlReader Open(Stream stream)
    {
        return XmlReader.Create(stream, Settings());
    }

    private static XmlReaderSettings Settings()
    {
        return new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse, XmlResolver = new XmlUrlResolver(), ValidationType = ValidationType.DTD };
    }
}

// [Good CWE-611] settings of a helper that ignore DTDs
public static class SafeReaders
{
    public static XmlReader Open(Stream stream)
    {
        return XmlReader.Create(stream, Settings());
    }

    private static XmlReaderSettings Settings()
    {
        return new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null };
    }
}

public class UploadController : Controller
{
    [System.Web.Mvc.HttpPost]
    public ActionResult Import(HttpPostedFileBase file)
    {
        var set = new DataSet();
        set.ReadXml(Readers.Open(file.InputStream));
        return View(set.Tables.Count);
    }

    // [Good CWE-611] LINQ to XML reads text without DTDs' files
    [System.Web.Mvc.HttpPost]
    public ActionResult Parse(string xml)
    {
        return View(XDocument.Parse(xml).Root.Name.LocalName);
    }
}

// [Bad CWE-776] an API expands what the document's entities say, without a limit
public class MessagesController : ApiController
{
    public async Task<IHttpActionResult> Post()
    {
        var stream = await Request.Content.ReadAsStreamAsync();
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse, XmlResolver = null, MaxCharactersFromEntities = long.MaxValue };
        using (var reader = XmlReader.Create(stream, settings))
            while (reader.Read())
            {
            }
        return Ok();
    }
}
