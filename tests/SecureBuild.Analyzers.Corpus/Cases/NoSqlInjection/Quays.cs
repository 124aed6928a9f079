// Document databases, in other styles.
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Cosmos;
using MongoDB.Bson;
using MongoDB.Driver;
using StackExchange.Redis;

namespace Corpus.NoSqlInjection.Quays;

public sealed class Parcel
{
    public string Id { get; set; } = "";

    public string Owner { get; set; } = "";
}

public interface IParcels
{
    IAsyncEnumerable<Parcel> FindAsync(string owner, CancellationToken token);
}

// [Bad CWE-943] an asynchronous stream over a Cosmos query made from text
public sealed class CosmosParcels(Container container) : IParcels
{
    public async IAsyncEnumerable<Parcel> FindAsync(string owner, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken token)
    {
        var definition = new QueryDefinition(string.Format("SELECT * FROM c WHERE c.owner = '{0}'", owner));
        using var iterator = container.GetItemQueryIterator<Parcel>(definition);
        while (iterator.HasMoreResults)
            foreach (var parcel in await iterator.ReadNextAsync(token))
                yield return parcel;
    }
}

// [same case]
[ApiController]
public sealed class ParcelsController(IParcels parcels) : ControllerBase
{
    [HttpGet("parcels")]
    public IAsyncEnumerable<Parcel> Get(string owner, CancellationToken token) => parcels.FindAsync(owner, token);
}

// [Good CWE-943] the Cosmos query has a parameter
public sealed class SafeCosmosParcels(Container container)
{
    [NonAction]
    static QueryDefinition ByOwner(string owner) => new QueryDefinition("SELECT * FROM c WHERE c.owner = @owner").WithParameter("@owner", owner);

    public async Task<List<Parcel>> FindAsync([FromQuery] string owner)
    {
        var parcels = new List<Parcel>();
        using var iterator = container.GetItemQueryIterator<Parcel>(ByOwner(owner));
        while (iterator.HasMoreResults)
            parcels.AddRange(await iterator.ReadNextAsync());
        return parcels;
    }
}

// [Bad CWE-943] the body as a filter, converted implicitly in a generic repository
public sealed class MongoRepository<TDocument>(IMongoDatabase database)
{
    public Task<List<TDocument>> FindAsync(FilterDefinition<TDocument> filter) =>
        database.GetCollection<TDocument>(typeof(TDocument).Name).Find(filter).ToListAsync();
}

// [same case]
public static class FilterEndpoints
{
    public static void Map(WebApplication app) =>
        app.MapPost("/parcels/filter", async (HttpContext context, MongoRepository<Parcel> repository) =>
        {
            using var reader = new StreamReader(context.Request.Body);
            var json = await reader.ReadToEndAsync();
            return Results.Json(await repository.FindAsync(json));
        });
}

// [Good CWE-943] the body's text is the value of an equality
public static class OwnerEndpoints
{
    public static void Map(WebApplication app) =>
        app.MapPost("/parcels/owner", async (HttpContext context, MongoRepository<Parcel> repository) =>
        {
            using var reader = new StreamReader(context.Request.Body);
            var owner = await reader.ReadToEndAsync();
            return Results.Json(await repository.FindAsync(Builders<Parcel>.Filter.Eq(parcel => parcel.Owner, owner)));
        });
}

// [Bad CWE-943] JavaScript for the server in a document of nested initialisers
public sealed class WhereController(IMongoCollection<Parcel> parcels) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Heavier(string than)
    {
        BsonDocument filter = new("$where", new BsonJavaScript($"this.weight > {than}"));
        return Json(await parcels.Find(filter).ToListAsync());
    }
}

// [Good CWE-943] the number of the JavaScript is a number
public sealed class WhereNumberController(IMongoCollection<Parcel> parcels) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Heavier(int than)
    {
        BsonDocument filter = new("$where", new BsonJavaScript($"this.weight > {than}"));
        return Json(await parcels.Find(filter).ToListAsync());
    }
}

// [Bad CWE-943] a script for Redis with the tenant's name in it
public sealed class RedisCounter(IConnectionMultiplexer redis)
{
    public Task<RedisResult> CountAsync(string tenant)
    {
        var script = """
            local keys = redis.call('KEYS', '#TENANT#:*')
            return #keys
            """.Replace("#TENANT#", tenant);
        return redis.GetDatabase().ScriptEvaluateAsync(script);
    }
}

// [same case]
public sealed class CounterController(RedisCounter counter) : ControllerBase
{
    [HttpGet("counter")]
    public async Task<IActionResult> Get([FromHeader(Name = "X-Tenant")] string tenant) => Ok(await counter.CountAsync(tenant));
}

// [Good CWE-943] the tenant's name is an argument of the script
public sealed class SafeRedisCounter(IConnectionMultiplexer redis)
{
    public Task<RedisResult> CountAsync(string tenant) =>
        redis.GetDatabase().ScriptEvaluateAsync("return #redis.call('KEYS', ARGV[1] .. ':*')", values: [tenant]);
}

// [same case]
public sealed class SafeCounterController(SafeRedisCounter counter) : ControllerBase
{
    [HttpGet("safe-counter")]
    public async Task<IActionResult> Get([FromHeader(Name = "X-Tenant")] string tenant) => Ok(await counter.CountAsync(tenant));
}
