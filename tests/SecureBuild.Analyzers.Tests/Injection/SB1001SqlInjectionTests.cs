using Fix = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Injection.SB1001SqlInjection, SecureBuild.CodeFixes.Injection.SB1001SqlInjectionCodeFix>;
using Verify = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Injection.SB1001SqlInjection>;

namespace SecureBuild.Analyzers.Tests.Injection;

public sealed class SB1001SqlInjectionTests
{
    [Fact]
    public Task Statements_with_text_of_a_client_are_reported() => Verify.AnalyzerAsync("""
        using Dapper;
        using Microsoft.Data.SqlClient;
        using Microsoft.EntityFrameworkCore;
        public class Order { public int Id { get; set; } public string Name { get; set; } }
        public class ShopContext : DbContext { public DbSet<Order> Orders { get; set; } }
        public class OrdersController(SqlConnection connection, ShopContext db) : Controller
        {
            public object Interpolated(string name)
            {
                using var command = connection.CreateCommand();
                command.CommandText = [|$"SELECT * FROM Orders WHERE Name = '{name}'"|];
                return command.ExecuteScalar();
            }
            public object Variable(string name)
            {
                var sql = "SELECT * FROM Orders WHERE Name = '" + name + "'";
                return new SqlCommand([|sql|], connection).ExecuteScalar();
            }
            public object Query() => connection.Query<Order>([|"SELECT * FROM Orders ORDER BY " + Request.Query["sort"]|]);
            public object Raw(string name) => db.Orders.FromSqlRaw([|$"SELECT * FROM Orders WHERE Name = '{name}'"|]);
            public object Helper(string name) => connection.Execute([|Build(name)|]);
            static string Build(string name) => string.Format("DELETE FROM Orders WHERE Name = '{0}'", name);
        }
        """, FlowSetup.Web);

    [Fact]
    public Task Parameters_numbers_and_listed_names_are_not_reported() => Verify.AnalyzerAsync("""
        using Dapper;
        using Microsoft.Data.SqlClient;
        using Microsoft.EntityFrameworkCore;
        public class Order { public int Id { get; set; } public string Name { get; set; } }
        public class ShopContext : DbContext { public DbSet<Order> Orders { get; set; } }
        public class OrdersController(SqlConnection connection, ShopContext db) : Controller
        {
            static readonly HashSet<string> s_columns = ["Name", "Total"];
            public object Parameter(string name)
            {
                using var command = connection.CreateCommand();
                command.CommandText = "SELECT * FROM Orders WHERE Name = @name";
                command.Parameters.AddWithValue("@name", name);
                return command.ExecuteScalar();
            }
            public object Dapper(string name) => connection.Query<Order>("SELECT * FROM Orders WHERE Name = @name", new { name });
            public object Interpolated(string name) => db.Orders.FromSqlInterpolated($"SELECT * FROM Orders WHERE Name = {name}");
            public object Number(int id) => connection.Execute("DELETE FROM Orders WHERE Id = " + id);
            public object Guid(Guid id) => connection.Execute($"DELETE FROM Orders WHERE Id = '{id}'");
            public object Listed(string sort)
            {
                if (!s_columns.Contains(sort))
                    return BadRequest();
                return connection.Query<Order>("SELECT * FROM Orders ORDER BY " + sort);
            }
            public object Chosen(string sort) => connection.Query<Order>("SELECT * FROM Orders ORDER BY " + sort switch { "total" => "Total", _ => "Name" });
            public object Constant() => connection.Execute("DELETE FROM Orders");
        }
        """, FlowSetup.Web);

