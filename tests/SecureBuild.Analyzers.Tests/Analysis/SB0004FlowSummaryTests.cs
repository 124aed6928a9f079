using SecureBuild.Analyzers.Analysis;
using SecureBuild.Analyzers.Hosting;
using SecureBuild.Analyzers.Injection;
using SecureBuild.Testing.Roslyn;

namespace SecureBuild.Analyzers.Tests.Analysis;

public sealed class SB0004FlowSummaryTests
{
    const string Data = """
        using System.Data.Common;
        using System.Threading.Tasks;

        namespace Acme.Data;

        public interface IOrders { Task<object> FindAsync(string name); }

        public class Store
        {
            readonly DbConnection _connection;
            string _filter;

            public Store(DbConnection connection) => _connection = connection;

            public string Table { get; set; }

            public string Filter { get => _filter; set { _filter = value; } }

            public object Find(string name) => Run("select * from customer where name = '" + name + "'");

            public object Find(int id) => Run("select * from customer where id = " + id);

            public object Listed() => Run("select * from " + Table);

            public object Filtered() => Run("select * from customer where " + _filter);

            public object Safe(string name)
            {
                using var command = _connection.CreateCommand();
                command.CommandText = "select * from customer where name = @name";
                var parameter = command.CreateParameter();
                parameter.Value = name;
                command.Parameters.Add(parameter);
                return command.ExecuteScalar();
            }

            public void Send(DbCommand command, string text) => command.CommandText = text;

            object Run(string sql)
            {
                using var command = _connection.CreateCommand();
                command.CommandText = sql;
                return command.ExecuteScalar();
            }
        }

        sealed class Orders(Store store) : IOrders
        {
            public Task<object> FindAsync(string name) => Task.FromResult(store.Find(name));
        }

        public static class Text
        {
            public static string Quoted(string text) => "'" + text + "'";
            public static string Doubled(string text) => text == null ? "" : text.Length.ToString();
            public static string Known(string text) => text switch { "asc" => "asc", _ => "desc" };
            public static bool IsColumn(string text) => text is "name" or "id";
            public static string Html(string text) => System.Net.WebUtility.HtmlEncode(text);
            public static bool TryRead(string text, out string value) { value = text + ";"; return true; }
            public static void Require(string text) { if (text != "name" && text != "id") throw new System.ArgumentException(text); }
        }

        public class Query
        {
            string _where = "";
            public Query Where(string text) { _where += text; return this; }
            public string Build() => "select * from customer where " + _where;
        }

        public class Box { public string Name { get; set; } public static Box Of(string name, string other) => new() { Name = name }; }

        public class Current(Microsoft.AspNetCore.Http.IHttpContextAccessor accessor)
        {
            public string Search => accessor.HttpContext!.Request.Query["q"];
            public string Term() => accessor.HttpContext!.Request.Query["q"];
        }
        """;

    const string Web = """
        using System.Threading.Tasks;
        using Acme.Data;
        using Microsoft.AspNetCore.Mvc;

        public class CustomersController(Store store, IOrders orders, Current current) : Controller
        {
        BODY
        }
        """;

    [Fact]
    public async Task A_line_says_what_a_method_does_with_what_it_is_given()
    {
        var lines = (await Library.BuildAsync("Data", Data)).Lines;

        Assert.Contains("sink sql [Data]Acme.Data.Store::Find/String(name) as DbCommand.CommandText", lines);
        Assert.Contains("sink sql [Data]Acme.Data.IOrders::FindAsync/String(name) as DbCommand.CommandText", lines);
        Assert.Contains("clean absolute [Data]Acme.Data.Text::Quoted/String text -> return", lines);
        Assert.Contains("none [Data]Acme.Data.Text::Known/String", lines);
        Assert.DoesNotContain(lines, line => line.Contains("Store::Find/Int32(", StringComparison.Ordinal) || line.StartsWith("sink", StringComparison.Ordinal) && line.Contains("::Safe", StringComparison.Ordinal));
        Assert.Equal(lines.Order(StringComparer.Ordinal), lines);
    }

    [Fact]
    public async Task Every_line_can_be_read()
    {
        foreach (var line in (await Library.BuildAsync("Data", Data)).Lines)
            Assert.True(DataFlow.Models.ModelParser.Parse(line, out var mistake) is not null, line + ": " + mistake);
    }

