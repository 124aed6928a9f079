using SecureBuild.Testing.Roslyn;
using Verify = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Serialization.SB3005TypeNamedByData>;

namespace SecureBuild.Analyzers.Tests.Serialization;

public sealed class SB3005TypeNamedByDataTests
{
    const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Reflection;
        using System.Runtime.Serialization;
        using System.Runtime.Serialization.Json;
        using System.Text.Json;
        using System.Xml;
        using System.Xml.Serialization;

        """;

    static readonly TestSetup s_libraries = new()
    {
        Stubs =
        [
            ("Libraries.cs", """
                namespace MessagePack { public static class MessagePackSerializer { public static class Typeless { public static object Deserialize(byte[] bytes) => null; } public static T Deserialize<T>(byte[] bytes, object options = null) => default; } }
                namespace MessagePack.Resolvers
                {
                    public class TypelessContractlessStandardResolver { public static readonly object Instance = null; public static object Options => null; }
                    public class ContractlessStandardResolver { public static readonly object Instance = null; public static object Options => null; }
                }
                namespace YamlDotNet.Serialization.NodeTypeResolvers { public class TypeNameInTagNodeTypeResolver { } public class DefaultContainersNodeTypeResolver { } }
                namespace Polenter.Serialization { public class SharpSerializer { public object Deserialize(System.IO.Stream stream) => null; } }
                namespace fastJSON { public class JSONParameters { public bool BadListTypeChecking = true; } }
                namespace ServiceStack.Text { public static class JsConfig { public static System.Func<System.Type, bool> AllowRuntimeType { get; set; } } }
                """),
        ],
    };

    [Fact]
    public Task A_serialiser_for_a_type_looked_up_by_a_name_is_reported() => Verify.AnalyzerAsync(Usings + """
        class C
        {
            object Direct(string name, Stream stream) => new XmlSerializer([|Type.GetType(name)|]).Deserialize(stream);
            object Local(XmlReader reader, string name)
            {
                var type = Type.GetType(name, throwOnError: true);
                var serializer = new XmlSerializer([|type|]);
                return serializer.Deserialize(reader);
            }
            object Contract(string name, Stream stream) => new DataContractSerializer([|Type.GetType("App." + name)|]).ReadObject(stream);
            object Json(string name, Stream stream) => new DataContractJsonSerializer([|typeof(C).Assembly.GetType(name)|]).ReadObject(stream);
            object Text(string json, string name) => JsonSerializer.Deserialize(json, [|Type.GetType(name)|]);
        }
        """);

    [Fact]
    public Task A_type_that_the_code_names_or_checks_is_not_reported() => Verify.AnalyzerAsync(Usings + """
        class Order { }
        class C
        {
            static readonly Dictionary<string, Type> s_known = new() { ["order"] = typeof(Order) };
            static readonly HashSet<string> s_allowed = ["App.Order"];
            object Constant(Stream stream) => new XmlSerializer(typeof(Order)).Deserialize(stream);
            object Generic<T>(Stream stream) => new XmlSerializer(typeof(T)).Deserialize(stream);
            object Given(Type type, Stream stream) => new DataContractSerializer(type).ReadObject(stream);
            object Own(object value, Stream stream) => new DataContractSerializer(value.GetType()).ReadObject(stream);
            object Table(string name, string json) => JsonSerializer.Deserialize(json, s_known[name]);
            object Name(Stream stream) => new XmlSerializer(Type.GetType("App.Order, App")).Deserialize(stream);
            object Listed(string name, string json)
            {
                if (!s_allowed.Contains(name))
                    throw new ArgumentException(name);
                return JsonSerializer.Deserialize(json, Type.GetType(name));
            }
            object Demanded(string name, string json)
            {
                var type = Type.GetType(name);
                if (!typeof(Order).IsAssignableFrom(type))
                    throw new ArgumentException(name);
                return JsonSerializer.Deserialize(json, type);
            }
            object Typed(string json) => JsonSerializer.Deserialize<Order>(json);
        }
        """);

    [Fact]
    public Task A_binder_that_loads_whatever_it_is_told_is_reported() => Verify.AnalyzerAsync(Usings + """
        class Open : SerializationBinder { public override Type BindToType(string assembly, string type) => [|Type.GetType(type + ", " + assembly)|]; }
        class Loading : SerializationBinder
        {
            public override Type BindToType(string assemblyName, string typeName)
            {
                var full = $"{typeName}, {assemblyName}";
                return [|Type.GetType(full)|];
            }
        }
        class Resolving : DataContractResolver
        {
            public override Type ResolveName(string typeName, string typeNamespace, Type declaredType, DataContractResolver known) => [|Type.GetType(typeName)|];
            public override bool TryResolveType(Type type, Type declaredType, DataContractResolver known, out XmlDictionaryString name, out XmlDictionaryString space) { name = null; space = null; return false; }
        }
        """);

    [Fact]
    public Task A_binder_that_limits_the_types_is_not_reported() => Verify.AnalyzerAsync(Usings + """
        class Order { }
        class Listed : SerializationBinder
        {
            static readonly HashSet<string> s_allowed = ["App.Order"];
            public override Type BindToType(string assembly, string type) => s_allowed.Contains(type) ? Type.GetType(type) : null;
        }
        class One : SerializationBinder
        {
            public override Type BindToType(string assembly, string type)
            {
                if (type != "App.Order")
                    throw new SerializationException(type);
                return Type.GetType(type);
            }
        }
        class Fixed : SerializationBinder { public override Type BindToType(string assembly, string type) => typeof(Order); }
        class Other { public Type BindToType(string assembly, string type) => Type.GetType(type); }
        """);

    [Fact]
    public Task Libraries_told_to_take_type_names_from_the_data_are_reported() => Verify.AnalyzerAsync(Usings + """
        using MessagePack;
        using MessagePack.Resolvers;
        using YamlDotNet.Serialization.NodeTypeResolvers;
        class C
        {
            object Typeless(byte[] bytes) => [|MessagePackSerializer.Typeless.Deserialize(bytes)|];
            object Resolver(byte[] bytes) => MessagePackSerializer.Deserialize<object>(bytes, [|TypelessContractlessStandardResolver.Options|]);
            object Instance() => [|TypelessContractlessStandardResolver.Instance|];
            object Tags() => [|new TypeNameInTagNodeTypeResolver()|];
            object Sharp(Stream stream) => [|new Polenter.Serialization.SharpSerializer().Deserialize(stream)|];
            object Fast() => new fastJSON.JSONParameters { [|BadListTypeChecking = false|] };
            void Stack() => [|ServiceStack.Text.JsConfig.AllowRuntimeType = type => true|];
            void Switch() => [|AppContext.SetSwitch("Switch.System.Data.AllowArbitraryDataSetTypeInstantiation", true)|];
        }
        """, s_libraries);

    [Fact]
    public Task Libraries_bound_to_types_are_not_reported() => Verify.AnalyzerAsync(Usings + """
        using MessagePack;
        using MessagePack.Resolvers;
        using YamlDotNet.Serialization.NodeTypeResolvers;
        class Order { }
        class C
        {
            Order Typed(byte[] bytes) => MessagePackSerializer.Deserialize<Order>(bytes, ContractlessStandardResolver.Options);
            object Containers() => new DefaultContainersNodeTypeResolver();
            object Fast() => new fastJSON.JSONParameters { BadListTypeChecking = true };
            void Stack() => ServiceStack.Text.JsConfig.AllowRuntimeType = type => type == typeof(Order);
            void Switch() => AppContext.SetSwitch("Switch.System.Data.AllowArbitraryDataSetTypeInstantiation", false);
            void Other() => AppContext.SetSwitch("System.Net.Http.UseSocketsHttpHandler", true);
        }
        """, s_libraries);
}
