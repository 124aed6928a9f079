// Less common doors: other ways in, other ways of putting a statement together, other ways to run it.
using System.Buffers;
using System.Buffers.Text;
using System.Collections.Frozen;
using System.Collections.Specialized;
using System.Data;
using System.Data.Common;
using System.Globalization;
using System.Net;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Dapper;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Primitives;
using Npgsql;

namespace Corpus.SqlInjection.Docks;

[Route("docks")]
public class DockWays(DbConnection connection, DbDataSource source) : Controller
{
    object? Run(string sql)
    {
        using var command = source.CreateCommand(sql);
        return command.ExecuteScalar();
    }

    // [Bad CWE-89] the value of the route, asked of the HttpContext
    [HttpGet("a/{code}")]
    public IActionResult RouteValue()
    {
        var code = HttpContext.GetRouteValue("code") as string;
        using var command = source.CreateCommand("SELECT 1 FROM docks WHERE code = '" + code + "'");
        return Ok(command.ExecuteScalar());
    }

    // [Bad CWE-89] a DbBatch
    [HttpGet("b")]
    public async Task<IActionResult> Batch(string code)
    {
        await using var batch = source.CreateBatch();
        var first = batch.CreateBatchCommand();
        first.CommandText = $"UPDATE docks SET seen = now() WHERE code = '{code}'";
        batch.BatchCommands.Add(first);
        return Ok(await batch.ExecuteNonQueryAsync());
    }

    // [Good CWE-89] a DbBatch with parameters
    [HttpGet("c")]
    public async Task<IActionResult> SafeBatch(string code)
    {
        await using var batch = source.CreateBatch();
        var first = batch.CreateBatchCommand();
        first.CommandText = "UPDATE docks SET seen = now() WHERE code = $1";
        var parameter = first.CreateParameter();
        parameter.Value = code;
        first.Parameters.Add(parameter);
        batch.BatchCommands.Add(first);
        return Ok(await batch.ExecuteNonQueryAsync());
    }

    // [Bad CWE-89] QueryHelpers.ParseQuery of the whole query string
    [HttpGet("d")]
    public IActionResult Parsed()
    {
        var query = QueryHelpers.ParseQuery(Request.QueryString.Value);
        return query.TryGetValue("code", out StringValues code) ? Ok(Run($"SELECT 1 FROM docks WHERE code = '{code}'")) : NotFound();
    }

    // [Bad CWE-89] the body as a JsonNode
    [HttpPost("e")]
    public async Task<IActionResult> Node()
    {
        var node = await JsonNode.ParseAsync(Request.Body);
        var code = node?["dock"]?["code"]?.GetValue<string>();
        return Ok(Run("SELECT 1 FROM docks WHERE code = '" + code + "'"));
    }

    // [Good CWE-89] a number out of a JsonNode
    [HttpPost("f")]
    public async Task<IActionResult> NumberNode()
    {
        var node = await JsonNode.ParseAsync(Request.Body);
        var code = (int?)node?["dock"]?["code"] ?? 0;
        return Ok(Run("SELECT 1 FROM docks WHERE code = " + code));
    }

    // [Bad CWE-89] the body as XML
    [HttpPost("g")]
    public async Task<IActionResult> Xml(CancellationToken token)
    {
        var document = await XDocument.LoadAsync(Request.Body, LoadOptions.None, token);
        var code = document.Descendants("code").Select(element => element.Value).FirstOrDefault();
        return Ok(Run("SELECT 1 FROM docks WHERE code = '" + code + "'"));
    }

    // [Bad CWE-89] a PipeReader's buffer
    [HttpPost("h")]
    public async Task<IActionResult> Pipe()
    {
        var result = await Request.BodyReader.ReadAsync();
        var code = Encoding.UTF8.GetString(result.Buffer.ToArray());
        Request.BodyReader.AdvanceTo(result.Buffer.End);
        return Ok(Run("SELECT 1 FROM docks WHERE code = '" + code + "'"));
    }

    // [Bad CWE-89] the display URL's last segment
    [HttpGet("i/{**rest}")]
    public IActionResult Url()
    {
        var uri = new Uri(Request.GetDisplayUrl());
        return Ok(Run("SELECT 1 FROM docks WHERE code = '" + WebUtility.UrlDecode(uri.Segments[^1]) + "'"));
    }

    // [Bad CWE-89] the user agent, remembered per connection
    [HttpGet("j")]
    public IActionResult Agent()
    {
        string agent = Request.Headers.UserAgent!;
        HttpContext.Items["agent"] = agent;
        return Ok(Run($"INSERT INTO visits(agent) VALUES ('{HttpContext.Items["agent"]}')"));
    }

    // [Bad CWE-89] a CompositeFormat
    [HttpGet("k")]
    public IActionResult Composite(string code)
    {
        var sql = string.Format(CultureInfo.InvariantCulture, CompositeFormat.Parse("SELECT 1 FROM docks WHERE code = '{0}'"), code);
        return Ok(Run(sql));
    }

    // [Bad CWE-89] a StringWriter
    [HttpGet("l")]
    public IActionResult Writer(string code)
    {
        using var writer = new StringWriter();
        writer.WriteLine("SELECT 1 FROM docks");
        writer.Write("WHERE code = '{0}'", code);
        return Ok(Run(writer.ToString()));
    }

