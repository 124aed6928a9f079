// One shape a method: how a value gets from the request into a statement, or does not.
using System.Buffers;
using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Specialized;
using System.Dynamic;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Data.SqlClient;

namespace Corpus.SqlInjection.ShortShapes;

public class SourcesController(SqlConnection db) : ControllerBase
{
    object? Run(string where) => new SqlCommand("select * from t where " + where, db).ExecuteScalar();

    // [Bad CWE-89] TryGetValue of the query
    [HttpGet("a1")] public object? A1() => Request.Query.TryGetValue("q", out var value) ? Run("a='" + value + "'") : null;

    // [Bad CWE-89] the first of a form's values
    [HttpPost("a2")] public object? A2() => Run("a='" + Request.Form["q"].First() + "'");

    // [Bad CWE-89] a route's value
    [HttpGet("a3/{id}")] public object? A3() => Run("a='" + RouteData.Values["id"] + "'");

    // [Bad CWE-89] the user agent
    [HttpGet("a4")] public object? A4() => Run($"agent='{Request.Headers.UserAgent}'");

    // [Bad CWE-89] the whole address
    [HttpGet("a5")] public object? A5() => Run($"page='{Request.GetDisplayUrl()}'");

    // [Bad CWE-89] the query string taken apart by hand
    [HttpGet("a6")] public object? A6() => Run("a='" + System.Web.HttpUtility.ParseQueryString(Request.QueryString.Value!)["q"] + "'");

    // [Bad CWE-89] the query string taken apart by a helper
    [HttpGet("a7")] public object? A7() => Run("a='" + QueryHelpers.ParseQuery(Request.QueryString.ToString())["q"] + "'");

    // [Bad CWE-89] a form read asynchronously
    [HttpPost("a8")] public async Task<object?> A8() { var form = await Request.ReadFormAsync(); return Run("a='" + form["q"] + "'"); }

    // [Bad CWE-89] the body as text
    [HttpPost("a9")] public async Task<object?> A9() { using var reader = new StreamReader(Request.Body, Encoding.UTF8); return Run(await reader.ReadToEndAsync()); }

    public record Search(string Text, int Page, string[] Tags);

    // [Bad CWE-89] the body as JSON
    [HttpPost("b1")] public async Task<object?> B1() { var search = await Request.ReadFromJsonAsync<Search>(); return Run($"a='{search!.Text}'"); }

    // [Bad CWE-89] the body by the serialiser
    [HttpPost("b2")] public async Task<object?> B2() { var search = await JsonSerializer.DeserializeAsync<Search>(Request.Body); return Run($"a in ('{string.Join("','", search!.Tags)}')"); }

    // [Good CWE-89] the body's number
    [HttpPost("b3")] public async Task<object?> B3() { var search = await Request.ReadFromJsonAsync<Search>(); return Run($"a={search!.Page}"); }

    // [Bad CWE-89] a JSON element as parameter
    [HttpPost("b4")] public object? B4([FromBody] JsonElement body) => Run("a='" + body.GetProperty("q").GetString() + "'");

    // [Bad CWE-89] a dictionary as parameter
    [HttpPost("b5")] public object? B5([FromBody] Dictionary<string, object> body) => Run("a='" + body["q"] + "'");

    // [Bad CWE-89] a collection of form fields
    [HttpPost("b6")] public object? B6(IFormCollection form) => Run("a='" + form["q"] + "'");

    // [Bad CWE-89] the keys of the query
    [HttpGet("b7")] public object? B7() => Run(string.Join(" or ", Request.Query.Keys.Select(key => key + " is not null")));

    // [Bad CWE-89] a header of any name
    [HttpGet("b8")] public object? B8() { foreach (var header in Request.Headers) if (header.Key.StartsWith("X-Filter")) return Run(header.Value.ToString()); return null; }

    // [Good CWE-89] the request's method and time
    [HttpGet("b9")] public object? B9() => Run($"method='{(HttpMethods.IsGet(Request.Method) ? "GET" : "other")}' and at < '{DateTime.UtcNow:O}'");

    // [Good CWE-89] the length of what was sent
    [HttpPost("c1")] public object? C1() => Run("size > " + Request.ContentLength);
}

