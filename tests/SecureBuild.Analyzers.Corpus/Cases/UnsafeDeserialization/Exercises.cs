// The same mistake with one formatter after the other, and how each is used without it.
using System.Data;
using System.Resources;
using System.Runtime.Serialization;
using System.Runtime.Serialization.Formatters.Binary;
using System.Runtime.Serialization.Formatters.Soap;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Xml;
using System.Xml.Serialization;
using Microsoft.AspNetCore.Mvc;
using Newtonsoft.Json;

#pragma warning disable SYSLIB0011

namespace Corpus.UnsafeDeserialization.Exercises;

// [Bad CWE-502] the formatter is made by a factory method that says only that it is a formatter
public class FormatterFactory
{
    static IFormatter Create(string kind) => kind == "soap" ? (IFormatter)new SoapFormatter() : new BinaryFormatter();

    public object Load(string kind, Stream body) => Create(kind).Deserialize(body);
}

// [Bad CWE-502] a base class deserialises what the derived controller hands it
public abstract class StateController : ControllerBase
{
    protected readonly BinaryFormatter Formatter = new();

    protected T Restore<T>(byte[] bytes)
    {
        using var memory = new MemoryStream(bytes);
        return (T)Formatter.Deserialize(memory);
    }
}
// [same case]
public class WizardController : StateController
{
    [HttpPost]
    public IActionResult Next([FromForm] string state)
    {
        var wizard = Restore<Dictionary<string, string>>(Convert.FromBase64String(state));
        return Ok(wizard.Count);
    }
}

// [Good CWE-502] the same, with JSON into one type
public class WizardJsonController : ControllerBase
{
    T Restore<T>(byte[] bytes)
    {
        using var memory = new MemoryStream(bytes);
        return System.Text.Json.JsonSerializer.Deserialize<T>(memory)!;
    }

    [HttpPost]
    public IActionResult Next([FromForm] string state)
    {
        var wizard = Restore<Dictionary<string, string>>(Convert.FromBase64String(state));
        return Ok(wizard.Count);
    }
}

// [Bad CWE-502] type names are followed when a constant says so
public class ConstantHandling
{
    const TypeNameHandling Handling = TypeNameHandling.Objects;

    static readonly JsonSerializerSettings Settings = new() { TypeNameHandling = Handling };

    public object? Read(string json) => JsonConvert.DeserializeObject(json, Settings);
}

// [Bad CWE-502] the setting comes from a method that makes it
public class SettingsFactory
{
    static JsonSerializerSettings Make(bool polymorphic)
    {
        var settings = new JsonSerializerSettings();
        settings.TypeNameHandling = polymorphic ? TypeNameHandling.Auto : TypeNameHandling.None;
        return settings;
    }

    public T? Read<T>(string json) => JsonConvert.DeserializeObject<T>(json, Make(polymorphic: true));
}

// [Good CWE-502] the setting is taken back before anything is read
public class SettingsTakenBack
{
    public T? Read<T>(string json)
    {
        var settings = new JsonSerializerSettings { TypeNameHandling = TypeNameHandling.All };
        settings.TypeNameHandling = TypeNameHandling.None;
        return JsonConvert.DeserializeObject<T>(json, settings);
    }
}

// [Bad CWE-502] a serialiser with its property set, reading from the request's stream
public class EventController : ControllerBase
{
    [HttpPost]
    public IActionResult Receive()
    {
        var serializer = new Newtonsoft.Json.JsonSerializer();
        serializer.TypeNameHandling = (TypeNameHandling)3;
        using var text = new StreamReader(Request.Body);
        using var reader = new JsonTextReader(text);
        var message = serializer.Deserialize(reader);
        return Ok(message?.ToString());
    }
}

// [Bad CWE-502] the type of the XML serialiser is looked up by the name in the document
public class MessageReader
{
    public object? Read(XmlDocument message)
    {
        var type = Type.GetType(message.DocumentElement!.GetAttribute("type"))!;
        var serializer = new XmlSerializer(type);
        using var reader = new XmlNodeReader(message.DocumentElement.FirstChild!);
        return serializer.Deserialize(reader);
    }
}
// [same case]
public class MessageController : ControllerBase
{
    [HttpPost]
    public IActionResult Post([FromBody] string xml)
    {
        var document = new XmlDocument { XmlResolver = null };
        document.LoadXml(xml);
        return Ok(new MessageReader().Read(document));
    }
}

// [Good CWE-502] the name chooses among three types
public class KnownMessageReader : ControllerBase
{
    static readonly Dictionary<string, Type> Kinds = new() { ["order"] = typeof(List<string>), ["note"] = typeof(string), ["count"] = typeof(int) };

