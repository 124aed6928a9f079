using Verify = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Injection.SB1009XPathInjection>;

namespace SecureBuild.Analyzers.Tests.Injection;

public sealed class SB1009XPathInjectionTests
{
    [Fact]
    public Task Expressions_with_text_of_a_client_are_reported() => Verify.AnalyzerAsync("""
        using System.Xml;
        using System.Xml.Linq;
        using System.Xml.XPath;
        public class UsersController(XmlDocument document, XPathNavigator navigator) : Controller
        {
            public object One(string name) => document.SelectSingleNode([|"//user[@name='" + name + "']"|]);
            public object Many(string name) => document.SelectNodes([|$"//user[@name='{name}']"|]);
            public object Navigate(string name) => navigator.Select([|$"//user[@name='{name}']"|]);
            public object Compiled(string name) => XPathExpression.Compile([|"//user[@name='" + name + "']"|]);
            public object Linq(string name, XDocument other) => new XElement("a").XPathSelectElement([|"user[@name='" + name + "']"|]);
        }
        """, FlowSetup.Web);

    [Fact]
    public Task Comparisons_and_numbers_are_not_reported() => Verify.AnalyzerAsync("""
        using System.Xml;
        using System.Xml.Linq;
        using System.Xml.XPath;
        public class UsersController(XmlDocument document, XElement root) : Controller
        {
            public object Linq(string name) => root.Elements("user").FirstOrDefault(user => (string)user.Attribute("name") == name);
            public object Number(int id) => document.SelectSingleNode($"//user[@id='{id}']");
            public object Constant() => document.SelectNodes("//user");
            public object Checked(string name) => name is "anna" or "bert" ? document.SelectSingleNode($"//user[@name='{name}']") : null;
        }
        """, FlowSetup.Web);
}
