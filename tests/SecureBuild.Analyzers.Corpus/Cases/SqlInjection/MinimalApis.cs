using Dapper;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddScoped(_ => new NpgsqlConnection(builder.Configuration["ConnectionStrings:Main"]));
var app = builder.Build();

// [Bad CWE-89] a lambda's parameter comes from the query string
app.MapGet("/users", async (string name, NpgsqlConnection db) =>
    Results.Ok(await db.QueryAsync<User>("select * from users where name = '" + name + "'")));

// [Good CWE-89] Dapper's anonymous object holds the parameter
app.MapGet("/users/safe", async (string name, NpgsqlConnection db) =>
    Results.Ok(await db.QueryAsync<User>("select * from users where name = @name", new { name })));

// [Bad CWE-89] the route value is interpolated
app.MapGet("/users/{login}", (string login, NpgsqlConnection db) =>
{
    var user = db.QueryFirstOrDefault<User>($"select * from users where login = '{login}'");
    return user is null ? Results.NotFound() : Results.Ok(user);
});

// [Good CWE-89] the route value is an integer by its type
app.MapGet("/users/{id:int}", (int id, NpgsqlConnection db) => db.QueryFirstOrDefault<User>($"select * from users where id = {id}"));

// [Bad CWE-89] a property of the body
app.MapPost("/search", async (SearchRequest request, NpgsqlConnection db) =>
{
    var order = request.Descending ? "desc" : "asc";
    return await db.QueryAsync<User>($"select * from users where city like '%{request.City}%' order by name {order}");
});

// [Good CWE-89] of the body only a flag decides between two constants
app.MapPost("/search/safe", async (SearchRequest request, NpgsqlConnection db) =>
{
    var order = request.Descending ? "desc" : "asc";
    return await db.QueryAsync<User>($"select * from users where city like @city order by name {order}", new { city = "%" + request.City + "%" });
});

// [Bad CWE-89] HttpContext's query inside the lambda
app.MapDelete("/users", (HttpContext context, NpgsqlConnection db) =>
{
    var group = context.Request.Query["group"].ToString();
    return db.Execute("delete from users where grp = '" + group + "'");
});

// [Good CWE-89] the same query value, but as a parameter
app.MapDelete("/users/safe", (HttpContext context, NpgsqlConnection db) =>
{
    var group = context.Request.Query["group"].ToString();
    return db.Execute("delete from users where grp = @group", new { group });
});

// [Bad CWE-89] a model whose properties are bound from the query
app.MapGet("/report", ([AsParameters] ReportQuery query, NpgsqlConnection db) => db.ExecuteScalar<long>("select sum(amount) from " + query.Table));

// [Good CWE-89] a date cannot carry SQL
app.MapGet("/report/day", (DateOnly day, NpgsqlConnection db) => db.ExecuteScalar<long>($"select sum(amount) from sales where day = '{day:yyyy-MM-dd}'"));

// [Bad CWE-89] a form field
app.MapPost("/login", async (HttpRequest request, NpgsqlConnection db) =>
{
    var form = await request.ReadFormAsync();
    var found = await db.ExecuteScalarAsync<int>($"select count(*) from users where login = '{form["login"]}' and active");
    return found == 1 ? Results.Ok() : Results.Unauthorized();
});

// [Good CWE-89] the value comes from the configuration
app.MapGet("/tenants", (IConfiguration configuration, NpgsqlConnection db) =>
    db.Query<string>("select name from " + configuration["Database:Schema"] + ".tenants"));

app.Run();

record User(int Id, string Name, string Login);
record SearchRequest(string City, bool Descending);
class ReportQuery { [FromQuery] public string Table { get; set; } = ""; }
