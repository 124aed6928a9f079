// More ways to read what somebody else wrote.
using System.Resources;
using System.Runtime.Serialization;
using System.Runtime.Serialization.Formatters.Binary;
using System.Runtime.Serialization.Json;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Mvc;
using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;
using YamlDotNet.Serialization;

#pragma warning disable SYSLIB0011, SYSLIB0050

namespace Corpus.UnsafeDeserialization.Drills;

// [Bad CWE-502] settings that a derived class gives itself
public class FriendlySettings : JsonSerializerSettings
{
    public FriendlySettings()
    {
        TypeNameHandling = TypeNameHandling.Auto;
    }
}

// [Bad CWE-502] the setting is a ternary of two that both read types
public class TernarySettings(bool arrays)
{
    public object? Read(string text)
    {
        var settings = new JsonSerializerSettings { TypeNameHandling = arrays ? TypeNameHandling.Arrays : TypeNameHandling.Objects };
        return JsonConvert.DeserializeObject<object>(text, settings);
    }
}

// [Good CWE-502] a local that is none whatever the branch
public class NoneSettings(bool compact)
{
    public Dictionary<string, string>? Read(string text)
    {
        var handling = TypeNameHandling.None;
        if (compact)
            handling = 0;
        var settings = new JsonSerializerSettings { TypeNameHandling = handling };
        return JsonConvert.DeserializeObject<Dictionary<string, string>>(text, settings);
    }
}

// [Bad CWE-502] a local that is changed on the way to the settings
public class ChangedSettings(bool legacy)
{
    public object? Read(string text)
    {
        var handling = TypeNameHandling.None;
        if (legacy)
            handling = TypeNameHandling.All;
        return JsonConvert.DeserializeObject(text, new JsonSerializerSettings { TypeNameHandling = handling });
    }
}

// [Bad CWE-502] resources of an upload
public class ResourceController : ControllerBase
{
    [HttpPost]
    public IActionResult Read(IFormFile file)
    {
        using var reader = new ResourceReader(file.OpenReadStream());
        var count = 0;
        foreach (System.Collections.DictionaryEntry entry in reader)
            if (entry.Value is not null)
                count++;
        return Ok(count);
    }
}

// [Bad CWE-502] JSON of a contract for a type from the query
public class ContractController : ControllerBase
{
    [HttpPost]
    public IActionResult Read(string type)
    {
        var serializer = new DataContractJsonSerializer(Type.GetType(type, throwOnError: true)!);
        return Ok(serializer.ReadObject(Request.Body));
    }
}

// [Good CWE-502] JSON of a contract for a type of a pair
public class PairController : ControllerBase
{
    [HttpPost]
    public IActionResult Read(bool many)
    {
        var serializer = new DataContractJsonSerializer(many ? typeof(List<int>) : typeof(int));
        return Ok(serializer.ReadObject(Request.Body));
    }
}

// [Bad CWE-502] YAML with tags that name types
public class YamlLoader
{
    public object Load(string yaml, string type)
    {
        var deserializer = new DeserializerBuilder().Build();
        return deserializer.Deserialize(new StringReader(yaml), Type.GetType(type)!);
    }
}
// [same case]
public class YamlController : ControllerBase
{
    [HttpPost("{type}")]
    public IActionResult Post(string type, [FromBody] string yaml) => Ok(new YamlLoader().Load(yaml, type));
}

// [Good CWE-502] YAML of one type
public class YamlSettings : ControllerBase
{
    [HttpPost]
    public IActionResult Post([FromBody] string yaml) => Ok(new DeserializerBuilder().Build().Deserialize<Dictionary<string, string>>(yaml));
}

// [Bad CWE-502] the formatter is an argument, the caller makes it
public class Cache
{
    static object Revive(IFormatter formatter, byte[] data)
    {
        using var stream = new MemoryStream(data);
        return formatter.Deserialize(stream);
    }

    public object Get(byte[] data) => Revive(new BinaryFormatter(), data);
}

// [Bad CWE-502] a lambda that a table of readers holds
public static class Readers
{
    static readonly Dictionary<string, Func<Stream, object>> Table = new()
    {
        ["bin"] = stream => new BinaryFormatter().Deserialize(stream),
        ["txt"] = stream => new StreamReader(stream).ReadToEnd(),
    };

    public static object Read(string kind, Stream stream) => Table[kind](stream);
}

// [Good CWE-502] a binder that knows its types, and throws otherwise
public class OrderBinder : ISerializationBinder
{
    public Type BindToType(string? assemblyName, string typeName) => typeName switch
    {
        "Order" => typeof(List<string>),
        "Note" => typeof(string),
        _ => throw new JsonSerializationException(typeName),
    };

    public void BindToName(Type serializedType, out string? assemblyName, out string? typeName)
    {
        assemblyName = null;
        typeName = serializedType.Name;
    }
}
// [same case]
public class OrderReader
{
    public object? Read(string json) => JsonConvert.DeserializeObject(json, new JsonSerializerSettings { TypeNameHandling = TypeNameHandling.Objects, SerializationBinder = new OrderBinder() });
}

public class JsonSerializationException(string message) : Exception(message);

// [Bad CWE-502] an object is made without its constructor, of a type that the message names
public class Materializer : ControllerBase
{
    [HttpPost]
    public IActionResult Make([FromForm] string typeName, [FromForm] string json)
    {
        var type = Type.GetType(typeName)!;
        return Ok(System.Text.Json.JsonSerializer.Deserialize(json, type));
    }
}

// [Good CWE-502] bytes that are read field by field
public class RecordReader : ControllerBase
{
    [HttpPost]
    public IActionResult Read(IFormFile file)
    {
        using var reader = new BinaryReader(file.OpenReadStream());
        var id = reader.ReadInt32();
        var name = reader.ReadString();
        return Ok(new { id, name });
    }
}
