using Sql = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Injection.SB1001SqlInjection>;
using Command = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Injection.SB1002CommandInjection>;
using Log = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Injection.SB1014LogInjection>;
using Path = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Injection.SB1003PathTraversal>;
using Xss = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Injection.SB1006CrossSiteScripting>;

namespace SecureBuild.Analyzers.Tests.Injection;

/// <summary>Values that no request brings: typed, read, received.</summary>
public sealed class LocalSourcesTests
{
    [Fact]
    public Task Statements_with_typed_read_and_received_text_are_reported() => Sql.AnalyzerAsync("""
        using Microsoft.Data.SqlClient;
        using System.Net.Sockets;
        public class Program(SqlConnection db)
        {
            static SqlConnection s_db;
            static void Main(string[] args) => new SqlCommand([|"DELETE FROM t WHERE a = '" + args[0] + "'"|], s_db);
            public object Typed() => new SqlCommand([|"SELECT * FROM t WHERE a = '" + Console.ReadLine() + "'"|], db);
            public object Received(TcpClient client) => new SqlCommand([|"SELECT * FROM t WHERE a = '" + new StreamReader(client.GetStream()).ReadLine() + "'"|], db);
            public object Read()
            {
                foreach (var line in File.ReadLines("names.txt"))
                    new SqlCommand([|"SELECT * FROM t WHERE a = '" + line + "'"|], db);
                return null;
            }
            public object Stored(SqlDataReader reader) => new SqlCommand([|$"SELECT * FROM t WHERE a = '{reader.GetString(0)}'"|], db);
            public async Task<object> Answered(HttpClient client) => new SqlCommand([|"SELECT * FROM t WHERE a = '" + await client.GetStringAsync("https://example.com/") + "'"|], db);
        }
        """, FlowSetup.Web);

    [Fact]
    public Task Whole_scripts_and_the_users_own_programs_are_not_reported() => Sql.AnalyzerAsync("""
        using Microsoft.Data.SqlClient;
        public class Migration(SqlConnection db)
        {
            public object Script() => new SqlCommand(File.ReadAllText("001.sql"), db);
            public object Variable() => new SqlCommand(Environment.GetEnvironmentVariable("STATEMENT"), db);
            public object Number() => new SqlCommand("SELECT * FROM t WHERE id = " + int.Parse(Console.ReadLine()), db);
        }
        """, FlowSetup.Web);

    [Fact]
    public Task Editors_of_the_environment_are_started_but_no_command_lines() => Command.AnalyzerAsync("""
        using System.Diagnostics;
        public class Tool
        {
            public void Editor() => Process.Start(Environment.GetEnvironmentVariable("EDITOR") ?? "vi", "notes.txt");
            public void Compiler() => Process.Start(Environment.GetEnvironmentVariable("CC"), "main.c");
            public void Line() => Process.Start("sh", [|"-c \"ls " + Environment.GetEnvironmentVariable("FOLDER") + "\""|]);
        }
        """, FlowSetup.Web);

    [Fact]
    public Task Tools_may_open_what_their_user_names() => Path.AnalyzerAsync("""
        class Program
        {
            static void Main(string[] args) => Console.WriteLine(File.ReadAllText(args[0]) + File.ReadAllText(Console.ReadLine()));
        }
        """, FlowSetup.Web);

    [Fact]
    public Task What_is_put_behind_a_folders_name_is_meant_to_stay_there() => Path.AnalyzerAsync("""
        class Program
        {
            public string Typed() => File.ReadAllText([|"/srv/data/" + Console.ReadLine()|]);
            public string Set() => File.ReadAllText([|"/srv/data/" + Environment.GetEnvironmentVariable("NAME")|]);
            public string Joined(string folder) => File.ReadAllText(System.IO.Path.Combine(folder, Console.ReadLine()));
        }
        """, FlowSetup.Web);

    [Fact]
    public Task The_projects_threat_model_makes_them_count_for_all() => Path.AnalyzerAsync("""
        class Program
        {
            static void Main(string[] args) => Console.WriteLine(File.ReadAllText([|args[0]|]));
        }
        """, FlowSetup.With("securebuild.sources = commandline"));

    [Fact]
    public Task A_list_from_the_database_allows_what_it_holds() => Sql.AnalyzerAsync("""
        using Microsoft.Data.SqlClient;
        public class TablesController(SqlConnection db) : Controller
        {
            public object Get(string table)
            {
                var known = new List<string>();
                using var reader = new SqlCommand("SELECT name FROM sys.tables", db).ExecuteReader();
                while (reader.Read())
                    known.Add(reader.GetString(0));
                if (!known.Contains(table))
                    return NotFound();
                return new SqlCommand("SELECT * FROM " + table, db).ExecuteScalar();
            }
        }
        """, FlowSetup.Web);

    [Fact]
    public Task Stored_text_is_reported_where_it_becomes_markup() => Xss.AnalyzerAsync("""
        using Microsoft.Data.SqlClient;
        public class NewsController : Controller
        {
            public object Get(SqlDataReader reader) => Content([|"<p>" + reader.GetString(0) + "</p>"|], "text/html");
            public object Text(SqlDataReader reader) => Content("<p>" + reader.GetString(0) + "</p>", "text/plain");
        }
        """, FlowSetup.Web);

    [Fact]
    public Task Stored_text_may_be_logged() => Log.AnalyzerAsync("""
        using Microsoft.Data.SqlClient;
        public class Job(ILogger<Job> logger)
        {
            public void Run(SqlDataReader reader) => logger.LogInformation("done " + reader.GetString(0));
        }
        """, FlowSetup.Web);
}
