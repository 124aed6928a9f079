// Serialisers that create what the data says.
using System.Runtime.Serialization;
using System.Text.Json;
using System.Xml.Serialization;
using Newtonsoft.Json;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.UnsafeDeserialization.Rooms;

// [Bad CWE-502] shared settings with names of types
public static class Serialization
{
    public static readonly JsonSerializerSettings Settings = new() { TypeNameHandling = TypeNameHandling.Auto };
}
// [same case]
public class MessagesController : ControllerBase
{
    [HttpPost("/messages")]
    public object? Post([FromBody] string json) => JsonConvert.DeserializeObject<object>(json, Serialization.Settings);
}

// [Good CWE-502] shared settings without names of types
public static class SerializationGood
{
    public static readonly JsonSerializerSettings Settings = new() { TypeNameHandling = TypeNameHandling.None };
}
// [same case]
public class MessagesGoodController : ControllerBase
{
    [HttpPost("/messages-good")]
    public Note? Post([FromBody] string json) => JsonConvert.DeserializeObject<Note>(json, SerializationGood.Settings);
}

public sealed record Note(string Text);

// [Bad CWE-502] the settings of the whole process
public static class ProcessDefaults
{
    public static void Set() => JsonConvert.DefaultSettings = () => new JsonSerializerSettings { TypeNameHandling = TypeNameHandling.Objects };
}

// [Bad CWE-502] the type's name is in the message
public class Envelope
{
    public string Type { get; set; } = "";
    public string Payload { get; set; } = "";

    public object? Open() => System.Text.Json.JsonSerializer.Deserialize(Payload, System.Type.GetType(Type)!);
}

// [Good CWE-502] the message's name is looked up in a list
public class EnvelopeGood
{
    static readonly Dictionary<string, Type> s_types = new() { ["note"] = typeof(Note) };

    public string Kind { get; set; } = "";
    public string Payload { get; set; } = "";

    public object? Open() => s_types.TryGetValue(Kind, out var type) ? System.Text.Json.JsonSerializer.Deserialize(Payload, type) : null;
}

// [Bad CWE-502] a generic cache with the binary formatter
public class BinaryCache<T> where T : class
{
#pragma warning disable SYSLIB0011
    readonly System.Runtime.Serialization.Formatters.Binary.BinaryFormatter _formatter = new();

    public T Read(Stream stream) => (T)_formatter.Deserialize(stream);
}

// [Good CWE-502] a generic cache with JSON
public class JsonCache<T> where T : class
{
    public async ValueTask<T?> ReadAsync(Stream stream, CancellationToken cancellation) => await System.Text.Json.JsonSerializer.DeserializeAsync<T>(stream, cancellationToken: cancellation);
}

// [Bad CWE-502] a serialiser of XML for a type that the request names
public class ImportController : ControllerBase
{
    [HttpPost("/import")]
    public object? Import([FromQuery] string type)
    {
        var serializer = new DataContractSerializer(Type.GetType(type)!);
        return serializer.ReadObject(Request.Body);
    }
}

// [Good CWE-502] a serialiser of XML for one type
public class ImportGoodController : ControllerBase
{
    [HttpPost("/import-good")]
    public Note? Import()
    {
        var serializer = new DataContractSerializer(typeof(Note), [typeof(string)]);
        return (Note?)serializer.ReadObject(Request.Body);
    }
}
