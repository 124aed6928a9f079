using Microsoft.AspNetCore.Mvc;
using MongoDB.Bson;
using MongoDB.Driver;

namespace Docs.App;

public class User { public string Name { get; set; } = ""; public string Password { get; set; } = ""; }

public class DocsController(IMongoCollection<User> users, IMongoCollection<BsonDocument> docs) : ControllerBase
{
    // [Bad CWE-943] JSON put together
    [HttpPost]
    public IActionResult Login(string name, string password)
    {
        var filter = BsonDocument.Parse("{ name: '" + name + "', password: '" + password + "' }");
        return Ok(docs.Find(filter).FirstOrDefault());
    }

    // [Bad CWE-943] a $where function
    [HttpPost]
    public IActionResult Where(string name)
    {
        var filter = new BsonDocument("$where", new BsonJavaScript("this.name == '" + name + "'"));
        return Ok(docs.Find(filter).FirstOrDefault());
    }

    // [Good CWE-943] the builder's comparison
    [HttpPost]
    public IActionResult Builder(string name) => Ok(users.Find(Builders<User>.Filter.Eq("Name", name)).FirstOrDefault());

    // [Good CWE-943] a document with the text as value
    [HttpPost]
    public IActionResult Value(string name) => Ok(docs.Find(new BsonDocument("name", name)).FirstOrDefault());

    // [Bad CWE-943] a string becomes a filter
    [HttpPost]
    public IActionResult Implicit(string json)
    {
        FilterDefinition<User> filter = "{ age: { $gt: " + json + " } }";
        return Ok(users.Find(filter).FirstOrDefault());
    }

    // [Good CWE-943] a number in the text
    [HttpPost]
    public IActionResult Number(int age)
    {
        FilterDefinition<User> filter = "{ age: { $gt: " + age + " } }";
        return Ok(users.Find(filter).FirstOrDefault());
    }
}
