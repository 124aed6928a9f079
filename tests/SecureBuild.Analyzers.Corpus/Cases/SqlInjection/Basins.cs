// Values on long ways: carriers, contexts, round trips, language features.
using System.Buffers;
using System.Collections;
using System.Collections.Concurrent;
using System.ComponentModel;
using System.Data;
using System.Dynamic;
using System.Globalization;
using System.IO.Compression;
using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using System.Xml.Serialization;
using Dapper;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.ObjectPool;

namespace Corpus.SqlInjection.Basins;

public sealed class Basin { public string Name { get; set; } = ""; public int Depth { get; set; } }

public static class Sql
{
    public static string By(string column, string value) => $"SELECT * FROM basins WHERE {column} = '{value}'";
}

[Route("basins")]
public class BasinCarriers(IDbConnection db, IMemoryCache cache) : Controller
{
    IActionResult Run(string value) => Ok(db.Query<Basin>("SELECT * FROM basins WHERE name = '" + value + "'"));

    // [Bad CWE-89] AsyncLocal
    [HttpGet("a")]
    public IActionResult Ambient(string name)
    {
        var current = new AsyncLocal<string>();
        current.Value = name;
        return Run(current.Value);
    }

    // [Bad CWE-89] Lazy with a factory
    [HttpGet("b")]
    public IActionResult Later(string name)
    {
        var lazy = new Lazy<string>(() => name.Trim());
        return Run(lazy.Value);
    }

    // [Bad CWE-89] a memory cache
    [HttpGet("c")]
    public IActionResult Cached(string name)
    {
        var value = cache.GetOrCreate("basin", entry => name.ToUpperInvariant());
        return Run(value!);
    }

    // [Bad CWE-89] TempData
    [HttpGet("d")]
    public IActionResult Temp(string name)
    {
        TempData["name"] = name;
        return Run((string)TempData["name"]!);
    }

    // [Bad CWE-89] ViewBag
    [HttpGet("e")]
    public IActionResult Bag(string name)
    {
        ViewBag.Name = name;
        return Run(ViewBag.Name);
    }

    // [Bad CWE-89] an ExpandoObject
    [HttpGet("f")]
    public IActionResult Expando(string name)
    {
        dynamic item = new ExpandoObject();
        item.Name = name;
        string value = item.Name;
        return Run(value);
    }

    // [Bad CWE-89] written to a stream and read again
    [HttpGet("g")]
    public IActionResult Stream(string name)
    {
        using var memory = new MemoryStream();
        using (var writer = new StreamWriter(memory, leaveOpen: true))
            writer.Write(name);
        memory.Position = 0;
        using var reader = new StreamReader(memory);
        return Run(reader.ReadToEnd());
    }

    // [Bad CWE-89] binary writer and reader
    [HttpGet("h")]
    public IActionResult Binary(string name)
    {
        var memory = new MemoryStream();
        var writer = new BinaryWriter(memory);
        writer.Write(name);
        writer.Flush();
        var reader = new BinaryReader(new MemoryStream(memory.ToArray()));
        return Run(reader.ReadString());
    }

    // [Bad CWE-89] serialized and read again
    [HttpGet("i")]
    public IActionResult Json(string name)
    {
        var json = JsonSerializer.Serialize(new Basin { Name = name });
        var copy = JsonSerializer.Deserialize<Basin>(json)!;
        return Run(copy.Name);
    }

    // [Good CWE-89] serialized and read again, the number is used
    [HttpGet("j")]
    public IActionResult JsonNumber(string name, int depth)
    {
        var json = JsonSerializer.Serialize(new Basin { Name = name, Depth = depth });
        var copy = JsonSerializer.Deserialize<Basin>(json)!;
        return Run(copy.Depth.ToString(CultureInfo.InvariantCulture));
    }

    // [Bad CWE-89] compressed and decompressed
    [HttpGet("k")]
    public IActionResult Packed(string name)
    {
        var memory = new MemoryStream();
        using (var zip = new DeflateStream(memory, CompressionLevel.Fastest, leaveOpen: true))
            zip.Write(Encoding.UTF8.GetBytes(name));
        memory.Seek(0, SeekOrigin.Begin);
        using var unzip = new DeflateStream(memory, CompressionMode.Decompress);
        using var reader = new StreamReader(unzip);
        return Run(reader.ReadToEnd());
    }