    [Theory]
    [InlineData("public object A(string name) => store.Find([|name|]);")]
    [InlineData("public Task<object> A(string name) => orders.FindAsync([|name|]);")]
    [InlineData("public object A(string name) => store.Find([|Text.Quoted(name)|]);")]
    [InlineData("public object A(string name) => store.Find([|new Query().Where(name).Build()|]);")]
    [InlineData("public object A(string name) { store.Table = name; return [|store|].Listed(); }")]
    [InlineData("public object A(string name) { var other = new Store(null) { Filter = name }; return [|other|].Filtered(); }")]
    [InlineData("public object A(string name) => store.Find([|Box.Of(name, \"\").Name|]);")]
    [InlineData("public object A(string name) { Text.TryRead(name, out var text); return store.Find([|text|]); }")]
    [InlineData("public object A() => store.Find([|current.Search|]);")]
    [InlineData("public object A() => store.Find([|current.Term()|]);")]
    [InlineData("public object A(string name) => store.Find([|Text.Html(name)|]);")]
    public async Task A_value_is_followed_into_the_other_project(string body) => await Verify<SB1001SqlInjection>.AnalyzerAsync(Web.Replace("BODY", body), Library.Using(await Library.BuildAsync("Data", Data)));

    [Theory]
    [InlineData("public object A(string name) => store.Safe(name);")]
    [InlineData("public object A(int id) => store.Find(id);")]
    [InlineData("public object A(string name) => store.Find(Text.Known(name));")]
    [InlineData("public object A(string name) => store.Find(Text.Doubled(name));")]
    [InlineData("public object A(string name) => Text.IsColumn(name) ? store.Find(name) : null;")]
    [InlineData("public object A(string name) { Text.Require(name); return store.Find(name); }")]
    [InlineData("public object A(string name) => store.Find(Box.Of(\"\", name).Name);")]
    [InlineData("public object A(string name) { var other = new Store(null) { Filter = name }; return other.Listed(); }")]
    public async Task What_is_safe_there_is_safe_here(string body) => await Verify<SB1001SqlInjection>.AnalyzerAsync(Web.Replace("BODY", body), Library.Using(await Library.BuildAsync("Data", Data)));

    [Fact]
    public async Task The_message_names_the_call_and_the_sink_behind_it_and_the_way_begins_at_the_source()
    {
        var source = Web.Replace("BODY", "public object A(string name) => store.Find(name);");

        var finding = Assert.Single(await Verify<SB1001SqlInjection>.DiagnosticsAsync(source, Library.Using(await Library.BuildAsync("Data", Data))));

        Assert.Contains("Store.Find → DbCommand.CommandText", finding.GetMessage());
        Assert.Equal("string name", source[finding.AdditionalLocations[0].SourceSpan.Start..finding.AdditionalLocations[0].SourceSpan.End]);
    }

    [Fact]
    public async Task A_value_is_followed_through_a_project_between()
    {
        var data = await Library.BuildAsync("Data", Data);
        var service = await Library.BuildAsync("Service", """
            namespace Acme.Service;
            public class Customers(Acme.Data.Store store) { public object ByName(string name) => store.Find(name.Trim()); public object ByKey(string key) => store.Safe(key); }
            """, data);

        await Verify<SB1001SqlInjection>.AnalyzerAsync("""
            public class CustomersController(Acme.Service.Customers customers) : Microsoft.AspNetCore.Mvc.Controller
            {
                public object A(string name) => customers.ByName([|name|]);
                public object B(string name) => customers.ByKey(name);
            }
            """, Library.Using(service, data));
    }

    [Fact]
    public async Task A_contract_of_one_project_stands_for_what_another_makes_of_it()
    {
        var contracts = await Library.BuildAsync("Contracts", """
            namespace Acme;
            public interface IFinder { object Find(string name); object Safe(string name); }
            public abstract class Finder { public abstract object Search(string name); }
            """);
        var data = await Library.BuildAsync("Data", """
            using System.Data.Common;
            namespace Acme.Data;
            sealed class SqlFinder(DbCommand command) : Finder, IFinder
            {
                public object Find(string name) { command.CommandText = "select " + name; return command.ExecuteScalar(); }
                public object Safe(string name) => name.Length;
                public override object Search(string name) => Find(name);
            }
            """, contracts);

        await Verify<SB1001SqlInjection>.AnalyzerAsync("""
            public class CustomersController(Acme.IFinder finder, Acme.Finder other) : Microsoft.AspNetCore.Mvc.Controller
            {
                public object A(string name) => finder.Find([|name|]);
                public object B(string name) => finder.Safe(name);
                public object C(string name) => other.Search([|name|]);
            }
            """, Library.Using(contracts, data));
    }