public class TextsController(SqlConnection db) : ControllerBase
{
    object? Run(string where) => new SqlCommand("select * from t where " + where, db).ExecuteScalar();

    // [Bad CWE-89] a raw literal
    [HttpGet("d1")] public object? D1(string q) => Run($"""a = '{q}' and b = "x" """);

    // [Bad CWE-89] a group of a match
    [HttpGet("d2")] public object? D2(string q) => Run("a='" + Regex.Match(q, "name:(.*)").Groups[1].Value + "'");

    // [Good CWE-89] a group of digits
    [HttpGet("d3")] public object? D3(string q) { var match = Regex.Match(q, "^id:([0-9]+)$"); return match.Success ? Run("a=" + int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)) : null; }

    // [Bad CWE-89] everything but blanks
    [HttpGet("d4")] public object? D4(string q) => Run(Regex.Replace(q, "\\s+", " "));

    // [Good CWE-89] nothing but letters and digits is left
    [HttpGet("d5")] public object? D5(string q) => Run("a='" + Regex.Replace(q, "[^A-Za-z0-9]", "") + "'");

    // [Bad CWE-89] characters
    [HttpGet("d6")] public object? D6(string q) { var chars = q.ToCharArray(); Array.Reverse(chars); return Run(new string(chars)); }

    // [Bad CWE-89] base 64
    [HttpGet("d7")] public object? D7(string q) => Run(Encoding.UTF8.GetString(Convert.FromBase64String(q)));

    // [Bad CWE-89] through a writer
    [HttpGet("d8")] public object? D8(string q) { using var writer = new StringWriter(); writer.Write("a='"); writer.Write(q); writer.Write('\''); return Run(writer.ToString()); }

    // [Bad CWE-89] through a builder with interpolation
    [HttpGet("d9")] public object? D9(string q) { var builder = new StringBuilder(); builder.Append(CultureInfo.InvariantCulture, $"a='{q}'"); return Run(builder.ToString()); }

    // [Bad CWE-89] as an object
    [HttpGet("e1")] public object? E1(string q) { object value = q; return value is string text ? Run(text) : null; }

    // [Bad CWE-89] matched by a property
    [HttpPost("e2")] public object? E2([FromBody] Pair pair) => pair is { Left: { Length: > 0 } left } ? Run(left) : null;

    // [Good CWE-89] the other property
    [HttpPost("e3")] public object? E3([FromBody] Pair pair) => pair is { Count: var count } ? Run("a=" + count) : null;

    public class Pair { public string? Left { get; set; } public int Count { get; set; } }

    // [Bad CWE-89] matched by a list
    [HttpGet("e4")] public object? E4(string q) => q.Split(',') is [var first, .. var rest] ? Run(first + " or " + string.Concat(rest)) : null;

    // [Bad CWE-89] one of two
    [HttpGet("e5")] public object? E5(string? q, string? r) { q ??= r; return Run(q ?? "1=1"); }

    // [Bad CWE-89] an exception carries it
    [HttpGet("e6")] public object? E6(string q)
    {
        try { throw new ArgumentException(q); }
        catch (ArgumentException exception) { return Run(exception.Message); }
    }

    // [Bad CWE-89] a time as text, not parsed
    [HttpGet("e7")] public object? E7(string day) => DateTime.TryParse(day, out _) || day.Length < 30 ? Run("day='" + day + "'") : null;

    // [Good CWE-89] a time, parsed
    [HttpGet("e8")] public object? E8(string day) => DateTime.TryParse(day, out var parsed) ? Run($"day='{parsed:yyyy-MM-dd}'") : null;

    // [Good CWE-89] a truth value
    [HttpGet("e9")] public object? E9(string flag) => Run("a=" + (bool.Parse(flag) ? 1 : 0));

    // [Good CWE-89] an enumeration's name
    [HttpGet("f1")] public object? F1(string day) => Enum.TryParse<DayOfWeek>(day, true, out var parsed) ? Run($"day='{parsed}'") : null;

    // [Good CWE-89] a hash of it
    [HttpGet("f2")] public object? F2(string q) => Run("hash='" + Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(q))) + "'");

    // [Good CWE-89] overwritten
    [HttpGet("f3")] public object? F3(string q) { var text = q; text = "1=1"; return Run(text); }

    // [Good CWE-89] in a branch that is never taken
    [HttpGet("f4")] public object? F4(string q) { const bool Debug = false; var text = "1=1"; if (Debug) text = q; return Run(text); }

    // [Bad CWE-89] appended in a loop
    [HttpGet("f5")] public object? F5(string[] names) { var text = "1=0"; for (var i = 0; i < names.Length; i++) text += " or name='" + names[i] + "'"; return Run(text); }

    // [Bad CWE-89] in a do loop with a condition
    [HttpGet("f6")] public object? F6(string q) { string text; var left = 2; do { text = q[..^left]; } while (--left > 0); return Run(text); }

    // [Bad CWE-89] in finally
    [HttpGet("f7")] public object? F7(string q) { var text = ""; try { text = "x".ToUpper(); } finally { text = q; } return Run(text); }

    // [Bad CWE-89] string.Create
    [HttpGet("f8")] public object? F8(string q) => Run(string.Create(q.Length, q, static (span, state) => state.AsSpan().CopyTo(span)));

    // [Bad CWE-89] a composite format
    [HttpGet("f9")] public object? F9(string q) => Run(string.Format(CultureInfo.InvariantCulture, CompositeFormat.Parse("a='{0}'"), q));
}

