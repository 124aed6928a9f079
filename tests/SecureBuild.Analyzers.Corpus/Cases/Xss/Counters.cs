// Pages, user controls and handlers of a town's permit office.
using System.Data;
using System.Data.SqlClient;
using System.Text;
using System.Web;
using System.Web.Mvc;
using System.Web.UI;
using System.Web.UI.HtmlControls;
using System.Web.UI.WebControls;

namespace Corpus.Xss.Counters
{
    // [Bad CWE-79] a method of the base page shows what the page gives it
    public class MessagePage : Page
    {
        protected Label lblMessage;

        protected void ShowMessage(string text)
        {
            lblMessage.Text = "<strong>" + text + "</strong>";
            lblMessage.Visible = true;
        }
    }

    // [same case]
    public class ConfirmPage : MessagePage
    {
        protected void Page_Load(object sender, EventArgs e)
        {
            if (!IsPostBack && Request.QueryString["msg"] != null)
                ShowMessage(Request.QueryString["msg"]);
        }
    }

    // [Good CWE-79] the base page encodes
    public class NoticePage : Page
    {
        protected Label lblNotice;

        protected void ShowNotice(string text)
        {
            lblNotice.Text = "<strong>" + Server.HtmlEncode(text) + "</strong>";
        }
    }

    // [same case]
    public class ReceiptPage : NoticePage
    {
        protected void Page_Load(object sender, EventArgs e)
        {
            ShowNotice("Receipt " + Request.QueryString["no"]);
        }
    }

    // [Bad CWE-79] a control renders the attribute that the page has taken from the form
    public class BadgeControl : Control
    {
        public string Caption { get; set; }

        protected override void Render(HtmlTextWriter writer)
        {
            writer.Write("<span class=\"badge\">");
            writer.Write(Caption);
            writer.Write("</span>");
        }
    }

    // [same case]
    public class BadgePage : Page
    {
        protected BadgeControl badge;

        protected void btnPreview_Click(object sender, EventArgs e)
        {
            badge.Caption = Request.Form["caption"];
        }
    }

    // [Good CWE-79] a control writes encoded text
    public class TagControl : Control
    {
        public string Caption { get; set; }

        protected override void Render(HtmlTextWriter writer)
        {
            writer.RenderBeginTag(HtmlTextWriterTag.Span);
            writer.WriteEncodedText(Caption);
            writer.RenderEndTag();
        }
    }

    // [same case]
    public class TagPage : Page
    {
        protected TagControl tag;

        protected void btnPreview_Click(object sender, EventArgs e)
        {
            tag.Caption = Request.Form["caption"];
        }
    }

    // [Bad CWE-79] a script with the value of the query string
    public class AlertPage : Page
    {
        protected void Page_Load(object sender, EventArgs e)
        {
            string user = Request["user"];
            StringBuilder script = new StringBuilder();
            script.Append("<script type='text/javascript'>");
            script.AppendFormat("alert('Welcome {0}');", user);
            script.Append("</script>");
            ClientScript.RegisterStartupScript(GetType(), "welcome", script.ToString());
        }
    }

    // [Good CWE-79] a script with the value encoded for JavaScript
    public class GreetPage : Page
    {
        protected void Page_Load(object sender, EventArgs e)
        {
            string user = Request["user"];
            string script = "alert(" + HttpUtility.JavaScriptStringEncode("Welcome " + user, true) + ");";
            ClientScript.RegisterStartupScript(GetType(), "welcome", script, true);
        }
    }

    // [Bad CWE-79] a table is built of strings with the words that were searched for
    public class ResultPage : Page
    {
        protected PlaceHolder phResult;
        protected TextBox txtWords;

        protected void btnSearch_Click(object sender, EventArgs e)
        {
            string html = "<table>";
            foreach (string word in txtWords.Text.Split(' '))
            {
                html += "<tr><td>";
                html += word;
                html += "</td></tr>";
            }
            html += "</table>";
            phResult.Controls.Add(new LiteralControl(html));
        }
    }

    // [Good CWE-79] the literal encodes by its mode
    public class SearchedPage : Page
    {
        protected Literal litWords;
        protected TextBox txtWords;

        protected void btnSearch_Click(object sender, EventArgs e)
        {
            litWords.Mode = LiteralMode.Encode;
            litWords.Text = txtWords.Text;
        }
    }

    // [Bad CWE-79] the session holds what the first page has read, the second page writes it
    public class StepOnePage : Page
    {
        protected void btnNext_Click(object sender, EventArgs e)
        {
            Session["StepOne.Street"] = Request.Form["street"];
            Response.Redirect("StepTwo.aspx");
        }
    }

    // [same case]
    public class StepTwoPage : Page
    {
        protected HtmlGenericControl divSummary;

        protected void Page_Load(object sender, EventArgs e)
        {
            string street = (string)Session["StepOne.Street"];
            divSummary.InnerHtml = "<em>" + street + "</em>";
        }
    }

    // [Good CWE-79] the second page sets the text, not the markup
    public class StepThreePage : Page
    {
        protected HtmlGenericControl divSummary;

        protected void Page_Load(object sender, EventArgs e)
        {
            Session["StepThree.Street"] = Request.QueryString["street"];
            divSummary.InnerText = (string)Session["StepThree.Street"];
        }
    }

    // [Bad CWE-79] a handler writes the callback's name and has HTML as its type
    public class LookupHandler : IHttpHandler
    {
        public bool IsReusable { get { return true; } }

        public void ProcessRequest(HttpContext context)
        {
            HttpRequest request = context.Request;
            HttpResponse response = context.Response;
            string id = request.QueryString["id"];
            response.ContentType = "text/html";
            if (string.IsNullOrEmpty(id))
            {
                response.Write("<p>No id</p>");
                return;
            }
            response.Write(string.Format("<p>Nothing found for {0}</p>", id));
        }
    }

    // [Good CWE-79] a handler that answers with a number
    public class CountHandler : IHttpHandler
    {
        public bool IsReusable { get { return true; } }

        public void ProcessRequest(HttpContext context)
        {
            int id;
            if (!int.TryParse(context.Request.QueryString["id"], out id))
            {
                context.Response.StatusCode = 400;
                context.Response.End();
                return;
            }
            context.Response.ContentType = "text/html";
            context.Response.Write("<p>Nothing found for " + id + "</p>");
        }
    }

    // [Bad CWE-79] an extension method for views makes raw markup of its argument
    public static class CounterHtml
    {
        public static MvcHtmlString Badge(this HtmlHelper html, string text, string css)
        {
            TagBuilder tag = new TagBuilder("span");
            tag.AddCssClass(css);
            tag.InnerHtml = text;
            return MvcHtmlString.Create(tag.ToString(TagRenderMode.Normal));
        }
    }

    // [same case]
    public class BadgeController : Controller
    {
        private readonly HtmlHelper _html = new HtmlHelper();

        public ActionResult Show(string label)
        {
            MvcHtmlString badge = _html.Badge(label, "badge");
            return Content(badge.ToHtmlString(), "text/html");
        }
    }

    // [Good CWE-79] the extension method sets the inner text
    public static class SafeHtml
    {
        public static MvcHtmlString Tag(this HtmlHelper html, string text)
        {
            TagBuilder tag = new TagBuilder("span");
            tag.SetInnerText(text);
            return MvcHtmlString.Create(tag.ToString(TagRenderMode.Normal));
        }
    }

    // [same case]
    public class TagController : Controller
    {
        private readonly HtmlHelper _html = new HtmlHelper();

        public ActionResult Show(string label)
        {
            return Content(_html.Tag(label).ToHtmlString(), "text/html");
        }
    }
}
