// Documents, in small samples.
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using MongoDB.Bson;
using MongoDB.Bson.Serialization;
using MongoDB.Driver;

namespace Corpus.NoSqlInjection.Benchmarks;

public class Account { public string User { get; set; } = ""; public string Hash { get; set; } = ""; public int Age { get; set; } }

// [Bad CWE-943] a filter as a text
public class LoginController(IMongoCollection<Account> accounts) : ControllerBase
{
    [HttpPost("/mongo-login")]
    public IActionResult Login([FromForm] string user, [FromForm] string password)
    {
        FilterDefinition<Account> filter = "{ User: '" + user + "', Hash: '" + password + "' }";
        return accounts.Find(filter).FirstOrDefault() is null ? Unauthorized() : Ok();
    }
}

// [Good CWE-943] a filter by its builder
public class SafeLoginController(IMongoCollection<Account> accounts) : ControllerBase
{
    [HttpPost("/safe-mongo-login")]
    public IActionResult Login([FromForm] string user, [FromForm] string hash)
    {
        var builder = Builders<Account>.Filter;
        var filter = builder.Eq("User", user) & builder.Eq("Hash", hash);
        return accounts.Find(filter).FirstOrDefault() is null ? Unauthorized() : Ok();
    }
}

// [Bad CWE-943] a document of the body
public class QueryController(IMongoCollection<Account> accounts) : ControllerBase
{
    [HttpPost("/mongo-query")]
    public async Task<IActionResult> Query()
    {
        using var reader = new StreamReader(Request.Body);
        var filter = BsonDocument.Parse(await reader.ReadToEndAsync());
        return Ok(accounts.Find(filter).FirstOrDefault());
    }
}

// [Bad CWE-943] a condition in JavaScript
public class WhereController(IMongoCollection<Account> accounts) : ControllerBase
{
    [HttpGet("/mongo-where")]
    public IActionResult Where(string age)
    {
        var filter = new BsonDocument("$where", new BsonJavaScript($"this.Age > {age}"));
        return Ok(accounts.Find(filter).FirstOrDefault());
    }
}

// [Good CWE-943] a condition with a number
public class SafeWhereController(IMongoCollection<Account> accounts) : ControllerBase
{
    [HttpGet("/safe-mongo-where")]
    public IActionResult Where(int age)
    {
        var filter = new BsonDocument("$where", new BsonJavaScript($"this.Age > {age}"));
        return Ok(accounts.Find(filter).FirstOrDefault());
    }
}

// [Good CWE-943] a document of named values
public class DocumentController(IMongoCollection<Account> accounts) : ControllerBase
{
    [HttpGet("/mongo-document")]
    public IActionResult Find(string user) => Ok(accounts.Find(new BsonDocument("User", user)).FirstOrDefault());
}
