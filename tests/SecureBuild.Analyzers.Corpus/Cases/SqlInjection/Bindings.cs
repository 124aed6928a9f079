using System.Reflection;
using System.Text.Json;
using Dapper;
using Grpc.Core;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.SignalR;
using Npgsql;

namespace Depot.Bindings;

// [Bad CWE-89] a type that binds itself
public record SortOrder(string Column, bool Descending)
{
    public static ValueTask<SortOrder?> BindAsync(HttpContext context, ParameterInfo parameter) =>
        ValueTask.FromResult<SortOrder?>(new(context.Request.Query["sort"].ToString(), context.Request.Query.ContainsKey("desc")));
}
// [same case]
public static class SortEndpoints
{
    public static void MapSorted(this WebApplication app) =>
        app.MapGet("/sorted", async (SortOrder order, NpgsqlConnection db) => await db.QueryAsync<int>($"select id from goods order by {order.Column}"));
}

// [Good CWE-89] a type that parses itself to one of its own
public record Shelf(int Hall, int Row)
{
    public static bool TryParse(string? text, out Shelf? shelf)
    {
        var parts = text?.Split('-');
        shelf = parts is [var hall, var row] && int.TryParse(hall, out var h) && int.TryParse(row, out var r) ? new(h, r) : null;
        return shelf is not null;
    }
}
// [same case]
public static class ShelfEndpoints
{
    public static void MapShelf(this WebApplication app) =>
        app.MapGet("/shelf/{shelf}", async (Shelf shelf, NpgsqlConnection db) => await db.QueryAsync<int>($"select id from goods where hall = {shelf.Hall} and row = {shelf.Row}"));
}

public static class HeaderEndpoints
{
    // [Bad CWE-89] a header as a parameter
    public static void MapTenant(this WebApplication app) =>
        app.MapGet("/tenant", async ([FromHeader(Name = "X-Tenant")] string tenant, NpgsqlConnection db) => await db.ExecuteScalarAsync<int>("select count(*) from " + tenant + ".goods"));

    // [Good CWE-89] a header as a parameter of the statement
    public static void MapTenantSafe(this WebApplication app) =>
        app.MapGet("/tenant2", async ([FromHeader(Name = "X-Tenant")] string tenant, NpgsqlConnection db) => await db.ExecuteScalarAsync<int>("select count(*) from goods where tenant = @tenant", new { tenant }));

    // [Bad CWE-89] a JSON element of the body
    public static void MapJson(this WebApplication app) =>
        app.MapPost("/json", async (JsonElement body, NpgsqlConnection db) =>
            await db.ExecuteAsync("update goods set name = '" + body.GetProperty("name").GetString() + "' where id = 1"));

    // [Good CWE-89] a number of a JSON element
    public static void MapJsonNumber(this WebApplication app) =>
        app.MapPost("/json2", async (JsonElement body, NpgsqlConnection db) =>
            await db.ExecuteAsync("update goods set sold = 1 where id = " + body.GetProperty("id").GetInt32()));

    // [Bad CWE-89] the body, read by hand
    public static void MapRaw(this WebApplication app) =>
        app.MapPost("/raw", async (HttpRequest request, NpgsqlConnection db) =>
        {
            using var reader = new StreamReader(request.Body);
            var line = await reader.ReadLineAsync();
            await db.ExecuteAsync($"insert into notes values ('{line}')");
        });
}

// [Bad CWE-89] a model binder asks the database
public class GoodsBinder(NpgsqlConnection db) : IModelBinder
{
    public async Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var value = bindingContext.ValueProvider.GetValue(bindingContext.ModelName).FirstValue;
        var id = await db.ExecuteScalarAsync<int>("select id from goods where name = '" + value + "'");
        bindingContext.Result = ModelBindingResult.Success(id);
    }
}

// [Bad CWE-89] an action filter with the arguments of the action
public class AuditFilter(NpgsqlConnection db) : IAsyncActionFilter
{
    public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        if (context.ActionArguments["code"] is string code)
            await db.ExecuteAsync("insert into audit (code) values ('" + code + "')");
        await next();
    }
}

