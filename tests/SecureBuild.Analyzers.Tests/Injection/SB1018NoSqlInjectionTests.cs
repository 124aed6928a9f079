using Verify = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Injection.SB1018NoSqlInjection>;

namespace SecureBuild.Analyzers.Tests.Injection;

public sealed class SB1018NoSqlInjectionTests
{
    [Fact]
    public Task Queries_with_text_of_a_client_are_reported() => Verify.AnalyzerAsync("""
        using MongoDB.Bson;
        using MongoDB.Driver;
        public class User { public string Name { get; set; } }
        public class UsersController(IMongoCollection<User> users) : Controller
        {
            public object Parse(string name) => BsonDocument.Parse([|"{ name: '" + name + "' }"|]);
            public object Filter(string name) => users.Find([|$"{{ name: '{name}' }}"|]);
            public object Where(string name) => new BsonJavaScript([|"this.name == '" + name + "'"|]);
            public object Json(string filter) => new JsonFilterDefinition<User>([|filter|]);
        }
        """, FlowSetup.Web);

    [Fact]
    public Task Typed_filters_are_not_reported() => Verify.AnalyzerAsync("""
        using MongoDB.Bson;
        using MongoDB.Driver;
        public class User { public string Name { get; set; } }
        public class UsersController(IMongoCollection<User> users) : Controller
        {
            public object Typed(string name) => users.Find(Builders<User>.Filter.Eq(user => user.Name, name));
            public object Named(string name) => users.Find(Builders<User>.Filter.Eq("name", name));
            public object Linq(string name) => users.Find(user => user.Name == name);
            public object Constant() => BsonDocument.Parse("{ active: true }");
            public object Number(int id) => BsonDocument.Parse($"{{ id: {id} }}");
        }
        """, FlowSetup.Web);
}
