// XML that a town's permit office receives.
using System.Data;
using System.Web;
using System.Web.Services;
using System.Xml;

namespace Corpus.Xxe.Counters
{
    // [Bad CWE-611] the class for reading forms keeps a resolver
    public class FormReader
    {
        private readonly XmlDocument _doc = new XmlDocument();

        public FormReader()
        {
            _doc.XmlResolver = new XmlUrlResolver();
        }

        public string Title(string xml)
        {
            _doc.LoadXml(xml);
            return _doc.DocumentElement.GetAttribute("title");
        }
    }

    // [same case]
    public class FormHandler : IHttpHandler
    {
        public bool IsReusable { get { return false; } }

        public void ProcessRequest(HttpContext context)
        {
            string xml = new StreamReader(context.Request.InputStream).ReadToEnd();
            context.Response.ContentType = "text/plain";
            context.Response.Write(HttpUtility.HtmlEncode(new FormReader().Title(xml)));
        }
    }

    // [Good CWE-611] the resolver is null and declarations are refused
    public class SafeFormHandler : IHttpHandler
    {
        public bool IsReusable { get { return false; } }

        public void ProcessRequest(HttpContext context)
        {
            XmlReaderSettings settings = new XmlReaderSettings();
            settings.DtdProcessing = DtdProcessing.Prohibit;
            settings.XmlResolver = null;
            XmlDocument doc = new XmlDocument();
            doc.XmlResolver = null;
            using (XmlReader reader = XmlReader.Create(context.Request.InputStream, settings))
                doc.Load(reader);
            context.Response.ContentType = "text/plain";
            context.Response.Write(HttpUtility.HtmlEncode(doc.DocumentElement.GetAttribute("title")));
        }
    }
}