public class CollectionsController(SqlConnection db) : ControllerBase
{
    object? Run(string? where) => new SqlCommand("select * from t where " + where, db).ExecuteScalar();

    // [Bad CWE-89] the key of a dictionary
    [HttpPost("g1")] public object? G1([FromBody] Dictionary<string, int> body) { foreach (var pair in body) return Run(pair.Key + "=" + pair.Value); return null; }

    // [Good CWE-89] the number of a dictionary
    [HttpPost("g2")] public object? G2([FromBody] Dictionary<string, int> body) { foreach (var pair in body) return Run("a=" + pair.Value); return null; }

    // [Bad CWE-89] grouped
    [HttpPost("g3")] public object? G3([FromBody] string[] names) => Run(names.GroupBy(name => name).Select(group => group.Key).First());

    // [Bad CWE-89] in query syntax
    [HttpPost("g4")] public object? G4([FromBody] string[] names) => Run((from name in names let trimmed = name.Trim() where trimmed.Length > 3 orderby trimmed select $"name='{trimmed}'").FirstOrDefault());

    // [Bad CWE-89] zipped
    [HttpPost("g5")] public object? G5([FromBody] string[] names) => Run(string.Join(" or ", new[] { "a", "b" }.Zip(names, (column, name) => column + "='" + name + "'")));

    // [Bad CWE-89] many of many
    [HttpPost("g6")] public object? G6([FromBody] List<List<string>> lists) => Run(lists.SelectMany(list => list).MaxBy(text => text.Length));

    // [Bad CWE-89] a jagged array
    [HttpGet("g7")] public object? G7(string q) { var rows = new string[2][]; rows[0] = ["a"]; rows[1] = [q]; return Run(rows[1][0]); }

    // [Good CWE-89] a jagged array's other row
    [HttpGet("g8")] public object? G8(string q) { var rows = new string[2][]; rows[0] = ["a=1"]; rows[1] = [q]; return Run(rows[0][0]); }

    // [Bad CWE-89] two dimensions
    [HttpGet("g9")] public object? G9(string q) { var cells = new string[2, 2]; cells[1, 1] = q; return Run(cells[1, 1]); }

    // [Bad CWE-89] spread
    [HttpGet("h1")] public object? H1(string q) { string[] some = ["1=1", q]; List<string> all = [.. some, "2=2"]; return Run(string.Join(" and ", all)); }

    // [Bad CWE-89] a priority queue
    [HttpGet("h2")] public object? H2(string q) { var queue = new PriorityQueue<string, int>(); queue.Enqueue(q, 1); return Run(queue.Dequeue()); }

