using System.Runtime.Serialization;
using System.Xml.Serialization;
using Microsoft.AspNetCore.Mvc;
using Newtonsoft.Json;

namespace State.App;

public class Profile { public string Name { get; set; } = ""; }

public class StateController : ControllerBase
{
    // [Bad CWE-502] the type is the client's
    [HttpPost]
    public IActionResult A(string type, [FromBody] string xml)
    {
        var serializer = new XmlSerializer(Type.GetType(type)!);
        return Ok(serializer.Deserialize(new StringReader(xml)));
    }

    // [Good CWE-502] the type is fixed
    [HttpPost]
    public IActionResult B([FromBody] string xml) => Ok(new XmlSerializer(typeof(Profile)).Deserialize(new StringReader(xml)));

    // [Bad CWE-502] type names of the JSON count
    [HttpPost]
    public IActionResult C([FromBody] string json) => Ok(JsonConvert.DeserializeObject<object>(json, new JsonSerializerSettings { TypeNameHandling = TypeNameHandling.All }));

    // [Good CWE-502] type names do not count
    [HttpPost]
    public IActionResult D([FromBody] string json) => Ok(JsonConvert.DeserializeObject<Profile>(json));

    // [Good CWE-502] System.Text.Json
    [HttpPost]
    public IActionResult E([FromBody] string json) => Ok(System.Text.Json.JsonSerializer.Deserialize<Profile>(json));

    // [Bad CWE-502] a data contract of the client's type
    [HttpPost]
    public object? F(string type) => new DataContractSerializer(Type.GetType(type)!).ReadObject(Request.Body);
}
