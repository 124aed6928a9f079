// Cases made from a template: one source, one chain of propagators, one filter.
using Microsoft.AspNetCore.Mvc;
using MongoDB.Bson;
using MongoDB.Driver;

namespace Corpus.NoSqlInjection.Looms;

// [Bad CWE-943] T1201: Substring, then a filter in JSON
[Route("looms/nosql/1201")]
public class LoomNoSql1201(IMongoCollection<BsonDocument> items) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Run([FromQuery] string param)
    {
        string bar = param.Length > 64 ? param.Substring(0, 64) : param;
        BsonDocument filter = BsonDocument.Parse("{ name: '" + bar + "' }");
        return Ok(await items.Find(filter).ToListAsync());
    }
}

// [Good CWE-943] T1202: Substring, then a value
[Route("looms/nosql/1202")]
public class LoomNoSql1202(IMongoCollection<BsonDocument> items) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Run([FromQuery] string param)
    {
        string bar = param.Length > 64 ? param.Substring(0, 64) : param;
        FilterDefinition<BsonDocument> filter = Builders<BsonDocument>.Filter.Eq("name", bar);
        return Ok(await items.Find(filter).ToListAsync());
    }
}
