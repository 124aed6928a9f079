using System.Net;
using System.ServiceModel;
using System.ServiceModel.Web;
using System.Web;
using System.Web.Http;
using System.Web.Mvc;
using System.Web.Security;
using System.Web.UI;
using System.Web.UI.WebControls;
using Owin;

namespace School.Portal;

public class SignInPage : Page
{
    protected TextBox txtUser;
    protected TextBox txtPassword;

    // [Bad CWE-601] after the sign-in to where the query says
    protected void SignIn_Click(object sender, EventArgs e)
    {
        if (!Membership.ValidateUser(txtUser.Text, txtPassword.Text))
            return;
        FormsAuthentication.SetAuthCookie(txtUser.Text, false);
        string back = Request.QueryString["ReturnUrl"];
        if (!string.IsNullOrEmpty(back))
            Response.Redirect(back, true);
        else
            Response.Redirect("~/Default.aspx");
    }

    // [Good CWE-601] the framework chooses the page
    protected void SignInSafe_Click(object sender, EventArgs e)
    {
        if (Membership.ValidateUser(txtUser.Text, txtPassword.Text))
            FormsAuthentication.RedirectFromLoginPage(txtUser.Text, false);
    }

    // [Good CWE-601] only a path of this site, not of another host
    protected void Back_Click(object sender, EventArgs e)
    {
        string back = Request.QueryString["ReturnUrl"];
        if (back != null && back.StartsWith("/") && !back.StartsWith("//") && !back.StartsWith("/\\"))
            Response.Redirect(back);
        else
            Response.Redirect("~/Default.aspx");
    }

    // [Bad CWE-601] a page of this site, people think, but two slashes are another host
    protected void Path_Click(object sender, EventArgs e)
    {
        string back = Request.QueryString["ReturnUrl"];
        if (back != null && back.StartsWith("/"))
            Response.Redirect(back);
    }

    // [Bad CWE-601] the address of the referrer's parameter, permanently
    protected void Moved(object sender, EventArgs e)
    {
        var target = Request.Params["to"];
        Response.RedirectPermanent("http://" + target + "/school");
    }

    // [Good CWE-601] a parameter of a fixed address
    protected void Next_Click(object sender, EventArgs e)
    {
        Response.Redirect("Search.aspx?q=" + Server.UrlEncode(Request.Form["q"]));
    }

    // [Bad CWE-601] the location header and the status by hand
    protected void ByHand(object sender, EventArgs e)
    {
        Response.StatusCode = 302;
        Response.AddHeader("Location", Request["url"]);
        Response.End();
    }
}

public class AccountController : Controller
{
    // [Bad CWE-601] MVC: redirect to the parameter
    [System.Web.Mvc.HttpPost]
    public ActionResult LogOff(string returnUrl)
    {
        FormsAuthentication.SignOut();
        return Redirect(returnUrl ?? "/");
    }

    // [Good CWE-601] MVC: a local address only
    public ActionResult Enter(string returnUrl)
    {
        return RedirectToLocal(returnUrl);
    }
    // [same case]
    private ActionResult RedirectToLocal(string returnUrl)
    {
        if (Url.IsLocalUrl(returnUrl))
            return Redirect(returnUrl);
        return RedirectToAction("Index", "Home");
    }

    // [Bad CWE-601] MVC: kept over the next request
    public ActionResult Remember(string target)
    {
        TempData["target"] = target;
        return RedirectToAction("Go");
    }
    // [same case]
    public ActionResult Go()
    {
        return RedirectPermanent((string)TempData["target"]);
    }

    // [Good CWE-601] MVC: a chosen host
    public ActionResult Site(string site)
    {
        var hosts = new[] { "north.school.example", "south.school.example" };
        if (!hosts.Contains(site))
            return HttpNotFound();
        return Redirect("https://" + site + "/");
    }
}

// [Bad CWE-601] MVC: a filter that redirects to what a cookie says
public class LandingFilter : System.Web.Mvc.ActionFilterAttribute
{
    public override void OnActionExecuting(ActionExecutingContext filterContext)
    {
        var cookie = filterContext.HttpContext.Request.Cookies["landing"];
        if (cookie != null)
            filterContext.Result = new RedirectResult(cookie.Value);
    }
}

public class LinksController : ApiController
{
    // [Bad CWE-601] Web API 2: redirect to the parameter
    [System.Web.Http.HttpGet]
    public IHttpActionResult Go(string to) { return Redirect(to); }

    // [Bad CWE-601] Web API 2: the response's location
    [System.Web.Http.HttpGet]
    public HttpResponseMessage Move([FromUri] string to)
    {
        var response = Request.CreateResponse(HttpStatusCode.Moved);
        response.Headers.Location = new Uri(to);
        return response;
    }

    // [Good CWE-601] Web API 2: the location of a new resource
    [System.Web.Http.HttpPost]
    public HttpResponseMessage Create(int id)
    {
        var response = Request.CreateResponse(HttpStatusCode.Created);
        response.Headers.Location = new Uri("https://school.example/links/" + id);
        return response;
    }
}

// [Bad CWE-601] OWIN: a redirect to the query's address
public class OwinLogin
{
    public void Configuration(IAppBuilder app)
    {
        app.Run(context =>
        {
            context.Response.Redirect(context.Request.Query.Get("next") ?? "/");
            return Task.FromResult(0);
        });
    }
}

// [Good CWE-601] OWIN: a redirect to the same host over TLS
public class OwinTls
{
    public void Configuration(IAppBuilder app)
    {
        app.Use(async (context, next) =>
        {
            if (context.Request.Uri.Scheme == "http")
                context.Response.Redirect("https://school.example/start");
            else
                await next();
        });
    }
}

// [Bad CWE-601] WCF: the outgoing response's location
[ServiceContract]
public class ShortLinks
{
    [OperationContract, WebGet(UriTemplate = "/go?u={url}")]
    public void Go(string url)
    {
        var response = WebOperationContext.Current.OutgoingResponse;
        response.Location = url;
    }
}
