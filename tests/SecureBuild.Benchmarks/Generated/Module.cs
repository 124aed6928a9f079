namespace SecureBuild.Benchmarks.Generated;

/// <summary>All that belongs to one kind of record: the record, its storage, its service, its endpoints, and what else such software has.</summary>
sealed partial class Module(int number, Random random, IReadOnlyList<Function> reachable)
{
    readonly string _name = NameOf(number);
    readonly List<Function> _own = new();
    readonly List<(string Type, string Name)> _fields = new();

    /// <summary>Static functions that later modules call.</summary>
    public List<Function> Exported { get; } = new();

    string Space => $"Acme.{_name}s";

    public IEnumerable<GeneratedFile> Write()
    {
        foreach (var (suffix, write) in new (string, Action<Code>)[]
        {
            ("", Record), ("Contracts", Contracts), ("Math", Arithmetic), ("Text", Texts), ("Extensions", Extensions), ("Parser", Parser), ("Collection", Collections),
            ("SqlRepository", AdoRepository), ("DapperRepository", DapperRepository), ("Service", Service), ("Controller", Controller), ("Endpoints", Endpoints), ("Client", Client),
            ("Files", Files), ("Worker", Worker), ("ViewModel", ViewModel), ("Report", Report), ("States", States), ("Rules", Rules),
        })
        {
            // Not every module has everything.
            if (suffix is "DapperRepository" or "Endpoints" or "Client" or "Files" or "Worker" or "ViewModel" or "States" && random.Next(100) < 25)
                continue;
            var code = new Code();
            code.Line($"namespace {Space};");
            code.Line();
            write(code);
            yield return new($"{_name}s/{_name}{suffix}.cs", code.ToString(), code.Lines);
        }
    }

    static string NameOf(int number)
    {
        var noun = Words.Nouns[number * 37 % Words.Nouns.Length];
        return number < Words.Nouns.Length / 2 ? noun : Words.Adjectives[number * 13 % Words.Adjectives.Length] + noun + (number >= 1000 ? number : "");
    }

    string Pick(string[] words) => words[random.Next(words.Length)];

    bool Chance(int percent) => random.Next(100) < percent;

    Scope NewScope(bool isAsync = false, string? logger = null, IEnumerable<Function>? more = null) =>
        new(random, [.. reachable.OrderBy(_ => random.Next()).Take(10), .. Exported, .. _own, .. more ?? []]) { IsAsync = isAsync, Logger = logger };

    static readonly string[] s_parameterTypes = ["int", "string", "decimal", "bool", "DateTime", "List<int>", "List<string>"];

    /// <summary>A method with a random signature and body.</summary>
    Function Method(Code code, string modifiers, string name, string? result = null, int statements = 0, bool isAsync = false, string? logger = null, string? target = null, IEnumerable<Function>? more = null)
    {
        result ??= Pick(["int", "string", "decimal", "bool", "List<int>", "List<string>"]);
        var scope = NewScope(isAsync, logger, more);
        var parameters = Enumerable.Range(0, random.Next(1, 4)).Select(_ => Pick(s_parameterTypes)).ToArray();
        var declared = new List<string>();
        foreach (var type in parameters)
        {
            var parameter = scope.Fresh(type);
            scope.Add(type, parameter);
            declared.Add($"{type} {parameter}");
        }
        if (Chance(30))
            code.Line($"/// <summary>{Pick(Words.Verbs)}s what the {_name} says of its {Pick(Words.TextFields)}.</summary>");
        code.Block($"{modifiers} {(isAsync ? $"async Task<{result}>" : result)} {name}({string.Join(", ", declared)})",
            () => Statements.Body(code, scope, statements == 0 ? random.Next(2, 14) : statements, result));
        code.Line();
        return new(target is null ? name : $"{target}.{name}", parameters, result, isAsync);
    }

    HashSet<string> _taken = new();

