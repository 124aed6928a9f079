using System.Web;
using System.Web.UI;

namespace Shop.Checkout;

// [Bad CWE-642] a page that takes its view state without asking who made it
public class OpenPage : Page
{
    protected void Page_Init(object sender, EventArgs e)
    {
        EnableViewStateMac = false;
    }
}

// [Good CWE-642] a page whose view state is tied to the session
public class TiedPage : Page
{
    protected void Page_Init(object sender, EventArgs e)
    {
        ViewStateUserKey = Session.SessionID;
    }
}

// [Bad CWE-642] a page that takes events of controls that it never showed
public class AnyEventPage : Page
{
    protected override void OnPreInit(EventArgs e)
    {
        base.OnPreInit(e);
        this.EnableEventValidation = false;
    }
}
