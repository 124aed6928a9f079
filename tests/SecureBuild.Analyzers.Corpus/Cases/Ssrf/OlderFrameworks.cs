using System.Net;
using System.Net.Sockets;
using System.ServiceModel;
using System.Web;
using System.Web.Http;
using System.Web.Mvc;
using System.Web.Services;
using System.Web.UI;
using System.Web.UI.WebControls;
using System.Xml;

namespace Feed.Reader;

public class FeedPage : Page
{
    protected TextBox txtUrl;

    // [Bad CWE-918] a page fetches what was typed
    protected void Fetch_Click(object sender, EventArgs e)
    {
        using (var client = new WebClient())
            Session["feed"] = client.DownloadString(txtUrl.Text);
    }

    // [Good CWE-918] a page fetches one of its feeds
    protected void FetchKnown_Click(object sender, EventArgs e)
    {
        string url = txtUrl.Text == "weather" ? "https://feeds.example/weather" : "https://feeds.example/news";
        using (var client = new WebClient())
            Session["feed"] = client.DownloadString(url);
    }
}

// [Bad CWE-918] a proxy handler with the old request class
public class ProxyHandler : IHttpHandler
{
    public bool IsReusable { get { return false; } }

    public void ProcessRequest(HttpContext context)
    {
        var request = (HttpWebRequest)WebRequest.Create(context.Request.QueryString["u"]);
        request.Timeout = 5000;
        using (var response = request.GetResponse())
        using (var stream = response.GetResponseStream())
        {
            context.Response.ContentType = "application/octet-stream";
            stream.CopyTo(context.Response.OutputStream);
        }
    }
}

// [Good CWE-918] a proxy handler that allows one host
public class ProxyHandlerSafe : IHttpHandler
{
    public bool IsReusable { get { return false; } }

    public void ProcessRequest(HttpContext context)
    {
        Uri target;
        if (!Uri.TryCreate(context.Request.QueryString["u"], UriKind.Absolute, out target) || target.Host != "tiles.feeds.example" || target.Scheme != "https")
        {
            context.Response.StatusCode = 400;
            return;
        }
        var request = (HttpWebRequest)WebRequest.Create(target);
        using (var response = request.GetResponse())
        using (var stream = response.GetResponseStream())
            stream.CopyTo(context.Response.OutputStream);
    }
}

// [Bad CWE-918] a web service calls back
public class CallbackService : WebService
{
    static readonly HttpClient Client = new HttpClient();

    [WebMethod]
    public string Notify(string callback, string message)
    {
        var answer = Client.PostAsync(callback, new StringContent(message)).Result;
        return answer.StatusCode.ToString();
    }
}

// [Good CWE-918] a web service calls a fixed address with the caller's text as a value
public class FixedService : WebService
{
    static readonly HttpClient Client = new HttpClient();

    [WebMethod]
    public string Notify(string topic, string message)
    {
        var answer = Client.PostAsync("https://hub.feeds.example/topics?name=" + Uri.EscapeDataString(topic), new StringContent(message)).Result;
        return answer.StatusCode.ToString();
    }
}

[ServiceContract]
public interface IProbe { [OperationContract] bool IsOpen(string host, int port); [OperationContract] bool IsKnownOpen(int index); }

public class Probe : IProbe
{
    static readonly string[] Hosts = { "a.feeds.example", "b.feeds.example" };

    // [Bad CWE-918] a WCF operation connects to any host
    public bool IsOpen(string host, int port)
    {
        using (var client = new TcpClient())
        {
            client.Connect(host, port);
            return client.Connected;
        }
    }

    // [Good CWE-918] a WCF operation connects to one of its hosts
    public bool IsKnownOpen(int index)
    {
        using (var client = new TcpClient(Hosts[index % Hosts.Length], 443))
            return client.Connected;
    }
}

public class PreviewController : Controller
{
    // [Bad CWE-918] an action loads XML from an address
    public ActionResult Rss(string url)
    {
        var document = new XmlDocument { XmlResolver = null };
        using (var reader = XmlReader.Create(url))
            document.Load(reader);
        return View(document.SelectNodes("//item").Count);
    }

    // [Bad CWE-918] only the scheme of the address is looked at
    public async Task<ActionResult> Image(string src)
    {
        if (!src.StartsWith("https://"))
            return HttpNotFound();
        using (var client = new HttpClient())
            return File(await client.GetByteArrayAsync(src), "image/png");
    }
}

public class WebhookSettings { public string Target { get; set; } public string Event { get; set; } }

// [Bad CWE-918] an API sends a request to its settings' target
public class WebhooksController : ApiController
{
    private readonly HttpClient _client;

    public WebhooksController(HttpClient client) { _client = client; }

    public async Task<IHttpActionResult> Post([FromBody] WebhookSettings settings)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, settings.Target);
        request.Content = new StringContent(settings.Event);
        var answer = await _client.SendAsync(request);
        return answer.IsSuccessStatusCode ? Ok() : (IHttpActionResult)BadRequest();
    }
}
