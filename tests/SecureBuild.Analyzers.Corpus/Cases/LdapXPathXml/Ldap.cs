using System.DirectoryServices;
using System.DirectoryServices.Protocols;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Encoder = Microsoft.Security.Application.Encoder;
using SearchScope = System.DirectoryServices.Protocols.SearchScope;

namespace Staff;

public class DirectoryController : ControllerBase
{
    // [Bad CWE-90] the name in the filter
    public IActionResult Find(string user)
    {
        using var searcher = new DirectorySearcher("(&(objectClass=user)(sAMAccountName=" + user + "))");
        return Ok(searcher.FindOne()?.Path);
    }

    // [Good CWE-90] the name in the filter, encoded for it
    public IActionResult FindEncoded(string user)
    {
        using var searcher = new DirectorySearcher("(&(objectClass=user)(sAMAccountName=" + Encoder.LdapFilterEncode(user) + "))");
        return Ok(searcher.FindOne()?.Path);
    }

    // [Bad CWE-90] the property Filter
    public IActionResult FindByMail(string mail)
    {
        using var searcher = new DirectorySearcher(new DirectoryEntry("LDAP://dc=example,dc=com"));
        searcher.Filter = $"(mail={mail})";
        return Ok(searcher.FindAll().Count);
    }

    // [Good CWE-90] the filter is a constant, the answer is compared
    public IActionResult CountAll(string mail)
    {
        using var searcher = new DirectorySearcher(new DirectoryEntry("LDAP://dc=example,dc=com"));
        searcher.Filter = "(objectClass=user)";
        return Ok(searcher.FindAll().Count + mail.Length);
    }

    // [Bad CWE-90] the path of the entry
    public IActionResult Entry(string unit)
    {
        using var entry = new DirectoryEntry("LDAP://ou=" + unit + ",dc=example,dc=com");
        return Ok(entry.Path);
    }

    // [Good CWE-90] the path of the entry, one of two
    public IActionResult KnownEntry(string unit)
    {
        if (unit is not ("sales" or "it"))
            return NotFound();
        using var entry = new DirectoryEntry("LDAP://ou=" + unit + ",dc=example,dc=com");
        return Ok(entry.Path);
    }

    // [Bad CWE-90] a search request
    public IActionResult Search(string name)
    {
        using var connection = new LdapConnection("dc1.example.com");
        var request = new SearchRequest("ou=people,dc=example,dc=com", "(cn=*" + name + "*)", SearchScope.Subtree, "cn");
        return Ok(connection.SendRequest(request));
    }

    // [Good CWE-90] a search request, the name escaped by hand as RFC 4515 says
    public IActionResult SearchEscaped(string name)
    {
        using var connection = new LdapConnection("dc1.example.com");
        var request = new SearchRequest("ou=people,dc=example,dc=com", "(cn=*" + Escape(name) + "*)", SearchScope.Subtree, "cn");
        return Ok(connection.SendRequest(request));
    }

    static string Escape(string text)
    {
        var result = new StringBuilder();
        foreach (var character in text)
        {
            result.Append(character switch
            {
                '\\' => "\\5c",
                '*' => "\\2a",
                '(' => "\\28",
                ')' => "\\29",
                '\0' => "\\00",
                _ => character.ToString(),
            });
        }
        return result.ToString();
    }

    // [Bad CWE-90] the distinguished name
    public IActionResult Unit(string unit)
    {
        var request = new SearchRequest { DistinguishedName = "ou=" + unit + ",dc=example,dc=com", Filter = "(objectClass=*)" };
        using var connection = new LdapConnection("dc1.example.com");
        return Ok(connection.SendRequest(request));
    }

    // [Good CWE-90] the employee's number
    public IActionResult Number(int number)
    {
        using var searcher = new DirectorySearcher($"(employeeNumber={number})");
        return Ok(searcher.FindOne()?.Path);
    }

    // [Good CWE-90] letters and digits only
    public IActionResult Checked(string user)
    {
        if (user.Any(character => !char.IsAsciiLetterOrDigit(character)))
            return BadRequest();
        using var searcher = new DirectorySearcher($"(uid={user})");
        return Ok(searcher.FindOne()?.Path);
    }

    // [Bad CWE-90] HTML encoding is the wrong one
    public IActionResult WrongEncoder(string user)
    {
        using var searcher = new DirectorySearcher($"(uid={System.Net.WebUtility.HtmlEncode(user)})");
        return Ok(searcher.FindOne()?.Path);
    }

    // [Bad CWE-90] Novell's library
    public async Task<IActionResult> Novell(string user, [FromServices] Novell.Directory.Ldap.LdapConnection connection)
    {
        var filter = string.Format("(uid={0})", user);
        return Ok(await connection.SearchAsync("dc=example,dc=com", 2, filter, null!, false));
    }
}

// [Bad CWE-90] a service builds the filter
public class LoginController(LoginController.Users users) : ControllerBase
{
    public IActionResult Login([FromForm] string name, [FromForm] string password) => users.Exists(name) ? Ok() : Unauthorized();

    public class Users
    {
        public bool Exists(string name)
        {
            var filter = Filter("uid", name);
            using var searcher = new DirectorySearcher(filter);
            return searcher.FindOne() != null;
        }

        static string Filter(string attribute, string value) => $"({attribute}={value})";
    }
}

// [Good CWE-90] the service encodes
public class LoginControllerSafe(LoginControllerSafe.Users users) : ControllerBase
{
    public IActionResult Login([FromForm] string name, [FromForm] string password) => users.Exists(name) ? Ok() : Unauthorized();

    public class Users
    {
        public bool Exists(string name)
        {
            using var searcher = new DirectorySearcher(Filter("uid", name));
            return searcher.FindOne() != null;
        }

        static string Filter(string attribute, string value) => $"({attribute}={Encoder.LdapFilterEncode(value)})";
    }
}
