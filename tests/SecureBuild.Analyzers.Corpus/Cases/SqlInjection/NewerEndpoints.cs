using System.Text;
using Dapper;
using Grpc.Core;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;

namespace Library.Sql;

public class Book { public int Id { get; set; } public string Title { get; set; } = ""; }

public class LibraryContext(DbContextOptions<LibraryContext> options) : DbContext(options)
{
    public DbSet<Book> Books => Set<Book>();
}

// [Bad CWE-89] Blazor: a page parameter that is part of the address
[Microsoft.AspNetCore.Components.Route("/books/{Shelf}")]
public class ShelfPage : ComponentBase
{
    [Parameter] public string Shelf { get; set; } = "";
    [Inject] public LibraryContext Db { get; set; } = null!;
    List<Book> _books = [];

    protected override async Task OnParametersSetAsync() =>
        _books = await Db.Books.FromSqlRaw($"select * from Books where Shelf = '{Shelf}'").ToListAsync();
}

// [Good CWE-89] Blazor: the same as an interpolated query
[Microsoft.AspNetCore.Components.Route("/books/{Shelf}")]
public class ShelfPageSafe : ComponentBase
{
    [Parameter] public string Shelf { get; set; } = "";
    [Inject] public LibraryContext Db { get; set; } = null!;
    List<Book> _books = [];

    protected override async Task OnParametersSetAsync() =>
        _books = await Db.Books.FromSql($"select * from Books where Shelf = {Shelf}").ToListAsync();
}

// [Bad CWE-89] Blazor: a parameter from the query
public class FindPage : ComponentBase
{
    [SupplyParameterFromQuery(Name = "q")] public string? Term { get; set; }
    [Inject] public LibraryContext Db { get; set; } = null!;
    int _count;

    protected override void OnInitialized()
    {
        var sql = new StringBuilder("select * from Books where 1=1");
        if (!string.IsNullOrWhiteSpace(Term))
            sql.Append(" and Title like '%").Append(Term).Append("%'");
        _count = Db.Books.FromSqlRaw(sql.ToString()).Count();
    }
}

public class LoanInput
{
    public string Reader { get; set; } = "";
    public int Copy { get; set; }
}

// [Bad CWE-89] Razor Pages: a bound object's text
public class LoanModel(SqlConnection db) : PageModel
{
    [BindProperty] public LoanInput Input { get; set; } = new();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
            return Page();
        await db.ExecuteAsync($"insert into Loans (Reader, Copy) values ('{Input.Reader}', {Input.Copy})");
        return RedirectToPage("Index");
    }
}

// [Good CWE-89] Razor Pages: a bound object's number
public class ReturnModel(SqlConnection db) : PageModel
{
    [BindProperty] public LoanInput Input { get; set; } = new();

    public async Task<IActionResult> OnPostAsync()
    {
        await db.ExecuteAsync($"delete from Loans where Copy = {Input.Copy}");
        return RedirectToPage("Index");
    }
}

public record Stream1(string Room);

// [Bad CWE-89] SignalR: a streaming hub method with a record
public class ReadingHub(SqlConnection db) : Hub
{
    public async IAsyncEnumerable<string> Lines(Stream1 request)
    {
        foreach (var line in await db.QueryAsync<string>("select Text from Lines where Room = '" + request.Room + "'"))
            yield return line;
    }
}

// [Bad CWE-89] SignalR: a query value of the connection's request
public class PresenceHub(SqlConnection db) : Hub
{
    public override async Task OnConnectedAsync()
    {
        var room = Context.GetHttpContext()!.Request.Query["room"].ToString();
        await db.ExecuteAsync("insert into Presence values ('" + room + "', '" + Context.ConnectionId + "')");
    }
}

// [Good CWE-89] SignalR: the connection's id is the server's own
public class PresenceHubSafe(SqlConnection db) : Hub
{
    public override async Task OnDisconnectedAsync(Exception? exception) =>
        await db.ExecuteAsync("delete from Presence where Connection = '" + Context.ConnectionId + "'");
}

public class SearchRequest { public string Author { get; set; } = ""; public int Year { get; set; } public List<string> Tags { get; } = []; }
public class SearchReply { public int Count { get; set; } }