    [Fact]
    public async Task Overrides_are_taken_as_what_they_are_and_a_type_of_the_same_name_is_another()
    {
        var data = await Library.BuildAsync("Data", """
            using System.Data.Common;
            namespace Acme;
            public class Reader
            {
                public virtual void Read(DbCommand command, string text) => command.CommandText = text;
            }
            public sealed class SafeReader : Reader
            {
                public override void Read(DbCommand command, string text) => command.Parameters.Add(text);
            }
            class Tools { public static void Run(DbCommand command, string text) => command.CommandText = text; }
            """);

        await Verify<SB1001SqlInjection>.AnalyzerAsync("""
            using System.Data.Common;
            namespace Acme
            {
                class Tools { public static void Run(DbCommand command, string text) => command.Parameters.Add(text); }
                public class CustomersController(DbCommand command, Reader reader, SafeReader safe) : Microsoft.AspNetCore.Mvc.Controller
                {
                    public void A(string name) => reader.Read(command, [|name|]);
                    public void B(string name) => safe.Read(command, name);
                    public void C(string name) => Tools.Run(command, name);
                }
            }
            """, Library.Using(data));
    }

    [Theory]
    [InlineData("public object A(string name) => store.Count([|new NamedTable(name)|]);")]
    [InlineData("public object A(string name) => store.Count([|new Counted(new NamedTable(name))|]);")]
    [InlineData("public object A(string name) => store.Count(new NotedTable(name, \"customer\"));")]
    [InlineData("public object A(string name) => store.Count(name == \"\" ? new NotedTable(name, \"customer\") : new NamedTable(\"order\"));")]
    [InlineData("public object A(string name) => store.Count(new Counted(name == \"\" ? new NotedTable(name, \"customer\") : new NamedTable(\"order\")));")]
    public async Task What_two_types_call_alike_and_show_nobody_is_kept_apart(string body)
    {
        var data = await Library.BuildAsync("Data", """
            using System.Data.Common;
            namespace Acme.Data;
            public interface ITable { string Name { get; } string Note { get; } }
            public sealed class NamedTable(string text) : ITable { readonly string _text = text; public string Name => _text; public string Note => ""; }
            public sealed class NotedTable(string note, string name) : ITable { readonly string _text = note; public string Name => name; public string Note => _text; }
            public sealed class Counted(ITable inner) : ITable { public string Name => inner.Name; public string Note => inner.Note; }
            public sealed class Store(DbCommand command)
            {
                public object Count(ITable table) { command.CommandText = "select count(*) from " + table.Name; return command.ExecuteScalar(); }
            }
            """);

        await Verify<SB1001SqlInjection>.AnalyzerAsync("""
            using Acme.Data;
            public class TablesController(Store store) : Microsoft.AspNetCore.Mvc.Controller
            {
                BODY
            }
            """.Replace("BODY", body).Replace("? new NotedTable", "? (ITable)new NotedTable"), Library.Using(data));
    }

    [Fact]
    public async Task Internal_methods_count_where_others_may_see_them()
    {
        const string Source = "namespace Acme; static class Tools { internal static void Run(System.Data.Common.DbCommand command, string text) => command.CommandText = text; }";

        Assert.Empty((await Library.BuildAsync("Data", Source)).Lines);
        Assert.NotEmpty((await Library.BuildAsync("Data", "[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"Test\")]\n" + Source)).Lines);
    }

    [Fact]
    public async Task An_editor_that_references_the_open_projects_sources_uses_the_last_built_file()
    {
        var data = await Library.BuildAsync("Data", Data);
        var setup = Library.Using(data) with { References = [.. TestSetup.AspNetCore.References, data.Compilation.ToMetadataReference()] };

        await Verify<SB1001SqlInjection>.AnalyzerAsync(Web.Replace("BODY", "public object A(string name) => store.Find([|name|]);"), setup);
    }

    [Fact]
    public async Task Nothing_is_summarised_unless_the_build_asks_for_it() => Assert.Empty(await Verify<SB0004FlowSummary>.DiagnosticsAsync(Data, TestSetup.AspNetCore));
}
