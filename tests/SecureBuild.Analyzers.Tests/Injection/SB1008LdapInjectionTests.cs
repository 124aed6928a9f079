using Verify = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Injection.SB1008LdapInjection>;

namespace SecureBuild.Analyzers.Tests.Injection;

public sealed class SB1008LdapInjectionTests
{
    [Fact]
    public Task Filters_with_text_of_a_client_are_reported() => Verify.AnalyzerAsync("""
        using System.DirectoryServices;
        using System.DirectoryServices.Protocols;
        using System.Text.RegularExpressions;
        using Microsoft.Security.Application;
        public class UsersController(DirectoryEntry root) : Controller
        {
            public object Filter(string name)
            {
                using var searcher = new DirectorySearcher(root);
                searcher.Filter = [|"(uid=" + name + ")"|];
                return searcher.FindOne();
            }
            public object Constructor(string name) => new DirectorySearcher(root, [|$"(&(objectClass=user)(uid={name}))"|]).FindOne();
            public object Request_(string name) => new SearchRequest("dc=example", [|$"(cn={name})"|], System.DirectoryServices.Protocols.SearchScope.Subtree);
            public object Name(string unit) => new DirectoryEntry([|$"LDAP://ou={unit},dc=example"|]);
        }
        """, FlowSetup.Web);

    [Fact]
    public Task Encoded_and_checked_names_are_not_reported() => Verify.AnalyzerAsync("""
        using System.DirectoryServices;
        using System.DirectoryServices.Protocols;
        using System.Text.RegularExpressions;
        using Microsoft.Security.Application;
        public class UsersController(DirectoryEntry root) : Controller
        {
            public object Encoded(string name) => new DirectorySearcher(root, $"(uid={Encoder.LdapFilterEncode(name)})").FindOne();
            public object Checked(string name)
            {
                if (!Regex.IsMatch(name, "^[a-z0-9]{1,20}$"))
                    return null;
                return new DirectorySearcher(root, $"(uid={name})").FindOne();
            }
            public object Number(int id) => new DirectorySearcher(root, $"(uidNumber={id})").FindOne();
            public object Constant() => new DirectorySearcher(root, "(objectClass=user)").FindAll();
        }
        """, FlowSetup.Web);

    [Fact]
    public Task A_filter_is_safe_without_stars_and_parentheses() => Verify.AnalyzerAsync("""
        using System.DirectoryServices;
        using System.Text;
        public class UsersController(DirectoryEntry root) : Controller
        {
            public object Replaced(string name) => new DirectorySearcher(root, "(uid=" + name.Replace("*", "\\2a").Replace("(", "\\28").Replace(")", "\\29") + ")").FindOne();
            public object Escaped(string name) => new DirectorySearcher(root, "(uid=" + Escape(name) + ")").FindOne();
            public object Stars(string name) => new DirectorySearcher(root, [|"(uid=" + name.Replace("*", "") + ")"|]).FindOne();
            static string Escape(string value)
            {
                var text = new StringBuilder();
                foreach (var c in value)
                    switch (c)
                    {
                        case '*': text.Append("\\2a"); break;
                        case '(': text.Append("\\28"); break;
                        case ')': text.Append("\\29"); break;
                        default: text.Append(c); break;
                    }
                return text.ToString();
            }
        }
        """, FlowSetup.Web);
}
