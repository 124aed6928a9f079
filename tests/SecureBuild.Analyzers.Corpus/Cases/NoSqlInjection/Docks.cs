// Less common doors to documents.
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using MongoDB.Bson;
using MongoDB.Bson.Serialization;
using MongoDB.Driver;
using StackExchange.Redis;

namespace Corpus.NoSqlInjection.Docks;

[Route("docks")]
public class DockDocuments(IMongoDatabase database, IDatabase redis) : Controller
{
    // [Bad CWE-943] a command of the database
    [HttpGet("a")]
    public IActionResult Command(string name) => Ok(database.RunCommand<BsonDocument>("{ count: 'docks', query: { name: '" + name + "' } }"));

    // [Bad CWE-943] a $where script
    [HttpGet("b")]
    public async Task<IActionResult> Where(string name)
    {
        var filter = new BsonDocument("$where", new BsonJavaScript("this.name == '" + name + "'"));
        return Ok(await database.GetCollection<BsonDocument>("docks").Find(filter).ToListAsync());
    }

    // [Bad CWE-943] the JSON of the body is a filter
    [HttpPost("c")]
    public async Task<IActionResult> Body([FromBody] JsonElement filter)
    {
        var document = BsonSerializer.Deserialize<BsonDocument>(filter.GetRawText());
        return Ok(await database.GetCollection<BsonDocument>("docks").Find(document).ToListAsync());
    }

    // [Good CWE-943] a document with the text as a value
    [HttpGet("d")]
    public async Task<IActionResult> Value(string name)
    {
        var filter = new BsonDocument("name", name);
        return Ok(await database.GetCollection<BsonDocument>("docks").Find(filter).ToListAsync());
    }

    // [Bad CWE-943] a Lua script
    [HttpGet("e")]
    public IActionResult Lua(string key) => Ok(redis.ScriptEvaluate("return redis.call('GET', '" + key + "')").ToString());

    // [Good CWE-943] a Lua script with keys
    [HttpGet("f")]
    public IActionResult LuaKeys(string key) => Ok(redis.ScriptEvaluate("return redis.call('GET', KEYS[1])", [key]).ToString());
}
