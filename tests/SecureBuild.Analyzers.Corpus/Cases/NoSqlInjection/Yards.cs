// Document stores.
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Cosmos;
using MongoDB.Bson;
using MongoDB.Driver;
using StackExchange.Redis;

namespace Corpus.NoSqlInjection.Yards;

public sealed record Note(string Id, string Text);

// [Bad CWE-943] JSON by concatenation in a service behind an interface
public interface INotes { Task<List<Note>> FindAsync(string text); }

// [same case]
public sealed class MongoNotes(IMongoCollection<Note> notes) : INotes
{
    public Task<List<Note>> FindAsync(string text) => notes.Find(new JsonFilterDefinition<Note>("{ \"text\": { \"$regex\": \"" + text + "\" } }")).ToListAsync();
}

// [same case]
[Route("notes")]
public sealed class NotesController(INotes notes) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Get(string text) => Ok(await notes.FindAsync(text));
}

// [Bad CWE-943] the whole document from the body
public static class Delete
{
    public static void Map(WebApplication app, IMongoCollection<BsonDocument> documents) => app.MapDelete("/documents", async ([FromBody] JsonElement filter) =>
    {
        var result = await documents.DeleteManyAsync(BsonDocument.Parse(filter.GetRawText()));
        return Results.Ok(result.DeletedCount);
    });
}

// [Good CWE-943] a document with the value of the body
public static class DeleteById
{
    public static void Map(WebApplication app, IMongoCollection<BsonDocument> documents) => app.MapDelete("/documents/{id}", async (string id) =>
    {
        if (!ObjectId.TryParse(id, out var key))
            return Results.NotFound();
        var result = await documents.DeleteManyAsync(Builders<BsonDocument>.Filter.Eq("_id", key));
        return Results.Ok(result.DeletedCount);
    });
}

// [Bad CWE-943] a raw command of Redis
[Route("cache")]
public sealed class CacheController(IConnectionMultiplexer redis) : Controller
{
    [HttpPost]
    public IActionResult Run(string command) => Ok(redis.GetDatabase().Execute(command)?.ToString());
}

// [Good CWE-943] a key of Redis
[Route("cache2")]
public sealed class KeyCacheController(IConnectionMultiplexer redis) : Controller
{
    [HttpGet]
    public IActionResult Get(string key) => Ok((string)redis.GetDatabase().StringGet("page:" + key));
}

// [Good CWE-943] a number in the text of a query
[Route("pages")]
public sealed class PagesController(Container container) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Get(int page)
    {
        using var iterator = container.GetItemQueryIterator<Note>($"SELECT * FROM c OFFSET {page * 20} LIMIT 20");
        return Ok(await iterator.ReadNextAsync());
    }
}
