using Microsoft.AspNetCore.Mvc;
using MongoDB.Bson;
using MongoDB.Bson.Serialization;
using MongoDB.Driver;

namespace Catalog;

public class Item { public string Name { get; set; } = ""; public int Stock { get; set; } public string Owner { get; set; } = ""; }

public class ItemsController(IMongoCollection<Item> items, IMongoDatabase database) : ControllerBase
{
    static readonly HashSet<string> s_fields = ["Name", "Stock"];

    // [Bad CWE-943] the filter is JSON made by concatenation
    public async Task<IActionResult> Find(string name) => Ok(await items.Find("{ Name: '" + name + "' }").ToListAsync());

    // [Good CWE-943] a typed filter
    public async Task<IActionResult> FindTyped(string name) => Ok(await items.Find(Builders<Item>.Filter.Eq(item => item.Name, name)).ToListAsync());

    // [Good CWE-943] an expression
    public async Task<IActionResult> FindExpression(string name) => Ok(await items.Find(item => item.Name == name).ToListAsync());

    // [Bad CWE-943] BsonDocument.Parse
    public async Task<IActionResult> Parse([FromBody] string filter) => Ok(await items.Find(BsonDocument.Parse(filter)).ToListAsync());

    // [Good CWE-943] BsonDocument with a value
    public async Task<IActionResult> Document(string name) => Ok(await items.Find(new BsonDocument("Name", name)).ToListAsync());

    // [Bad CWE-943] $where with JavaScript
    public async Task<IActionResult> Where(string owner)
    {
        var filter = new BsonDocument("$where", new BsonJavaScript($"this.Owner == '{owner}'"));
        return Ok(await items.Find(filter).ToListAsync());
    }

    // [Bad CWE-943] a JSON filter in a local
    public async Task<IActionResult> Json(string owner)
    {
        var json = string.Format("{{ \"Owner\": \"{0}\", \"Stock\": {{ \"$gt\": 0 }} }}", owner);
        FilterDefinition<Item> filter = json;
        return Ok(await items.Find(filter).FirstOrDefaultAsync());
    }

    // [Good CWE-943] a JSON filter with a number
    public async Task<IActionResult> JsonNumber(int stock)
    {
        FilterDefinition<Item> filter = $"{{ Stock: {{ $gt: {stock} }} }}";
        return Ok(await items.Find(filter).FirstOrDefaultAsync());
    }

    // [Bad CWE-943] a command
    public IActionResult Command(string collection) => Ok(database.RunCommand<BsonDocument>("{ count: '" + collection + "' }"));

    // [Good CWE-943] a constant command
    public IActionResult CommandConstant(string collection) => Ok(database.RunCommand<BsonDocument>(collection == "items" ? "{ count: 'items' }" : "{ count: 'users' }"));

    // [Bad CWE-943] deletes by a JSON filter
    public async Task<IActionResult> Delete() => Ok(await items.DeleteManyAsync("{ Owner: '" + Request.Query["owner"] + "' }"));

    // [Good CWE-943] deletes by a typed filter
    public async Task<IActionResult> DeleteTyped() => Ok(await items.DeleteManyAsync(Builders<Item>.Filter.Eq("Owner", Request.Query["owner"].ToString())));

    // [Bad CWE-943] JsonFilterDefinition
    public async Task<IActionResult> Definition([FromHeader] string query) => Ok(await items.Find(new JsonFilterDefinition<Item>(query)).ToListAsync());

    // [Good CWE-943] an ObjectId has been parsed
    public async Task<IActionResult> ById(string id)
    {
        if (!ObjectId.TryParse(id, out var key))
            return BadRequest();
        return Ok(await items.Find(Builders<Item>.Filter.Eq("_id", key)).FirstOrDefaultAsync());
    }

    // [Bad CWE-943] BsonSerializer makes a document of the client's text
    public async Task<IActionResult> Deserialized([FromForm] string query)
    {
        var document = BsonSerializer.Deserialize<BsonDocument>(query);
        return Ok(await items.Find(document).ToListAsync());
    }

    // [Good CWE-943] the field's name is in a list, the value is a value
    public async Task<IActionResult> ByField(string field, string value)
    {
        if (!s_fields.Contains(field))
            return BadRequest();
        return Ok(await items.Find(Builders<Item>.Filter.Eq(field, value)).ToListAsync());
    }
}

// [Bad CWE-943] through a repository
public class StockController(StockController.Repository repository) : ControllerBase
{
    public Task<List<Item>> Get(string owner) => repository.OfAsync(owner);

    public class Repository(IMongoCollection<Item> items)
    {
        public Task<List<Item>> OfAsync(string owner) => items.Find(Filter(owner)).ToListAsync();

        static string Filter(string owner) => "{ Owner: \"" + owner + "\" }";
    }
}

// [Good CWE-943] through a repository with an expression
public class StockControllerSafe(StockControllerSafe.Repository repository) : ControllerBase
{
    public Task<List<Item>> Get(string owner) => repository.OfAsync(owner);

    public class Repository(IMongoCollection<Item> items)
    {
        public Task<List<Item>> OfAsync(string owner) => items.Find(item => item.Owner == owner).ToListAsync();
    }
}

// [Bad CWE-943] a minimal API
public static class ItemEndpoints
{
    public static void Map(WebApplication app) =>
        app.MapPost("/items/search", async (Search search, IMongoCollection<Item> items) => await items.Find("{ Name: /" + search.Text + "/ }").ToListAsync());

    public record Search(string Text, int Limit);
}

// [Good CWE-943] a minimal API, the limit only
public static class ItemEndpointsSafe
{
    public static void Map(WebApplication app) =>
        app.MapPost("/items/search", async (Search search, IMongoCollection<Item> items) => await items.Find(Builders<Item>.Filter.Empty).Limit(search.Limit).ToListAsync());

    public record Search(string Text, int Limit);
}
