using System.Runtime.Serialization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace Halyard.Messaging;

public interface IMessageSerializer
{
    object Read(string content);
}

// [Bad CWE-502] the library's settings take types from the message
public sealed class EnvelopeSerializer(Action<JsonSerializerSettings> configure = null) : IMessageSerializer
{
    readonly JsonSerializerSettings _settings = Create(configure);

    public object Read(string content) => JsonConvert.DeserializeObject(content, _settings);

    static JsonSerializerSettings Create(Action<JsonSerializerSettings> configure)
    {
        JsonSerializerSettings settings = new() { TypeNameHandling = TypeNameHandling.Objects };
        configure?.Invoke(settings);
        return settings;
    }
}

// [Good CWE-502] the type is the caller's
public sealed class EnvelopeSerializer<T>(Action<JsonSerializerSettings> configure = null) : IMessageSerializer where T : class
{
    readonly JsonSerializerSettings _settings = Create(configure);

    public object Read(string content) => JsonConvert.DeserializeObject<T>(content, _settings);

    static JsonSerializerSettings Create(Action<JsonSerializerSettings> configure)
    {
        JsonSerializerSettings settings = new() { TypeNameHandling = TypeNameHandling.None };
        configure?.Invoke(settings);
        return settings;
    }
}

// [Bad CWE-502] the envelope names any type that there is
public sealed class TypedSerializer : IMessageSerializer
{
    readonly record struct Envelope(string Type, JsonElement Body);

    public object Read(string content)
    {
        var envelope = System.Text.Json.JsonSerializer.Deserialize<Envelope>(content);
        return envelope.Body.Deserialize(Type.GetType(envelope.Type, throwOnError: true));
    }
}

// [Good CWE-502] the envelope names one of the registered types
public sealed class RegisteredSerializer(IReadOnlyDictionary<string, Type> types) : IMessageSerializer
{
    readonly record struct Envelope(string Type, JsonElement Body);

    public object Read(string content)
    {
        var envelope = System.Text.Json.JsonSerializer.Deserialize<Envelope>(content);
        return types.TryGetValue(envelope.Type, out var type) ? envelope.Body.Deserialize(type) : throw new FormatException("Unknown kind of message.");
    }
}
