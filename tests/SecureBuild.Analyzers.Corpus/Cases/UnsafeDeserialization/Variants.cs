// Formatters and serialisers, in many styles.
using System.Runtime.Serialization;
using System.Runtime.Serialization.Formatters.Binary;
using System.Runtime.Serialization.Json;
using System.Text.Json;
using System.Xml;
using System.Xml.Serialization;
using Microsoft.AspNetCore.Mvc;
using Newtonsoft.Json;
using YamlDotNet.Serialization;
using JsonSerializer = System.Text.Json.JsonSerializer;

#pragma warning disable SYSLIB0011, SYSLIB0050

namespace Corpus.UnsafeDeserialization.Variants;

// [Bad CWE-502] a cookie's object
public class CookieState : ControllerBase
{
    [HttpGet("/state")]
    public object Get()
    {
        var bytes = Convert.FromBase64String(Request.Cookies["state"]!);
        using var stream = new MemoryStream(bytes);
        IFormatter formatter = new BinaryFormatter();
        return formatter.Deserialize(stream);
    }
}

// [Good CWE-502] a cookie's record, as JSON
public class CookieStateGood : ControllerBase
{
    public record State(int Page, string Sort);

    [HttpGet("/state-good")]
    public State? Get() => JsonSerializer.Deserialize<State>(Convert.FromBase64String(Request.Cookies["state"]!));
}

// [Bad CWE-502] settings made in a helper
public static class Json
{
    public static JsonSerializerSettings Settings()
    {
        var settings = new JsonSerializerSettings { MaxDepth = 32 };
        settings.TypeNameHandling = TypeNameHandling.Objects;
        return settings;
    }
}

// [same case]
public class ImportController : ControllerBase
{
    [HttpPost("/import")]
    public object? Post([FromBody] string json) => JsonConvert.DeserializeObject(json, Json.Settings());
}

// [Good CWE-502] settings that say None
public static class JsonGood
{
    public static JsonSerializerSettings Settings() => new() { MaxDepth = 32, TypeNameHandling = TypeNameHandling.None };
}

// [same case]
public class ImportGoodController : ControllerBase
{
    [HttpPost("/import-good")]
    public object? Post([FromBody] string json) => JsonConvert.DeserializeObject(json, JsonGood.Settings());
}

// [Bad CWE-502] a serialiser's type from the request
public class XmlTypeController : ControllerBase
{
    [HttpPost("/xml/{type}")]
    public object? Post(string type)
    {
        var serializer = new XmlSerializer(Type.GetType(type)!);
        return serializer.Deserialize(XmlReader.Create(Request.Body));
    }
}

// [Good CWE-502] a serialiser for one type
public class XmlController : ControllerBase
{
    [XmlRoot("order")]
    public class Order { public int Id { get; set; } }

    [HttpPost("/xml-good")]
    public object? Post()
    {
        var serializer = new XmlSerializer(typeof(Order));
        return serializer.Deserialize(XmlReader.Create(Request.Body, new() { DtdProcessing = DtdProcessing.Prohibit }));
    }
}

// [Bad CWE-502] a service that reads objects from a queue's file
public class QueueWorker : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        foreach (var file in Directory.GetFiles("/var/queue", "*.bin"))
        {
            await using var stream = File.OpenRead(file);
            var job = new BinaryFormatter().Deserialize(stream);
            Console.WriteLine(job);
        }
    }
}

// [Good CWE-502] a service that reads records from a queue's file
public class QueueGoodWorker : BackgroundService
{
    public record Job(string Name);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        foreach (var file in Directory.GetFiles("/var/queue", "*.json"))
        {
            await using var stream = File.OpenRead(file);
            Console.WriteLine(await JsonSerializer.DeserializeAsync<Job>(stream, cancellationToken: stoppingToken));
        }
    }
}

// [Bad CWE-502] contracts that know any type
public class ContractController : ControllerBase
{
    [HttpPost("/net-contract")]
    public object? Post() => new NetDataContractSerializer().ReadObject(Request.Body);
}

// [Good CWE-502] YAML of one type
public class YamlController : ControllerBase
{
    public class Pipeline { public string Name { get; set; } = ""; }

    [HttpPost("/yaml")]
    public Pipeline Post([FromBody] string yaml) => new DeserializerBuilder().IgnoreUnmatchedProperties().Build().Deserialize<Pipeline>(yaml);
}
