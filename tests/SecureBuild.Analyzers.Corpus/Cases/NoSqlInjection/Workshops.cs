// Document stores and caches.
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Cosmos;
using MongoDB.Bson;
using MongoDB.Bson.Serialization;
using MongoDB.Driver;
using StackExchange.Redis;

namespace Corpus.NoSqlInjection.Workshops;

public sealed record Member(string Id, string Name, string Town);

// [Bad CWE-943] JSON of a filter by interpolation
[Route("members")]
public sealed class MembersController(IMongoDatabase database) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Find(string name)
    {
        var filter = $$"""{ "name": "{{name}}" }""";
        return Ok(await database.GetCollection<Member>("members").Find(filter).ToListAsync());
    }
}

// [Good CWE-943] the builder's Eq
[Route("members2")]
public sealed class BuiltMembersController(IMongoDatabase database) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Find(string name) =>
        Ok(await database.GetCollection<Member>("members").Find(Builders<Member>.Filter.Eq("name", name)).ToListAsync());
}

// [Bad CWE-943] the body of the request is the filter
public static class Search
{
    public static void Map(WebApplication app, IMongoCollection<BsonDocument> documents) => app.MapPost("/search", async (HttpRequest request) =>
    {
        using var reader = new StreamReader(request.Body);
        var filter = BsonDocument.Parse(await reader.ReadToEndAsync());
        return Results.Ok(await documents.Find(filter).ToListAsync());
    });
}

// [Bad CWE-943] script for the server in $where
[Route("places")]
public sealed class PlacesController(IMongoCollection<BsonDocument> places) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Cheaper(string price)
    {
        var where = new BsonDocument("$where", new BsonJavaScript("function() { return this.price < " + price + "; }"));
        return Ok(await places.Find(where).ToListAsync());
    }
}

// [Good CWE-943] the price is a number
[Route("places2")]
public sealed class NumberPlacesController(IMongoCollection<BsonDocument> places) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Cheaper(string price)
    {
        if (!int.TryParse(price, out var limit))
            return BadRequest();
        return Ok(await places.Find(new BsonDocument("$where", new BsonJavaScript("function() { return this.price < " + limit + "; }"))).ToListAsync());
    }
}

// [Bad CWE-943] the repository below puts the text together
[Route("towns")]
public sealed class TownsController(TownRepository repository) : Controller
{
    [HttpDelete]
    public async Task<IActionResult> Clean([FromQuery] string town)
    {
        await repository.RemoveAsync(town.Trim());
        return NoContent();
    }
}

// [same case]
public sealed class TownRepository(IMongoCollection<Member> members)
{
    const string Template = "{ 'town': '%1' }";

    public Task RemoveAsync(string town) => members.DeleteManyAsync(Template.Replace("%1", town));
}

// [Bad CWE-943] a filter deserialised from the query string
[Route("filters")]
public sealed class FilterController(IMongoCollection<BsonDocument> documents) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Get([FromQuery(Name = "f")] string filter)
    {
        var document = BsonSerializer.Deserialize<BsonDocument>(filter);
        return Ok(await documents.Find(new BsonDocumentFilterDefinition<BsonDocument>(document)).ToListAsync());
    }
}

// [Good CWE-943] a document with the value as a value
[Route("filters2")]
public sealed class ValueFilterController(IMongoCollection<BsonDocument> documents) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Get([FromQuery] string name) => Ok(await documents.Find(new BsonDocument("name", name)).ToListAsync());
}

// [Bad CWE-943] text of a query for Cosmos DB
public sealed class CosmosOrders(Container container)
{
    public async Task<List<Member>> OfAsync(HttpContext context)
    {
        var customer = context.Request.Query["customer"].ToString();
        var found = new List<Member>();
        using var iterator = container.GetItemQueryIterator<Member>("SELECT * FROM c WHERE c.customer = '" + customer + "'");
        while (iterator.HasMoreResults)
            found.AddRange(await iterator.ReadNextAsync());
        return found;
    }
}

// [Good CWE-943] the same with a parameter
public sealed class CosmosParameters(Container container)
{
    public async Task<List<Member>> OfAsync(HttpContext context)
    {
        var query = new QueryDefinition("SELECT * FROM c WHERE c.customer = @customer").WithParameter("@customer", context.Request.Query["customer"].ToString());
        var found = new List<Member>();
        using var iterator = container.GetItemQueryIterator<Member>(query);
        while (iterator.HasMoreResults)
            found.AddRange(await iterator.ReadNextAsync());
        return found;
    }
}

// [Bad CWE-943] a definition of a query with the town in its text
[Route("cosmos")]
public sealed class CosmosController(Container container) : Controller
{
    [HttpGet("{town}")]
    public async Task<IActionResult> Get(string town)
    {
        var definition = new QueryDefinition(string.Format("SELECT VALUE COUNT(1) FROM c WHERE c.town = \"{0}\"", town));
        using var iterator = container.GetItemQueryIterator<int>(definition);
        return Ok(await iterator.ReadNextAsync());
    }
}

// [Bad CWE-943] Lua with the name in it
[Route("counters")]
public sealed class CountersController(IDatabase redis) : Controller
{
    [HttpPost("{name}")]
    public async Task<IActionResult> Increase(string name)
    {
        await redis.ScriptEvaluateAsync($"return redis.call('INCR', '{name}')");
        return NoContent();
    }
}

// [Good CWE-943] Lua with the name among the keys
[Route("counters2")]
public sealed class KeyCountersController(IDatabase redis) : Controller
{
    [HttpPost("{name}")]
    public async Task<IActionResult> Increase(string name)
    {
        await redis.ScriptEvaluateAsync("return redis.call('INCR', KEYS[1])", [name]);
        return NoContent();
    }
}

// [Bad CWE-943] a prepared script that is made of the request
public sealed class Limits(IConnectionMultiplexer connection)
{
    public void Set(HttpRequest request)
    {
        string limit = request.Headers["X-Limit"]!;
        var script = LuaScript.Prepare("redis.call('SET', 'limit', " + limit + ")");
        script.Evaluate(connection.GetDatabase());
    }
}

// [Good CWE-943] a prepared script with parameters
public sealed class ParameterLimits(IConnectionMultiplexer connection)
{
    public void Set(HttpRequest request)
    {
        string limit = request.Headers["X-Limit"]!;
        LuaScript.Prepare("redis.call('SET', 'limit', @limit)").Evaluate(connection.GetDatabase(), new { limit });
    }
}

// [Good CWE-943] the value is serialised before it is in the JSON
[Route("safe")]
public sealed class SerialisedController(IMongoCollection<Member> members) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Get(string name) => Ok(await members.Find("{ name: " + JsonSerializer.Serialize(name) + " }").FirstOrDefaultAsync());
}

// [Good CWE-943] an expression
[Route("safe2")]
public sealed class ExpressionController(IMongoCollection<Member> members) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Get(string name) => Ok(await members.Find(member => member.Name == name).FirstOrDefaultAsync());
}
