// Documents of a modern team's product.
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Cosmos;
using MongoDB.Bson;
using MongoDB.Driver;

namespace Corpus.NoSqlInjection.Canals;

public sealed record Part(string Id, string Name);

// [Bad CWE-943] a repository with a primary constructor, a query of raw strings
public sealed class PartRepository(Container container)
{
    public async IAsyncEnumerable<Part> FindAsync(string name)
    {
        var query = $$"""SELECT * FROM parts p WHERE p.name = "{{name}}" """;
        using var iterator = container.GetItemQueryIterator<Part>(query);
        while (iterator.HasMoreResults)
            foreach (var part in await iterator.ReadNextAsync())
                yield return part;
    }
}

// [same case]
public static class PartEndpoints
{
    public static void MapParts(this WebApplication app) => app.MapGet("/parts", (string name, PartRepository parts) => parts.FindAsync(name));
}

// [Good CWE-943] the name is a parameter of the query
public sealed class StockRepository(Container container)
{
    public async IAsyncEnumerable<Part> FindAsync(string name)
    {
        var query = new QueryDefinition("SELECT * FROM parts p WHERE p.name = @name").WithParameter("@name", name);
        using var iterator = container.GetItemQueryIterator<Part>(query);
        while (iterator.HasMoreResults)
            foreach (var part in await iterator.ReadNextAsync())
                yield return part;
    }
}

// [same case]
public static class StockEndpoints
{
    public static void MapStock(this WebApplication app) => app.MapGet("/stock", (string name, StockRepository parts) => parts.FindAsync(name));
}

// [Bad CWE-943] the body's text becomes the filter
public static class QueryEndpoints
{
    public static void MapQuery(this WebApplication app) => app.MapPost("/query", async (HttpRequest request, IMongoCollection<Part> parts) =>
    {
        using var reader = new StreamReader(request.Body);
        FilterDefinition<Part> filter = await reader.ReadToEndAsync();
        return Results.Ok(await parts.Find(filter).Limit(20).ToListAsync());
    });
}
