// Objects from the client in the .NET Framework.
#pragma warning disable SYSLIB0011
using System.IO;
using System.Runtime.Serialization;
using System.Runtime.Serialization.Formatters.Binary;
using System.Web;
using System.Web.Script.Serialization;
using System.Web.UI;
using System.Xml.Serialization;

namespace Corpus.UnsafeDeserialization.OldWebReviews;

// [Bad CWE-502] a hidden field
public class WizardPage : Page
{
    protected void Page_Load(object sender, EventArgs e)
    {
        var state = new LosFormatter().Deserialize(Request.Form["state"]);
        Session["state"] = state;
    }
}

// [Bad CWE-502] a resolver that knows every type
public class JsonHandler : IHttpHandler
{
    public bool IsReusable => true;

    public void ProcessRequest(HttpContext context)
    {
        var serializer = new JavaScriptSerializer(new SimpleTypeResolver());
        var value = serializer.DeserializeObject(context.Request["data"]);
        context.Items["value"] = value;
    }
}

// [Good CWE-502] no resolver
public class SafeJsonHandler : IHttpHandler
{
    public bool IsReusable => true;

    public void ProcessRequest(HttpContext context)
    {
        var serializer = new JavaScriptSerializer();
        var value = serializer.DeserializeObject(context.Request["data"]);
        context.Items["value"] = value;
    }
}

// [Bad CWE-502] the type is the client's
public class XmlHandler : IHttpHandler
{
    public bool IsReusable => true;

    public void ProcessRequest(HttpContext context)
    {
        var serializer = new XmlSerializer(Type.GetType(context.Request.QueryString["type"])!);
        context.Items["value"] = serializer.Deserialize(context.Request.InputStream);
    }
}

// [Good CWE-502] the type is ours
public class SafeXmlHandler : IHttpHandler
{
    public bool IsReusable => true;

    public void ProcessRequest(HttpContext context)
    {
        var serializer = new XmlSerializer(typeof(string[]));
        context.Items["value"] = serializer.Deserialize(context.Request.InputStream);
    }
}

// [Bad CWE-502] a binder that is set does not help if it answers nothing
public sealed class NullBinder : SerializationBinder
{
    public override Type? BindToType(string assemblyName, string typeName) => null;
}

// [same case]
public static class Bound
{
    public static object Read(Stream stream) => new BinaryFormatter { Binder = new NullBinder() }.Deserialize(stream);
}
