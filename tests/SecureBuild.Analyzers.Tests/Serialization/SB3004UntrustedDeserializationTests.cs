using SecureBuild.Analyzers.Tests.Injection;
using Verify = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Serialization.SB3004UntrustedDeserialization>;

namespace SecureBuild.Analyzers.Tests.Serialization;

public sealed class SB3004UntrustedDeserializationTests
{
    [Fact]
    public Task Data_of_a_client_that_names_its_types_is_reported() => Verify.AnalyzerAsync("""
        using System.Runtime.Serialization.Formatters.Binary;
        using System.Web.UI;
        using System.Xml.Serialization;
        using Newtonsoft.Json;
        public class ImportController : Controller
        {
            public object Formatter() => new BinaryFormatter().Deserialize([|Request.Body|]);
            public object State(string state) => new LosFormatter().Deserialize([|state|]);
            public object Given(string name, string json) => JsonConvert.DeserializeObject(json, [|Type.GetType(name)|]);
            public object Decoded(string data)
            {
                using var stream = new MemoryStream(Convert.FromBase64String(data));
                return new BinaryFormatter().Deserialize([|stream|]);
            }
            public object Type_(string name) => new XmlSerializer([|Type.GetType(name)|]);
        }
        """, FlowSetup.Web);

    [Fact]
    public Task Serialisers_bound_to_a_type_are_not_reported() => Verify.AnalyzerAsync("""
        using System.Runtime.Serialization.Formatters.Binary;
        using System.Web.UI;
        using System.Xml.Serialization;
        using Newtonsoft.Json;
        public class Order { public int Id { get; set; } }
        public class ImportController : Controller
        {
            public object Json(string json) => System.Text.Json.JsonSerializer.Deserialize<Order>(json);
            public object JsonNet(string json) => JsonConvert.DeserializeObject<Order>(json);
            public object Xml() => new XmlSerializer(typeof(Order)).Deserialize(Request.Body);
            public object None(string json) => JsonConvert.DeserializeObject<Order>(json, new JsonSerializerSettings { TypeNameHandling = TypeNameHandling.None });
            public object Own() => new BinaryFormatter().Deserialize(System.IO.File.OpenRead("/srv/own.bin"));
        }
        """, FlowSetup.Web);
}
