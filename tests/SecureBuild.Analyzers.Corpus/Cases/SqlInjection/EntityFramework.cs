using System.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;

namespace Blog;

public class Post { public int Id { get; set; } public string Title { get; set; } = ""; public string Author { get; set; } = ""; }

public class BlogContext(DbContextOptions<BlogContext> options) : DbContext(options)
{
    public DbSet<Post> Posts { get; set; } = null!;
}

[ApiController, Route("api/posts")]
public class PostsController(BlogContext db) : ControllerBase
{
    // [Bad CWE-89] FromSqlRaw with an interpolated string: the hole is text, no parameter
    [HttpGet("author/{author}")]
    public Task<List<Post>> ByAuthor(string author) => db.Posts.FromSqlRaw($"SELECT * FROM Posts WHERE Author = '{author}'").ToListAsync();

    // [Good CWE-89] FromSql takes a FormattableString: the hole becomes a parameter
    [HttpGet("author2/{author}")]
    public Task<List<Post>> ByAuthorInterpolated(string author) => db.Posts.FromSql($"SELECT * FROM Posts WHERE Author = {author}").ToListAsync();

    // [Good CWE-89] FromSqlRaw with a placeholder and a value
    [HttpGet("author3/{author}")]
    public Task<List<Post>> ByAuthorPlaceholder(string author) => db.Posts.FromSqlRaw("SELECT * FROM Posts WHERE Author = {0}", author).ToListAsync();

    // [Good CWE-89] FromSqlInterpolated
    [HttpGet("author4/{author}")]
    public Task<List<Post>> ByAuthorFromSqlInterpolated(string author)
    {
        FormattableString query = $"SELECT * FROM Posts WHERE Author = {author}";
        return db.Posts.FromSqlInterpolated(query).ToListAsync();
    }

    // [Bad CWE-89] the statement is built before and given to ExecuteSqlRaw
    [HttpPost("retitle")]
    public int Retitle(int id, string title)
    {
        var sql = "UPDATE Posts SET Title = '" + title + "' WHERE Id = " + id;
        return db.Database.ExecuteSqlRaw(sql);
    }

    // [Good CWE-89] ExecuteSql with interpolation
    [HttpPost("retitle2")]
    public int RetitleSafely(int id, string title) => db.Database.ExecuteSql($"UPDATE Posts SET Title = {title} WHERE Id = {id}");

    // [Good CWE-89] ExecuteSqlRaw with SqlParameter
    [HttpPost("retitle3")]
    public Task<int> RetitleWithParameters(int id, string title) =>
        db.Database.ExecuteSqlRawAsync("UPDATE Posts SET Title = @title WHERE Id = @id", new SqlParameter("@title", title), new SqlParameter("@id", id));

    // [Bad CWE-89] SqlQueryRaw
    [HttpGet("titles")]
    public List<string> Titles([FromQuery] string prefix) =>
        db.Database.SqlQueryRaw<string>("SELECT Title FROM Posts WHERE Title LIKE '" + prefix + "%'").ToList();

    // [Good CWE-89] SqlQuery with interpolation
    [HttpGet("titles2")]
    public List<string> TitlesSafely([FromQuery] string prefix) =>
        db.Database.SqlQuery<string>($"SELECT Title FROM Posts WHERE Title LIKE {prefix + "%"}").ToList();

    // [Good CWE-89] LINQ becomes a parameterised statement
    [HttpGet("titles3")]
    public Task<List<string>> TitlesByLinq([FromQuery] string prefix) =>
        db.Posts.Where(post => post.Title.StartsWith(prefix) || EF.Functions.Like(post.Author, "%" + prefix + "%")).Select(post => post.Title).ToListAsync();

    // [Bad CWE-89] a cookie's value reaches the raw statement
    [HttpGet("mine")]
    public IEnumerable<Post> Mine()
    {
        var author = Request.Cookies["author"];
        return db.Posts.FromSqlRaw("SELECT * FROM Posts WHERE Author = '" + author + "'").AsNoTracking().ToList();
    }

    // [Bad CWE-89] interpolated by hand into a string first: no FormattableString is left when it is executed
    [HttpDelete("tag/{tag}")]
    public async Task<int> DeleteTag(string tag)
    {
        string sql = $"DELETE FROM Tags WHERE Name = '{tag}'";
        return await db.Database.ExecuteSqlRawAsync(sql);
    }

    // [Bad CWE-89] the connection behind the context
    [HttpGet("count")]
    public object? Count(string table)
    {
        using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM " + table;
        return command.ExecuteScalar();
    }

    // [Good CWE-89] the table's name comes from the type, not from the client
    [HttpGet("count2")]
    public object? CountOfPosts(string ignored)
    {
        using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM " + nameof(BlogContext.Posts);
        return command.ExecuteScalar();
    }

    // [Bad CWE-89] FormattableString turned into text, then executed raw
    [HttpPut("views")]
    public int Views(string slug)
    {
        FormattableString statement = $"UPDATE Posts SET Views = Views + 1 WHERE Slug = '{slug}'";
        return db.Database.ExecuteSqlRaw(statement.ToString());
    }
}
