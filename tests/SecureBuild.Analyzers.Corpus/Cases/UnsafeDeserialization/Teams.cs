// Objects from data, as teams read them.
using System.Runtime.Serialization;
using System.Runtime.Serialization.Json;
using System.Text.Json;
using System.Xml.Serialization;
using Microsoft.AspNetCore.Mvc;
using Newtonsoft.Json;

namespace Corpus.UnsafeDeserialization.Teams;

public sealed record Job(string Kind, string Payload);

// [Bad CWE-502] settings in a class of their own
public static class JsonSetup
{
    public static readonly JsonSerializerSettings Settings = new() { MaxDepth = 32, TypeNameHandling = TypeNameHandling.Objects };
}

// [Good CWE-502] settings without names of types
public static class PlainJsonSetup
{
    public static readonly JsonSerializerSettings Settings = new() { MaxDepth = 32 };
}

// [Bad CWE-502] the message says which type it is
public sealed class Dispatcher
{
    public object? Read(Job job) => System.Text.Json.JsonSerializer.Deserialize(job.Payload, Type.GetType(job.Kind, throwOnError: true)!);
}

// [same case]
public class JobController(Dispatcher dispatcher) : ControllerBase
{
    [HttpPost("/jobs")]
    public IActionResult Post(Job job) => Ok(dispatcher.Read(job)?.ToString());
}

// [Good CWE-502] the message says which of three types it is
public sealed class KnownDispatcher
{
    static readonly Dictionary<string, Type> s_kinds = new() { ["mail"] = typeof(Uri), ["sms"] = typeof(Version), ["fax"] = typeof(Guid) };

    public object? Read(Job job) => s_kinds.TryGetValue(job.Kind, out var type) ? System.Text.Json.JsonSerializer.Deserialize(job.Payload, type) : null;
}

// [same case]
public class KnownJobController(KnownDispatcher dispatcher) : ControllerBase
{
    [HttpPost("/known-jobs")]
    public IActionResult Post(Job job) => Ok(dispatcher.Read(job)?.ToString());
}

// [Bad CWE-502] a serialiser of contracts for the type that the query says
public class ContractController : ControllerBase
{
    [HttpPost("/contract")]
    public IActionResult Post([FromQuery] string type)
    {
        var serializer = new DataContractJsonSerializer(Type.GetType(type)!);
        return Ok(serializer.ReadObject(Request.Body));
    }
}

// [Good CWE-502] a serialiser of contracts for one type
public class OneContractController : ControllerBase
{
    [HttpPost("/one-contract")]
    public IActionResult Post([FromQuery] string type)
    {
        var serializer = new DataContractJsonSerializer(typeof(Job));
        return Ok(serializer.ReadObject(Request.Body));
    }
}

// [Bad CWE-502] an XML serialiser for the type that an attribute names
public static class XmlReaderOfAnything
{
    public static void Map(WebApplication app) => app.MapPost("/xml", (HttpRequest request) =>
    {
        var name = request.Headers["X-Type"].ToString();
        var serializer = new XmlSerializer(typeof(Job).Assembly.GetType(name) ?? Type.GetType(name)!);
        return Results.Ok(serializer.Deserialize(request.Body)?.ToString());
    });
}

// [Good CWE-502] an XML serialiser for jobs
public static class XmlReaderOfJobs
{
    public static void Map(WebApplication app) => app.MapPost("/xml-jobs", (HttpRequest request) => Results.Ok(new XmlSerializer(typeof(List<string>)).Deserialize(request.Body)?.ToString()));
}

// [Bad CWE-502] a binder that lets everything through
public sealed class OpenBinder : Newtonsoft.Json.Serialization.ISerializationBinder
{
    public Type BindToType(string assemblyName, string typeName) => Type.GetType(typeName + ", " + assemblyName)!;

    public void BindToName(Type serializedType, out string assemblyName, out string typeName) => (assemblyName, typeName) = ("", serializedType.Name);
}

// [Good CWE-502] a binder that knows two types
public sealed class ClosedBinder : Newtonsoft.Json.Serialization.ISerializationBinder
{
    public Type BindToType(string assemblyName, string typeName) => typeName switch { "Job" => typeof(Job), "Uri" => typeof(Uri), _ => throw new System.Text.Json.JsonException() };

    public void BindToName(Type serializedType, out string assemblyName, out string typeName) => (assemblyName, typeName) = ("", serializedType.Name);
}
