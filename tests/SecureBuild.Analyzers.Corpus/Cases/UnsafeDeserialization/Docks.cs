// Less common doors to objects.
using System.Runtime.Serialization;
using System.Runtime.Serialization.Json;
using System.Text;
using System.Xml;
using System.Xml.Serialization;
using Microsoft.AspNetCore.Mvc;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using YamlDotNet.Serialization;

namespace Corpus.UnsafeDeserialization.Docks;

public sealed class Crane { public string Name { get; set; } = ""; }

[Route("docks")]
public class DockObjects : Controller
{
    // [Bad CWE-502] the header names the serializer's type
    [HttpPost("a")]
    public IActionResult Contract()
    {
        var type = Type.GetType(Request.Headers["X-Type"].ToString())!;
        var serializer = new DataContractSerializer(type);
        return Ok(serializer.ReadObject(Request.Body));
    }

    // [Good CWE-502] the serializer's type is known
    [HttpPost("b")]
    public IActionResult KnownContract()
    {
        var serializer = new DataContractSerializer(typeof(Crane));
        return Ok(serializer.ReadObject(Request.Body));
    }

    // [Bad CWE-502] the JSON names its type in a property
    [HttpPost("c")]
    public IActionResult Envelope([FromBody] string json)
    {
        var envelope = JObject.Parse(json);
        var type = Type.GetType((string)envelope["type"])!;
        return Ok(envelope["body"].ToObject(type));
    }

    // [Bad CWE-502] automatic names of types
    [HttpPost("d")]
    public IActionResult Auto([FromBody] string json)
    {
        var serializer = new Newtonsoft.Json.JsonSerializer { TypeNameHandling = TypeNameHandling.Auto };
        using var reader = new JsonTextReader(new StringReader(json));
        return Ok(serializer.Deserialize<Crane>(reader));
    }

    // [Good CWE-502] no names of types
    [HttpPost("e")]
    public IActionResult Plain([FromBody] string json) => Ok(JsonConvert.DeserializeObject<Crane>(json));

    // [Good CWE-502] System.Text.Json makes one type
    [HttpPost("f")]
    public async Task<IActionResult> Modern() => Ok(await System.Text.Json.JsonSerializer.DeserializeAsync<Crane>(Request.Body));
}
