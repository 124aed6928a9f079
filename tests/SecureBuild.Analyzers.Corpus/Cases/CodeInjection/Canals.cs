// Rules, templates and plug-ins of a modern team's product.
using System.Linq.Dynamic.Core;
using Jint;
using Microsoft.AspNetCore.Mvc;
using Scriban;

namespace Corpus.CodeInjection.Canals;

public sealed record Order(int Id, decimal Total);

// [Bad CWE-94] the filter of the query string is an expression
public static class OrderEndpoints
{
    public static void MapOrders(this WebApplication app, IQueryable<Order> orders) => app.MapGet("/orders", (string? filter) =>
        filter is { Length: > 0 } text ? orders.Where(text).Take(50).ToList() : orders.Take(50).ToList());
}

// [Good CWE-94] the filter is a constant expression, the value an argument
public static class TotalEndpoints
{
    public static void MapTotals(this WebApplication app, IQueryable<Order> orders) => app.MapGet("/totals", (decimal min) =>
        orders.Where("Total >= @0", min).Take(50).ToList());
}

// [Bad CWE-1336] the template comes in the body, the model from the server
public sealed record MailTemplate(string Subject, string Body);

// [same case]
public interface ITemplateRenderer { string Render(MailTemplate template, object model); }

// [same case]
public sealed class ScribanRenderer : ITemplateRenderer
{
    public string Render(MailTemplate template, object model)
    {
        var parsed = Template.Parse(template.Body);
        return parsed.Render(model);
    }
}

// [same case]
public static class TemplateEndpoints
{
    public static void MapTemplates(this WebApplication app) =>
        app.MapPost("/templates/try", (MailTemplate template, ITemplateRenderer renderer) => renderer.Render(template, new { Name = "Ann", Environment.MachineName }));
}

// [Good CWE-1336] the template is the server's, the body is the model
public static class LetterEndpoints
{
    const string Letter = "Dear {{ name }}, thank you for {{ what }}.";

    public static void MapLetters(this WebApplication app) => app.MapPost("/letters", (string name, string what) => Template.Parse(Letter).Render(new { name, what }));
}

// [Bad CWE-94] a workflow's condition is evaluated by a delegate that was built from the body
public sealed class Condition(string script)
{
    public Func<decimal, bool> Compile() => total => new Engine().SetValue("total", total).Evaluate(script) is true;
}

// [same case]
public static class WorkflowEndpoints
{
    public static void MapWorkflow(this WebApplication app) => app.MapPost("/workflow/test", ([FromBody] string script) =>
    {
        var condition = new Condition(script).Compile();
        return new[] { 10m, 100m, 1000m }.Where(condition);
    });
}
