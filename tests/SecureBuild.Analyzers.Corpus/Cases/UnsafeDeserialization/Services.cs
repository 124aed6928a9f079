using System.Runtime.Serialization;
using System.Runtime.Serialization.Formatters.Binary;
using System.Runtime.Serialization.Formatters.Soap;
using System.ServiceModel;
using System.Text;
using System.Web;
using System.Web.Http;
using System.Web.Script.Serialization;
using System.Web.Services;
using System.Web.UI;
using Newtonsoft.Json;
using Owin;

namespace Freight.Services;

[DataContract]
public class Load { [DataMember] public string Name { get; set; } [DataMember] public object Extra { get; set; } }

// [Bad CWE-502] a SOAP formatter over a handler's body
public class LoadHandler : IHttpHandler
{
    public bool IsReusable { get { return false; } }

    public void ProcessRequest(HttpContext context)
    {
        var load = (Load)new SoapFormatter().Deserialize(context.Request.InputStream);
        context.Response.StatusCode = load == null ? 404 : 200;
    }
}

// [Good CWE-502] a data contract serializer over a handler's body
public class LoadHandlerSafe : IHttpHandler
{
    public bool IsReusable { get { return false; } }

    public void ProcessRequest(HttpContext context)
    {
        var load = (Load)new DataContractSerializer(typeof(Load)).ReadObject(context.Request.InputStream);
        context.Response.StatusCode = load == null ? 404 : 200;
    }
}

// [Bad CWE-502] OWIN: a binary formatter over the request's body
public class LoadStartup
{
    public void Configuration(IAppBuilder app)
    {
        app.Run(async context =>
        {
            var memory = new MemoryStream();
            await context.Request.Body.CopyToAsync(memory);
            memory.Position = 0;
            var formatter = new BinaryFormatter();
            var load = formatter.Deserialize(memory) as Load;
            context.Response.StatusCode = load == null ? 400 : 200;
        });
    }
}

// [Bad CWE-502] the view state's formatter without its protection
public class StateStore
{
    public object Read(string text)
    {
        return new LosFormatter(false, "").Deserialize(text);
    }
}

// [Bad CWE-502] a serializer with types for a web method
public class LoadService : WebService
{
    [WebMethod(EnableSession = true)]
    public void Put(string json)
    {
        var settings = new JsonSerializerSettings();
        settings.TypeNameHandling = TypeNameHandling.Objects;
        Session["load"] = JsonConvert.DeserializeObject(json, settings);
    }
}

// [Good CWE-502] a serializer with a type of ours for a web method
public class LoadServiceSafe : WebService
{
    [WebMethod(EnableSession = true)]
    public void Put(string json)
    {
        var settings = new JsonSerializerSettings();
        settings.TypeNameHandling = TypeNameHandling.None;
        Session["load"] = JsonConvert.DeserializeObject<Load>(json, settings);
    }
}

// [Bad CWE-502] an API whose member keeps types
public class Envelope
{
    public string Id { get; set; }

    [JsonProperty(TypeNameHandling = TypeNameHandling.Auto)]
    public object Body { get; set; }
}
// [same case]
public class EnvelopesController : ApiController
{
    public async Task<IHttpActionResult> Post()
    {
        var envelope = JsonConvert.DeserializeObject<Envelope>(await Request.Content.ReadAsStringAsync());
        return Ok(envelope.Id);
    }
}

// [Good CWE-502] plain members
public class PlainEnvelope
{
    public string Id { get; set; }
    public string Body { get; set; }
}
// [same case]
public class PlainEnvelopesController : ApiController
{
    public async Task<IHttpActionResult> Post()
    {
        var envelope = JsonConvert.DeserializeObject<PlainEnvelope>(await Request.Content.ReadAsStringAsync());
        return Ok(envelope.Id);
    }
}

// [Bad CWE-502] a service behind a generic base class
public abstract class FormatterService<T>
{
    protected virtual IFormatter Formatter { get { return new BinaryFormatter(); } }

    protected T Read(byte[] data)
    {
        using (var stream = new MemoryStream(data))
            return (T)Formatter.Deserialize(stream);
    }
}

// [Good CWE-502] a serializer for JavaScript, without a resolver, of an unknown target
public class ScriptService : WebService
{
    [WebMethod]
    public string Name(string json)
    {
        var values = (IDictionary<string, object>)new JavaScriptSerializer().DeserializeObject(json);
        return values["name"] as string;
    }
}
