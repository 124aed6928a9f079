using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.SignalR;

namespace Reports;

public class ReportsController(ILogger<ReportsController> logger) : Controller
{
    const string Root = "/srv/reports/";

    // [Bad CWE-22] a helper joins and returns
    public IActionResult Helper(string name) => PhysicalFile(PathOf(name), "text/csv");

    static string PathOf(string name) => Root + name + ".csv";

    // [Good CWE-22] the helper is given a constant
    public IActionResult HelperWithConstant(string name) => PhysicalFile(PathOf(name.Length == 0 ? "all" : "some"), "text/csv");

    // [Bad CWE-22] a dictionary's value
    public IActionResult Dictionary(string name)
    {
        var options = new Dictionary<string, string> { { "folder", Root }, { "name", name } };
        return PhysicalFile(options["folder"] + options["name"], "text/csv");
    }

    // [Good CWE-22] the dictionary's constant value
    public IActionResult DictionaryConstant(string name)
    {
        var options = new Dictionary<string, string> { { "folder", Root }, { "name", name } };
        return PhysicalFile(options["folder"] + "index.csv", "text/csv");
    }

    // [Bad CWE-22] lambda and Select
    public IActionResult Select([FromQuery] string[] names)
    {
        var texts = names.Select(name => System.IO.File.ReadAllText(Root + name));
        return Content(string.Concat(texts));
    }

    // [Good CWE-22] lambda and Select, with the last part of each name
    public IActionResult SelectLastPart([FromQuery] string[] names)
    {
        var texts = names.Select(Path.GetFileName).Select(name => System.IO.File.ReadAllText(Root + name));
        return Content(string.Concat(texts));
    }

    // [Bad CWE-22] a ternary between a constant and the client's value
    public IActionResult Ternary(string? name) => PhysicalFile(Root + (name == null ? "index.csv" : name), "text/csv");

    // [Good CWE-22] both branches of the ternary are constants
    public IActionResult TernaryOfConstants(string? name) => PhysicalFile(Root + (name == "old" ? "old.csv" : "new.csv"), "text/csv");

    // [Bad CWE-22] FileInfo
    public IActionResult Info(string name)
    {
        var info = new FileInfo(Path.Combine(Root, name));
        return info.Exists ? File(info.OpenRead(), "text/csv") : NotFound();
    }

    // [Bad CWE-22] a StreamReader in a using block, async
    public async Task<string> ReadAsync(string name)
    {
        using (var reader = new StreamReader(Root + name))
            return await reader.ReadToEndAsync();
    }

    // [Bad CWE-22] a local function and a cookie
    public IActionResult Cookie()
    {
        return PhysicalFile(Current(), "text/csv");
        string Current() => Path.Combine(Root, Request.Cookies["report"] ?? "index.csv");
    }

    // [Good CWE-22] the header's text is logged only, the path is fixed
    public IActionResult Header([FromHeader] string report)
    {
        logger.LogInformation("Asked for a report of {Length} characters", report.Length);
        return PhysicalFile(Root + "index.csv", "text/csv");
    }

    // [Bad CWE-22] an array's slot
    public IActionResult Slot(string name)
    {
        var parts = new[] { Root, "2026", name };
        return PhysicalFile(Path.Combine(parts), "text/csv");
    }

    // [Good CWE-22] the array's other slots
    public IActionResult OtherSlots(string name)
    {
        var parts = new[] { Root, "2026", name };
        return PhysicalFile(parts[0] + parts[1], "text/csv");
    }

    // [Bad CWE-22] the text after a prefix
    public IActionResult Range(string name)
    {
        if (!name.StartsWith("r-"))
            return NotFound();
        return PhysicalFile(Root + name[2..], "text/csv");
    }

    // [Good CWE-22] a date
    public IActionResult Day(DateTime day) => PhysicalFile($"{Root}{day:yyyy-MM-dd}.csv", "text/csv");

    // [Good CWE-22] an enum's name
    public IActionResult Kind(ReportKind kind) => PhysicalFile($"{Root}{kind}.csv", "text/csv");

    // [Bad CWE-22] the language of the request
    public string Translation(string key)
    {
        var language = Request.Headers.AcceptLanguage.ToString().Split(',')[0];
        return System.IO.File.ReadAllText($"/srv/texts/{language}/{(key == "" ? "home" : "page")}.txt");
    }

