using Size = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Resources.SB6501UserControlledSize>;
using Sql = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Injection.SB1001SqlInjection>;

namespace SecureBuild.Analyzers.Tests.Injection;

/// <summary>Shapes that well-kept code has everywhere, and that an engine may well not see through.</summary>
public sealed class OrdinaryShapesTests
{
    [Fact]
    public Task A_class_that_only_dependency_injection_can_make_is_nothing_that_a_client_sends() => Sql.AnalyzerAsync("""
        using Microsoft.Data.SqlClient;
        public class Reports(SqlConnection connection, ILogger<Reports> log, ReportOptions options)
        {
            public object Run() => new SqlCommand("SELECT * FROM " + options.Table, connection).ExecuteScalar();
        }
        public class ReportOptions { public string Table { get; set; } = "report"; }
        public class Filter { public string Table { get; set; } = ""; }
        public class FilterRepository(SqlConnection connection)
        {
            public object Run(Filter filter) => new SqlCommand("SELECT * FROM " + filter.Table, connection).ExecuteScalar();
        }
        public static class Routes
        {
            public static void Map(WebApplication app)
            {
                app.MapGet("/reports", (Reports reports) => reports.Run());
                app.MapPost("/filter", (Filter filter, FilterRepository repository) => repository.Run([|filter|]));
            }
        }
        """, FlowSetup.Web);

    [Fact]
    public Task A_generated_expression_is_a_check_like_any_other() => Sql.AnalyzerAsync("""
        using System.Text.RegularExpressions;
        using Microsoft.Data.SqlClient;
        public class OrdersController(SqlConnection connection) : Controller
        {
            static readonly Regex s_name = Name();
            public object Checked(string column) => Name().IsMatch(column) ? new SqlCommand("SELECT * FROM Orders ORDER BY " + column, connection).ExecuteScalar() : null;
            public object ByProperty(string column) => !Title.IsMatch(column) ? null : new SqlCommand("SELECT * FROM Orders ORDER BY " + column, connection).ExecuteScalar();
            public object ByField(string column) => s_name.IsMatch(column) ? new SqlCommand("SELECT * FROM Orders ORDER BY " + column, connection).ExecuteScalar() : null;
            public object Loose(string column) => Any().IsMatch(column) ? new SqlCommand([|"SELECT * FROM Orders ORDER BY " + column|], connection).ExecuteScalar() : null;
            [GeneratedRegex(@"\A[a-z]{1,30}\z")]
            static Regex Name() => null!;
            [GeneratedRegex("^[a-z]+$", RegexOptions.IgnoreCase)]
            static Regex Title => null!;
            [GeneratedRegex("[a-z]+")]
            static Regex Any() => null!;
        }
        """, FlowSetup.Web);

    [Fact]
    public Task A_handler_of_interpolated_text_decides_what_becomes_of_the_values() => Sql.AnalyzerAsync("""
        using System.Runtime.CompilerServices;
        using System.Text;
        using Microsoft.Data.SqlClient;
        [InterpolatedStringHandler]
        public readonly struct Parameterised(int literal, int holes)
        {
            readonly StringBuilder _text = new(literal);
            readonly List<object> _values = new(holes);
            public string Text => _text.ToString();
            public void AppendLiteral(string text) => _text.Append(text);
            public void AppendFormatted<T>(T value) { _text.Append("@p").Append(_values.Count); _values.Add(value); }
        }
        [InterpolatedStringHandler]
        public readonly struct Pasted(int literal, int holes)
        {
            readonly StringBuilder _text = new(literal + holes);
            public string Text => _text.ToString();
            public void AppendLiteral(string text) => _text.Append(text);
            public void AppendFormatted(string value) => _text.Append(value);
        }
        public class OrdersController(SqlConnection connection) : Controller
        {
            public object Right(string name) => Run($"SELECT * FROM Orders WHERE Name = {name}");
            public object Wrong(string name) => Paste([|$"SELECT * FROM Orders WHERE Name = '{name}'"|]);
            object Run(Parameterised sql) => new SqlCommand(sql.Text, connection).ExecuteScalar();
            object Paste(Pasted sql) => new SqlCommand(sql.Text, connection).ExecuteScalar();
        }
        """, FlowSetup.Web);

