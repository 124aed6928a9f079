using Microsoft.AspNetCore.Mvc;
using MongoDB.Bson;
using MongoDB.Driver;

namespace Layers;

public record User(string Name, string Password);

public interface IUsers { User? Find(string filter); }

// [Bad CWE-943] JSON by hand
public sealed class Users(IMongoCollection<User> users) : IUsers
{
    public User? Find(string filter) => users.Find(filter).FirstOrDefault();
}

// [same case]
[ApiController]
public sealed class UsersController(IUsers users) : ControllerBase
{
    [HttpGet("users")]
    public ActionResult<User> Find(string name) => users.Find("{ Name: '" + name + "' }") is { } user ? user : NotFound();
}

// [Good CWE-943] a typed filter
[ApiController]
public sealed class SafeUsersController(IMongoCollection<User> users) : ControllerBase
{
    [HttpGet("users")]
    public ActionResult<User> Find(string name) => users.Find(Builders<User>.Filter.Eq(user => user.Name, name)).FirstOrDefault();
}

// [Bad CWE-943] a document parsed from the body
public static class QueryEndpoint
{
    public record Query(string Where);

    public static void Map(WebApplication app) => app.MapPost("/query", (Query query, IMongoCollection<BsonDocument> documents) =>
    {
        var filter = BsonDocument.Parse($"{{ $where: \"{query.Where}\" }}");
        return Results.Ok(documents.Find(filter).FirstOrDefault());
    });
}

// [Good CWE-943] a document with one value
public static class SafeQueryEndpoint
{
    public static void Map(WebApplication app) => app.MapGet("/query", (string city, IMongoCollection<BsonDocument> documents) =>
        Results.Ok(documents.Find(new BsonDocument("city", city)).FirstOrDefault()));
}
