// Directory and XML of a modern team's product.
using System.DirectoryServices.Protocols;
using System.Xml.Linq;
using System.Xml.XPath;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.LdapXPathXml.Canals;

// [Bad CWE-90] a filter type with an operator
public readonly record struct LdapFilter(string Text)
{
    public static LdapFilter Is(string attribute, string value) => new($"({attribute}={value})");

    public static LdapFilter operator &(LdapFilter left, LdapFilter right) => new($"(&{left.Text}{right.Text})");
}

// [same case]
public sealed class PeopleDirectory(LdapConnection connection)
{
    public DirectoryResponse Find(LdapFilter filter) =>
        connection.SendRequest(new SearchRequest("ou=people,dc=canals,dc=example", filter.Text, SearchScope.Subtree, "cn", "mail"));
}

// [same case]
public static class PeopleEndpoints
{
    public static void MapPeople(this WebApplication app) => app.MapGet("/people", (string mail, PeopleDirectory directory) =>
        directory.Find(LdapFilter.Is("objectClass", "person") & LdapFilter.Is("mail", mail)));
}

// [Good CWE-90] the filter type escapes its values
public readonly record struct SafeFilter
{
    SafeFilter(string text) => Text = text;

    public string Text { get; }

    public static SafeFilter Is(string attribute, string value) =>
        new($"({attribute}={string.Concat(value.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter.ToString() : $"\\{(int)letter:x2}"))})");
}

// [same case]
public sealed class StaffDirectory(LdapConnection connection)
{
    public DirectoryResponse Find(SafeFilter filter) =>
        connection.SendRequest(new SearchRequest("ou=staff,dc=canals,dc=example", filter.Text, SearchScope.Subtree, "cn"));
}

// [same case]
public static class StaffEndpoints
{
    public static void MapStaff(this WebApplication app) => app.MapGet("/staff", (string uid, StaffDirectory directory) => directory.Find(SafeFilter.Is("uid", uid)));
}

// [Bad CWE-643] the path is built by string interpolation in a local function
public static class CatalogEndpoints
{
    public static void MapCatalog(this WebApplication app, XDocument catalog) => app.MapGet("/catalog/{category}", (string category, string? author) =>
    {
        return catalog.XPathSelectElements(PathFor(category, author)).Select(element => (string?)element.Attribute("title"));

        static string PathFor(string category, string? author) =>
            author is null ? $"/catalog/{XName.Get(category)}" : $"/catalog/book[@category='{category}' and author='{author}']";
    });
}

// [Good CWE-643] LINQ to XML compares
public static class BookEndpoints
{
    public static void MapBooks(this WebApplication app, XDocument catalog) => app.MapGet("/books", (string author) =>
        from book in catalog.Root!.Elements("book")
        where (string?)book.Element("author") == author
        select (string?)book.Attribute("title"));
}
