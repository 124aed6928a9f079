using Verify = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Injection.SB1023ExternalEntitiesInUntrustedXml>;

namespace SecureBuild.Analyzers.Tests.Injection;

public sealed class SB1023ExternalEntitiesInUntrustedXmlTests
{
    [Fact(Skip = "No model names a sink of this kind yet.")]
    public Task Documents_of_a_client_read_with_entities_are_reported() => Verify.AnalyzerAsync("""
        using System.Xml;
        public class ImportController : Controller
        {
            public void Document(string xml)
            {
                var document = new XmlDocument { XmlResolver = new XmlUrlResolver() };
                document.LoadXml([|xml|]);
            }
            public void Body()
            {
                var document = new XmlDocument();
                document.XmlResolver = new XmlUrlResolver();
                document.Load([|Request.Body|]);
            }
            public void Upload(IFormFile file)
            {
                var document = new XmlDocument { XmlResolver = new XmlUrlResolver() };
                document.Load([|file.OpenReadStream()|]);
            }
            public void Reader(string xml)
            {
                var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse, XmlResolver = new XmlUrlResolver() };
                using var reader = XmlReader.Create([|new StringReader(xml)|], settings);
            }
        }
        """, FlowSetup.Web);

    [Fact]
    public Task Safe_parsers_and_own_documents_are_not_reported() => Verify.AnalyzerAsync("""
        using System.Xml;
        public class ImportController : Controller
        {
            public void Document(string xml)
            {
                var document = new XmlDocument { XmlResolver = null };
                document.LoadXml(xml);
            }
            public void Default(string xml) => new XmlDocument().LoadXml(xml);
            public void Reader(string xml)
            {
                var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit };
                using var reader = XmlReader.Create(new StringReader(xml), settings);
            }
            public void Own()
            {
                var document = new XmlDocument { XmlResolver = new XmlUrlResolver() };
                document.Load("settings.xml");
            }
        }
        """, FlowSetup.Web);
}
