// Data that says what it becomes, in small samples.
#pragma warning disable SYSLIB0011
using System.Runtime.Serialization;
using System.Runtime.Serialization.Formatters.Binary;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace Corpus.UnsafeDeserialization.Snippets;

public sealed record Cart(int Count);

// [Bad CWE-502] a cookie becomes an object
public class CartController : ControllerBase
{
    [HttpGet("/cart")]
    public IActionResult Show()
    {
        var bytes = Convert.FromBase64String(Request.Cookies["cart"]!);
        using var stream = new MemoryStream(bytes);
        var cart = (Cart)new BinaryFormatter().Deserialize(stream);
        return Ok(cart.Count);
    }
}

// [Good CWE-502] a cookie becomes a known object
public class SafeCartController : ControllerBase
{
    [HttpGet("/safe-cart")]
    public IActionResult Show()
    {
        var bytes = Convert.FromBase64String(Request.Cookies["cart"]!);
        var cart = System.Text.Json.JsonSerializer.Deserialize<Cart>(bytes);
        return Ok(cart!.Count);
    }
}

// [Bad CWE-502] settings of a static field
public static class Settings
{
    static readonly JsonSerializerSettings s_settings = new() { TypeNameHandling = TypeNameHandling.Objects };

    public static object? Read(string json) => JsonConvert.DeserializeObject(json, s_settings);
}

// [Good CWE-502] settings of a static field
public static class SafeSettings
{
    static readonly JsonSerializerSettings s_settings = new() { TypeNameHandling = TypeNameHandling.None };

    public static Cart? Read(string json) => JsonConvert.DeserializeObject<Cart>(json, s_settings);
}

// [Bad CWE-502] settings by an extension method
public static class SettingsExtensions
{
    public static JsonSerializerSettings WithTypes(this JsonSerializerSettings settings)
    {
        settings.TypeNameHandling = TypeNameHandling.All;
        return settings;
    }

    public static object? Read(string json) => JsonConvert.DeserializeObject(json, new JsonSerializerSettings().WithTypes());
}

// [Good CWE-502] a binder that knows two types
public sealed class TwoTypes : ISerializationBinder
{
    public Type BindToType(string? assemblyName, string typeName) => typeName switch
    {
        "cart" => typeof(Cart),
        "date" => typeof(DateTime),
        _ => throw new SerializationException("Unknown type"),
    };

    public void BindToName(Type serializedType, out string? assemblyName, out string? typeName)
    {
        assemblyName = null;
        typeName = serializedType == typeof(Cart) ? "cart" : "date";
    }
}

// [same case]
public static class BoundSettings
{
    public static object? Read(string json) => JsonConvert.DeserializeObject(json, new JsonSerializerSettings { TypeNameHandling = TypeNameHandling.Auto, SerializationBinder = new TwoTypes() });
}

// [Bad CWE-502] a binder that loads what it is told
public sealed class AnyType : ISerializationBinder
{
    public Type BindToType(string? assemblyName, string typeName) => Type.GetType($"{typeName}, {assemblyName}")!;

    public void BindToName(Type serializedType, out string? assemblyName, out string? typeName)
    {
        assemblyName = serializedType.Assembly.FullName;
        typeName = serializedType.FullName;
    }
}

// [same case]
public static class UnboundSettings
{
    public static object? Read(string json) => JsonConvert.DeserializeObject(json, new JsonSerializerSettings { TypeNameHandling = TypeNameHandling.Auto, SerializationBinder = new AnyType() });
}

// [Bad CWE-502] the client says which type
public class TypedController : ControllerBase
{
    [HttpPost("/typed/{type}")]
    public async Task<IActionResult> Post(string type)
    {
        using var reader = new StreamReader(Request.Body);
        var target = Type.GetType(type);
        var value = System.Text.Json.JsonSerializer.Deserialize(await reader.ReadToEndAsync(), target!);
        return Ok(value);
    }
}

// [Good CWE-502] the client says which of ours
public class MappedController : ControllerBase
{
    static readonly Dictionary<string, Type> s_types = new() { ["cart"] = typeof(Cart), ["date"] = typeof(DateTime) };

    [HttpPost("/mapped/{type}")]
    public async Task<IActionResult> Post(string type)
    {
        using var reader = new StreamReader(Request.Body);
        if (!s_types.TryGetValue(type, out var target))
            return BadRequest();
        var value = System.Text.Json.JsonSerializer.Deserialize(await reader.ReadToEndAsync(), target);
        return Ok(value);
    }
}

// [Bad CWE-502] a generic wrapper around the formatter
public static class Cloner
{
    public static T Clone<T>(T value)
    {
        using var stream = new MemoryStream();
        IFormatter formatter = new BinaryFormatter();
        formatter.Serialize(stream, value!);
        stream.Position = 0;
        return (T)formatter.Deserialize(stream);
    }
}

// [Good CWE-502] a clone by JSON
public static class JsonCloner
{
    public static T Clone<T>(T value) => System.Text.Json.JsonSerializer.Deserialize<T>(System.Text.Json.JsonSerializer.Serialize(value))!;
}

// [Bad CWE-502] default settings of the whole process
public static class ProcessSettings
{
    public static void Install() => JsonConvert.DefaultSettings = () => new JsonSerializerSettings { TypeNameHandling = TypeNameHandling.Auto };
}

// [Bad CWE-502] an attribute on the member
public sealed class Envelope
{
    [JsonProperty(TypeNameHandling = TypeNameHandling.All)]
    public object? Body { get; set; }
}
