using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Web;
using System.Web.Mvc;
using System.Web.Security.AntiXss;
using System.Web.UI;
using System.Web.UI.HtmlControls;
using System.Web.UI.WebControls;

public partial class SearchPage : Page
{
    protected Literal Result = new();
    protected Label Summary = new();
    protected TextBox Query = new();
    protected HtmlGenericControl Box = new("div");
    readonly StringBuilder _log = new();

    // [Bad CWE-79] a literal's text is what the text box had
    protected void Search_Click(object sender, EventArgs e)
    {
        string text = Query.Text;
        Result.Text = "<p>Nothing found for " + text.Trim() + "</p>";
    }

    // [Good CWE-79] a literal in encoding mode
    protected void Encoded_Click(object sender, EventArgs e)
    {
        Result.Mode = LiteralMode.Encode;
        Result.Text = "Nothing found for " + Query.Text;
    }

    // [Bad CWE-79] the log is kept in a field and put into inner HTML
    protected void Page_PreRender(object sender, EventArgs e)
    {
        _log.AppendFormat("<li>{0}</li>", Request.Params["step"]);
        Box.InnerHtml = _log.ToString();
    }

    // [Good CWE-79] inner text is encoded
    protected void Page_Load(object sender, EventArgs e)
    {
        Box.InnerText = Request.Params["step"];
        Summary.Text = AntiXssEncoder.HtmlEncode(Request.Params["summary"], true);
    }
}

// [Bad CWE-79] a control's Render writes what the cookie holds
public class VisitorControl : WebControl
{
    protected override void Render(HtmlTextWriter writer)
    {
        var cookie = Page.Request.Cookies["visitor"];
        writer.RenderBeginTag(HtmlTextWriterTag.Span);
        if (cookie != null)
            writer.Write(cookie.Value);
        writer.RenderEndTag();
    }
}

// [Good CWE-79] a control's Render writes encoded text
public class EncodedVisitorControl : WebControl
{
    protected override void Render(HtmlTextWriter writer)
    {
        var cookie = Page.Request.Cookies["visitor"];
        writer.RenderBeginTag(HtmlTextWriterTag.Span);
        if (cookie != null)
            writer.WriteEncodedText(cookie.Value);
        writer.RenderEndTag();
    }
}

// [Bad CWE-79] an HTML helper builds a tag from the model's text
public static class TagExtensions
{
    public static MvcHtmlString Tooltip(this HtmlHelper html, string text)
    {
        var tag = new System.Web.Mvc.TagBuilder("span");
        tag.InnerHtml = text;
        return MvcHtmlString.Create(tag.ToString(TagRenderMode.Normal));
    }
}

// [same case]
public class TooltipController : System.Web.Mvc.Controller
{
    public ActionResult Show(string tip)
    {
        ViewBag.Tip = new HtmlHelper().Tooltip(tip);
        return View();
    }
}

// [Good CWE-79] an HTML helper with inner text
public static class SafeTagExtensions
{
    public static MvcHtmlString SafeTooltip(this HtmlHelper html, string text)
    {
        var tag = new System.Web.Mvc.TagBuilder("span");
        tag.SetInnerText(text);
        return MvcHtmlString.Create(tag.ToString(TagRenderMode.Normal));
    }
}

// [same case]
public class SafeTooltipController : System.Web.Mvc.Controller
{
    public ActionResult Show(string tip)
    {
        ViewBag.Tip = new HtmlHelper().SafeTooltip(tip);
        return View();
    }
}

// [Bad CWE-79] Web API 2: a string content with the media type of HTML
public class PageApiController : System.Web.Http.ApiController
{
    public HttpResponseMessage Get(string title)
    {
        var response = new HttpResponseMessage(HttpStatusCode.OK);
        response.Content = new StringContent("<h1>" + title + "</h1>");
        response.Content.Headers.ContentType = new MediaTypeHeaderValue("text/html");
        return response;
    }
}

// [Good CWE-79] Web API 2: a string content of plain text
public class TextApiController : System.Web.Http.ApiController
{
    public HttpResponseMessage Get(string title)
    {
        var response = new HttpResponseMessage(HttpStatusCode.OK);
        response.Content = new StringContent("Title: " + title);
        response.Content.Headers.ContentType = new MediaTypeHeaderValue("text/plain");
        return response;
    }
}
