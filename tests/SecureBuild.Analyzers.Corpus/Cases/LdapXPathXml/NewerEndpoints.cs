using System.DirectoryServices.Protocols;
using System.Xml;
using System.Xml.Linq;
using System.Xml.XPath;
using Grpc.Core;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.SignalR;

namespace Campus;

public class PersonRequest { public string Login { get; set; } = ""; }
public class PersonReply { public bool Found { get; set; } }

public static class Persons
{
    [BindServiceMethod(typeof(Persons), "BindService")]
    public abstract class PersonsBase
    {
        public virtual Task<PersonReply> Find(PersonRequest request, ServerCallContext context) => throw new RpcException(new Status(StatusCode.Unknown, ""));
    }
}

// [Bad CWE-90] gRPC: a login in a search request
public class PersonsService(LdapConnection ldap) : Persons.PersonsBase
{
    public override Task<PersonReply> Find(PersonRequest request, ServerCallContext context)
    {
        var search = new SearchRequest("ou=people,dc=campus,dc=example", $"(uid={request.Login})", SearchScope.Subtree, "cn");
        return Task.FromResult(new PersonReply { Found = ldap.SendRequest(search) is SearchResponse });
    }
}

// [Good CWE-90] gRPC: a login of letters and digits in a search request
public class CheckedPersonsService(LdapConnection ldap) : Persons.PersonsBase
{
    public override Task<PersonReply> Find(PersonRequest request, ServerCallContext context)
    {
        foreach (var letter in request.Login)
            if (!char.IsAsciiLetterOrDigit(letter))
                throw new RpcException(new Status(StatusCode.InvalidArgument, "login"));
        var search = new SearchRequest("ou=people,dc=campus,dc=example", $"(uid={request.Login})", SearchScope.Subtree, "cn");
        return Task.FromResult(new PersonReply { Found = ldap.SendRequest(search) is SearchResponse });
    }
}

// [Bad CWE-643] SignalR: an expression over a document
public class TimetableHub : Hub
{
    static readonly XDocument Timetable = XDocument.Load("timetable.xml");

    public int Count(string room) => Timetable.XPathSelectElements("//lesson[@room='" + room + "']").Count();
}

// [Good CWE-643] SignalR: attributes are compared
public class SafeTimetableHub : Hub
{
    static readonly XDocument Timetable = XDocument.Load("timetable.xml");

    public int Count(string room) => Timetable.Descendants("lesson").Count(lesson => (string?)lesson.Attribute("room") == room);
}

public class GradeModel : PageModel
{
    [BindProperty(SupportsGet = true)] public string Student { get; set; } = "";
    [BindProperty(SupportsGet = true)] public int Number { get; set; }

    // [Bad CWE-643] Razor Pages: a bound name in an expression
    public void OnGet()
    {
        var document = new XmlDocument { XmlResolver = null };
        document.Load("grades.xml");
        ViewData["grade"] = document.SelectSingleNode($"/grades/grade[@student=\"{Student}\"]")?.InnerText;
    }

    // [Good CWE-643] Razor Pages: a bound number in an expression
    public void OnGetNumber()
    {
        var document = new XmlDocument { XmlResolver = null };
        document.Load("grades.xml");
        ViewData["grade"] = document.SelectSingleNode($"/grades/grade[@number=\"{Number}\"]")?.InnerText;
    }
}

public static class CampusEndpoints
{
    // [Bad CWE-90] a minimal API: a filter's text
    public static void MapMail(this WebApplication app) =>
        app.MapGet("/mail/{name}", (string name, LdapConnection ldap) =>
        {
            var search = new SearchRequest { DistinguishedName = "dc=campus,dc=example", Filter = "(&(objectClass=person)(mail=" + name + "@campus.example))" };
            return ldap.SendRequest(search) is SearchResponse;
        });

    // [Bad CWE-91] a minimal API: raw XML from a form's values
    public static void MapExport(this WebApplication app) =>
        app.MapPost("/export", ([FromForm] string title) =>
        {
            using var writer = XmlWriter.Create("export.xml");
            writer.WriteStartElement("export");
            writer.WriteRaw("<title>" + title + "</title>");
            writer.WriteEndElement();
        });

    // [Good CWE-91] a minimal API: an element's text from a form's values
    public static void MapExportSafe(this WebApplication app) =>
        app.MapPost("/export2", ([FromForm] string title) =>
        {
            using var writer = XmlWriter.Create("export.xml");
            writer.WriteStartElement("export");
            writer.WriteElementString("title", title);
            writer.WriteEndElement();
        });
}