    // [Bad CWE-89] a bag
    [HttpGet("h3")] public object? H3(string q) { var bag = new ConcurrentBag<string> { q }; return bag.TryTake(out var text) ? Run(text) : null; }

    // [Bad CWE-89] a blocking collection
    [HttpGet("h4")] public object? H4(string q) { var items = new BlockingCollection<string>(); items.Add(q); return Run(items.Take()); }

    // [Bad CWE-89] names and values
    [HttpGet("h5")] public object? H5(string q) { var values = new NameValueCollection { { "a", q } }; return Run(values["a"]); }

    // [Bad CWE-89] entries of a hashtable
    [HttpGet("h6")] public object? H6(string q) { var table = new Hashtable { { "a", q } }; foreach (DictionaryEntry entry in table) return Run(entry.Value!.ToString()); return null; }

    // [Bad CWE-89] an expando
    [HttpGet("h7")] public object? H7(string q) { dynamic bag = new ExpandoObject(); bag.Text = q; return Run((string)bag.Text); }

    // [Bad CWE-89] a sorted list by its index
    [HttpGet("h8")] public object? H8(string q) { var list = new SortedList<string, string> { ["x"] = q }; return Run(list.Values[0]); }

    // [Good CWE-89] a list whose tainted entry was removed
    [HttpGet("h9")] public object? H9(string q) { var list = new List<string> { "1=1", q }; list.RemoveAt(1); return Run(list[0]); }

    // [Good CWE-89] a dictionary's other key
    [HttpGet("i1")] public object? I1(string q) { var map = new Dictionary<string, string> { ["a"] = q, ["b"] = "2=2" }; return Run(map["b"]); }

    // [Bad CWE-89] a dictionary's key that was replaced
    [HttpGet("i2")] public object? I2(string q) { var map = new Dictionary<string, string> { ["b"] = "2=2" }; map["b"] = q; return Run(map["b"]); }

    // [Bad CWE-89] shared memory of an array pool
    [HttpGet("i3")] public object? I3(string q) { var buffer = ArrayPool<char>.Shared.Rent(q.Length); q.CopyTo(0, buffer, 0, q.Length); return Run(new string(buffer, 0, q.Length)); }

    // [Bad CWE-89] converted
    [HttpPost("i4")] public object? I4([FromBody] string[] names) => Run(string.Join(",", Array.ConvertAll(names, name => "'" + name + "'")));

    // [Bad CWE-89] for each of a list, by a closure
    [HttpPost("i5")] public object? I5([FromBody] List<string> names) { var text = new StringBuilder("1=0"); names.ForEach(name => text.Append(" or n='").Append(name).Append('\'')); return Run(text.ToString()); }

    // [Good CWE-89] for each of a list, counted
    [HttpPost("i6")] public object? I6([FromBody] List<string> names) { var count = 0; names.ForEach(name => count += name.Length); return Run("n > " + count); }

    // [Bad CWE-89] an anonymous object
    [HttpPost("i7")] public object? I7([FromBody] List<string> names) => Run(names.Select((name, index) => new { name, index }).Last(each => each.index > 0).name);

    // [Good CWE-89] an anonymous object's number
    [HttpPost("i8")] public object? I8([FromBody] List<string> names) => Run("a=" + names.Select((name, index) => new { name, index }).Last().index);

    // [Bad CWE-89] a lookup
    [HttpPost("i9")] public object? I9([FromBody] string[] names) { var lookup = names.ToLookup(name => name.Length); return Run(lookup[3].First()); }
}

public class CallsController(SqlConnection db) : ControllerBase
{
    object? Run(string? where) => new SqlCommand("select * from t where " + where, db).ExecuteScalar();

    static readonly Dictionary<string, Func<string, string>> s_makers = new() { ["eq"] = value => "a='" + value + "'", ["like"] = value => "a like '" + value + "%'" };

    // [Bad CWE-89] a delegate of a table
    [HttpGet("j1")] public object? J1(string q) => Run(s_makers["eq"](q));

    static readonly Func<string, string> s_quote = Quote;

    static string Quote(string text) => "'" + text + "'";

    // [Bad CWE-89] a delegate of a static field
    [HttpGet("j2")] public object? J2(string q) => Run("a=" + s_quote(q));