    [Fact]
    public Task The_fix_makes_parameters_of_the_values() => Fix.CodeFixAsync("""
        using Dapper;
        using Microsoft.Data.SqlClient;
        using Microsoft.EntityFrameworkCore;
        public class Order { public int Id { get; set; } public string Name { get; set; } }
        public class ShopContext : DbContext { public DbSet<Order> Orders { get; set; } }
        public class OrdersController(ShopContext db, SqlConnection connection) : Controller
        {
            public object Dapper(string name, Order order) => connection.Query<Order>([|$"SELECT * FROM Orders WHERE Name = '{name}' AND Note = '{order.Name}'"|]);
            public object Member(Order order) => connection.Execute([|$"DELETE FROM Orders WHERE Name = '{order.Name}'"|]);
            public object Quoted(string name) => db.Orders.FromSqlRaw([|$"SELECT * FROM Orders WHERE Name = '{name}'"|]);
            public object Bare(string name) => db.Orders.FromSqlRaw([|$"SELECT * FROM Orders WHERE Name = {name} AND Id > 3"|]);
            public object Execute(string name, string note) => db.Database.ExecuteSqlRaw([|$"INSERT INTO Orders (Name, Note) VALUES ('{name}', '{note}')"|]);
            public object Query(string name) => db.Database.SqlQueryRaw<int>([|$"SELECT Id FROM Orders WHERE Name LIKE {name}"|]);
            public async Task<int> Async(string name) => await db.Database.ExecuteSqlRawAsync([|$"DELETE FROM Orders WHERE Name = '{name}'"|]);
        }
        """, """
        using Dapper;
        using Microsoft.Data.SqlClient;
        using Microsoft.EntityFrameworkCore;
        public class Order { public int Id { get; set; } public string Name { get; set; } }
        public class ShopContext : DbContext { public DbSet<Order> Orders { get; set; } }
        public class OrdersController(ShopContext db, SqlConnection connection) : Controller
        {
            public object Dapper(string name, Order order) => connection.Query<Order>("SELECT * FROM Orders WHERE Name = @name AND Note = @p1", new { name, p1 = order.Name });
            public object Member(Order order) => connection.Execute("DELETE FROM Orders WHERE Name = @Name", new { order.Name });
            public object Quoted(string name) => db.Orders.FromSql($"SELECT * FROM Orders WHERE Name = {name}");
            public object Bare(string name) => db.Orders.FromSql($"SELECT * FROM Orders WHERE Name = {name} AND Id > 3");
            public object Execute(string name, string note) => db.Database.ExecuteSql($"INSERT INTO Orders (Name, Note) VALUES ({name}, {note})");
            public object Query(string name) => db.Database.SqlQuery<int>($"SELECT Id FROM Orders WHERE Name LIKE {name}");
            public async Task<int> Async(string name) => await db.Database.ExecuteSqlAsync($"DELETE FROM Orders WHERE Name = {name}");
        }
        """, FlowSetup.Web);

    [Fact]
    public Task What_has_no_mechanical_repair_is_left_to_its_author() => Fix.NoCodeFixAsync("""
        using Dapper;
        using Microsoft.Data.SqlClient;
        using Microsoft.EntityFrameworkCore;
        public class Order { public int Id { get; set; } public string Name { get; set; } }
        public class ShopContext : DbContext { public DbSet<Order> Orders { get; set; } }
        public class OrdersController(ShopContext db, SqlConnection connection) : Controller
        {
            public object Table(string table) => db.Orders.FromSqlRaw([|$"SELECT * FROM {table}"|]);
            public object Order_(string sort) => db.Orders.FromSqlRaw([|$"SELECT * FROM Orders ORDER BY {sort}"|]);
            public object Middle(string name) => db.Orders.FromSqlRaw([|$"SELECT * FROM Orders WHERE Name LIKE '%{name}%'"|]);
            public object Concatenated(string name) => db.Orders.FromSqlRaw([|"SELECT * FROM Orders WHERE Name = '" + name + "'"|]);
            public object Header() => connection.Execute([|$"DELETE FROM Orders WHERE Name = '{Request.Headers["X-Name"]}'"|]);
            public object Command(string name) => new SqlCommand([|$"SELECT * FROM Orders WHERE Name = '{name}'"|], connection);
        }
        """, FlowSetup.Web);
}