// [Good CWE-89] an action filter with the action's name
public class NameFilter(NpgsqlConnection db) : IAsyncActionFilter
{
    public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        await db.ExecuteAsync("insert into audit (action) values ('" + context.ActionDescriptor.Id + "')");
        await next();
    }
}

// [Bad CWE-89] a form of a Blazor page
public class OrderForm : ComponentBase
{
    [SupplyParameterFromForm] public OrderInput Model { get; set; } = new();
    [Inject] public NpgsqlConnection Db { get; set; } = null!;

    async Task Submit() => await Db.ExecuteAsync($"insert into orders (goods) values ('{Model.Goods}')");
}

public class OrderInput { public string Goods { get; set; } = ""; public int Count { get; set; } }

// [Good CWE-89] a form of a Blazor page, with parameters
public class SafeOrderForm : ComponentBase
{
    [SupplyParameterFromForm] public OrderInput Model { get; set; } = new();
    [Inject] public NpgsqlConnection Db { get; set; } = null!;

    async Task Submit() => await Db.ExecuteAsync("insert into orders (goods, count) values (@Goods, @Count)", Model);
}

// [Bad CWE-89] what is typed into a Blazor page
public class SearchBox : ComponentBase
{
    [Inject] public NpgsqlConnection Db { get; set; } = null!;
    IEnumerable<string> _found = [];

    async Task OnInput(ChangeEventArgs e) => _found = await Db.QueryAsync<string>("select name from goods where name like '" + e.Value + "%'");
}

public class Filter { public string Name { get; set; } = ""; public string? Supplier { get; set; } }

public class GoodsModel(NpgsqlConnection db) : PageModel
{
    // [Bad CWE-89] Razor Pages: a complex parameter, in a method of its own
    public async Task OnGetAsync(Filter filter) => Count = await CountAsync(Condition(filter));

    public int Count { get; private set; }

    static string Condition(Filter filter) => filter.Supplier is null ? $"name = '{filter.Name}'" : $"supplier = '{filter.Supplier}'";

    // [same case]
    Task<int> CountAsync(string condition) => db.ExecuteScalarAsync<int>("select count(*) from goods where " + condition);
}

public interface IGoodsSearch { Task<int> CountAsync(Filter filter); }

// [Bad CWE-89] an implementation that a container chooses
public class GoodsSearch(NpgsqlConnection db) : IGoodsSearch
{
    public Task<int> CountAsync(Filter filter) => db.ExecuteScalarAsync<int>("select count(*) from goods where name = '" + filter.Name + "'");
}
// [same case]
public class SearchHub(IGoodsSearch search) : Hub
{
    public Task<int> Count(Filter filter) => search.CountAsync(filter);
}

public interface IStockSearch { Task<int> CountAsync(Filter filter); }

// [Good CWE-89] an implementation that a container chooses, with parameters
public class StockSearch(NpgsqlConnection db) : IStockSearch
{
    public Task<int> CountAsync(Filter filter) => db.ExecuteScalarAsync<int>("select count(*) from stock where name = @Name", filter);
}
// [same case]
public class StockHub(IStockSearch search) : Hub
{
    public Task<int> Count(Filter filter) => search.CountAsync(filter);
}

public class PickRequest { public string Slot { get; set; } = ""; }
public class PickReply { public int Left { get; set; } }

public static class Picker
{
    [BindServiceMethod(typeof(Picker), "BindService")]
    public abstract class PickerBase
    {
        public virtual Task<PickReply> PickAll(IAsyncStreamReader<PickRequest> requests, ServerCallContext context) => throw new RpcException(new Status(StatusCode.Unknown, ""));
    }
}

// [Bad CWE-89] gRPC: a stream of request messages
public class PickerService(NpgsqlConnection db) : Picker.PickerBase
{
    public override async Task<PickReply> PickAll(IAsyncStreamReader<PickRequest> requests, ServerCallContext context)
    {
        while (await requests.MoveNext(context.CancellationToken))
            await db.ExecuteAsync("delete from slots where slot = '" + requests.Current.Slot + "'");
        return new PickReply();
    }
}
