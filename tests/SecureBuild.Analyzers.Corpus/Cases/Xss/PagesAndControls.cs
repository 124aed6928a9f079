using System.Collections.Generic;
using System.Data;
using System.Data.SqlClient;
using System.Linq;
using System.Text;
using System.Web;
using System.Web.Mvc;
using System.Web.UI;
using System.Web.UI.HtmlControls;
using System.Web.UI.WebControls;
using System.Xml.Linq;

namespace Bazaar.Pages;

public class Offer { public string Title { get; set; } public decimal Price { get; set; } public string Seller { get; set; } }

public class OfferPage : Page
{
    protected Label lblOffer;
    protected Literal litOffers;
    protected HtmlGenericControl box;
    protected HtmlAnchor link;
    protected Image picture;
    protected TextBox txtTitle;
    protected HiddenField hidSeller;
    protected GridView grid;
    protected Panel panel;
    protected Button button;
    protected DropDownList ddlTown;

    // [Bad CWE-79] a table that is put together in a loop
    protected void Show(object sender, EventArgs e)
    {
        var html = new StringBuilder("<table>");
        foreach (var part in (Request.QueryString["parts"] ?? "").Split(','))
            html.AppendFormat("<tr><td>{0}</td></tr>", part);
        html.Append("</table>");
        litOffers.Text = html.ToString();
    }

    // [Good CWE-79] a table of encoded parts
    protected void ShowSafe(object sender, EventArgs e)
    {
        var html = new StringBuilder("<table>");
        foreach (var part in (Request.QueryString["parts"] ?? "").Split(',').Select(HttpUtility.HtmlEncode))
            html.AppendFormat("<tr><td>{0}</td></tr>", part);
        html.Append("</table>");
        litOffers.Text = html.ToString();
    }

    // [Bad CWE-79] an object of the page's own carries the title
    protected void Offer_Click(object sender, EventArgs e)
    {
        var offer = new Offer { Title = txtTitle.Text, Price = 3.5m, Seller = hidSeller.Value };
        lblOffer.Text = offer.Title + " for " + offer.Price;
    }

    // [Good CWE-79] of the object only the price is shown
    protected void Price_Click(object sender, EventArgs e)
    {
        var offer = new Offer { Title = txtTitle.Text, Price = 3.5m, Seller = hidSeller.Value };
        lblOffer.Text = "for " + offer.Price;
    }

    // [Bad CWE-79] an attribute that is written by hand
    protected void Picture(object sender, EventArgs e)
    {
        box.InnerHtml = "<img alt='" + Request.Form["alt"] + "' src='/i/1.png'>";
    }

    // [Good CWE-79] properties of controls that are encoded as attributes
    protected void PictureSafe(object sender, EventArgs e)
    {
        picture.AlternateText = Request.Form["alt"];
        picture.ToolTip = Request.Form["alt"];
        button.Text = Request.Form["alt"];
        ddlTown.Items.Add(new ListItem(Request.Form["town"], "1"));
    }

    // [Bad CWE-79] a link whose address is a script's
    protected void Link(object sender, EventArgs e)
    {
        link.HRef = Request["back"];
        link.InnerText = "back";
    }

    // [Bad CWE-79] a row's cell when a row is bound
    protected void grid_RowDataBound(object sender, GridViewRowEventArgs e)
    {
        var row = (DataRowView)e.Row.DataItem;
        e.Row.Cells[0].Text = "<b>" + row["Title"] + "</b> " + Request.QueryString["mark"];
    }

    // [Bad CWE-79] a group's title
    protected void Group(object sender, EventArgs e)
    {
        panel.GroupingText = Server.UrlDecode(Request.QueryString["group"]);
    }

    // [Good CWE-79] one of two texts
    protected void Mode(object sender, EventArgs e)
    {
        string mode = Request.QueryString["mode"];
        lblOffer.Text = mode == "sell" ? "You sell" : "You buy";
    }

    // [Good CWE-79] the length of what came
    protected void Length(object sender, EventArgs e)
    {
        lblOffer.Text = "You wrote " + Request.Form["text"].Length + " letters";
    }

