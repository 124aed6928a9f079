using SecureBuild.Testing.Roslyn;
using Verify = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Injection.SB1026RawSqlByConcatenation>;

namespace SecureBuild.Analyzers.Tests.Injection;

public sealed class SB1026RawSqlByConcatenationTests
{
    const string Usings = """
        using System.Data;
        using Dapper;
        using Microsoft.Data.SqlClient;
        using Microsoft.EntityFrameworkCore;
        public class Order { public int Id { get; set; } public string Name { get; set; } }
        public class ShopContext : DbContext { public DbSet<Order> Orders { get; set; } }

        """;

    static readonly TestSetup s_on = FlowSetup.With("dotnet_diagnostic.SB1026.severity = suggestion");

    const string Wrong = Usings + """
        public class Orders(SqlConnection connection, ShopContext db)
        {
            readonly string _table = Environment.GetEnvironmentVariable("TABLE");
            void Text(IDbCommand command, string name)
            {
                command.CommandText = [|"SELECT * FROM Orders WHERE Name = '" + name + "'"|];
                [|command.CommandText += name|];
            }
            object Interpolated() => new SqlCommand([|$"SELECT * FROM {_table}"|], connection);
            object Local(string name)
            {
                var sql = string.Format("SELECT * FROM Orders WHERE Name = '{0}'", name);
                return new SqlDataAdapter([|sql|], connection);
            }
            object Dapper(string name) => connection.Query<Order>([|"SELECT * FROM Orders WHERE Name = '" + name + "'"|]);
            object Raw(string name) => db.Orders.FromSqlRaw([|$"SELECT * FROM Orders WHERE Name = '{name}'"|]);
            object Database(string name) => db.Database.ExecuteSqlRaw([|string.Concat("DELETE FROM Orders WHERE Name = '", name, "'")|]);
        }
        """;

    [Fact]
    public Task Text_put_together_from_values_is_reported() => Verify.AnalyzerAsync(Wrong, s_on);

    [Fact]
    public Task Nothing_is_reported_until_the_rule_is_switched_on() =>
        Verify.AnalyzerAsync(Wrong.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal), FlowSetup.Web);

    [Fact]
    public Task Constants_numbers_and_parameters_are_not_reported() => Verify.AnalyzerAsync(Usings + """
        public class Orders(SqlConnection connection, ShopContext db)
        {
            const string Table = "Orders";
            static readonly string s_columns = "Id, Name";
            object Constant() => new SqlCommand("SELECT * FROM " + Table, connection);
            object Fixed() => new SqlCommand($"SELECT {s_columns} FROM {Table}", connection);
            object Number(int id) => connection.Query<Order>("SELECT * FROM Orders WHERE Id = " + id);
            object Guid(Guid id) => connection.Query<Order>($"SELECT * FROM Orders WHERE Id = '{id}'");
            object Parameter(string name) => connection.Query<Order>("SELECT * FROM Orders WHERE Name = @name", new { name });
            object Interpolated(string name) => db.Orders.FromSql($"SELECT * FROM Orders WHERE Name = {name}");
            void Whole(IDbCommand command, string sql) => command.CommandText = sql;
            object Other(string name) => new List<string> { "SELECT " + name };
        }
        """, s_on);
}
