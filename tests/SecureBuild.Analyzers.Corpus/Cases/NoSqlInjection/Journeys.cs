using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Cosmos;
using MongoDB.Bson;
using MongoDB.Bson.Serialization;
using MongoDB.Driver;
using StackExchange.Redis;

public sealed class Player { public string Name { get; set; } = ""; public int Score { get; set; } }

[ApiController]
[Route("players")]
public sealed class PlayersController(IMongoDatabase database, Container container, IDatabase redis) : ControllerBase
{
    IMongoCollection<Player> Players => database.GetCollection<Player>("players");

    // [Bad CWE-943] the filter's JSON is put together from the form
    [HttpPost("login")]
    public async Task<IActionResult> Login([FromForm] string name, [FromForm] string pin)
    {
        var json = "{ name: '" + name + "', pin: '" + pin + "' }";
        FilterDefinition<Player> filter = json;
        var found = await Players.Find(filter).FirstOrDefaultAsync();
        return found is null ? Unauthorized() : Ok();
    }

    // [Good CWE-943] the builder compares a field with a value
    [HttpPost("login2")]
    public async Task<IActionResult> LoginBuilder([FromForm] string name, [FromForm] string pin)
    {
        var filter = Builders<Player>.Filter.Eq("name", name) & Builders<Player>.Filter.Eq("pin", pin);
        var found = await Players.Find(filter).FirstOrDefaultAsync();
        return found is null ? Unauthorized() : Ok();
    }

    // [Bad CWE-943] a stored JavaScript condition with the client's text
    [HttpGet("where")]
    public async Task<IActionResult> Where(string level)
    {
        var filter = new BsonDocument("$where", new BsonJavaScript($"this.level == '{level}'"));
        return Ok(await Players.Find((FilterDefinition<Player>)filter).ToListAsync());
    }

    // [Good CWE-943] a document of names and values
    [HttpGet("where2")]
    public async Task<IActionResult> Document(string level)
    {
        var filter = new BsonDocument("level", level);
        return Ok(await Players.Find((FilterDefinition<Player>)filter).ToListAsync());
    }

    // [Bad CWE-943] the whole filter document is the client's
    [HttpPost("search")]
    public async Task<IActionResult> Search([FromBody] string document)
    {
        var filter = BsonSerializer.Deserialize<BsonDocument>(document);
        return Ok(await Players.Find((FilterDefinition<Player>)filter).ToListAsync());
    }

    // [Bad CWE-943] Cosmos DB: the query's text holds the client's country
    [HttpGet("cosmos")]
    public async Task<IActionResult> Cosmos(string country)
    {
        var query = new QueryDefinition($"SELECT * FROM c WHERE c.country = '{country}'");
        using var pages = container.GetItemQueryIterator<Player>(query);
        return Ok(await pages.ReadNextAsync());
    }

    // [Good CWE-943] Cosmos DB: with a parameter
    [HttpGet("cosmos2")]
    public async Task<IActionResult> CosmosParameter(string country)
    {
        var query = new QueryDefinition("SELECT * FROM c WHERE c.country = @country").WithParameter("@country", country);
        using var pages = container.GetItemQueryIterator<Player>(query);
        return Ok(await pages.ReadNextAsync());
    }

    // [Bad CWE-943] Redis: the script is put together
    [HttpPost("bump")]
    public async Task<IActionResult> Bump(string key)
    {
        await redis.ScriptEvaluateAsync($"return redis.call('INCR', '{key}')");
        return NoContent();
    }

    // [Good CWE-943] Redis: the script's keys are arguments
    [HttpPost("bump2")]
    public async Task<IActionResult> BumpKeys(string key)
    {
        await redis.ScriptEvaluateAsync("return redis.call('INCR', KEYS[1])", ["score:" + key]);
        return NoContent();
    }
}
