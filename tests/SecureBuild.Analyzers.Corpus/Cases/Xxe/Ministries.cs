using System;
using System.IO;
using System.Web;
using System.Web.Http;
using System.Web.Services;
using System.Xml;
using System.Xml.Schema;
using System.Xml.Xsl;

namespace Ministry.Exchange.Xml
{
    public static class XmlManager
    {
        // [Bad CWE-611] a DTD of the sender's may name our files
        public static XmlDocument Parse(Stream stream)
        {
            var settings = new XmlReaderSettings();
            settings.DtdProcessing = DtdProcessing.Parse;
            settings.XmlResolver = new XmlUrlResolver { Credentials = System.Net.CredentialCache.DefaultCredentials };
            using (XmlReader reader = XmlReader.Create(stream, settings))
            {
                var document = new XmlDocument();
                document.Load(reader);
                return document;
            }
        }

        // [Good CWE-611] no DTD
        public static XmlDocument ParseStrictly(Stream stream)
        {
            var settings = new XmlReaderSettings();
            settings.DtdProcessing = DtdProcessing.Prohibit;
            settings.XmlResolver = null;
            using (XmlReader reader = XmlReader.Create(stream, settings))
            {
                var document = new XmlDocument { XmlResolver = null };
                document.Load(reader);
                return document;
            }
        }
    }

    public class ExchangeService : WebService
    {
        // [Bad CWE-611] the reader of old resolves entities
        [WebMethod]
        public string Import(string xml)
        {
            var reader = new XmlTextReader(new StringReader(xml));
            reader.DtdProcessing = DtdProcessing.Parse;
            reader.XmlResolver = new XmlUrlResolver();
            reader.MoveToContent();
            return reader.ReadInnerXml();
        }

        // [Good CWE-611] the reader of old, told not to
        [WebMethod]
        public string Count(string xml)
        {
            var reader = new XmlTextReader(new StringReader(xml));
            reader.DtdProcessing = DtdProcessing.Prohibit;
            reader.XmlResolver = null;
            reader.MoveToContent();
            return reader.AttributeCount.ToString();
        }
    }
}
