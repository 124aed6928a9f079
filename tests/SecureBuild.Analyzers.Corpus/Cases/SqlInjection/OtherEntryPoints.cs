using Dapper;
using Grpc.Core;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.SignalR;
using Npgsql;

namespace Portal;

// [Bad CWE-89] a bound property of a Razor page
public class SearchModel(NpgsqlConnection db) : PageModel
{
    [BindProperty(SupportsGet = true)] public string Term { get; set; } = "";
    public IEnumerable<dynamic> Results { get; private set; } = [];

    public void OnGet() => Results = db.Query("select * from pages where title like '%" + Term + "%'");
}

// [Good CWE-89] the property is not bound: the page sets it
public class LatestModel(NpgsqlConnection db) : PageModel
{
    public string Order { get; set; } = "created desc";
    public IEnumerable<dynamic> Results { get; private set; } = [];

    public void OnGet() => Results = db.Query("select * from pages order by " + Order);
}

// [Bad CWE-89] a handler's parameter
public class DetailsModel(NpgsqlConnection db) : PageModel
{
    public dynamic? Item { get; private set; }
    public async Task OnPostAsync(string slug) => Item = (await db.QueryAsync<object>($"select * from pages where slug = '{slug}'")).FirstOrDefault();
}

// [Bad CWE-89] a hub's method is called by any client
public class ChatHub(NpgsqlConnection db) : Hub
{
    public async Task Send(string room, string text) =>
        await db.ExecuteAsync("insert into messages (room, body) values ('" + room + "', '" + text + "')");
}

// [Good CWE-89] the hub's method uses parameters
public class ChatHubSafe(NpgsqlConnection db) : Hub
{
    public async Task Send(string room, string text) => await db.ExecuteAsync("insert into messages (room, body) values (@room, @text)", new { room, text });
}

public class FindRequest { public string Name { get; set; } = ""; public int Limit { get; set; } }
public class FindReply { public int Count { get; set; } }

[BindServiceMethod(typeof(Directory), "BindService")]
public abstract class DirectoryBase
{
    public virtual Task<FindReply> Find(FindRequest request, ServerCallContext context) => throw new RpcException(new Status(StatusCode.Unknown, ""));
}

public static class Directory { public abstract class Base : DirectoryBase; }

// [Bad CWE-89] a gRPC request's field
public class DirectoryService(NpgsqlConnection db) : DirectoryBase
{
    public override async Task<FindReply> Find(FindRequest request, ServerCallContext context) =>
        new() { Count = await db.ExecuteScalarAsync<int>("select count(*) from people where name = '" + request.Name + "'") };
}

// [Good CWE-89] of the gRPC request only the number is concatenated
public class DirectoryServiceSafe(NpgsqlConnection db) : DirectoryBase
{
    public override async Task<FindReply> Find(FindRequest request, ServerCallContext context) =>
        new() { Count = (await db.QueryAsync<int>("select id from people where name = @Name limit " + request.Limit, new { request.Name })).Count() };
}

// [Bad CWE-89] middleware reads a header
public class TenantMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, NpgsqlConnection db)
    {
        string tenant = context.Request.Headers["X-Tenant"]!;
        await db.ExecuteAsync("set search_path to " + tenant);
        await next(context);
    }
}

// [Good CWE-89] middleware looks the header up and uses what it finds
public class TenantMiddlewareSafe(RequestDelegate next)
{
    static readonly Dictionary<string, string> s_schemas = new() { ["a"] = "tenant_a", ["b"] = "tenant_b" };

    public async Task InvokeAsync(HttpContext context, NpgsqlConnection db)
    {
        if (s_schemas.TryGetValue(context.Request.Headers["X-Tenant"].ToString(), out var schema))
            await db.ExecuteAsync("set search_path to " + schema);
        await next(context);
    }
}

// [Bad CWE-89] an action filter reads the route
public class VisitFilter(NpgsqlConnection db) : IActionFilter
{
    public void OnActionExecuting(ActionExecutingContext context)
    {
        var page = context.RouteData.Values["page"] as string;
        db.Execute($"update visits set n = n + 1 where page = '{page}'");
    }

    public void OnActionExecuted(ActionExecutedContext context) { }
}

public class FormsController(NpgsqlConnection db) : Controller
{
    // [Bad CWE-89] a form field by indexer
    [HttpPost] public IActionResult Save() => Ok(db.Execute("update forms set text = '" + Request.Form["text"] + "'"));

    // [Bad CWE-89] the uploaded file's name
    [HttpPost] public IActionResult Upload(IFormFile file) => Ok(db.Execute($"insert into files (name) values ('{file.FileName}')"));

    // [Good CWE-89] the uploaded file's size
    [HttpPost] public IActionResult UploadSize(IFormFile file) => Ok(db.Execute($"insert into files (size) values ({file.Length})"));

    // [Bad CWE-89] the agent's name
    [HttpGet] public IActionResult Agent() => Ok(db.Execute($"insert into agents values ('{Request.Headers.UserAgent}')"));

    // [Bad CWE-89] the path of the request
    [HttpGet] public IActionResult NotFoundPage() => Ok(db.Execute("insert into missing values ('" + Request.Path.Value + "')"));

    // [Good CWE-89] the time
    [HttpGet] public IActionResult Time() => Ok(db.Execute("insert into visits values ('" + DateTime.UtcNow.ToString("O") + "')"));

    // [Good CWE-89] a service is injected into the action; its text is configured
    [HttpGet] public IActionResult Injected([FromServices] IConfiguration configuration) => Ok(db.Query("select * from " + configuration["Table"]));
}
