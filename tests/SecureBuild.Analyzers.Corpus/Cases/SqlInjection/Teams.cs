// SQL in the layers that teams have.
using System.Data;
using System.Text;
using Dapper;
using Grpc.Core;
using MediatR;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;

namespace Corpus.SqlInjection.Teams;

public sealed class Book { public int Id { get; set; } public string Title { get; set; } = ""; }

public class Library : DbContext { public DbSet<Book> Books => Set<Book>(); }

// [Bad CWE-89] a page property from the query string, by way of a helper that builds the clause
public class SearchModel(SqlConnection connection) : PageModel
{
    [BindProperty(SupportsGet = true)] public string Sort { get; set; } = "Title";

    public IEnumerable<Book> Books { get; private set; } = [];

    public void OnGet() => Books = connection.Query<Book>("SELECT * FROM Books" + OrderBy());

    string OrderBy() => string.IsNullOrEmpty(Sort) ? "" : $" ORDER BY {Sort}";
}

// [Good CWE-89] a page property that chooses among columns
public class SafeSearchModel(SqlConnection connection) : PageModel
{
    static readonly Dictionary<string, string> s_columns = new() { ["title"] = "Title", ["id"] = "Id" };

    [BindProperty(SupportsGet = true)] public string Sort { get; set; } = "title";

    public IEnumerable<Book> Books { get; private set; } = [];

    public void OnGet() => Books = connection.Query<Book>("SELECT * FROM Books" + OrderBy());

    string OrderBy() => s_columns.TryGetValue(Sort, out var column) ? $" ORDER BY {column}" : "";
}

public sealed record FindBooks(string Title) : IRequest<IReadOnlyList<Book>>;

// [Bad CWE-89] a request through the mediator
public sealed class FindBooksHandler(Library library) : IRequestHandler<FindBooks, IReadOnlyList<Book>>
{
    public async Task<IReadOnlyList<Book>> Handle(FindBooks request, CancellationToken cancellation) =>
        await library.Books.FromSqlRaw("SELECT * FROM Books WHERE Title LIKE '%" + request.Title + "%'").ToListAsync(cancellation);
}

// [same case]
public class FindController(IMediator mediator) : ControllerBase
{
    [HttpGet("/find")]
    public async Task<IActionResult> Find(string title) => Ok(await mediator.Send(new FindBooks(title)));
}

public sealed record FindBooksSafely(string Title) : IRequest<IReadOnlyList<Book>>;

// [Good CWE-89] a request through the mediator, with a parameter
public sealed class FindBooksSafelyHandler(Library library) : IRequestHandler<FindBooksSafely, IReadOnlyList<Book>>
{
    public async Task<IReadOnlyList<Book>> Handle(FindBooksSafely request, CancellationToken cancellation) =>
        await library.Books.FromSqlRaw("SELECT * FROM Books WHERE Title LIKE {0}", "%" + request.Title + "%").ToListAsync(cancellation);
}

// [same case]
public class FindSafelyController(IMediator mediator) : ControllerBase
{
    [HttpGet("/find-safely")]
    public async Task<IActionResult> Find(string title) => Ok(await mediator.Send(new FindBooksSafely(title)));
}

// [Bad CWE-89] a hub's filter object, over a base class
public abstract class Repository(SqlConnection connection)
{
    protected IEnumerable<T> Where<T>(string condition) => connection.Query<T>($"SELECT * FROM {typeof(T).Name} WHERE {condition}");
}

// [same case]
public sealed class BookRepository(SqlConnection connection) : Repository(connection)
{
    public IEnumerable<Book> By(string author) => Where<Book>("Author = '" + author + "'");
}

// [same case]
public class BookHub(BookRepository books) : Hub
{
    public IEnumerable<Book> ByAuthor(string author) => books.By(author);
}

// [Bad CWE-89] a component's query parameter
public class BookList : ComponentBase
{
    [Inject] public SqlConnection Connection { get; set; } = null!;

    [SupplyParameterFromQuery] public string? Genre { get; set; }

    IEnumerable<Book> _books = [];

    protected override void OnParametersSet()
    {
        var sql = new StringBuilder("SELECT * FROM Books WHERE 1 = 1");
        if (Genre is not null)
            sql.Append($" AND Genre = '{Genre}'");
        _books = Connection.Query<Book>(sql.ToString());
    }
}

// [Good CWE-89] a component's query parameter as a parameter
public class SafeBookList : ComponentBase
{
    [Inject] public SqlConnection Connection { get; set; } = null!;

    [SupplyParameterFromQuery] public string? Genre { get; set; }

    IEnumerable<Book> _books = [];

    protected override void OnParametersSet()
    {
        var sql = new StringBuilder("SELECT * FROM Books WHERE 1 = 1");
        var parameters = new DynamicParameters();
        if (Genre is not null)
        {
            sql.Append(" AND Genre = @genre");
            parameters.Add("genre", Genre);
        }
        _books = Connection.Query<Book>(sql.ToString(), parameters);
    }
}

// [Bad CWE-89] a local function and a list of conditions
public static class Reports
{
    public static void Map(WebApplication app) => app.MapGet("/reports", async (HttpRequest request, SqlConnection connection) =>
    {
        List<string> conditions = [];
        AddIf("city");
        AddIf("street");
        var where = conditions.Count == 0 ? "" : " WHERE " + string.Join(" AND ", conditions);
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM Reports" + where;
        return await command.ExecuteScalarAsync();

        void AddIf(string field)
        {
            if (request.Query.TryGetValue(field, out var value))
                conditions.Add($"{field} = '{value}'");
        }
    });
}

// [Good CWE-89] a local function and a list of conditions with parameters
public static class SafeReports
{
    public static void Map(WebApplication app) => app.MapGet("/safe-reports", async (HttpRequest request, SqlConnection connection) =>
    {
        List<string> conditions = [];
        using var command = connection.CreateCommand();
        AddIf("city");
        AddIf("street");
        var where = conditions.Count == 0 ? "" : " WHERE " + string.Join(" AND ", conditions);
        command.CommandText = "SELECT COUNT(*) FROM Reports" + where;
        return await command.ExecuteScalarAsync();

        void AddIf(string field)
        {
            if (request.Query.TryGetValue(field, out var value))
            {
                conditions.Add($"{field} = @{field}");
                command.Parameters.AddWithValue(field, value.ToString());
            }
        }
    });
}

// [Bad CWE-89] a queue between the request and the worker
public sealed class Jobs { public System.Threading.Channels.Channel<string> Channel { get; } = System.Threading.Channels.Channel.CreateUnbounded<string>(); }

// [same case]
public sealed class JobWorker(Jobs jobs, SqlConnection connection) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var table in jobs.Channel.Reader.ReadAllAsync(stoppingToken))
            await connection.ExecuteAsync("TRUNCATE TABLE " + table);
    }
}

// [same case]
public static class JobEndpoint
{
    public static void Map(WebApplication app) => app.MapPost("/truncate", async (string table, Jobs jobs) => await jobs.Channel.Writer.WriteAsync(table));
}
