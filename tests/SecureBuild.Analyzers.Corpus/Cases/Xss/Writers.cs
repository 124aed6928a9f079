using System.Web;
using System.Web.UI;
using System.Web.UI.WebControls;

namespace Garage.Writers;

// [Bad CWE-79] an attribute that the writer does not encode unless it is told to
public class PlainAttribute : System.Web.UI.Control
{
    protected override void Render(HtmlTextWriter writer)
    {
        writer.WriteBeginTag("a");
        writer.WriteAttribute("title", HttpContext.Current.Request.QueryString["title"]);
        writer.Write(">");
        writer.WriteEndTag("a");
    }
}

// [Good CWE-79] an attribute that the writer is told to encode
public class EncodedAttribute : System.Web.UI.Control
{
    protected override void Render(HtmlTextWriter writer)
    {
        writer.WriteBeginTag("a");
        writer.WriteAttribute("title", HttpContext.Current.Request.QueryString["title"], true);
        writer.Write(">");
        writer.WriteEndTag("a");
    }
}

// [Bad CWE-79] an added attribute that the writer is told not to encode
public class AddedPlain : System.Web.UI.Control
{
    protected override void Render(HtmlTextWriter writer)
    {
        writer.AddAttribute(HtmlTextWriterAttribute.Title, HttpContext.Current.Request.QueryString["title"], false);
        writer.RenderBeginTag(HtmlTextWriterTag.Span);
        writer.RenderEndTag();
    }
}

// [Good CWE-79] an added attribute
public class AddedEncoded : System.Web.UI.Control
{
    protected override void Render(HtmlTextWriter writer)
    {
        writer.AddAttribute(HtmlTextWriterAttribute.Title, HttpContext.Current.Request.QueryString["title"]);
        writer.RenderBeginTag(HtmlTextWriterTag.Span);
        writer.RenderEndTag();
    }
}