    // [Bad CWE-89] a DefaultInterpolatedStringHandler
    [HttpGet("m")]
    public IActionResult Handler(string code)
    {
        var handler = new System.Runtime.CompilerServices.DefaultInterpolatedStringHandler(40, 1);
        handler.AppendLiteral("SELECT 1 FROM docks WHERE code = '");
        handler.AppendFormatted(code);
        handler.AppendLiteral("'");
        return Ok(Run(handler.ToStringAndClear()));
    }

    // [Bad CWE-89] FormattableString.Invariant
    [HttpGet("n")]
    public IActionResult Invariant(string code) => Ok(Run(FormattableString.Invariant($"SELECT 1 FROM docks WHERE code = '{code}'")));

    // [Good CWE-89] FormattableString.Invariant of a number
    [HttpGet("o")]
    public IActionResult InvariantNumber(long code) => Ok(Run(FormattableString.Invariant($"SELECT 1 FROM docks WHERE code = {code}")));

    // [Bad CWE-89] an ArrayBufferWriter
    [HttpGet("p")]
    public IActionResult Buffer(string code)
    {
        var buffer = new ArrayBufferWriter<char>();
        buffer.Write("SELECT 1 FROM docks WHERE code = '");
        buffer.Write(code);
        buffer.Write("'");
        return Ok(Run(new string(buffer.WrittenSpan)));
    }

    // [Bad CWE-89] a span that is copied to
    [HttpGet("q")]
    public IActionResult Span(string code)
    {
        const string Start = "SELECT 1 FROM docks WHERE code = '";
        Span<char> text = stackalloc char[200];
        Start.CopyTo(text);
        code.AsSpan().CopyTo(text[Start.Length..]);
        text[Start.Length + code.Length] = '\'';
        return Ok(Run(text[..(Start.Length + code.Length + 1)].ToString()));
    }

    // [Bad CWE-89] TryWrite into a span
    [HttpGet("r")]
    public IActionResult TryWrite(string code)
    {
        Span<char> text = stackalloc char[200];
        if (!text.TryWrite($"SELECT 1 FROM docks WHERE code = '{code}'", out var written))
            return BadRequest();
        return Ok(Run(new string(text[..written])));
    }

    // [Bad CWE-89] string.Create with a state
    [HttpGet("s")]
    public IActionResult Create(string code)
    {
        var quoted = string.Create(code.Length + 2, code, (span, state) =>
        {
            span[0] = '\'';
            state.CopyTo(span[1..]);
            span[^1] = '\'';
        });
        return Ok(Run("SELECT 1 FROM docks WHERE code = " + quoted));
    }

    // [Good CWE-89] a Guid that was parsed
    [HttpGet("t")]
    public IActionResult Id(string id)
    {
        if (!Guid.TryParseExact(id, "D", out var parsed))
            return BadRequest();
        return Ok(Run($"SELECT 1 FROM docks WHERE id = '{parsed:D}'"));
    }

    // [Good CWE-89] a day that was parsed
    [HttpGet("u")]
    public IActionResult Day(string day)
    {
        var parsed = DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        return Ok(Run("SELECT 1 FROM docks WHERE day = '" + parsed.ToString("O", CultureInfo.InvariantCulture) + "'"));
    }

    static readonly FrozenSet<string> s_tables = FrozenSet.ToFrozenSet(["docks", "ships", "cranes"]);

    // [Good CWE-89] one of a frozen set, as the set holds it
    [HttpGet("v/{table}")]
    public IActionResult Table(string table) => s_tables.TryGetValue(table, out var known) ? Ok(Run($"SELECT COUNT(*) FROM {known}")) : NotFound();

    // [Good CWE-89] hexadecimal digits of a hash
    [HttpGet("w")]
    public IActionResult Hash(string code)
    {
        var hash = Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(code)));
        return Ok(Run($"SELECT 1 FROM docks WHERE hash = '{hash}'"));
    }

    // [Bad CWE-89] Base64Url decoded
    [HttpGet("x")]
    public IActionResult Decoded(string code)
    {
        var bytes = Base64Url.DecodeFromChars(code);
        return Ok(Run($"SELECT 1 FROM docks WHERE code = '{Encoding.ASCII.GetString(bytes)}'"));
    }

    // [Bad CWE-89] MemoryMarshal and back
    [HttpGet("y")]
    public IActionResult Memory(string code)
    {
        ReadOnlyMemory<char> memory = code.AsMemory(0, Math.Min(20, code.Length));
        return Ok(Run(string.Concat("SELECT 1 FROM docks WHERE code = '", memory.Span, "'")));
    }

    // [Bad CWE-89] DataView.RowFilter is no database, the adapter's statement is
    [HttpGet("z")]
    public IActionResult Adapter(string code)
    {
        var adapter = new SqlDataAdapter { SelectCommand = new SqlCommand() };
        adapter.SelectCommand.Connection = (SqlConnection)connection;
        adapter.SelectCommand.CommandText = "SELECT * FROM docks WHERE code LIKE '" + code + "%'";
        var set = new DataSet();
        return Ok(adapter.Fill(set));
    }
}
