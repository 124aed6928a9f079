namespace SecureBuild.Benchmarks.Pathological;

/// <summary>One method that is too long, too deep or too wide.</summary>
static partial class Shapes
{
    static IEnumerable<Shape> Bodies()
    {
        yield return new("lines of one method, mixed", 5000, static n => Body(Mixed(n)));
        yield return new("lines of a program, mixed", 5000, static n => Usings + $"// main\nDbCommand cmd = null!; ILogger logger = null!; var x = Console.ReadLine()!; var number = 1; var flag = x == \"\";\n{Mixed(n)}\nvoid Sink(string text) => cmd.CommandText = \"SELECT \" + text;");
        yield return new("cases of a switch statement", 2000, static n => Body($"var a = x; switch (x) {{\n{Each(n, "case \"c#\": a = x + \"#\"; break;")}\n}}\nSink(a);"));
        yield return new("cases of a switch over numbers, assigning locals", 1000, static n => Body($"{Each(n, "var a# = \"\";")}\nswitch (number) {{\n{Each(n, "case #: a# = x; break;")}\n}}\n{Each(n, "Sink(a#);")}"));
        yield return new("arms of a switch expression with patterns and when", 500, static n => Body($"var a = x switch {{ {Each(n, "{ Length: > # } y# when y#.StartsWith(\"a#\") => y# + \"#\",")} _ => \"\" }}; Sink(a);"));
        yield return new("lambdas in one method", 1000, static n => Body($"{Each(n, "Func<string, string> f# = y => y + x + \"#\"; Sink(f#(x));")}"));
        yield return new("lambdas handed to LINQ", 1000, static n => Body($"var list = new List<string> {{ x }};\n{Each(n, "var f# = list.Where(y => y != \"#\").Select(y => y + x).First(); Sink(f#);")}"));
        yield return new("lambdas inside each other", 100, static n => Body(Around(n, "Action f# = () => { var y# = x + \"#\";", "Sink(x);", "Sink(y#); }; f#();")));
        yield return new("local functions inside each other", 100, static n => Body(Around(n, "void F#(string y#) {", $"Sink(y{n - 1});", "} F#(x);")));
        yield return new("local functions beside each other, called in a row", 500, static n => Body($"{Each(n, "string F#(string y) => y + F@(y);", from: 1)}\nstring F0(string y) => y;\nSink(F{n - 1}(x));"));
        yield return new("lambdas that call each other", 500, static n => Body($"Func<string, string> f0 = y => y;\n{Each(n, "Func<string, string> f# = y => f@(y) + f@(y);", from: 1)}\nSink(f{n - 1}(x));"));
        yield return new("calls of one helper", 400, static n => Body($"{Each(n, "Sink(Pass(x));")}"));
        yield return new("calls of one helper with numbers", 400, static n => Body($"{Each(n, "Numbered(x, #, flag);")}", "void Numbered(string y, int n, bool f) { if (n > 3) cmd.CommandText = y; else if (f) Process.Start(y); }"));
        yield return new("calls of one helper with lambdas", 400, static n => Body($"{Each(n, "Run(y => { cmd.CommandText = y + \"#\"; }, x);")}", "void Run(Action<string> action, string y) { for (var i = 0; i < 3; i++) action(y); }"));
        yield return new("parts of one sum", 1000, static n => Body($"var a = {Each(n, "x + \"#\"", " + ")}; Sink(a);"));
        yield return new("parts of one sum of numbers", 1000, static n => Body($"var a = {Each(n, "number", " + ")}; Sink(a.ToString() + x);"));
        yield return new("brackets inside each other", 150, static n => Body($"var a = {Each(n, "x + (", "")}x{Each(n, ")", "")}; Sink(a);"));
        yield return new("calls inside each other", 150, static n => Body($"Sink({Each(n, "Pass(x + ", "")}x{Each(n, ")", "")});"));
        yield return new("calls in a row on a builder", 500, static n => Body($"var b = new StringBuilder(); b{Each(n, ".Append(x).Append(\"#\")", "")}; Sink(b.ToString());"));
        yield return new("calls in a row of LINQ", 100, static n => Body($"var a = new[] {{ x }}.AsEnumerable(){Each(n, ".Select(y => y + \"#\").Where(y => y != \"#\")", "")}; Sink(a.First());"));
        yield return new("choices inside each other (?:)", 200, static n => Body($"var a = {Each(n, "number == # ? x + \"#\" :", " ")} \"\"; Sink(a);"));
        yield return new("holes of one interpolated string", 1000, static n => Body($"var a = $\"{Each(n, "{x} # ", "")}\"; Sink(a);"));
        yield return new("or's in one guard", 1000, static n => Body($"if ({Each(n, "x == \"#\"", " || ")}) Sink(x); else Sink(x);"));
        yield return new("and's in one guard", 1000, static n => Body($"if ({Each(n, "x != \"#\"", " && ")}) return null; Sink(x);"));
        yield return new("guards on many values in one condition", 500, static n => Body($"{Each(n, "var a# = x + \"#\";")}\nif ({Each(n, "a# == \"#\" || a#.StartsWith(\"#\")", " || ")}) return null; {Each(n, "Sink(a#);")}"));
        yield return new("locals in a chain", 2000, static n => Body($"var a0 = x;\n{Each(n, "var a# = a@;", from: 1)}\nSink(a{n - 1});"));
        yield return new("locals in a chain, each changed", 2000, static n => Body($"var a0 = x;\n{Each(n, "var a# = a@ + \"#\";", from: 1)}\nSink(a{n - 1});"));
        yield return new("locals in a chain inside a loop, backwards", 300, static n => Body($"{Each(n, "var a# = \"\";")}\nwhile (flag) {{ a{n - 1} = x;\n{string.Join("\n", Enumerable.Range(1, n - 1).Select(i => $"a{i - 1} = a{i};"))}\n }}\nSink(a0);"));
        yield return new("branches one after the other", 1000, static n => Body($"var a = x;\n{Each(n, "if (number == #) a = x + \"#\";")}\nSink(a);"));
        yield return new("branches one after the other, a local each", 1000, static n => Body($"{Each(n, "var a# = \"\"; if (number == #) a# = x; Sink(a#);")}"));
        yield return new("branches one after the other, an object each", 500, static n => Body($"{Each(n, "var a# = new List<string>(); if (number == #) a#.Add(x); else a#.Add(\"#\"); Sink(a#[0]);")}"));
        yield return new("guards one after the other", 1000, static n => Body($"{Each(n, "if (x == \"#\") return null;")}\nSink(x);"));
        yield return new("guards one after the other, on locals", 500, static n => Body($"var allowed = new HashSet<string> {{ \"a\" }};\n{Each(n, "var a# = x + \"#\"; if (!allowed.Contains(a#)) return null; Sink(a#);")}"));
        yield return new("arms of else-if on the value", 300, static n => Body($"var a = x;\n{Each(n, "if (x == \"#\") { a = x + \"#\"; } else ")} {{ Sink(x); }}\nSink(a);"));
        yield return new("ifs inside each other", 150, static n => Body($"var a = x;\n{Around(n, "if (x != \"#\") {", "Sink(x);", "} else { Sink(x); }")}"));
        yield return new("loops inside each other", 40, static n => Body($"var a = x;\n{Around(n, "for (var i# = 0; i# < number; i#++) { a = a + i#;", "Sink(a);", "}")}"));
        yield return new("loops over known texts inside each other", 20, static n => Body($"var a = x;\n{Around(n, "foreach (var i# in new[] { \"a\", \"b\", \"c\" }) { a = a + i#;", "Sink(a);", "}")}"));
        yield return new("loops that carry values outwards", 40, static n => Body($"{Each(n, "var a# = \"\";")}\n{Around(n, "foreach (var i# in x) {", $"a{n - 1} = x;", "if (#  > 0) a" + "0 = a#; }")}\nSink(a0);"));
        yield return new("loops one after the other", 500, static n => Body($"var a = x;\n{Each(n, "foreach (var c in a) { a = a + c; number++; }")}\nSink(a);"));
        yield return new("try inside try", 80, static n => Body($"var a = x;\n{Around(n, "try { a = a + \"#\";", "Sink(a);", "} catch (Exception e#) { Sink(e#.Message + a); } finally { a = x; }")}"));
        yield return new("try after try", 500, static n => Body($"var a = x;\n{Each(n, "try { a = a + \"#\"; Sink(a); } catch (Exception e) { Sink(e.Message + a); }")}"));
        yield return new("using inside using", 100, static n => Body(Around(n, "using (var s# = System.IO.File.OpenRead(x + \"#\")) {", "Sink(x);", "}")));
        yield return new("gotos", 500, static n => Body($"var a = x;\n{Each(n, "l#: if (number > #) { a = a + \"#\"; goto l#; }")}\nSink(a);"));
        yield return new("locks and awaits", 500, static n => Body($"{Each(n, "lock (this) { field = field + x; }")}\nSink(field);"));
        yield return new("elements of an array", 3000, static n => Body($"var a = new[] {{ {Each(n, "x + \"#\"", ", ")} }}; Sink(a[1]);"));
        yield return new("elements of a list, added one by one", 1000, static n => Body($"var a = new List<string>();\n{Each(n, "a.Add(x + \"#\");")}\nSink(a[1]);"));
        yield return new("entries of a dictionary initialiser", 3000, static n => Body($"var a = new Dictionary<string, string> {{ {Each(n, "[\"k#\"] = \"v#\"", ", ")} }}; Sink(a[x]);"));
        yield return new("entries of a dictionary initialiser, added", 3000, static n => Body($"var a = new Dictionary<string, string> {{ {Each(n, "{ \"k#\", x }", ", ")} }}; Sink(a[\"k1\"]);"));
        yield return new("entries of a dictionary, set one by one", 1000, static n => Body($"var a = new Dictionary<string, string>();\n{Each(n, "a[\"k#\"] = x;")}\n{Each(n, "Sink(a[\"k#\"]);")}"));
        yield return new("texts that look like secrets", 2000, static n => Body($"var secrets = new[] {{ {Each(n, "\"gh~p_16C7e42F292c6912E7710c838347Ae17#\"", ", ")} }}; var passwords = new[] {{ {Each(n, "\"pass~word=S3cret!Pa55word#;Server=db#\"", ", ")} }};"));
        yield return new("initialisers inside each other", 150, static n => Body($"var a = {Each(n, "new Node { Text = x, Next = ", "")}new Node(){Each(n, "}", "")}; Sink(a.Next!.Text!);", "class Node { public string? Text { get; set; } public Node? Next { get; set; } }"));
        yield return new("members reached through members", 150, static n => Body($"var a = new Node(); a{Each(n, ".Next!", "")}.Text = x; Sink(a{Each(n, ".Next!", "")}.Text!);", "class Node { public string? Text { get; set; } public Node? Next { get; set; } }"));
        yield return new("objects linked in a chain", 500, static n => Body($"var a0 = new Node {{ Text = x }};\n{Each(n, "var a# = new Node { Next = a@ };", from: 1)}\nSink(a{n - 1}.Next!.Next!.Text!);", "class Node { public string? Text { get; set; } public Node? Next { get; set; } }"));
        yield return new("children of a tree's nodes, walked down and filled", 16, static n => Body("Fill(x); Sink(root.C0!.Text);", $"class Node {{ public string Text = \"\"; public Node? Parent; {Each(n, "public Node? C#;")} }} Node root = new(); void Fill(string y) {{ var a = root; while (a.Text != y) {{ {Each(n, "if (y == \"#\") a = a.C# ??= new Node {{ Text = y, Parent = a }};").Replace("{{", "{", StringComparison.Ordinal).Replace("}}", "}", StringComparison.Ordinal)} }} a.Text = y; }}"));
        yield return new("tuples taken apart", 500, static n => Body($"var a0 = x; var b0 = x;\n{Each(n, "var (a#, b#) = (b@, a@);", from: 1)}\nSink(a{n - 1});"));
        yield return new("parameters from the client", 200, static n => Usings + $"public class C : Controller {{ DbCommand cmd = null!; public void Action({Each(n, "string p#", ", ")}) {{ var all = {Each(n, "p#", " + ")}; {Each(n, "cmd.CommandText = all + p#;")} }} }}");
        yield return new("kilobytes of one text", 1000, static n => Body($"var a = \"{string.Concat(Enumerable.Repeat("Lorem ipsum dolor sit amet, key=Zm9vYmFy consectetur; 0123456789abcdef".PadRight(1024, '.'), n))}\"; Sink(a + x);"));
        yield return new("kilobytes of one text without blanks", 1000, static n => Body($"var key = \"{string.Concat(Enumerable.Repeat("aZ3_-/+=x9", n * 100))}\"; Sink(key + x);"));
        yield return new("characters of a pattern: alternatives", 1000, static n => Body($"_ = Regex.IsMatch(x, @\"^({Each(n, "a#b+|c#*d", "|")})*$\");"));
        yield return new("characters of a pattern: repetitions", 500, static n => Body($"_ = new Regex(@\"^{Each(n, "a#*b?[c-e]+", "")}$\").IsMatch(x);"));
        yield return new("characters of a pattern: optional parts", 500, static n => Body($"_ = new Regex(@\"^{Each(n, "a?", "")}{Each(n, "(a|b)?", "")}$\").IsMatch(x);"));
        yield return new("characters of a pattern: groups inside each other", 100, static n => Body($"_ = new Regex(@\"^{Each(n, "(a|b", "")}{Each(n, ")*", "")}$\").IsMatch(x);"));
    }

    static string Mixed(int lines) => "var a0 = x;\n" + Each(lines / 10, """
        var a# = Convert.ToString(number + #) + x;
        if (a#.Length > #)
            number += #;
        var b# = new List<string> { a#, "b" };
        foreach (var c in b#)
            Console.WriteLine(c + number);
        var d# = b#.Where(y => y.Length > #).Select(y => y.Trim()).ToList();
        logger.LogInformation("value {Value}", d#.Count);
        cmd.CommandText = "SELECT * FROM t WHERE a = @a" + number;
        Sink(a@ + number);
        """, from: 1);
}