    static Func<string, string> Before(string start) => text => start + text;

    // [Bad CWE-89] a function that makes a function
    [HttpGet("j3")] public object? J3(string q) => Run(Before("a=")(q));

    // [Bad CWE-89] an action sets a local
    [HttpGet("j4")] public object? J4(string q) { string? text = null; Action<string> set = value => text = value; set(q); return Run(text); }

    // [Bad CWE-89] continued
    [HttpGet("j5")] public async Task<object?> J5(string q) => Run(await Task.FromResult(q).ContinueWith(task => task.Result + " and 1=1"));

    // [Bad CWE-89] the second of two tasks
    [HttpGet("j6")] public async Task<object?> J6(string q) { var texts = await Task.WhenAll(Task.FromResult("1=1"), Task.FromResult(q)); return Run(texts[1]); }

    // [Bad CWE-89] by reference
    [HttpGet("j7")] public object? J7(string q) { var texts = new[] { "a", "b" }; ref var slot = ref texts[1]; slot = q; return Run(texts[1]); }

    // [Bad CWE-89] recursively
    [HttpGet("j8")] public object? J8(string q) => Run(Trim(q, 5));

    static string Trim(string text, int depth) => depth == 0 || !text.StartsWith(' ') ? text : Trim(text[1..], depth - 1);

    // [Bad CWE-89] an optional parameter and a named one
    [HttpGet("j9")] public object? J9(string q) => Run(Make(value: q));

    static string Make(string column = "a", string value = "1", params string[] others) => column + "='" + value + "'" + string.Concat(others);

    // [Good CWE-89] the optional parameter stays as it is
    [HttpGet("k1")] public object? K1(string q) => Run(Make("b") + (q.Length > 3 ? "" : " and c=1"));

    // [Bad CWE-89] an operator of our own
    [HttpGet("k2")] public object? K2(string q) => Run((new Clause("1=1") & new Clause(q)).ToString());

    public sealed record Clause(string Text)
    {
        public static Clause operator &(Clause left, Clause right) => new(left.Text + " and " + right.Text);
        public override string ToString() => Text;
    }

    // [Bad CWE-89] an indexer of our own
    [HttpGet("k3")] public object? K3(string q) { var bag = new Bag { ["q"] = q }; return Run(bag["q"]); }

    public sealed class Bag
    {
        readonly Dictionary<string, string> _values = new();
        public string this[string key] { get => _values.TryGetValue(key, out var value) ? value : ""; set => _values[key] = value; }
    }

    // [Bad CWE-89] a default method of an interface
    [HttpGet("k4")] public object? K4(string q) { IFilter filter = new NameFilter(q); return Run(filter.ToSql()); }

    public interface IFilter { string Column { get; } string Value { get; } string ToSql() => Column + "='" + Value + "'"; }

    public sealed class NameFilter(string value) : IFilter { public string Column => "name"; public string Value => value; }

    // [Bad CWE-89] a generic method with an abstract static
    [HttpGet("k5")] public object? K5(string q) => Run(ToSql<Like>(q));

    public interface IOperator { static abstract string Apply(string value); }

    public sealed class Like : IOperator { public static string Apply(string value) => "a like '" + value + "'"; }

    static string ToSql<T>(string value) where T : IOperator => T.Apply(value);

    // [Bad CWE-89] captured by a local function that is called later
    [HttpGet("k6")] public object? K6(string q) { var text = "1=1"; Add(); return Run(text); void Add() => text += " and a='" + q + "'"; }

    // [Bad CWE-89] a task's source
    [HttpGet("k7")] public async Task<object?> K7(string q) { var source = new TaskCompletionSource<string>(); source.SetResult(q); return Run(await source.Task); }

    // [Bad CWE-89] flows with the context
    [HttpGet("k8")] public object? K8(string q) { var local = new AsyncLocal<string> { Value = q }; return Run(local.Value); }

    // [Good CWE-89] a method that ignores what it is given
    [HttpGet("k9")] public object? K9(string q) => Run(Ignore(q));

    static string Ignore(string text) => text.Length > 0 ? "a=1" : "a=0";
}
