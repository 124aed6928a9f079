using System.Web;
using System.Web.UI;

namespace Old.Headers;

public class HeadersPage : Page
{
    // [Bad CWE-113] a header of the query
    protected void A(object s, EventArgs e) => Response.AddHeader("X-Lang", Request.QueryString["lang"]);

    // [Bad CWE-113] appended header of a cookie
    protected void B(object s, EventArgs e) => Response.AppendHeader("X-User", Request.Cookies["user"].Value);

    // [Good CWE-113] encoded
    protected void C(object s, EventArgs e) => Response.AddHeader("X-Lang", HttpUtility.UrlEncode(Request.QueryString["lang"]));

    // [Good CWE-113] one of two
    protected void D(object s, EventArgs e) => Response.AddHeader("X-Lang", Request.QueryString["lang"] == "ja" ? "ja" : "en");

    // [Good CWE-113] line breaks removed
    protected void F(object s, EventArgs e) => Response.AddHeader("X-Lang", Request.QueryString["lang"].Replace("\r", "").Replace("\n", ""));

    // [Bad CWE-113] only one kind of line break removed from a file's name
    protected void G(object s, EventArgs e) => Response.AddHeader("Content-Disposition", "attachment; filename=" + Request["name"].Trim());
}
