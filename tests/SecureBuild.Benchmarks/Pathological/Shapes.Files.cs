namespace SecureBuild.Benchmarks.Pathological;

/// <summary>Many members that have to do with each other.</summary>
static partial class Shapes
{
    static IEnumerable<Shape> Files()
    {
        yield return new("calls deep", 500, static n => Body("M0(x);", $"{Each(n, "string M#(string y) => y.Length > # ? N#(y) : y;")}\n{Each(n - 1, "string N#(string y) { var z = y + \"#\"; return MX(z); }").Replace("MX", "P", StringComparison.Ordinal)}\nstring N{n - 1}(string y) {{ Sink(y); return y; }} string P(string y) => y;"));
        yield return new("calls deep, a chain to the sink", 500, static n => Body("M0(x);", $"{string.Join("\n", Enumerable.Range(0, n).Select(i => $"string M{i}(string y) => M{i + 1}(y + \"{i}\");"))}\nstring M{n}(string y) {{ Sink(y); return y; }}"));
        yield return new("methods in a ring", 1000, static n => Body("M0(x);", string.Join("\n", Enumerable.Range(0, n).Select(i => $"string M{i}(string y) {{ if (y == \"{i}\") Sink(y); return M{(i + 1) % n}(y); }}"))));
        yield return new("methods that call each other across", 200, static n => Body("M0(x);", string.Join("\n", Enumerable.Range(0, n).Select(i => $"string M{i}(string y) {{ if (y == \"{i}\") Sink(y); return M{(i + 1) % n}(y) + M{i * 7 % n}(y); }}"))));
        yield return new("pairs that call each other", 500, static n => Body(Each(n, "A#(x);"), Each(n, "string A#(string y) => y == \"\" ? y : B#(y); string B#(string y) { Sink(y); return A#(y); }")));
        yield return new("methods that all call the three after them", 200, static n => Body("M0(x);", string.Join("\n", Enumerable.Range(0, n).Select(i => $"string M{i}(string y) => M{i + 1}(y) + M{i + 2}(y) + M{i + 3}(y);")) + string.Join("\n", Enumerable.Range(n, 3).Select(i => $"string M{i}(string y) {{ Sink(y); return y; }}"))));
        yield return new("methods that write each other's fields", 300, static n => Body("M0(x);", Each(n, "string f# = \"\";") + string.Join("\n", Enumerable.Range(0, n).Select(i => $"void M{i}(string y) {{ f{i} = y; Sink(f{(i * 3 + 1) % n}); M{(i + 1) % n}(f{(i + 7) % n}); }}"))));
        yield return new("implementations of one interface", 500, static n => Usings + $"interface I {{ string Do(string y); }}\n{Each(n, "class C# : I { public string Do(string y) { Process.Start(y + \"#\"); return y; } }")}\npublic class P : Controller {{ I one = null!; public object? A(string x) {{ {Each(10, "x = one.Do(x);")} return null; }} }}");
        yield return new("implementations of one interface that call it", 200, static n => Usings + $"interface I {{ string Do(string y); }}\n{Each(n, "class C#(I next) : I { public string Do(string y) { Process.Start(y + \"#\"); return next.Do(y); } }")}\npublic class P : Controller {{ I one = null!; public object? A(string x) {{ {Each(10, "x = one.Do(x);")} return null; }} }}");
        yield return new("classes one below the other", 100, static n => Usings + $"public class C0 {{ public virtual string Do(string y) => y; }}\n{Each(n, "public class C# : C@ { public override string Do(string y) => base.Do(y) + \"#\"; }", from: 1)}\npublic class P : Controller {{ public object? A(string x, C0 c) {{ Process.Start(c.Do(x)); return null; }} }}");
        yield return new("fields read and written", 1000, static n => Body($"{Each(n, "f# = x;")}\n{Each(n, "Sink(f#);")}", Each(n, "string f# = \"\";")));
        yield return new("fields handed on by methods", 1000, static n => Body("", Each(n, "string f# = \"\"; public void Set#(string y) { f# = y; } public void Use#() { Sink(f#); }")));
        yield return new("static fields handed on by methods", 500, static n => Body("", Each(n, "static string f# = \"\"; public void Set#(string y) { f# = y; } public void Use#() { Sink(f#); }")));
        yield return new("properties of one object", 1000, static n => Body($"var a = new Bag(); {Each(n, "a.P# = x;")}\n{Each(n, "Sink(a.P#);")}", $"class Bag {{ {Each(n, "public string P# { get; set; } = \"\";")} }}"));
        yield return new("properties with bodies", 500, static n => Body($"var a = new Bag(); {Each(n, "a.P# = x;")}\n{Each(n, "Sink(a.P#);")}", $"class Bag {{ {Each(n, "string f# = \"\"; public string P# { get => f#; set => f# = value + \"#\"; }")} }}"));
        yield return new("constructors that fill objects", 500, static n => Body(Each(n, "var a# = new Bag#(x); Sink(a#.Text);"), Each(n, "class Bag#(string y) { public string Text { get; } = y; }")));
        yield return new("native imports with as many calls", 1000, static n => Body(Each(n, "Native.N#(x);"), $"static class Native {{ {Each(n, "[DllImport(\"library\")] public static extern int N#(string y);")} }}"));
        yield return new("actions of a controller", 500, static n => Body("", Each(n, "[HttpPost(\"a#\")] public IActionResult A#(string id, [FromBody] string body) { cmd.CommandText = \"SELECT \" + id; return Redirect(body); }")));
        yield return new("endpoints in one method", 500, static n => Usings + $"// main\nvar app = WebApplication.Create(args);\n{Each(n, "app.MapPost(\"/a#/{id}\", (string id, HttpRequest request) => { Process.Start(id + request.Query[\"q\"]); return Results.Redirect(id); });")}\napp.Run();");
        yield return new("methods with a finding each", 1000, static n => Body("", Each(n, "string token# = \"\"; public string Token#() { var bytes = new byte[16]; new Random().NextBytes(bytes); token# = Convert.ToHexString(MD5.HashData(bytes)); return token#; }")));
        yield return new("private fields as keys", 500, static n => Body("", Each(n, "private byte[] key# = { 1, 2, 3 }; private string password# = \"S3cret#\"; public void Key#() { using var aes = Aes.Create(); aes.Key = key#; aes.IV = key#; var d = new Rfc2898DeriveBytes(password#, key#, 100); }")));
        yield return new("methods that return what others check", 300, static n => Body(Each(n, "if (Check#(x)) Sink(x);"), Each(n, "bool Check#(string y) => y == \"#\" || y.StartsWith(\"#\");")));
        yield return new("overloads of one method", 300, static n => Body(Each(n, "Over(x, new T#());"), Each(n, "class T# { } void Over(string y, T# t) { Sink(y); }")));
        yield return new("generic calls of one method", 300, static n => Body(Each(n, "Sink(Over(x, new T#()));"), Each(n, "class T# { }") + "string Over<T>(string y, T t) => y;"));
    }
}