    // [Bad CWE-79] the error text repeats what was typed
    protected void Parse(object sender, EventArgs e)
    {
        decimal price;
        if (!decimal.TryParse(Request.Form["price"], out price))
        {
            lblOffer.Text = string.Format("'{0}' is no price", Request.Form["price"]);
            return;
        }
        lblOffer.Text = "Price: " + price;
    }

    // [Good CWE-79] only the parsed price is shown
    protected void ParseSafe(object sender, EventArgs e)
    {
        decimal price;
        lblOffer.Text = decimal.TryParse(Request.Form["price"], out price) ? "Price: " + price : "This is no price";
    }

    // [Bad CWE-79] a hidden field is the client's as well
    protected void Seller(object sender, EventArgs e)
    {
        Response.Write("<script>var seller = '" + hidSeller.Value + "';</script>");
    }

    // [Bad CWE-79] encoded, but then shown is the other variable
    protected void Wrong(object sender, EventArgs e)
    {
        string raw = Request.QueryString["q"];
        string safe = HttpUtility.HtmlEncode(raw);
        lblOffer.Text = "Results for " + raw;
        lblOffer.ToolTip = safe;
    }

    // [Good CWE-79] an XML element writes its text encoded
    protected void Element(object sender, EventArgs e)
    {
        var paragraph = new XElement("p", Request.QueryString["q"]);
        litOffers.Text = paragraph.ToString();
    }
}

// [Bad CWE-79] a control adds children of text that a page gives it
public class Teaser : System.Web.UI.WebControls.WebControl
{
    public string Headline { get; set; }

    protected override void CreateChildControls()
    {
        Controls.Add(new LiteralControl("<h2>" + Headline + "</h2>"));
    }
}
// [same case]
public class TeaserPage : Page
{
    protected Teaser teaser;

    protected void Page_Init(object sender, EventArgs e)
    {
        teaser.Headline = Request.QueryString["headline"];
    }
}

// [Good CWE-79] a control adds children of a label's kind, and the page gives it a constant
public class FixedTeaser : System.Web.UI.WebControls.WebControl
{
    public string Headline { get; set; }

    protected override void CreateChildControls()
    {
        Controls.Add(new LiteralControl("<h2>" + Headline + "</h2>"));
    }
}
// [same case]
public class FixedTeaserPage : Page
{
    protected FixedTeaser teaser;

    protected void Page_Init(object sender, EventArgs e)
    {
        teaser.Headline = Request.QueryString["x"] == null ? "News" : "Old news";
    }
}

// [Bad CWE-79] an exception's page repeats the address
public class BazaarApplication : HttpApplication
{
    protected void Application_Error(object sender, EventArgs e)
    {
        Response.Write("<h1>Nothing at " + HttpUtility.UrlDecode(Request.Url.ToString()) + "</h1>");
        Server.ClearError();
    }
}

// [Bad CWE-79] an action's result of its own
public class HtmlResult : ActionResult
{
    private readonly string _html;
    public HtmlResult(string html) { _html = html; }
    public void Write(HttpResponseBase response) { response.Write(_html); }
}
// [same case]
public class OffersController : Controller
{
    public ActionResult Teaser(string text)
    {
        var result = new HtmlResult("<p>" + text + "</p>");
        result.Write(Response);
        return null;
    }

    public ActionResult Constant()
    {
        new HtmlResult("<p>Closed</p>").Write(Response);
        return null;
    }
}

// [Bad CWE-79] a tag builder's attributes do not help where its inner HTML is raw
public static class OfferHelpers
{
    public static MvcHtmlString Badge(this HtmlHelper html)
    {
        var tag = new TagBuilder("span");
        tag.MergeAttribute("title", html.ViewContext.HttpContext.Request["t"]);
        tag.InnerHtml = html.ViewContext.HttpContext.Request["t"];
        return new MvcHtmlString(tag.ToString(TagRenderMode.Normal));
    }
}

// [Good CWE-79] a tag builder's attributes are encoded
public static class SafeOfferHelpers
{
    public static MvcHtmlString Badge(this HtmlHelper html)
    {
        var tag = new TagBuilder("span");
        tag.MergeAttribute("title", html.ViewContext.HttpContext.Request["t"]);
        tag.Attributes["data-x"] = html.ViewContext.HttpContext.Request["x"];
        tag.AddCssClass("badge");
        return new MvcHtmlString(tag.ToString(TagRenderMode.Normal));
    }
}
