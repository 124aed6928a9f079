using Verify = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Injection.SB1010XmlInjection>;

namespace SecureBuild.Analyzers.Tests.Injection;

public sealed class SB1010XmlInjectionTests
{
    [Fact]
    public Task Markup_with_text_of_a_client_is_reported() => Verify.AnalyzerAsync("""
        using System.Security;
        using System.Xml;
        using System.Xml.Linq;
        public class OrdersController : Controller
        {
            public void Outer(XmlDocumentFragment order, string item) => order.InnerXml = [|$"<item>{item}</item>"|];
            public void Start(string item)
            {
                using var writer = XmlWriter.Create("orders.xml");
                writer.WriteRaw([|Element(item)|]);
            }
            static string Element(string item) => string.Format("<item>{0}</item>", item);
            public void Inner(XmlElement order, string item) => order.InnerXml = [|"<item>" + item + "</item>"|];
            public void Raw(string item)
            {
                using var writer = XmlWriter.Create("orders.xml");
                writer.WriteRaw([|"<item>" + item + "</item>"|]);
            }
        }
        """, FlowSetup.Web);

    [Fact]
    public Task Escaped_text_is_not_reported() => Verify.AnalyzerAsync("""
        using System.Security;
        using System.Xml;
        using System.Xml.Linq;
        public class OrdersController : Controller
        {
            public object Element(string item) => new XElement("order", new XElement("item", item));
            public object Escaped(string item) => XDocument.Parse("<order>" + SecurityElement.Escape(item) + "</order>");
            public void Inner(string item)
            {
                var document = new XmlDocument();
                document.AppendChild(document.CreateElement("item")).InnerText = item;
            }
            public void Written(string item)
            {
                using var writer = XmlWriter.Create("orders.xml");
                writer.WriteElementString("item", item);
            }
            public object Number(int id) => XDocument.Parse($"<order>{id}</order>");
        }
        """, FlowSetup.Web);
}
