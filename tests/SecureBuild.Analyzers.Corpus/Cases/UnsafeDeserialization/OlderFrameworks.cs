using System.Net;
using System.Runtime.Serialization;
using System.Runtime.Serialization.Formatters.Binary;
using System.Runtime.Serialization.Json;
using System.ServiceModel;
using System.Web;
using System.Web.Http;
using System.Web.Mvc;
using System.Web.Script.Serialization;
using System.Web.Services;
using System.Web.UI;
using System.Web.UI.WebControls;
using System.Xml;
using System.Xml.Serialization;
using Newtonsoft.Json;

namespace Game.Server;

public class GameState { public int Level { get; set; } public string Player { get; set; } }

public class GamePage : Page
{
    protected HiddenField hidState;

    // [Bad CWE-502] the state of a hidden field through the formatter of the view state
    protected void Restore(object sender, EventArgs e)
    {
        var formatter = new LosFormatter();
        var state = (GameState)formatter.Deserialize(hidState.Value);
        Session["level"] = state.Level;
    }

    // [Bad CWE-502] the object state formatter, a cookie
    protected void RestoreCookie(object sender, EventArgs e)
    {
        var state = new ObjectStateFormatter().Deserialize(Request.Cookies["state"].Value);
        Session["state"] = state;
    }

    // [Bad CWE-502] a binary formatter over decoded text of the form
    protected void RestoreBinary(object sender, EventArgs e)
    {
        byte[] bytes = Convert.FromBase64String(Request.Form["state"]);
        using (var stream = new MemoryStream(bytes))
            Session["state"] = new BinaryFormatter().Deserialize(stream);
    }

    // [Good CWE-502] JSON without types
    protected void RestoreJson(object sender, EventArgs e)
    {
        var state = new JavaScriptSerializer().Deserialize<GameState>(hidState.Value);
        Session["level"] = state.Level;
    }
}

// [Bad CWE-502] a serializer with a resolver that makes any type
public class StateService : WebService
{
    private readonly JavaScriptSerializer _serializer = new JavaScriptSerializer(new SimpleTypeResolver());

    [WebMethod]
    public void Save(string json)
    {
        var state = _serializer.Deserialize<object>(json);
        Session["state"] = state;
    }
}

// [Bad CWE-502] the settings of a shared class name types
public static class Json
{
    public static readonly JsonSerializerSettings Settings = new JsonSerializerSettings { TypeNameHandling = TypeNameHandling.All };

    public static T Read<T>(string json)
    {
        return JsonConvert.DeserializeObject<T>(json, Settings);
    }
}

// [Good CWE-502] the settings of a shared class name no types
public static class PlainJson
{
    public static readonly JsonSerializerSettings Settings = new JsonSerializerSettings { MaxDepth = 16 };

    public static T Read<T>(string json)
    {
        return JsonConvert.DeserializeObject<T>(json, Settings);
    }
}

public class StateController : ApiController
{
    // [Bad CWE-502] the body through a data contract serializer that writes types
    [System.Web.Http.HttpPost]
    public async Task<IHttpActionResult> Load()
    {
        var stream = await Request.Content.ReadAsStreamAsync();
        using (var reader = XmlDictionaryReader.CreateTextReader(stream, XmlDictionaryReaderQuotas.Max))
            return Ok(new NetDataContractSerializer().ReadObject(reader, false));
    }

    // [Good CWE-502] the body through a data contract serializer of one type
    [System.Web.Http.HttpPost]
    public async Task<IHttpActionResult> LoadSafe()
    {
        var stream = await Request.Content.ReadAsStreamAsync();
        return Ok(new DataContractJsonSerializer(typeof(GameState)).ReadObject(stream));
    }
}

public class PluginController : Controller
{
    // [Bad CWE-502] the type to read is named by the request
    [System.Web.Mvc.HttpPost]
    public ActionResult Load(string type, string xml)
    {
        var serializer = new XmlSerializer(Type.GetType(type));
        using (var reader = XmlReader.Create(new StringReader(xml)))
            return View(serializer.Deserialize(reader));
    }

    // [Good CWE-502] the type to read is this one
    [System.Web.Mvc.HttpPost]
    public ActionResult LoadSafe(string xml)
    {
        var serializer = new XmlSerializer(typeof(GameState));
        using (var reader = XmlReader.Create(new StringReader(xml)))
            return View(serializer.Deserialize(reader));
    }
}

[ServiceContract]
public interface ISync { [OperationContract] void Push(byte[] data); [OperationContract] void PushState(GameState state); }

public class Sync : ISync
{
    // [Bad CWE-502] a WCF operation reads bytes with a helper
    public void Push(byte[] data)
    {
        var state = Unpack<GameState>(data);
        Console.WriteLine(state.Level);
    }
    // [same case]
    static T Unpack<T>(byte[] data)
    {
        IFormatter formatter = new BinaryFormatter();
        using (var stream = new MemoryStream(data))
            return (T)formatter.Deserialize(stream);
    }

    // [Good CWE-502] a WCF operation has the object as its parameter
    public void PushState(GameState state)
    {
        Console.WriteLine(state.Level);
    }
}
