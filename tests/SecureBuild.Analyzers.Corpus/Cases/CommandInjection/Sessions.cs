using System.Diagnostics;
using System.Web;
using System.Web.Mvc;
using System.Web.UI;
using System.Web.UI.WebControls;

namespace Spool.Sessions;

// [Bad CWE-78] an action leaves its parameter in a static field for another
public class LastPrinterController : Controller
{
    static string s_last;

    public ActionResult ChooseLast(string printer)
    {
        s_last = printer;
        return RedirectToAction("PrintLast");
    }

    public ActionResult PrintLast()
    {
        Process.Start("cmd", "/c print /d:" + s_last);
        return View();
    }
}

// [Bad CWE-78] a property of the controller keeps it in the session
public class WrappedController : Controller
{
    string Printer { get { return (string)Session["wrapped"]; } set { Session["wrapped"] = value; } }

    public ActionResult ChooseWrapped(string printer)
    {
        Printer = printer;
        return RedirectToAction("PrintWrapped");
    }

    public ActionResult PrintWrapped()
    {
        Process.Start("cmd", "/c print /d:" + Printer);
        return View();
    }
}

// [Good CWE-78] a property of the controller keeps a number in the session
public class CopiesController : Controller
{
    int Copies { get { return (int)Session["copies"]; } set { Session["copies"] = value; } }

    public ActionResult ChooseCopies(int copies)
    {
        Copies = copies;
        return RedirectToAction("PrintCopies");
    }

    public ActionResult PrintCopies()
    {
        Process.Start("cmd", "/c print /n:" + Copies);
        return View();
    }
}

// [Bad CWE-78] two methods of the controller keep it in the session
public class MethodsController : Controller
{
    string GetTray() { return Session["tray"] as string; }
    void SetTray(string value) { Session["tray"] = value; }

    public ActionResult ChooseTray(string tray)
    {
        SetTray(tray);
        return RedirectToAction("PrintTray");
    }

    public ActionResult PrintTray()
    {
        Process.Start("cmd", "/c tray " + GetTray());
        return View();
    }
}

// [Bad CWE-78] a page keeps what was typed in its view state
public class TypedPage : Page
{
    protected TextBox txtQueue;

    string QueueName
    {
        get { return (string)ViewState["queue"] ?? "main"; }
        set { ViewState["queue"] = value; }
    }

    protected void Choose_Click(object sender, EventArgs e)
    {
        QueueName = txtQueue.Text;
    }

    protected void Purge_Click(object sender, EventArgs e)
    {
        Process.Start("cmd", "/c purge " + QueueName);
    }
}

// [Bad CWE-78] a class of its own keeps it in the session of the current request
public class JobPage : Page
{
    protected TextBox txtJob;

    protected void Keep_Click(object sender, EventArgs e)
    {
        UserState.Job = txtJob.Text;
    }

    protected void Cancel_Click(object sender, EventArgs e)
    {
        Process.Start("cmd", "/c canceljob " + UserState.Job);
    }
}

public static class UserState
{
    public static string Job
    {
        get { return (string)HttpContext.Current.Session["job"]; }
        set { HttpContext.Current.Session["job"] = value; }
    }

    public static string Site
    {
        get { return (string)HttpContext.Current.Session["site"] ?? "north"; }
        set { HttpContext.Current.Session["site"] = value; }
    }
}

// [Good CWE-78] the same class, of which nobody but the program says the site
public class SitePage : Page
{
    protected void Page_Load(object sender, EventArgs e)
    {
        UserState.Site = "south";
    }

    protected void Restart_Click(object sender, EventArgs e)
    {
        Process.Start("cmd", "/c restart " + UserState.Site);
    }
}