    [Fact]
    public Task A_check_holds_where_the_request_is_asked_again() => Size.AnalyzerAsync("""
        public class UploadController : Controller
        {
            public object Either() => Request.ContentLength is null or > 4096 ? null : new byte[Request.ContentLength.Value];
            public static void Map(WebApplication app)
            {
                app.MapPost("/a", (HttpRequest request) =>
                {
                    if (request.ContentLength is null or > 4096)
                        return Results.BadRequest();
                    return Results.Bytes(new byte[request.ContentLength.Value]);
                });
                app.MapPost("/b", (HttpRequest request) =>
                {
                    if (request.ContentLength is null)
                        return Results.BadRequest();
                    return Results.Bytes(new byte[[|request.ContentLength.Value|]]);
                });
            }
        }
        """, FlowSetup.Web);

    [Fact]
    public Task A_method_with_many_answers_that_check_a_value_twice_is_no_harder_than_others() => Sql.AnalyzerAsync($$"""
        using Microsoft.Data.SqlClient;
        public class OrdersController(SqlConnection connection) : Controller
        {
            public object Order(string column, int kind) => IsGood(column, kind) ? new SqlCommand("SELECT * FROM Orders ORDER BY " + column, connection).ExecuteScalar() : null;
            static bool IsGood(string column, int kind)
            {
                {{string.Join("\n", Enumerable.Range(0, 40).Select(i => $"if (kind == {i}) return column == \"a{i}\" && column is \"a{i}\" or \"b\";"))}}
                return column == "c";
            }
        }
        """, FlowSetup.Web);

    // Effects of a call are said of what it was given: read one by one while they are written, the first would hide what the second is made of.
    [Fact]
    public Task A_helper_that_moves_values_between_members_moves_what_was_there_before() => Sql.AnalyzerAsync("""
        using Microsoft.Data.SqlClient;
        public class Part { public string Text = ""; }
        public class Pair { public string First = "", Second = ""; public Part Left = new(), Right = new(); }
        public class OrdersController(SqlConnection connection) : Controller
        {
            static void Move(Pair pair) { pair.Second = pair.First; pair.First = "Id"; }
            static void Fill(Pair pair, string text) { pair.Left = new Part { Text = text }; pair.Right = new Part { Text = "Id" }; }
            public object Moved(string column) { var pair = new Pair { First = column }; Move(pair); return new SqlCommand([|"SELECT " + pair.Second|], connection).ExecuteScalar(); }
            public object Left(string column) { var pair = new Pair { First = column }; Move(pair); return new SqlCommand("SELECT " + pair.First, connection).ExecuteScalar(); }
            public object Filled(string column) { var pair = new Pair(); Fill(pair, column); return new SqlCommand([|"SELECT " + pair.Left.Text|], connection).ExecuteScalar(); }
            public object Beside(string column) { var pair = new Pair(); Fill(pair, column); return new SqlCommand("SELECT " + pair.Right.Text, connection).ExecuteScalar(); }
        }
        """, FlowSetup.Web);

    // What a summary does not take apart any more counts as a whole: nothing is lost by the bound.
    [Fact]
    public Task A_record_with_more_members_than_a_summary_takes_apart_still_carries_what_it_was_made_of() => Sql.AnalyzerAsync($$"""
        using Microsoft.Data.SqlClient;
        public class Wide { {{string.Concat(Enumerable.Range(0, 200).Select(static i => $"public string P{i} = \"\"; "))}} }
        public class OrdersController(SqlConnection connection) : Controller
        {
            static Wide Made(string text) { var wide = new Wide(); {{string.Concat(Enumerable.Range(0, 200).Select(static i => $"wide.P{i} = {(i == 150 ? "text" : "\"x\"")}; "))}} return wide; }
            public object Order(string column) => new SqlCommand([|"SELECT " + Made(column).P150|], connection).ExecuteScalar();
        }
        """, FlowSetup.Web);
}
