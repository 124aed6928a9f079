using Acme.Data;
using Microsoft.AspNetCore.Mvc;

// Stand-ins: names as in the real packages, no behaviour.
namespace Acme.Data
{
    public interface IUserStore { IEnumerable<string> Search(string where); IEnumerable<string> ByName(string name); }

    public class SqlUserStore(System.Data.IDbConnection connection) : IUserStore
    {
        public IEnumerable<string> Search(string where)
        {
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT name FROM users WHERE " + where;
            using var reader = command.ExecuteReader();
            while (reader.Read())
                yield return reader.GetString(0);
        }

        public IEnumerable<string> ByName(string name)
        {
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT name FROM users WHERE name = @name";
            var p = command.CreateParameter();
            p.ParameterName = "@name";
            p.Value = name;
            command.Parameters.Add(p);
            return [command.ExecuteScalar() as string ?? ""];
        }
    }
}

namespace App.Controllers
{
    // [Bad CWE-89] an injected store concatenates the condition; the sink is an iterator in another class
    [ApiController, Route("api/users")]
    public class UsersController(IUserStore store) : ControllerBase
    {
        [HttpGet]
        public IActionResult Search([FromQuery] string filter) => Ok(store.Search("name like '%" + filter + "%'").ToList());
    }

    // [Good CWE-89] the same store's parameterised method
    [ApiController, Route("api/people")]
    public class PeopleController(IUserStore store) : ControllerBase
    {
        [HttpGet("{name}")]
        public IActionResult ByName(string name) => Ok(store.ByName(name));
    }

    // [Good CWE-89] the store's raw method with a condition that no client writes
    [ApiController, Route("api/active")]
    public class ActiveController(IUserStore store) : ControllerBase
    {
        [HttpGet]
        public IActionResult Active(bool active, int page) => Ok(store.Search("active = " + (active ? 1 : 0) + " and page = " + page));
    }
}

namespace App.Forms
{
    using Microsoft.Data.SqlClient;

    public class SearchModel { public string? Term { get; set; } public int Page { get; set; } public SortOrder Order { get; set; } public Guid Tenant { get; set; } }
    public enum SortOrder { Asc, Desc }

    public class ModelController(SqlConnection db) : Controller
    {
        // [Bad CWE-89] a property of the bound model
        [HttpPost]
        public IActionResult Find(SearchModel model)
        {
            var sql = string.Format("SELECT * FROM t WHERE term = '{0}' AND page = {1}", model.Term, model.Page);
            using var adapter = new SqlDataAdapter(sql, db);
            return View();
        }

        // [Good CWE-89] only the model's numbers, enums and identifiers
        [HttpPost]
        public IActionResult Sorted(SearchModel model)
        {
            var sql = $"SELECT * FROM t WHERE tenant = '{model.Tenant}' ORDER BY id {model.Order} OFFSET {model.Page * 10} ROWS";
            new SqlCommand(sql, db).ExecuteReader();
            return View();
        }

        // [Bad CWE-89] doubling quotes does not help where no quotes are
        [HttpGet]
        public IActionResult Number(string id)
        {
            var clean = id.Replace("'", "''");
            new SqlCommand("SELECT * FROM t WHERE id = " + clean, db).ExecuteReader();
            return View();
        }

        // [Bad CWE-89] HTML encoding is the wrong encoder
        [HttpGet]
        public IActionResult Encoded(string name)
        {
            new SqlCommand("SELECT * FROM t WHERE id = " + System.Net.WebUtility.HtmlEncode(name), db).ExecuteReader();
            return View();
        }

        // [Bad CWE-89] a black list of words is no validation
        [HttpGet]
        public IActionResult BlackList(string name)
        {
            if (name.Contains("DROP") || name.Contains("--"))
                return BadRequest();
            new SqlCommand("SELECT * FROM t WHERE name = '" + name + "'", db).ExecuteReader();
            return View();
        }

        // [Bad CWE-89] trimming, lower case and a length check change nothing
        [HttpGet]
        public IActionResult Length(string name)
        {
            name = name.Trim().ToLowerInvariant();
            if (name.Length > 64) return BadRequest();
            new SqlCommand("SELECT * FROM t WHERE name = '" + name + "'", db).ExecuteReader();
            return View();
        }

        // [Bad CWE-89] the parameter is there, but the name is in the text as well
        [HttpGet]
        public IActionResult Both(string name, string table)
        {
            var cmd = new SqlCommand($"SELECT * FROM {table} WHERE name = @n", db);
            cmd.Parameters.AddWithValue("@n", name);
            cmd.ExecuteReader();
            return View();
        }

