using SecureBuild.Testing.Roslyn;
using Verify = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Serialization.SB3001UnsafeDeserializer>;

namespace SecureBuild.Analyzers.Tests.Serialization;

public sealed class SB3001UnsafeDeserializerTests
{
    const string Usings = """
        #pragma warning disable SYSLIB0011
        using System.IO;
        using System.Runtime.Serialization;
        using System.Runtime.Serialization.Formatters.Binary;
        using System.Web.UI;
        using System.Web.Script.Serialization;

        """;

    // These types left the platform with .NET Framework.
    static readonly TestSetup s_framework = new()
    {
        Stubs =
        [
            ("Framework.cs", """
                namespace System.Runtime.Serialization.Formatters.Binary { public class BinaryFormatter { public object Deserialize(System.IO.Stream stream) => null; public void Serialize(System.IO.Stream stream, object graph) { } } }
                namespace System.Runtime.Serialization { public class NetDataContractSerializer : XmlObjectSerializer { public object Deserialize(System.IO.Stream stream) => null; public override bool IsStartObject(System.Xml.XmlDictionaryReader r) => true; public override object ReadObject(System.Xml.XmlDictionaryReader r, bool v) => null; public override void WriteEndObject(System.Xml.XmlDictionaryWriter w) { } public override void WriteObjectContent(System.Xml.XmlDictionaryWriter w, object g) { } public override void WriteStartObject(System.Xml.XmlDictionaryWriter w, object g) { } } }
                namespace System.Web.UI { public class LosFormatter { public object Deserialize(string input) => null; } public class ObjectStateFormatter { public object Deserialize(string input) => null; } }
                namespace System.Web.Script.Serialization
                {
                    public abstract class JavaScriptTypeResolver { }
                    public class SimpleTypeResolver : JavaScriptTypeResolver { }
                    public class JavaScriptSerializer { public JavaScriptSerializer() { } public JavaScriptSerializer(JavaScriptTypeResolver resolver) { } public T Deserialize<T>(string input) => default; }
                }
                """),
        ],
    };

    [Fact]
    public Task Reading_is_reported() => Verify.AnalyzerAsync(Usings + """
        class C
        {
            object Binary(Stream stream) => [|new BinaryFormatter().Deserialize(stream)|];
            object Local(Stream stream)
            {
                var formatter = new BinaryFormatter();
                return [|formatter.Deserialize(stream)|];
            }
            object Net(NetDataContractSerializer serializer, Stream stream) => [|serializer.Deserialize(stream)|];
            object Inherited(NetDataContractSerializer serializer, Stream stream) => [|serializer.ReadObject(stream)|];
            object Los(string text) => [|new LosFormatter().Deserialize(text)|];
            object State(string text) => [|new ObjectStateFormatter().Deserialize(text)|];
        }
        """, s_framework);

    [Fact]
    public Task A_formatter_that_leaves_is_reported_where_it_is_made() => Verify.AnalyzerAsync(Usings + """
        class C
        {
            readonly BinaryFormatter _formatter = [|new()|];
            object Pass() => Wrap([|new BinaryFormatter()|]);
            object Wrap(object formatter) => formatter;
        }
        """, s_framework);

    [Fact]
    public Task A_script_serialiser_is_reported_only_with_the_simple_resolver() => Verify.AnalyzerAsync(Usings + """
        class C
        {
            JavaScriptSerializer Wrong() => [|new JavaScriptSerializer(new SimpleTypeResolver())|];
            JavaScriptSerializer TargetTyped() => [|new(resolver: new SimpleTypeResolver())|];
            int Right(string json) => new JavaScriptSerializer().Deserialize<int>(json);
        }
        """, s_framework);

    [Fact]
    public Task Writing_and_bound_serialisers_are_not_reported() => Verify.AnalyzerAsync(Usings + """
        class C
        {
            void Write(Stream stream, object graph) => new BinaryFormatter().Serialize(stream, graph);
            object Contract(Stream stream) => new DataContractSerializer(typeof(C)).ReadObject(stream);
            C Json(string json) => System.Text.Json.JsonSerializer.Deserialize<C>(json);
        }
        """, s_framework);

    [Fact]
    public Task A_method_of_the_same_name_elsewhere_is_not_reported() => Verify.AnalyzerAsync("""
        class BinaryFormatter { public object Deserialize(object stream) => stream; }
        class C { object M(object stream) => new BinaryFormatter().Deserialize(stream); }
        """);

    [Fact]
    public Task A_method_group_and_a_resolver_in_a_variable_are_followed() => Verify.AnalyzerAsync(Usings + """
        using System;
        class C
        {
            Func<Stream, object> Group()
            {
                BinaryFormatter formatter = new BinaryFormatter();
                return [|formatter.Deserialize|];
            }
            object Variable()
            {
                JavaScriptTypeResolver resolver = new SimpleTypeResolver();
                return [|new JavaScriptSerializer(resolver)|];
            }
        }
        """, s_framework);
}