public static class Catalog
{
    [BindServiceMethod(typeof(Catalog), "BindService")]
    public abstract class CatalogBase
    {
        public virtual Task<SearchReply> Search(SearchRequest request, ServerCallContext context) => throw new RpcException(new Status(StatusCode.Unknown, ""));
    }
}

// [Bad CWE-89] gRPC: an element of a repeated field, through a repository
public class CatalogService(BookRepository repository) : Catalog.CatalogBase
{
    public override async Task<SearchReply> Search(SearchRequest request, ServerCallContext context)
    {
        var total = 0;
        foreach (var tag in request.Tags)
            total += await repository.CountByTag(tag);
        return new SearchReply { Count = total };
    }
}
// [same case]
public class BookRepository(SqlConnection db)
{
    public Task<int> CountByTag(string tag) => db.ExecuteScalarAsync<int>($"select count(*) from Tags where Name = '{tag}'");
}

// [Bad CWE-89] gRPC: metadata of the call
public class TenantCatalogService(SqlConnection db) : Catalog.CatalogBase
{
    public override async Task<SearchReply> Search(SearchRequest request, ServerCallContext context)
    {
        var tenant = context.RequestHeaders.GetValue("tenant") ?? "main";
        return new SearchReply { Count = await db.ExecuteScalarAsync<int>("select count(*) from " + tenant + ".Books where Year = @Year", new { request.Year }) };
    }
}

// [Good CWE-89] gRPC: parameters
public class PlainCatalogService(SqlConnection db) : Catalog.CatalogBase
{
    public override async Task<SearchReply> Search(SearchRequest request, ServerCallContext context) =>
        new() { Count = await db.ExecuteScalarAsync<int>("select count(*) from Books where Author = @Author and Year = " + request.Year, new { request.Author }) };
}

public static class Endpoints
{
    // [Bad CWE-89] a minimal API with a filter that only looks at the length
    public static void MapBooks(this IEndpointRouteBuilder app) =>
        app.MapGet("/books", async (string title, LibraryContext db) => await db.Books.FromSqlRaw("select * from Books where Title = '" + title + "'").ToListAsync())
            .AddEndpointFilter(async (context, next) => context.GetArgument<string>(0).Length > 200 ? Results.BadRequest() : await next(context));

    // [Bad CWE-89] a filter that writes what it was given into a table
    public static void MapAudit(this IEndpointRouteBuilder app) =>
        app.MapPost("/loans", (LoanInput input) => Results.Ok())
            .AddEndpointFilter(async (context, next) =>
            {
                var input = context.GetArgument<LoanInput>(0);
                var db = context.HttpContext.RequestServices.GetRequiredService<LibraryContext>();
                await db.Database.ExecuteSqlRawAsync("insert into Audit (Who) values ('" + input.Reader + "')");
                return await next(context);
            });

    // [Good CWE-89] a route handler in a method of its own, with a parameter
    public static void MapReaders(this IEndpointRouteBuilder app) => app.MapGet("/readers/{name}", FindReader);
    // [same case]
    static async Task<IResult> FindReader(string name, SqlConnection db) =>
        Results.Ok(await db.QueryFirstOrDefaultAsync<int?>("select Id from Readers where Name = @name", new { name }));

    // [Bad CWE-89] a route handler in a method of its own
    public static void MapCards(this IEndpointRouteBuilder app) => app.MapGroup("/cards").MapGet("{number}", FindCard);
    // [same case]
    static async Task<IResult> FindCard(string number, SqlConnection db)
    {
        var sql = """select Id from Cards where Number = '{0}'""";
        return Results.Ok(await db.QueryFirstOrDefaultAsync<int?>(string.Format(sql, number)));
    }

    // [Bad CWE-89] parameters in an object of their own
    public static void MapShelves(this IEndpointRouteBuilder app) =>
        app.MapGet("/shelves", async ([AsParameters] ShelfQuery query) => await query.Db.Database.SqlQueryRaw<int>("select Id as Value from Shelves where Hall = '" + query.Hall + "'").ToListAsync());

    public record ShelfQuery(string Hall, int Floor, LibraryContext Db);
}
