// Parts of applications that ask directories and documents.
using System.DirectoryServices;
using System.DirectoryServices.Protocols;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using System.Xml.XPath;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.LdapXPathXml.Applications;

// [Bad CWE-90] a directory service behind an interface
public interface IDirectory { bool Exists(string user); }

// [same case]
public class ActiveDirectory(IConfiguration configuration) : IDirectory
{
    const string Filter = "(&(objectCategory=person)(sAMAccountName={0}))";

    public bool Exists(string user)
    {
        using var root = new DirectoryEntry(configuration["Ldap:Path"]);
        using var searcher = new DirectorySearcher(root, string.Format(Filter, user));
        return searcher.FindOne() != null;
    }
}

// [same case]
public class AccountsController(IDirectory directory) : ControllerBase
{
    [HttpGet("/accounts/{user}")]
    public IActionResult Get(string user) => directory.Exists(user) ? Ok() : NotFound();
}

// [Good CWE-90] a directory service that checks the name
public partial class CheckedDirectory(IConfiguration configuration)
{
    static readonly Regex s_name = new(@"\A[a-z][a-z0-9]{2,19}\z");

    public bool Exists(string user)
    {
        if (!s_name.IsMatch(user))
            return false;
        using var root = new DirectoryEntry(configuration["Ldap:Path"]);
        using var searcher = new DirectorySearcher(root, "(sAMAccountName=" + user + ")");
        return searcher.FindOne() != null;
    }
}

// [same case]
public class CheckedAccountsController(CheckedDirectory directory) : ControllerBase
{
    [HttpGet("/checked-accounts/{user}")]
    public IActionResult Get(string user) => directory.Exists(user) ? Ok() : NotFound();
}

// [Bad CWE-90] the protocol's request
public class ProtocolController : ControllerBase
{
    [HttpGet("/people")]
    public object Get([FromQuery] string department, [FromQuery] string name)
    {
        using var connection = new LdapConnection("dc.example.org");
        var request = new SearchRequest($"ou={department},dc=example,dc=org", "(cn=" + name + "*)", System.DirectoryServices.Protocols.SearchScope.Subtree, "mail");
        return connection.SendRequest(request);
    }
}

// [Good CWE-90] the protocol's request with encoded parts
public class ProtocolGoodController : ControllerBase
{
    [HttpGet("/people-good")]
    public object Get([FromQuery] string name)
    {
        using var connection = new LdapConnection("dc.example.org");
        var filter = "(cn=" + Microsoft.Security.Application.Encoder.LdapFilterEncode(name) + ")";
        return connection.SendRequest(new SearchRequest("dc=example,dc=org", filter, System.DirectoryServices.Protocols.SearchScope.Subtree, "mail"));
    }
}

// [Bad CWE-643] a settings store on an XML document
public class SettingsStore
{
    readonly XmlDocument _document = new() { XmlResolver = null };

    public SettingsStore() => _document.Load("settings.xml");

    public string? this[string key] => _document.SelectSingleNode($"/settings/add[@key='{key}']/@value")?.Value;
}

// [same case]
public class SettingsController(SettingsStore store) : ControllerBase
{
    [HttpGet("/settings/{key}")]
    public string? Get(string key) => store[key];
}

// [Good CWE-643] a settings store that compares
public class SafeSettingsStore
{
    readonly XDocument _document = XDocument.Load("settings.xml");

    public string? this[string key] => _document.Root!.Elements("add").FirstOrDefault(each => each.Attribute("key")?.Value == key)?.Attribute("value")?.Value;
}

// [same case]
public class SafeSettingsController(SafeSettingsStore store) : ControllerBase
{
    [HttpGet("/safe-settings/{key}")]
    public string? Get(string key) => store[key];
}

// [Bad CWE-91] a SOAP envelope by interpolation
public class SoapClient(HttpClient http)
{
    public async Task<string> AddAsync(string customer)
    {
        var envelope = XDocument.Parse($"<Envelope><Body><Add><Customer>{customer}</Customer></Add></Body></Envelope>");
        using var content = new StringContent(envelope.ToString());
        var response = await http.PostAsync("https://soap.example.org/", content);
        return await response.Content.ReadAsStringAsync();
    }
}

// [same case]
public class CustomerController(SoapClient client) : ControllerBase
{
    [HttpPost("/customers")]
    public Task<string> Post([FromBody] string customer) => client.AddAsync(customer);
}

// [Good CWE-91] a SOAP envelope of elements
public class SafeSoapClient(HttpClient http)
{
    public async Task<string> AddAsync(string customer)
    {
        var envelope = new XDocument(new XElement("Envelope", new XElement("Body", new XElement("Add", new XElement("Customer", customer)))));
        using var content = new StringContent(envelope.ToString());
        var response = await http.PostAsync("https://soap.example.org/", content);
        return await response.Content.ReadAsStringAsync();
    }
}

// [same case]
public class SafeCustomerController(SafeSoapClient client) : ControllerBase
{
    [HttpPost("/safe-customers")]
    public Task<string> Post([FromBody] string customer) => client.AddAsync(customer);
}
