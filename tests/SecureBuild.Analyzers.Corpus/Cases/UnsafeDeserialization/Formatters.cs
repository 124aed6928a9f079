using System.Runtime.Serialization;
using System.Runtime.Serialization.Formatters.Binary;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Xml.Serialization;
using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;
using YamlDotNet.Serialization;

namespace Shop.Serialization;

public class Cart { public List<string> Items { get; set; } = []; }
public class Circle : Shape { public double Radius { get; set; } }

[JsonDerivedType(typeof(Circle), "circle")]
public abstract class Shape { public string Name { get; set; } = ""; }

public class Formatters
{
    // [Bad CWE-502] BinaryFormatter
    public Cart Load(Stream stream)
    {
#pragma warning disable SYSLIB0011
        return (Cart)new BinaryFormatter().Deserialize(stream);
#pragma warning restore SYSLIB0011
    }

    // [Good CWE-502] System.Text.Json
    public Cart? LoadJson(Stream stream) => System.Text.Json.JsonSerializer.Deserialize<Cart>(stream);

    // [Bad CWE-502] BinaryFormatter through its interface
    public object Restore(byte[] data)
    {
#pragma warning disable SYSLIB0011, SYSLIB0050
        IFormatter formatter = new BinaryFormatter();
        using var stream = new MemoryStream(data);
        return formatter.Deserialize(stream);
#pragma warning restore
    }

    // [Good CWE-502] XmlSerializer of a fixed type
    public Cart? LoadXml(Stream stream) => new XmlSerializer(typeof(Cart)).Deserialize(stream) as Cart;

    // [Bad CWE-502] NetDataContractSerializer
    public object Contract(Stream stream) => new NetDataContractSerializer().ReadObject(stream);

    // [Good CWE-502] DataContractSerializer with known types
    public object? KnownContract(Stream stream) => new DataContractSerializer(typeof(Shape), [typeof(Circle)]).ReadObject(stream);

    // [Bad CWE-502] SoapFormatter
    public object Soap(Stream stream)
    {
        var formatter = new System.Runtime.Serialization.Formatters.Soap.SoapFormatter();
        return formatter.Deserialize(stream);
    }

    // [Good CWE-502] polymorphism with a list of types
    public Shape? Derived(string json) => System.Text.Json.JsonSerializer.Deserialize<Shape>(json);

    // [Bad CWE-502] all types by name
    public object? All(string json) =>
        JsonConvert.DeserializeObject(json, new JsonSerializerSettings { TypeNameHandling = TypeNameHandling.All });

    // [Good CWE-502] no types by name
    public Cart? None(string json) =>
        JsonConvert.DeserializeObject<Cart>(json, new JsonSerializerSettings { TypeNameHandling = TypeNameHandling.None, MaxDepth = 32 });

    // [Bad CWE-502] types by name where the declared one differs
    public T Auto<T>(TextReader reader)
    {
        var serializer = new Newtonsoft.Json.JsonSerializer();
        serializer.TypeNameHandling = TypeNameHandling.Auto;
        using var json = new JsonTextReader(reader);
        return serializer.Deserialize<T>(json);
    }

    // [Good CWE-502] the serializer's default
    public T Default<T>(TextReader reader)
    {
        var serializer = new Newtonsoft.Json.JsonSerializer();
        using var json = new JsonTextReader(reader);
        return serializer.Deserialize<T>(json);
    }

    // [Good CWE-502] types by name, but a binder knows two
    public object? Bound(string json) => JsonConvert.DeserializeObject(json, new JsonSerializerSettings
    {
        TypeNameHandling = TypeNameHandling.Objects,
        SerializationBinder = new ShapesOnly(),
    });

    // [Bad CWE-502] the number behind the name
    public JsonSerializerSettings Cast() => new() { TypeNameHandling = (TypeNameHandling)3 };

    // [Good CWE-502] the setting is asked for
    public bool IsSafe(JsonSerializerSettings settings) => settings.TypeNameHandling == TypeNameHandling.None || settings.SerializationBinder != null;

    // [Bad CWE-502] for the whole program
    public static void Configure() => JsonConvert.DefaultSettings = () => new JsonSerializerSettings { TypeNameHandling = TypeNameHandling.Objects };

    // [Good CWE-502] for the whole program, without names
    public static void ConfigureSafely() => JsonConvert.DefaultSettings = () => new JsonSerializerSettings { MaxDepth = 64 };

    // [Good CWE-502] YAML of a fixed type
    public Cart Yaml(string text) => new DeserializerBuilder().IgnoreUnmatchedProperties().Build().Deserialize<Cart>(text);

    // [Good CWE-502] only serialised
    public string Save(Cart cart) => JsonConvert.SerializeObject(cart);

    // [Bad CWE-502] a converter that takes the type from the document
    public object? FromEnvelope(string json)
    {
        using var document = JsonDocument.Parse(json);
        var type = Type.GetType(document.RootElement.GetProperty("$type").GetString()!)!;
        return document.RootElement.GetProperty("value").Deserialize(type);
    }

    // [Good CWE-502] a converter that knows the types
    public object? FromKnownEnvelope(string json)
    {
        using var document = JsonDocument.Parse(json);
        var value = document.RootElement.GetProperty("value");
        return document.RootElement.GetProperty("kind").GetString() switch
        {
            "cart" => value.Deserialize<Cart>(),
            "shape" => value.Deserialize<Shape>(),
            _ => null,
        };
    }
}

// [Good CWE-502] a binder for two types
public sealed class ShapesOnly : ISerializationBinder
{
    public Type BindToType(string assemblyName, string typeName) => typeName == "Circle" ? typeof(Circle) : throw new InvalidOperationException(typeName);

    public void BindToName(Type serializedType, out string assemblyName, out string typeName) => (assemblyName, typeName) = ("", serializedType.Name);
}

// [Bad CWE-502] a base class keeps the settings
public abstract class Storage
{
    protected static readonly JsonSerializerSettings Settings = new() { TypeNameHandling = TypeNameHandling.Auto };

    public object? Get(string key) => JsonConvert.DeserializeObject(File.ReadAllText(key + ".json"), Settings);
}

// [Good CWE-502] a formatter of our own
public class ReportFormatter
{
    public string Deserialize(Stream stream) => new StreamReader(stream).ReadToEnd();
}

// [Good CWE-502] the same name in a namespace of our own
public static class Own
{
    sealed class BinaryFormatter { public int Deserialize(Stream stream) => stream.ReadByte(); }

    public static int Read(Stream stream) => new BinaryFormatter().Deserialize(stream);
}

// [Bad CWE-502] the formatter is made by a factory
public static class Factory
{
#pragma warning disable SYSLIB0011
    static BinaryFormatter Create() => new();

    public static T Clone<T>(T value) where T : notnull
    {
        using var buffer = new MemoryStream();
        Create().Serialize(buffer, value);
        buffer.Position = 0;
        return (T)Create().Deserialize(buffer);
    }
#pragma warning restore SYSLIB0011
}