    // [Bad CWE-89] the results of several tasks
    [HttpGet("l")]
    public async Task<IActionResult> Tasks(string name, string town)
    {
        var results = await Task.WhenAll(Task.FromResult(name), Task.Run(() => town.Trim()));
        return Run(results[1]);
    }

    // [Bad CWE-89] a continuation
    [HttpGet("m")]
    public Task<IActionResult> Continued(string name) => Task.FromResult(name).ContinueWith(task => Run(task.Result));

    // [Bad CWE-89] a completion source
    [HttpGet("n")]
    public async Task<IActionResult> Completed(string name)
    {
        var source = new TaskCompletionSource<string>();
        source.SetResult(name);
        return Run(await source.Task);
    }

    // [Bad CWE-89] groups of a query
    [HttpPost("o")]
    public IActionResult Groups([FromBody] List<Basin> basins)
    {
        foreach (var group in basins.GroupBy(basin => basin.Depth))
            foreach (var basin in group)
                Run(basin.Name);
        return Ok();
    }

    // [Good CWE-89] the keys of groups are numbers
    [HttpPost("p")]
    public IActionResult GroupKeys([FromBody] List<Basin> basins)
    {
        foreach (var group in basins.GroupBy(basin => basin.Depth))
            Run(group.Key.ToString());
        return Ok();
    }

    // [Bad CWE-89] two lists zipped
    [HttpPost("q")]
    public IActionResult Zipped([FromBody] string[] names)
    {
        string[] columns = ["a", "b", "c"];
        var conditions = columns.Zip(names, (column, name) => $"{column} = '{name}'");
        return Ok(db.Query<Basin>("SELECT * FROM basins WHERE " + string.Join(" OR ", conditions)));
    }

    // [Bad CWE-89] a lookup
    [HttpPost("r")]
    public IActionResult Lookup([FromBody] List<Basin> basins)
    {
        var byDepth = basins.ToLookup(basin => basin.Depth, basin => basin.Name);
        return Run(byDepth[1].First());
    }

    // [Bad CWE-89] a priority queue
    [HttpPost("s")]
    public IActionResult Priority([FromBody] List<Basin> basins)
    {
        var queue = new PriorityQueue<string, int>();
        foreach (var basin in basins)
            queue.Enqueue(basin.Name, basin.Depth);
        return queue.TryDequeue(out var name, out _) ? Run(name) : NotFound();
    }

    // [Good CWE-89] the priority is a number
    [HttpPost("t")]
    public IActionResult PriorityOf([FromBody] List<Basin> basins)
    {
        var queue = new PriorityQueue<string, int>();
        foreach (var basin in basins)
            queue.Enqueue(basin.Name, basin.Depth);
        return queue.TryDequeue(out _, out var depth) ? Run($"{depth}") : NotFound();
    }

    // [Bad CWE-89] the nodes of a linked list
    [HttpGet("u")]
    public IActionResult Linked(string name)
    {
        var list = new LinkedList<string>();
        list.AddFirst("first");
        list.AddLast(name);
        return Run(list.First!.Next!.Value);
    }

    // [Bad CWE-89] an array from a pool
    [HttpGet("v")]
    public IActionResult Pooled(string name)
    {
        var buffer = ArrayPool<char>.Shared.Rent(name.Length);
        name.CopyTo(0, buffer, 0, name.Length);
        var value = new string(buffer, 0, name.Length);
        ArrayPool<char>.Shared.Return(buffer);
        return Run(value);
    }

    // [Bad CWE-89] a builder from a pool
    [HttpGet("w")]
    public IActionResult PooledBuilder(string name, [FromServices] ObjectPool<StringBuilder> pool)
    {
        var builder = pool.Get();
        try
        {
            builder.Append("SELECT * FROM basins WHERE name = '").Append(name).Append('\'');
            return Ok(db.Query<Basin>(builder.ToString()));
        }
        finally
        {
            pool.Return(builder);
        }
    }

