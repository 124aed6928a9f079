namespace SecureBuild.Benchmarks.Generated;

/// <summary>Random expressions of a type, from what is in scope.</summary>
static class Expressions
{
    public static string Of(Scope scope, string type, int depth = 0)
    {
        var random = scope.Random;
        if (depth > 2 || random.Next(100) < 25)
            return scope.Find(type) ?? Simple(scope, type);
        if (random.Next(100) < 22 && Call(scope, type, depth) is { } call)
            return call;
        string E(string of) => Of(scope, of, depth + 1);
        string Any(string of) => scope.Find(of) ?? Simple(scope, of);
        return type switch
        {
            "int" => random.Next(12) switch
            {
                0 => $"({E("int")} + {E("int")})",
                1 => $"({Any("int")} * {random.Next(2, 40)})",
                2 => $"{Text(scope)}.Length",
                3 => $"{List(scope, "List<int>")}.Count",
                4 => $"Math.Max({E("int")}, {E("int")})",
                5 => $"({E("bool")} ? {E("int")} : {E("int")})",
                6 => $"{List(scope, "List<int>")}.Where(item => item > {Any("int")}).Sum()",
                7 => $"(Math.Abs({E("int")} - {E("int")}) % {random.Next(3, 97)})",
                8 => $"{List(scope, "List<string>")}.Count(item => item.Length > {random.Next(1, 20)})",
                9 => $"(int)Math.Round({E("decimal")})",
                10 => $"(({Any("int")} << {random.Next(1, 5)}) ^ {Any("int")})",
                _ => $"{Text(scope)}.IndexOf({Literal(scope)}, StringComparison.Ordinal)",
            },
            "string" => random.Next(12) switch
            {
                0 => $"$\"{{{Any("string")}}}{scope.Pick([": ", " - ", "/", " of "])}{{{Any("int")}}}\"",
                1 => $"({Any("string")} + {Literal(scope)} + {Any("string")})",
                2 => $"{Text(scope)}.Trim().ToUpperInvariant()",
                3 => $"string.Join({scope.Pick(["\", \"", "\";\"", "\" \"", "Environment.NewLine"])}, {List(scope, "List<string>")})",
                4 => $"({E("bool")} ? {E("string")} : {Literal(scope)})",
                5 => $"({E("int")}).ToString(CultureInfo.InvariantCulture)",
                6 => $"string.Format(CultureInfo.InvariantCulture, \"{{0}} {scope.Pick(Words.Phrases).Replace("\"", "")} {{1}}\", {Any("string")}, {Any("int")})",
                7 => $"{Text(scope)}.Replace({Literal(scope)}, {Literal(scope)}, StringComparison.Ordinal)",
                8 => $"{Text(scope)}.PadLeft({random.Next(4, 30)})",
                9 => $"({List(scope, "List<string>")}.FirstOrDefault(item => item.StartsWith({Literal(scope)}, StringComparison.OrdinalIgnoreCase)) ?? {Literal(scope)})",
                10 => $"{E("DateTime")}.ToString(\"yyyy-MM-dd\", CultureInfo.InvariantCulture)",
                _ => Any("string"),
            },
            "bool" => random.Next(9) switch
            {
                0 => $"({E("int")} > {E("int")})",
                1 => $"({Any("int")} == {random.Next(0, 50)})",
                2 => $"{Text(scope)}.StartsWith({Literal(scope)}, StringComparison.Ordinal)",
                3 => $"{List(scope, "List<int>")}.Any(item => item >= {Any("int")})",
                4 => $"({E("bool")} && {E("bool")})",
                5 => $"string.IsNullOrEmpty({Any("string")})",
                6 => $"({Any("int")} is > {random.Next(0, 20)} and < {random.Next(21, 300)})",
                7 => $"!{List(scope, "List<string>")}.Contains({Any("string")})",
                _ => $"({E("decimal")} <= {E("decimal")})",
            },
            "decimal" => random.Next(6) switch
            {
                0 => $"({E("decimal")} + {E("decimal")})",
                1 => $"({Any("decimal")} * 1.{random.Next(1, 99):00}m)",
                2 => $"Math.Round({E("decimal")}, 2)",
                3 => $"(decimal){Any("int")}",
                4 => $"({E("bool")} ? {E("decimal")} : {E("decimal")})",
                _ => $"Math.Min({E("decimal")}, {random.Next(10, 9000)}m)",
            },
            "DateTime" => random.Next(4) switch
            {
                0 => $"DateTime.UtcNow.AddDays({Any("int")})",
                1 => $"new DateTime({random.Next(1990, 2030)}, {random.Next(1, 13)}, {random.Next(1, 28)})",
                2 => $"({Any("DateTime")}).AddHours({random.Next(1, 48)})",
                _ => Any("DateTime"),
            },
            "List<int>" => random.Next(3) switch
            {
                0 => $"Enumerable.Range({random.Next(0, 5)}, {random.Next(3, 60)}).Select(item => item * {random.Next(2, 9)}).ToList()",
                1 => $"{List(scope, "List<string>")}.Select(item => item.Length).OrderBy(item => item).ToList()",
                _ => $"new List<int> {{ {string.Join(", ", Enumerable.Range(0, random.Next(2, 7)).Select(_ => random.Next(0, 999)))} }}",
            },
            "List<string>" => random.Next(3) switch
            {
                0 => $"{Text(scope)}.Split({scope.Pick(["','", "';'", "' '", "'|'"])}).Select(item => item.Trim()).ToList()",
                1 => $"{List(scope, "List<int>")}.Select(item => \"{scope.Pick(Words.TextFields)}\" + item).Distinct().ToList()",
                _ => $"new List<string> {{ {string.Join(", ", Enumerable.Range(0, random.Next(2, 5)).Select(_ => Literal(scope)))} }}",
            },
            _ => Simple(scope, type),
        };
    }

    public static string? Call(Scope scope, string? type, int depth)
    {
        for (var attempt = 0; attempt < 6 && scope.Functions.Count > 0; attempt++)
        {
            var function = scope.Pick(scope.Functions);
            if (type is null ? function.Result != "void" : function.Result != type)
                continue;
            if (function.IsAsync && !scope.IsAsync)
                continue;
            var call = $"{function.Call}({string.Join(", ", function.Parameters.Select(parameter => Of(scope, parameter, depth + 2)))})";
            return function.IsAsync ? $"(await {call})" : call;
        }
        return null;
    }

    public static string Simple(Scope scope, string type) => type switch
    {
        "int" => scope.Random.Next(0, 1000).ToString(),
        "string" => Literal(scope),
        "bool" => scope.Chance(50) ? "true" : "false",
        "decimal" => scope.Random.Next(1, 5000) + "m",
        "DateTime" => "DateTime.UtcNow",
        "double" => scope.Random.Next(1, 900) + ".5",
        "CancellationToken" => "CancellationToken.None",
        _ => $"new {type}()",
    };

    public static string Literal(Scope scope) => "\"" + (scope.Chance(60) ? scope.Pick(Words.Phrases) : scope.Pick(Words.TextFields) + scope.Random.Next(1, 400)) + "\"";

    static string Text(Scope scope) => scope.Find("string") ?? Literal(scope);

    static string List(Scope scope, string type) => scope.Find(type) ?? $"new {type}()";
}
