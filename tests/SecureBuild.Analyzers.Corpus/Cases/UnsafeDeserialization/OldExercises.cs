// View states and script serialisers of System.Web.
using System.Web;
using System.Web.Script.Serialization;
using System.Web.UI;

namespace Corpus.UnsafeDeserialization.OldExercises;

// [Bad CWE-502] the formatter of view states, without a MAC
public class ViewStateReader : Page
{
    public object Read()
    {
        var formatter = new LosFormatter();
        return formatter.Deserialize(Request.Form["__STATE"]);
    }
}

// [Bad CWE-502] the newer formatter of view states, over a cookie
public class CookieState : IHttpHandler
{
    public bool IsReusable => true;

    public void ProcessRequest(HttpContext context)
    {
        var text = context.Request.Cookies["state"].Value;
        var state = new ObjectStateFormatter().Deserialize(text);
        context.Response.Write(state == null ? "none" : "some");
    }
}

// [Bad CWE-502] the resolver of the script serialiser is held in a field
public class RpcHandler : IHttpHandler
{
    readonly JavaScriptTypeResolver _resolver = new SimpleTypeResolver();

    public bool IsReusable => false;

    public void ProcessRequest(HttpContext context)
    {
        var serializer = new JavaScriptSerializer(_resolver);
        var call = serializer.DeserializeObject(context.Request.Form["call"]);
        context.Items["call"] = call;
    }
}

// [Good CWE-502] the script serialiser as it comes
public class PlainRpcHandler : IHttpHandler
{
    readonly JavaScriptSerializer _serializer = new JavaScriptSerializer();

    public bool IsReusable => false;

    public void ProcessRequest(HttpContext context)
    {
        var call = _serializer.Deserialize<Dictionary<string, string>>(context.Request.Form["call"]);
        context.Items["call"] = call;
    }
}