    // [Bad CWE-89] copied between arrays
    [HttpGet("x")]
    public IActionResult Copied(string name, string town)
    {
        var from = new object[] { name, town };
        var to = new object[4];
        Array.Copy(from, 0, to, 1, 2);
        return Run((string)to[2]);
    }

    // [Bad CWE-89] converted by a type converter
    [HttpGet("y")]
    public IActionResult Converted(string name)
    {
        var converter = TypeDescriptor.GetConverter(typeof(string));
        return Run((string)converter.ConvertFromInvariantString(name)!);
    }

    // [Good CWE-89] converted to a number
    [HttpGet("z")]
    public IActionResult ConvertedNumber(string name)
    {
        var number = (int)Convert.ChangeType(name, typeof(int), CultureInfo.InvariantCulture);
        return Run(number.ToString());
    }

    // [Bad CWE-89] replaced by an evaluator
    [HttpGet("aa")]
    public IActionResult Evaluated(string name) => Run(Regex.Replace("{name}", @"\{(\w+)\}", match => match.Groups[1].Value == "name" ? name : ""));

    // [Bad CWE-89] swapped by Interlocked
    [HttpGet("ab")]
    public IActionResult Swapped(string name)
    {
        var last = "none";
        Interlocked.Exchange(ref last, name);
        return Run(last);
    }

    // [Bad CWE-89] set by reference
    [HttpGet("ac")]
    public IActionResult ByReference(string name)
    {
        var value = "";
        Fill(ref value, name);
        return Run(value);

        static void Fill(ref string target, string from) => target = from;
    }

    // [Bad CWE-89] a reference to an element
    [HttpGet("ad")]
    public IActionResult RefLocal(string name)
    {
        var values = new[] { "a", "b" };
        ref var second = ref values[1];
        second = name;
        return Run(values[1]);
    }

    // [Good CWE-89] the other element
    [HttpGet("ae")]
    public IActionResult OtherElement(string name)
    {
        var values = new[] { "a", "b" };
        values[1] = name;
        return Run(values[0]);
    }

    // [Bad CWE-89] params
    [HttpGet("af")]
    public IActionResult Params(string name) => Run(Last("a", "b", name));

    static string Last(params string[] all) => all[all.Length - 1];

    // [Bad CWE-89] recursion
    [HttpGet("ag")]
    public IActionResult Recursive(string name) => Run(Repeat(name, 3));

    static string Repeat(string text, int times) => times <= 1 ? text : text + Repeat(text, times - 1);

    // [Good CWE-89] recursion that counts
    [HttpGet("ah")]
    public IActionResult Counted(string name) => Run(Count(name, 0).ToString());

    static int Count(string text, int from) => from >= text.Length ? 0 : (text[from] == 'a' ? 1 : 0) + Count(text, from + 1);

    // [Bad CWE-89] a parallel loop fills a bag
    [HttpPost("ai")]
    public IActionResult Parallels([FromBody] string[] names)
    {
        var bag = new ConcurrentBag<string>();
        Parallel.ForEach(names, name => bag.Add(name.Trim()));
        foreach (var name in bag)
            Run(name);
        return Ok();
    }

    // [Bad CWE-89] an expression tree that is compiled
    [HttpGet("aj")]
    public IActionResult Compiled(string name)
    {
        Expression<Func<string, string>> expression = text => Sql.By("name", text);
        return Ok(db.Query<Basin>(expression.Compile()(name)));
    }

    // [Bad CWE-89] the statement is chosen, then formatted
    [HttpGet("ak")]
    public IActionResult Chosen(string name, bool exact)
    {
        var format = exact ? "SELECT * FROM basins WHERE name = '{0}'" : "SELECT * FROM basins WHERE name LIKE '%{0}%'";
        return Ok(db.Query<Basin>(string.Format(format, name)));
    }
}

// [Bad CWE-89] middleware puts a header into Items, a controller takes it out
public sealed class TenantMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        context.Items["Tenant"] = context.Request.Headers["X-Tenant"].ToString();
        await next(context);
    }
}

