// Data that says what it becomes.
using System.Runtime.Serialization;
using System.Runtime.Serialization.Formatters.Binary;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Xml.Serialization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Caching.Distributed;
using Newtonsoft.Json;

#pragma warning disable SYSLIB0011

namespace Corpus.UnsafeDeserialization.Quays;

public interface ISerializer
{
    T Read<T>(byte[] data);
}

// [Bad CWE-502] a serialiser behind an interface, with a formatter that creates any type
public sealed class BinarySerializer : ISerializer
{
    readonly Lazy<BinaryFormatter> _formatter = new(() => new BinaryFormatter());

    public T Read<T>(byte[] data)
    {
        using var stream = new MemoryStream(data, writable: false);
        return (T)_formatter.Value.Deserialize(stream);
    }
}

// [same case]
public sealed class StateController(ISerializer serializer) : ControllerBase
{
    [HttpPost("state")]
    public IActionResult Post([FromBody] byte[] state) => Ok(serializer.Read<Dictionary<string, string>>(state).Count);
}

// [Good CWE-502] a serialiser behind an interface, JSON with the type that the program knows
public sealed class JsonStateSerializer : ISerializer
{
    static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web) { MaxDepth = 16 };

    public T Read<T>(byte[] data) => System.Text.Json.JsonSerializer.Deserialize<T>(data, s_options) ?? throw new InvalidDataException();
}

// [Bad CWE-502] settings with type names, made once for a queue's messages
public sealed class MessagePump
{
    static readonly JsonSerializerSettings s_settings = CreateSettings();

    static JsonSerializerSettings CreateSettings()
    {
        var settings = new JsonSerializerSettings();
        settings.TypeNameHandling = TypeNameHandling.Auto;
        return settings;
    }

    public object Read(string json) => JsonConvert.DeserializeObject(json, typeof(object), s_settings);
}

// [same case]
public static class MessageEndpoints
{
    public static void Map(WebApplication app, MessagePump pump) => app.MapPost("/messages", async (HttpRequest request) =>
    {
        using var reader = new StreamReader(request.Body);
        return Results.Ok(pump.Read(await reader.ReadToEndAsync()).ToString());
    });
}

// [Good CWE-502] settings with type names for writing only; reading knows its type
public sealed class SafeMessagePump
{
    static readonly JsonSerializerSettings s_settings = new() { TypeNameHandling = TypeNameHandling.None, MaxDepth = 32 };

    public sealed record Message(string Kind, string Body);

    public Message Read(string json) => JsonConvert.DeserializeObject<Message>(json, s_settings);
}

// [same case]
public static class SafeMessageEndpoints
{
    public static void Map(WebApplication app, SafeMessagePump pump) => app.MapPost("/safe-messages", async (HttpRequest request) =>
    {
        using var reader = new StreamReader(request.Body);
        return Results.Ok(pump.Read(await reader.ReadToEndAsync()));
    });
}

// [Bad CWE-502] the type to read comes with the data, in a header
public sealed class EnvelopeController : ControllerBase
{
    [HttpPost("envelope")]
    public async Task<IActionResult> Post([FromHeader(Name = "X-Type")] string typeName)
    {
        var serializer = new XmlSerializer(Resolve(typeName));
        using var buffer = new MemoryStream();
        await Request.Body.CopyToAsync(buffer);
        buffer.Position = 0;
        return Ok(serializer.Deserialize(buffer));
    }

    static Type Resolve(string name) => Type.GetType(name) ?? throw new BadHttpRequestException("Unknown type.");
}

// [Good CWE-502] the type to read is one of three
public sealed class SafeEnvelopeController : ControllerBase
{
    public sealed class Order { public int Number { get; set; } }

    public sealed class Invoice { public int Number { get; set; } }

    [HttpPost("safe-envelope")]
    public async Task<IActionResult> Post([FromHeader(Name = "X-Type")] string typeName)
    {
        var type = typeName switch { "order" => typeof(Order), "invoice" => typeof(Invoice), _ => null };
        if (type is null)
            return BadRequest();
        var serializer = new DataContractSerializer(type);
        using var buffer = new MemoryStream();
        await Request.Body.CopyToAsync(buffer);
        buffer.Position = 0;
        return Ok(serializer.ReadObject(buffer));
    }
}
