using System.Text.Json;
using System.Xml.Serialization;
using Microsoft.AspNetCore.Mvc;
using Newtonsoft.Json;

namespace Layers;

public record Order(int Id, string Name);
public interface ISerializer { object? Read(string text); }

// [Bad CWE-502] types of the data's choice behind an interface
public sealed class LooseSerializer : ISerializer
{
    static readonly JsonSerializerSettings s_settings = new() { TypeNameHandling = TypeNameHandling.Auto };
    public object? Read(string text) => JsonConvert.DeserializeObject<object>(text, s_settings);
}

// [Good CWE-502] the same serialiser without types
public sealed class StrictSerializer : ISerializer
{
    static readonly JsonSerializerSettings s_settings = new() { TypeNameHandling = TypeNameHandling.None, MaxDepth = 32 };
    public object? Read(string text) => JsonConvert.DeserializeObject<Order>(text, s_settings);
}

// [Bad CWE-502] the request names the type
[ApiController]
public class AnyController : ControllerBase
{
    [HttpPost("any/{type}")]
    public async Task<IActionResult> Post(string type)
    {
        var target = Type.GetType(type, throwOnError: true)!;
        return Ok(await System.Text.Json.JsonSerializer.DeserializeAsync(Request.Body, target));
    }
}

// [Good CWE-502] one of two types
[ApiController]
public class KnownController : ControllerBase
{
    [HttpPost("known/{type}")]
    public async Task<IActionResult> Post(string type)
    {
        Type? target = type switch { "order" => typeof(Order), "text" => typeof(string), _ => null };
        return target is null ? BadRequest() : Ok(await System.Text.Json.JsonSerializer.DeserializeAsync(Request.Body, target));
    }
}

// [Bad CWE-502] an XML serialiser for the header's type
public static class XmlEndpoint
{
    public static void Map(WebApplication app) => app.MapPost("/xml", (HttpRequest request) =>
    {
        var serializer = new XmlSerializer(Type.GetType(request.Headers["X-Type"].ToString())!);
        return Results.Ok(serializer.Deserialize(request.Body));
    });
}

// [Good CWE-502] an XML serialiser for our type
public static class SafeXmlEndpoint
{
    public static void Map(WebApplication app) => app.MapPost("/xml", (HttpRequest request) =>
    {
        var serializer = new XmlSerializer(typeof(List<string>));
        return Results.Ok(serializer.Deserialize(request.Body));
    });
}