// [same case]
public class TenantController(IDbConnection db) : Controller
{
    public IActionResult Index()
    {
        var tenant = HttpContext.Items["Tenant"] as string;
        return Ok(db.ExecuteScalar<int>($"SELECT COUNT(*) FROM {tenant}.basins"));
    }
}

// [Bad CWE-89] a session's text
public class WizardController(IDbConnection db) : Controller
{
    [HttpPost]
    public IActionResult Start(string region)
    {
        HttpContext.Session.SetString("region", region);
        return RedirectToAction("Finish");
    }

    public IActionResult Finish()
    {
        var region = HttpContext.Session.GetString("region");
        return Ok(db.Query<Basin>(Sql.By("region", region!)));
    }
}

// [Good CWE-89] a session's number
public class StepController(IDbConnection db) : Controller
{
    [HttpPost]
    public IActionResult Start(int region)
    {
        HttpContext.Session.SetInt32("regionId", region);
        return RedirectToAction("Finish");
    }

    public IActionResult Finish() => Ok(db.Query<Basin>("SELECT * FROM basins WHERE region = " + HttpContext.Session.GetInt32("regionId")));
}

// [Bad CWE-89] a model binder of our own
public sealed class RangeOf { public string From { get; set; } = ""; public string To { get; set; } = ""; }

// [same case]
public sealed class RangeBinder : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var parts = bindingContext.ValueProvider.GetValue(bindingContext.ModelName).FirstValue!.Split("..");
        bindingContext.Result = ModelBindingResult.Success(new RangeOf { From = parts[0], To = parts[1] });
        return Task.CompletedTask;
    }
}

// [same case]
public class RangesController(IDbConnection db) : Controller
{
    public IActionResult Get([ModelBinder(typeof(RangeBinder))] RangeOf range) => Ok(db.Query<Basin>($"SELECT * FROM basins WHERE depth BETWEEN {range.From} AND {range.To}"));
}

// [Bad CWE-89] an interface's default method and a static abstract one
public interface IQueryFor<TSelf> where TSelf : IQueryFor<TSelf>
{
    static abstract string Table { get; }

    string Filter { get; }

    string ToSql() => $"SELECT * FROM {TSelf.Table} WHERE {Filter}";
}

// [same case]
public sealed record BasinQuery(string Name) : IQueryFor<BasinQuery>
{
    public static string Table => "basins";

    public string Filter => $"name = '{Name}'";
}

// [same case]
public class QueriesController(IDbConnection db) : Controller
{
    public IActionResult Get(string name)
    {
        IQueryFor<BasinQuery> query = new BasinQuery(name);
        return Ok(db.Query<Basin>(query.ToSql()));
    }
}

// [Bad CWE-89] a visitor writes the statement of a tree
public abstract class Node
{
    public abstract void Accept(SqlWriter writer);
}

// [same case]
public sealed class Equal(string column, string value) : Node
{
    public string Column { get; } = column;
    public string Value { get; } = value;

    public override void Accept(SqlWriter writer) => writer.Visit(this);
}

// [same case]
public sealed class All(params Node[] nodes) : Node
{
    public IReadOnlyList<Node> Nodes { get; } = nodes;

    public override void Accept(SqlWriter writer) => writer.Visit(this);
}

// [same case]
public sealed class SqlWriter
{
    readonly StringBuilder _text = new();

    public void Visit(Equal equal) => _text.Append(equal.Column).Append(" = '").Append(equal.Value).Append('\'');

    public void Visit(All all)
    {
        for (var i = 0; i < all.Nodes.Count; i++)
        {
            if (i > 0)
                _text.Append(" AND ");
            all.Nodes[i].Accept(this);
        }
    }

    public override string ToString() => _text.ToString();
}

// [same case]
public class TreeController(IDbConnection db) : Controller
{
    public IActionResult Get(string name, string town)
    {
        Node tree = new All(new Equal("name", name), new Equal("town", town));
        var writer = new SqlWriter();
        tree.Accept(writer);
        return Ok(db.Query<Basin>("SELECT * FROM basins WHERE " + writer));
    }
}