    [HttpPost]
    public IActionResult Post(string kind, [FromBody] string xml)
    {
        if (!Kinds.TryGetValue(kind, out var type))
            return BadRequest();
        var serializer = new XmlSerializer(type);
        using var reader = XmlReader.Create(new StringReader(xml));
        return Ok(serializer.Deserialize(reader));
    }
}

// [Bad CWE-502] a data set with the schema that the upload brings
public class ImportController : ControllerBase
{
    [HttpPost]
    public async Task<IActionResult> Import(IFormFile file)
    {
        await using var stream = file.OpenReadStream();
        var data = new DataSet();
        data.ReadXml(stream, XmlReadMode.ReadSchema);
        return Ok(data.Tables.Count);
    }
}

// [Good CWE-502] rows of an upload, read as text
public class CsvImportController : ControllerBase
{
    [HttpPost]
    public async Task<IActionResult> Import(IFormFile file)
    {
        using var reader = new StreamReader(file.OpenReadStream());
        var table = new DataTable();
        table.Columns.Add("name", typeof(string));
        while (await reader.ReadLineAsync() is { } line)
            table.Rows.Add(line);
        return Ok(table.Rows.Count);
    }
}

// [Bad CWE-502] the contract serialiser with a resolver that loads whatever is named
public class AnyTypeResolver : DataContractResolver
{
    public override Type? ResolveName(string typeName, string? typeNamespace, Type? declaredType, DataContractResolver knownTypeResolver) =>
        Type.GetType(typeName + ", " + typeNamespace);

    public override bool TryResolveType(Type type, Type? declaredType, DataContractResolver knownTypeResolver, out XmlDictionaryString? typeName, out XmlDictionaryString? typeNamespace) =>
        knownTypeResolver.TryResolveType(type, declaredType, null, out typeName, out typeNamespace);
}

// [Bad CWE-502] the contract serialiser that writes types of .NET into the document
public class OldQueue
{
    public object? Take(Stream message)
    {
        var serializer = new NetDataContractSerializer();
        return serializer.ReadObject(message);
    }
}

// [Good CWE-502] the contract serialiser with the types that it may meet
public class NewQueue
{
    static readonly DataContractSerializer Serializer = new(typeof(QueueItem), [typeof(QueueNote)]);

    public QueueItem? Take(Stream message) => (QueueItem?)Serializer.ReadObject(message);
}

[DataContract]
public class QueueItem
{
    [DataMember]
    public object? Payload { get; set; }
}

[DataContract]
public class QueueNote
{
    [DataMember]
    public string? Text { get; set; }
}

// [Bad CWE-502] a binder that binds everything
public class EchoBinder : SerializationBinder
{
    public override Type? BindToType(string assemblyName, string typeName) => Type.GetType($"{typeName}, {assemblyName}");
}
// [same case]
public static class BoundSession
{
    public static object Open(Stream stream)
    {
        var formatter = new BinaryFormatter { Binder = new EchoBinder() };
        return formatter.Deserialize(stream);
    }
}

// [Bad CWE-502] a converter that makes the type which the document names
public class NamedTypeConverter : System.Text.Json.Serialization.JsonConverter<object>
{
    public override object? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        var name = document.RootElement.GetProperty("$type").GetString()!;
        return document.RootElement.GetProperty("value").Deserialize(Type.GetType(name)!, options);
    }

    public override void Write(Utf8JsonWriter writer, object value, JsonSerializerOptions options) => throw new NotSupportedException();
}

// [Good CWE-502] polymorphism with the derived types declared
[JsonPolymorphic(TypeDiscriminatorPropertyName = "$type")]
[JsonDerivedType(typeof(Circle), "circle")]
[JsonDerivedType(typeof(Square), "square")]
public abstract class Shape
{
    public static Shape? Parse(string json) => System.Text.Json.JsonSerializer.Deserialize<Shape>(json);
}

public class Circle : Shape;

public class Square : Shape;

// [Good CWE-502] a copy of an object, written and read with a contract
public static class Cloner
{
    public static T Clone<T>(T value)
    {
        var serializer = new DataContractSerializer(typeof(T));
        using var memory = new MemoryStream();
        serializer.WriteObject(memory, value);
        memory.Position = 0;
        return (T)serializer.ReadObject(memory)!;
    }
}

// [Good CWE-502] type names are written, and never read
public static class AuditWriter
{
    public static string Describe(object value) => JsonConvert.SerializeObject(value, new JsonSerializerSettings { TypeNameHandling = TypeNameHandling.Auto });
}