    // [Good CWE-22] the language is one that we have
    public string KnownTranslation(string key)
    {
        var language = Request.Headers.AcceptLanguage.ToString().Split(',')[0];
        if (language != "ja" && language != "en" && language != "de")
            language = "en";
        return System.IO.File.ReadAllText($"/srv/texts/{language}/{(key == "" ? "home" : "page")}.txt");
    }

    // [Bad CWE-22] an out variable
    public IActionResult Out(string name)
    {
        if (!TryFind(name, out var path))
            return NotFound();
        return PhysicalFile(path, "text/csv");
    }

    static bool TryFind(string name, out string path)
    {
        path = Root + name;
        return name.Length > 0;
    }

    // [Good CWE-22] an out variable with a listed file
    public IActionResult OutListed(string name)
    {
        if (!TryFindListed(name, out var path))
            return NotFound();
        return PhysicalFile(path, "text/csv");
    }

    static bool TryFindListed(string name, out string path)
    {
        path = "";
        foreach (var file in Directory.GetFiles(Root))
            if (Path.GetFileName(file) == name)
                path = file;
        return path.Length > 0;
    }

    // [Good CWE-22] a guard method answers whether the path is inside
    public IActionResult Guarded(string name)
    {
        var path = Path.GetFullPath(Root + name);
        if (!IsInside(path))
            return Forbid();
        return PhysicalFile(path, "text/csv");
    }

    static bool IsInside(string path) => path.StartsWith(Root, StringComparison.Ordinal);

    // [Bad CWE-22] the guard method is asked about another path
    public IActionResult GuardedOther(string name, string other)
    {
        var path = Path.GetFullPath(Root + name);
        if (!IsInside(Path.GetFullPath(Root + other)))
            return Forbid();
        return PhysicalFile(path, "text/csv");
    }

    // [Bad CWE-22] the guard's exception is caught and forgotten
    public IActionResult GuardForgotten(string name)
    {
        var path = Path.GetFullPath(Root + name);
        try
        {
            if (!path.StartsWith(Root, StringComparison.Ordinal))
                throw new UnauthorizedAccessException();
        }
        catch (UnauthorizedAccessException)
        {
            logger.LogWarning("A path outside was asked for");
        }
        return PhysicalFile(path, "text/csv");
    }
}

public enum ReportKind { Daily, Weekly }

// [Bad CWE-22] a storage service, injected as interface, opens what it is told
public class AssetsController(AssetsController.IStorage storage) : ControllerBase
{
    public IActionResult Get(string key) => File(storage.Open(key), "application/octet-stream");

    public interface IStorage { Stream Open(string key); }

    public class Disk(IConfiguration configuration) : IStorage
    {
        readonly string _root = configuration["Storage:Root"]!;
        public Stream Open(string key) => System.IO.File.OpenRead(Path.Combine(_root, key));
    }
}

// [Good CWE-22] the storage service makes a hash of the key
public class AssetsControllerSafe(AssetsControllerSafe.IStorage storage) : ControllerBase
{
    public IActionResult Get(string key) => File(storage.Open(key), "application/octet-stream");

    public interface IStorage { Stream Open(string key); }

    public class Disk(IConfiguration configuration) : IStorage
    {
        readonly string _root = configuration["Storage:Root"]!;

        public Stream Open(string key)
        {
            var hash = System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(key));
            return System.IO.File.OpenRead(Path.Combine(_root, Convert.ToHexString(hash)));
        }
    }
}

// [Good CWE-22] the storage service checks the path
public class AssetsControllerChecked(AssetsControllerChecked.Disk storage) : ControllerBase
{
    public IActionResult Get(string key) => File(storage.Open(key), "application/octet-stream");

    public class Disk(string root)
    {
        readonly string _root = Path.GetFullPath(root) + Path.DirectorySeparatorChar;

        public Stream Open(string key) => System.IO.File.OpenRead(Resolve(key));

        string Resolve(string key)
        {
            var path = Path.GetFullPath(Path.Combine(_root, key));
            if (!path.StartsWith(_root, StringComparison.Ordinal))
                throw new UnauthorizedAccessException("outside");
            return path;
        }
    }
}

// [Bad CWE-22] a hub's method reads a file
public class LogHub : Hub
{
    public string[] Tail(string file) => File.ReadAllLines("/var/log/app/" + file).TakeLast(20).ToArray();
}

// [Bad CWE-22] middleware serves the request's path
public class StaticMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var relative = context.Request.Query["asset"].ToString();
        var path = Path.Combine("/srv/static", relative);
        if (File.Exists(path))
            await context.Response.SendFileAsync(path);
        else
            await next(context);
    }
}
