using SecureBuild.Testing.Roslyn;
using Fix = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Serialization.SB3002TypeNameHandling, SecureBuild.CodeFixes.Serialization.SB3002TypeNameHandlingCodeFix>;
using Verify = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Serialization.SB3002TypeNameHandling>;

namespace SecureBuild.Analyzers.Tests.Serialization;

public sealed class SB3002TypeNameHandlingTests
{
    internal static readonly TestSetup JsonNet = new()
    {
        Stubs =
        [
            ("Newtonsoft.Json.cs", """
                namespace Newtonsoft.Json
                {
                    [System.Flags] public enum TypeNameHandling { None = 0, Objects = 1, Arrays = 2, All = 3, Auto = 4 }
                    public interface ISerializationBinder { }
                    public class DefaultSerializationBinder : ISerializationBinder { }
                    public class JsonSerializerSettings { public TypeNameHandling TypeNameHandling { get; set; } public ISerializationBinder SerializationBinder { get; set; } public int MaxDepth { get; set; } }
                    public class JsonSerializer { public TypeNameHandling TypeNameHandling { get; set; } public ISerializationBinder SerializationBinder { get; set; } }
                    public class JsonPropertyAttribute : System.Attribute { public TypeNameHandling TypeNameHandling { get; set; } public TypeNameHandling ItemTypeNameHandling { get; set; } }
                }
                """),
        ],
    };

    [Fact]
    public Task Type_names_from_the_data_are_reported() => Verify.AnalyzerAsync("""
        using Newtonsoft.Json;
        using Names = Newtonsoft.Json.TypeNameHandling;
        class C
        {
            readonly JsonSerializerSettings _settings = new() { TypeNameHandling = [|TypeNameHandling.Auto|] };
            const TypeNameHandling Everything = [|TypeNameHandling.All|];
            void Assigned(JsonSerializer serializer) => serializer.TypeNameHandling = [|TypeNameHandling.Objects|];
            void Alias(JsonSerializer serializer) => serializer.TypeNameHandling = [|Names.Objects | Names.Arrays|];
            void Number(JsonSerializer serializer) => serializer.TypeNameHandling = [|(TypeNameHandling)3|];
            void Argument() => Use(handling: [|TypeNameHandling.All|]);
            void Use(TypeNameHandling handling = TypeNameHandling.None) { }
        }
        """, JsonNet);

    [Fact]
    public Task An_attribute_is_reported() => Verify.AnalyzerAsync("""
        using Newtonsoft.Json;
        class C
        {
            [JsonProperty(TypeNameHandling = [|TypeNameHandling.All|])] public object Payload { get; set; }
            [JsonProperty(ItemTypeNameHandling = [|TypeNameHandling.Auto|])] public object[] Items;
            [JsonProperty(TypeNameHandling = TypeNameHandling.None)] public object Plain { get; set; }
        }
        """, JsonNet);

    [Fact]
    public Task None_and_comparisons_are_not_reported() => Verify.AnalyzerAsync("""
        using Newtonsoft.Json;
        class C
        {
            JsonSerializerSettings Safe() => new JsonSerializerSettings { TypeNameHandling = TypeNameHandling.None };
            bool Check(JsonSerializerSettings settings) => settings.TypeNameHandling != TypeNameHandling.All && settings.TypeNameHandling is not TypeNameHandling.Auto;
        }
        """, JsonNet);

    [Fact]
    public Task A_binder_of_ones_own_limits_the_types() => Verify.AnalyzerAsync("""
        using Newtonsoft.Json;
        class Known : ISerializationBinder { }
        class C
        {
            JsonSerializerSettings Initialised() => new() { TypeNameHandling = TypeNameHandling.Auto, SerializationBinder = new Known() };
            JsonSerializerSettings Assigned()
            {
                var settings = new JsonSerializerSettings { TypeNameHandling = TypeNameHandling.Auto };
                settings.SerializationBinder = new Known();
                return settings;
            }
            JsonSerializerSettings Nothing() => new() { TypeNameHandling = [|TypeNameHandling.Auto|], SerializationBinder = null };
            JsonSerializerSettings TheDefault() => new() { TypeNameHandling = [|TypeNameHandling.Auto|], SerializationBinder = new DefaultSerializationBinder() };
            JsonSerializerSettings Another(JsonSerializerSettings other)
            {
                other.SerializationBinder = new Known();
                return new() { TypeNameHandling = [|TypeNameHandling.Auto|] };
            }
        }
        """, JsonNet);

    [Fact]
    public Task Without_json_net_nothing_is_reported() => Verify.AnalyzerAsync("""
        enum TypeNameHandling { None, All = 3 }
        class C { TypeNameHandling M() => TypeNameHandling.All; }
        """);

    [Fact]
    public Task The_fix_writes_none() => Fix.CodeFixAsync("""
        using Newtonsoft.Json;
        class C
        {
            JsonSerializerSettings M() => new() { TypeNameHandling = [|TypeNameHandling.Objects | TypeNameHandling.Arrays|], MaxDepth = 8 };
            JsonSerializerSettings Number() => new() { TypeNameHandling = [|(TypeNameHandling)4|] };
            [JsonProperty(TypeNameHandling = [|Newtonsoft.Json.TypeNameHandling.All|])] public object Payload { get; set; }
        }
        """, """
        using Newtonsoft.Json;
        class C
        {
            JsonSerializerSettings M() => new() { TypeNameHandling = TypeNameHandling.None, MaxDepth = 8 };
            JsonSerializerSettings Number() => new() { TypeNameHandling = TypeNameHandling.None };
            [JsonProperty(TypeNameHandling = Newtonsoft.Json.TypeNameHandling.None)] public object Payload { get; set; }
        }
        """, JsonNet);

    [Fact]
    public Task Settings_that_only_write_are_not_reported() => Verify.AnalyzerAsync("""
        using Newtonsoft.Json;
        namespace Newtonsoft.Json { public static class JsonConvert { public static string SerializeObject(object value, JsonSerializerSettings settings) => ""; public static object DeserializeObject(string value, JsonSerializerSettings settings) => ""; } }
        class C
        {
            string Write(object value) => JsonConvert.SerializeObject(value, new JsonSerializerSettings { TypeNameHandling = TypeNameHandling.All });
            object Read(string json) => JsonConvert.DeserializeObject(json, new JsonSerializerSettings { TypeNameHandling = [|TypeNameHandling.All|] });
        }
        """, JsonNet);
}
