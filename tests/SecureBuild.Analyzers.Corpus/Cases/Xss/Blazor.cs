using System.Net;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Shop.Components;

// [Bad CWE-79] a query parameter as MarkupString
public class SearchTitle : ComponentBase
{
    [SupplyParameterFromQuery] public string? Term { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddContent(0, (MarkupString)("Results for <b>" + Term + "</b>"));
}

// [Good CWE-79] a query parameter as text
public class SearchTitleSafe : ComponentBase
{
    [SupplyParameterFromQuery] public string? Term { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddContent(0, "Results for " + Term);
}

// [Good CWE-79] an encoded query parameter as MarkupString
public class SearchTitleEncoded : ComponentBase
{
    [SupplyParameterFromQuery] public string? Term { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddContent(0, new MarkupString("Results for <b>" + WebUtility.HtmlEncode(Term) + "</b>"));
}

// [Bad CWE-79] AddMarkupContent
public class Banner : ComponentBase
{
    [SupplyParameterFromQuery(Name = "msg")] public string? Message { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, "div");
        builder.AddMarkupContent(1, "<p>" + Message + "</p>");
        builder.CloseElement();
    }
}

// [Good CWE-79] AddMarkupContent of constants
public class BannerSafe : ComponentBase
{
    [SupplyParameterFromQuery(Name = "msg")] public string? Message { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.AddMarkupContent(1, "<hr>");
        builder.AddContent(2, Message);
    }
}

// [Bad CWE-79] a form's model
public class Preview : ComponentBase
{
    [SupplyParameterFromForm] public Draft Model { get; set; } = new();

    MarkupString Html => new(Model.Body);

    public class Draft { public string Body { get; set; } = ""; }
}