// [Good CWE-89] a visitor writes parameters
public abstract class SafeNode
{
    public abstract string Write(DynamicParameters parameters);
}

// [same case]
public sealed class SafeEqual(string column, object value) : SafeNode
{
    public override string Write(DynamicParameters parameters)
    {
        parameters.Add(column, value);
        return column + " = @" + column;
    }
}

// [same case]
public class SafeTreeController(IDbConnection db) : Controller
{
    public IActionResult Get(string name, string town)
    {
        var parameters = new DynamicParameters();
        SafeNode[] nodes = [new SafeEqual("name", name), new SafeEqual("town", town)];
        var where = string.Join(" AND ", nodes.Select(node => node.Write(parameters)));
        return Ok(db.Query<Basin>("SELECT * FROM basins WHERE " + where, parameters));
    }
}

// [Bad CWE-89] a state machine remembers a step's text
public sealed class Conversation
{
    enum Step { Name, Town, Done }

    Step _step;
    string _name = "", _town = "";

    public void Say(string text)
    {
        switch (_step)
        {
            case Step.Name:
                _name = text;
                _step = Step.Town;
                break;
            case Step.Town:
                _town = text;
                _step = Step.Done;
                break;
        }
    }

    public string Statement => $"INSERT INTO basins(name, town) VALUES ('{_name}', '{_town}')";
}

// [same case]
public class ConversationController(IDbConnection db) : Controller
{
    public IActionResult Post([FromBody] string[] lines)
    {
        var conversation = new Conversation();
        foreach (var line in lines)
            conversation.Say(line);
        return Ok(db.Execute(conversation.Statement));
    }
}

// [Bad CWE-89] observers get what is pushed
public sealed class Feed : IObservable<string>
{
    readonly List<IObserver<string>> _observers = [];

    public IDisposable Subscribe(IObserver<string> observer)
    {
        _observers.Add(observer);
        return new MemoryStream();
    }

    public void Push(string value) => _observers.ForEach(observer => observer.OnNext(value));
}

// [same case]
public sealed class Recorder(IDbConnection db) : IObserver<string>
{
    public void OnCompleted() { }
    public void OnError(Exception error) { }
    public void OnNext(string value) => db.Execute("INSERT INTO feed(text) VALUES ('" + value + "')");
}

// [same case]
public class FeedController(IDbConnection db) : Controller
{
    public IActionResult Post(string text)
    {
        var feed = new Feed();
        feed.Subscribe(new Recorder(db));
        feed.Push(text);
        return Ok();
    }
}

// [Bad CWE-89] a factory of delegates, resolved by a key
public class ExportController(IDbConnection db) : Controller
{
    static readonly Dictionary<string, Func<string, string>> s_queries = new()
    {
        ["name"] = value => Sql.By("name", value),
        ["town"] = value => Sql.By("town", value),
    };

    public IActionResult Get(string kind, string value) => s_queries.TryGetValue(kind, out var query) ? Ok(db.Query<Basin>(query(value))) : NotFound();
}

// [Good CWE-89] a table of statements, resolved by a key
public class ReportController(IDbConnection db) : Controller
{
    static readonly Dictionary<string, Func<string>> s_queries = new()
    {
        ["all"] = () => "SELECT * FROM basins",
        ["deep"] = () => "SELECT * FROM basins WHERE depth > 10",
    };

    public IActionResult Get(string kind) => s_queries.TryGetValue(kind, out var query) ? Ok(db.Query<Basin>(query())) : NotFound();
}

// [Bad CWE-89] an action filter changes an argument into another text of the client's
public sealed class FillFilter : ActionFilterAttribute
{
    public override void OnActionExecuting(ActionExecutingContext context)
    {
        if (!context.ActionArguments.ContainsKey("region"))
            context.ActionArguments["region"] = context.HttpContext.Request.Cookies["region"];
    }
}

// [same case]
public class RegionController(IDbConnection db) : Controller
{
    [FillFilter]
    public IActionResult Get(string region) => Ok(db.Query<Basin>(Sql.By("region", region)));
}