        // [Good CWE-89] column from a dictionary of known columns
        [HttpGet]
        public IActionResult Column(string sort)
        {
            var columns = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["name"] = "name", ["date"] = "created_at" };
            if (!columns.TryGetValue(sort, out var column))
                column = "id";
            new SqlCommand("SELECT * FROM t ORDER BY " + column, db).ExecuteReader();
            return View();
        }

        // [Good CWE-89] a validating helper throws for anything that is no identifier
        [HttpGet]
        public IActionResult Identifier(string column)
        {
            EnsureIdentifier(column);
            new SqlCommand("SELECT * FROM t ORDER BY " + column, db).ExecuteReader();
            return View();
        }

        static void EnsureIdentifier(string s)
        {
            if (!System.Text.RegularExpressions.Regex.IsMatch(s, "^[A-Za-z_][A-Za-z0-9_]*$"))
                throw new ArgumentException("no identifier", nameof(s));
        }

        // [Bad CWE-89] the pattern has no anchors
        [HttpGet]
        public IActionResult Loose(string column)
        {
            if (!System.Text.RegularExpressions.Regex.IsMatch(column, "[A-Za-z_]+"))
                return BadRequest();
            new SqlCommand("SELECT * FROM t ORDER BY " + column, db).ExecuteReader();
            return View();
        }

        // [Bad CWE-89] kept in TempData by one action, used by the next
        [HttpGet]
        public IActionResult Remembered()
        {
            TempData["q"] = Request.Query["q"].ToString();
            var again = TempData["q"] as string;
            new SqlCommand("SELECT * FROM t WHERE name = '" + again + "'", db).ExecuteReader();
            return View();
        }

        // [Bad CWE-89] kept in the session by one line, read by another
        [HttpGet]
        public IActionResult Session1(string q)
        {
            HttpContext.Session.SetString("q", q);
            new SqlCommand("SELECT * FROM t WHERE name = '" + HttpContext.Session.GetString("q") + "'", db).ExecuteReader();
            return View();
        }

        // [Bad CWE-89] many values joined into an IN list
        [HttpPost]
        public IActionResult In([FromBody] List<string> names)
        {
            var list = string.Join(",", names.Select(n => "'" + n + "'"));
            new SqlCommand($"SELECT * FROM t WHERE name IN ({list})", db).ExecuteReader();
            return View();
        }

        // [Good CWE-89] one parameter for each value of an IN list
        [HttpPost]
        public IActionResult InParameters([FromBody] List<string> names)
        {
            var cmd = new SqlCommand { Connection = db };
            var list = new List<string>();
            for (var i = 0; i < names.Count; i++)
            {
                list.Add("@p" + i);
                cmd.Parameters.AddWithValue("@p" + i, names[i]);
            }
            cmd.CommandText = $"SELECT * FROM t WHERE name IN ({string.Join(",", list)})";
            cmd.ExecuteReader();
            return View();
        }

        // [Good CWE-89] numbers joined into an IN list
        [HttpPost]
        public IActionResult InNumbers([FromBody] int[] ids)
        {
            new SqlCommand($"SELECT * FROM t WHERE id IN ({string.Join(",", ids)})", db).ExecuteReader();
            return View();
        }

        // [Bad CWE-89] a header, an uploaded file's name and a claim of the request
        [HttpPost]
        public IActionResult Odd(IFormFile file)
        {
            var agent = Request.Headers.UserAgent.ToString();
            new SqlCommand("INSERT INTO visits VALUES ('" + agent + "','" + file.FileName + "')", db).ExecuteNonQuery();
            return View();
        }

        // [Bad CWE-89] JSON of the body parsed by hand
        [HttpPost]
        public async Task<IActionResult> Json()
        {
            using var doc = await System.Text.Json.JsonDocument.ParseAsync(Request.Body);
            var name = doc.RootElement.GetProperty("user").GetProperty("name").GetString();
            new SqlCommand("SELECT * FROM t WHERE name = '" + name + "'", db).ExecuteReader();
            return View();
        }

        // [Good CWE-89] a number of JSON parsed by hand
        [HttpPost]
        public async Task<IActionResult> JsonNumber()
        {
            using var doc = await System.Text.Json.JsonDocument.ParseAsync(Request.Body);
            new SqlCommand("SELECT * FROM t WHERE id = " + doc.RootElement.GetProperty("id").GetInt32(), db).ExecuteReader();
            return View();
        }
    }
}
