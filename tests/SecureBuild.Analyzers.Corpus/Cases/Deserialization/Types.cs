using System.Runtime.Serialization;
using System.Runtime.Serialization.Json;
using System.Text.Json;
using System.Xml.Serialization;
using Microsoft.AspNetCore.Mvc;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using YamlDotNet.Serialization;
using JsonSerializer = System.Text.Json.JsonSerializer;

namespace Messages;

public class Order { public int Id { get; set; } public string Customer { get; set; } = ""; }
public class Invoice { public int Id { get; set; } }

public class MessagesController : ControllerBase
{
    static readonly Dictionary<string, Type> s_types = new() { ["order"] = typeof(Order), ["invoice"] = typeof(Invoice) };

    // [Bad CWE-502] the type is named by the client: XmlSerializer
    public object? Xml(string type)
    {
        var serializer = new XmlSerializer(Type.GetType(type)!);
        return serializer.Deserialize(Request.Body);
    }

    // [Good CWE-502] the type is fixed
    public object? XmlFixed(string type)
    {
        var serializer = new XmlSerializer(typeof(Order));
        return serializer.Deserialize(Request.Body);
    }

    // [Good CWE-502] the type is found in a table
    public object? XmlKnown(string type) => s_types.TryGetValue(type, out var known) ? new XmlSerializer(known).Deserialize(Request.Body) : null;

    // [Bad CWE-502] DataContractSerializer
    public object? DataContract([FromHeader(Name = "X-Type")] string type)
    {
        var serializer = new DataContractSerializer(Type.GetType(type, throwOnError: true)!);
        return serializer.ReadObject(Request.Body);
    }

    // [Good CWE-502] DataContractSerializer of a fixed type
    public object? DataContractFixed() => new DataContractSerializer(typeof(Invoice)).ReadObject(Request.Body);

    // [Bad CWE-502] DataContractJsonSerializer
    public object? DataContractJson(string type)
    {
        var found = Type.GetType("Messages." + type);
        return new DataContractJsonSerializer(found!).ReadObject(Request.Body);
    }

    // [Bad CWE-502] System.Text.Json with a type named by the client
    public object? Json(string type, [FromBody] string text) => JsonSerializer.Deserialize(text, Type.GetType(type)!);

    // [Good CWE-502] System.Text.Json with a type of ours
    public object? JsonFixed(string type, [FromBody] string text) =>
        type == "invoice" ? JsonSerializer.Deserialize<Invoice>(text) : JsonSerializer.Deserialize<Order>(text);

    // [Good CWE-502] System.Text.Json with a switch over types
    public object? JsonSwitch(string type, [FromBody] string text) =>
        JsonSerializer.Deserialize(text, type switch { "invoice" => typeof(Invoice), _ => typeof(Order) });

    // [Bad CWE-502] Newtonsoft with a type named by the client
    public object? Newtonsoft(string type, [FromBody] string text) => JsonConvert.DeserializeObject(text, Type.GetType(type)!);

    // [Bad CWE-502] Newtonsoft creates the types that the text names
    public object? All([FromBody] string text)
    {
        var settings = new JsonSerializerSettings { TypeNameHandling = TypeNameHandling.All };
        return JsonConvert.DeserializeObject<Order>(text, settings);
    }

    // [Good CWE-502] Newtonsoft without names of types
    public object? None([FromBody] string text)
    {
        var settings = new JsonSerializerSettings { TypeNameHandling = TypeNameHandling.None, MaxDepth = 16 };
        return JsonConvert.DeserializeObject<Order>(text, settings);
    }

    // [Good CWE-502] Newtonsoft's default
    public object? Default([FromBody] string text) => JsonConvert.DeserializeObject<Order>(text);

    // [Bad CWE-502] a JObject becomes an object of the type that the text names
    public object? Token([FromBody] string text)
    {
        var token = JObject.Parse(text);
        var type = Type.GetType((string)token["$kind"]);
        return token.ToObject(type!);
    }

    // [Good CWE-502] a JObject becomes an object of a fixed type
    public object? TokenFixed([FromBody] string text) => JObject.Parse(text).ToObject<Order>();

    // [Good CWE-502] YamlDotNet of a fixed type
    public object? Yaml([FromBody] string text) => new DeserializerBuilder().Build().Deserialize<Order>(text);

    // [Bad CWE-502] YamlDotNet of a type named by the client
    public object? YamlTyped(string type, [FromBody] string text)
    {
        var deserializer = new DeserializerBuilder().IgnoreUnmatchedProperties().Build();
        return deserializer.Deserialize(new StringReader(text), Type.GetType(type)!);
    }
}

// [Bad CWE-502] the type's name travels in an envelope to a service
public class EnvelopeController(EnvelopeController.Reader reader) : ControllerBase
{
    public record Envelope(string Type, string Body);

    public object? Post([FromBody] Envelope envelope) => reader.Read(envelope);

    public class Reader
    {
        public object? Read(Envelope envelope)
        {
            var type = Resolve(envelope.Type);
            return JsonSerializer.Deserialize(envelope.Body, type);
        }

        static Type Resolve(string name) => Type.GetType(name) ?? typeof(Order);
    }
}

// [Good CWE-502] the service knows the types
public class EnvelopeControllerSafe(EnvelopeControllerSafe.Reader reader) : ControllerBase
{
    public record Envelope(string Type, string Body);

    public object? Post([FromBody] Envelope envelope) => reader.Read(envelope);

    public class Reader
    {
        public object? Read(Envelope envelope)
        {
            var type = Resolve(envelope.Type);
            return JsonSerializer.Deserialize(envelope.Body, type);
        }

        static Type Resolve(string name) => name switch
        {
            nameof(Order) => typeof(Order),
            nameof(Invoice) => typeof(Invoice),
            _ => throw new NotSupportedException(),
        };
    }
}