    string FreshMethod(string? tail = null)
    {
        for (; ; )
        {
            var name = Pick(Words.Verbs) + (Chance(40) ? Pick(Words.Adjectives) : "") + (tail ?? (Chance(60) ? Pick(Words.TextFields) : Pick(Words.NumberFields)));
            if (_taken.Add(name))
                return name;
        }
    }

    void Record(Code code)
    {
        foreach (var group in new[] { (Words.TextFields, "string", 4, 8), (Words.NumberFields, "int", 2, 6), (Words.MoneyFields, "decimal", 1, 4) })
            foreach (var field in group.Item1.OrderBy(_ => random.Next()).Take(random.Next(group.Item3, group.Item4)))
                if (!_fields.Exists(known => known.Name == field))
                    _fields.Add((group.Item2, field));
        code.Block($"public sealed class {_name}", () =>
        {
            code.Line("public int Id { get; set; }");
            code.Line();
            foreach (var (type, name) in _fields)
            {
                if (Chance(40))
                    code.Line(type == "string" ? $"[System.ComponentModel.DataAnnotations.StringLength({random.Next(10, 400)})]" : $"[System.ComponentModel.DataAnnotations.Range(0, {random.Next(10, 4000)})]");
                code.Line($"public {type} {name} {{ get; set; }}{(type == "string" ? " = \"\";" : "")}");
                code.Line();
            }
            code.Line("public DateTime Created { get; set; } = DateTime.UtcNow;");
            code.Line();
            code.Line($"public override string ToString() => $\"{_name} {{Id}} {{{_fields[0].Name}}}\";");
            code.Line();
            code.Block("public override bool Equals(object? other)", () =>
                code.Line($"return other is {_name} same && same.Id == Id && {string.Join(" && ", _fields.Take(3).Select(field => $"same.{field.Name} == {field.Name}"))};"));
            code.Line();
            code.Line($"public override int GetHashCode() => HashCode.Combine(Id, {string.Join(", ", _fields.Take(3).Select(field => field.Name))});");
        });
        code.Line();
        code.Line($"public sealed record {_name}Dto(int Id, {string.Join(", ", _fields.Select(field => $"{field.Type} {field.Name}"))});");
        code.Line();
        code.Line($"public sealed record {_name}Filter(string? {_fields[0].Name}, int Page = 1, int Size = 20, bool IsDescending = false);");
        code.Line();
        code.Block($"public static class {_name}Mapping", () =>
        {
            code.Line($"public static {_name}Dto ToDto(this {_name} source) => new(");
            code.Line($"    source.Id, {string.Join(", ", _fields.Select(field => "source." + field.Name))});");
            code.Line();
            code.Block($"public static {_name} ToRecord(this {_name}Dto source)", () =>
            {
                code.Line($"return new {_name}");
                code.Line("{");
                code.Line("    Id = source.Id,");
                foreach (var (_, name) in _fields)
                    code.Line($"    {name} = source.{name},");
                code.Line("};");
            });
        });
    }

    void Contracts(Code code)
    {
        foreach (var (kind, task) in new[] { ("Repository", _name), ("Service", _name + "Dto") })
        {
            code.Block($"public interface I{_name}{kind}", () =>
            {
                code.Line($"Task<{task}?> FindAsync(int id, CancellationToken cancellationToken);");
                code.Line($"Task<IReadOnlyList<{task}>> SearchAsync({_name}Filter filter, CancellationToken cancellationToken);");
                code.Line($"Task<int> SaveAsync({task} record, CancellationToken cancellationToken);");
                code.Line("Task<bool> DeleteAsync(int id, CancellationToken cancellationToken);");
                code.Line($"Task<int> CountBy{_fields[0].Name}Async(string value, CancellationToken cancellationToken);");
            });
            code.Line();
        }
        code.Block($"public enum {_name}State", () =>
        {
            foreach (var verb in Words.Verbs.OrderBy(_ => random.Next()).Take(random.Next(4, 12)))
                code.Line($"{verb}Pending,");
            code.Line("Closed,");
        });
    }

    void Static(Code code, string suffix, int least, int most, int statements = 0, string? result = null)
    {
        _taken = new();
        code.Block($"public static class {_name}{suffix}", () =>
        {
            for (var i = random.Next(least, most); i > 0; i--)
            {
                var function = Method(code, "public static", FreshMethod(), result, statements, target: $"Acme.{_name}s.{_name}{suffix}");
                if (Chance(50))
                    Exported.Add(function);
            }
        });
    }

    void Arithmetic(Code code)
    {
        Static(code, "Math", 4, 9, result: "int");
        code.Line();
        code.Block($"public readonly struct {_name}Matrix(double[,] cells)", () =>
        {
            code.Line("readonly double[,] _cells = cells;");
            code.Line();
            foreach (var (name, operation) in new[] { ("Add", "+"), ("Subtract", "-"), ("Scale", "*") })
            {
                code.Block($"public {_name}Matrix {name}({_name}Matrix other)", () =>
                {
                    code.Line("var result = new double[_cells.GetLength(0), _cells.GetLength(1)];");
                    code.Block("for (var row = 0; row < _cells.GetLength(0); row++)", () =>
                        code.Block("for (var column = 0; column < _cells.GetLength(1); column++)", () =>
                            code.Line($"result[row, column] = _cells[row, column] {operation} other._cells[row, column] * {random.Next(1, 9)}.{random.Next(0, 99)};")));
                    code.Line($"return new {_name}Matrix(result);");
                });
                code.Line();
            }
            code.Block("public double Trace()", () =>
            {
                code.Line("var sum = 0.0;");
                code.Block("for (var i = 0; i < Math.Min(_cells.GetLength(0), _cells.GetLength(1)); i++)", () => code.Line($"sum += Math.Sqrt(Math.Abs(_cells[i, i])) / (1 + Math.Exp(-i / {random.Next(2, 30)}.0));"));
                code.Line("return sum;");
            });
        });
    }

    void Texts(Code code) => Static(code, "Text", 4, 9, result: "string");

    void Rules(Code code) => Static(code, "Rules", 5, 12, result: "bool");

    void Report(Code code)
    {
        _taken = new();
        code.Block($"public sealed class {_name}Report(IReadOnlyList<{_name}> rows)", () =>
        {
            for (var i = random.Next(3, 7); i > 0; i--)
            {
                var text = _fields.First(field => field.Type == "string").Name;
                var number = _fields.First(field => field.Type == "int").Name;
                var money = _fields.First(field => field.Type == "decimal").Name;
                code.Block($"public IReadOnlyList<string> {FreshMethod("Rows")}(int least, string heading)", () =>
                {
                    code.Line("var lines = new List<string> { heading };");
                    code.Line($"var groups = from row in rows");
                    code.Line($"             where row.{number} >= least{(Chance(50) ? $" && row.{money} > {random.Next(1, 99)}m" : "")}");
                    code.Line($"             group row by row.{text} into part");
                    code.Line($"             orderby part.{(Chance(50) ? "Count()" : "Key")}{(Chance(50) ? " descending" : "")}");
                    code.Line($"             select new {{ part.Key, Total = part.Sum(row => row.{money}), Most = part.Max(row => row.{number}), First = part.First() }};");
                    code.Block("foreach (var line in groups)", () =>
                    {
                        code.Line($"lines.Add($\"{{line.Key,-{random.Next(10, 30)}}} {{line.Total,{random.Next(8, 14)}:N2}} {{line.Most}}\");");
                        code.Block($"if (line.Most > {random.Next(2, 90)})", () => code.Line($"lines.Add(\"  {Pick(Words.Phrases)}: \" + line.First.{text}.ToUpperInvariant());"));
                    });
                    code.Line($"return lines.Skip({random.Next(0, 3)}).Take({random.Next(20, 200)}).ToList();");
                });
                code.Line();
            }
            Method(code, "public", FreshMethod(), statements: 10);
        });
    }
}
