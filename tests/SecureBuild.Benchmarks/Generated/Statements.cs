namespace SecureBuild.Benchmarks.Generated;

/// <summary>Random statements that compile in a scope.</summary>
static class Statements
{
    static readonly string[] s_types = ["int", "int", "string", "string", "decimal", "bool", "DateTime", "List<int>", "List<string>"];

    public static void Body(Code code, Scope scope, int count, string result)
    {
        for (var i = 0; i < count; i++)
            One(code, scope);
        if (result != "void")
            code.Line($"return {Expressions.Of(scope, result)};");
    }

    static void One(Code code, Scope scope)
    {
        var deep = scope.Depth > 3;
        switch (scope.Random.Next(deep ? 7 : 22))
        {
            case 0 or 1 or 2:
                Declare(code, scope, scope.Pick(s_types));
                break;
            case 3:
                if (scope.Find("int", writable: true) is { } number)
                    code.Line($"{number} {scope.Pick(["=", "+=", "-=", "^="])} {Expressions.Of(scope, "int", 1)};");
                else
                    Declare(code, scope, "int");
                break;
            case 4:
                if (scope.Find("List<string>", writable: true) is { } texts)
                    code.Line($"{texts}.Add({Expressions.Of(scope, "string", 1)});");
                else
                    Declare(code, scope, "List<string>");
                break;
            case 5:
                if (scope.Find("string", writable: true) is { } text)
                    code.Line($"{text} {scope.Pick(["=", "+=", "="])} {Expressions.Of(scope, "string", 1)};");
                else
                    Declare(code, scope, "string");
                break;
            case 6:
                if (scope.Logger is { } logger && scope.Chance(60))
                    code.Line($"{logger}.Log{scope.Pick(["Information", "Debug", "Warning"])}(\"{scope.Pick(Words.Nouns)} {{Value}} {scope.Pick(Words.Phrases)}\", {Expressions.Of(scope, "int", 2)});");
                else if (Expressions.Call(scope, null, 1) is { } call)
                    code.Line($"_ = {call};");
                else
                    Declare(code, scope, "int");
                break;
            case 7 or 8 or 9:
                Nested(code, scope, $"if ({Expressions.Of(scope, "bool")})", scope.Random.Next(1, 4));
                if (scope.Chance(35))
                    Nested(code, scope, "else", scope.Random.Next(1, 3));
                break;
            case 10:
                var index = scope.Fresh("int");
                Nested(code, scope, $"for (var {index} = 0; {index} < {Expressions.Of(scope, "int", 2)}; {index}++)", scope.Random.Next(1, 4), ("int", index));
                break;
            case 11:
                var item = scope.Fresh("string");
                Nested(code, scope, $"foreach (var {item} in {Expressions.Of(scope, "List<string>", 1)})", scope.Random.Next(1, 4), ("string", item));
                break;
            case 12:
                code.Block($"switch ({Expressions.Of(scope, "int", 1)})", () =>
                {
                    foreach (var value in Enumerable.Range(0, scope.Random.Next(3, 7)))
                    {
                        code.Line($"case {value}:");
                        scope.Enter();
                        One(code, scope);
                        scope.Leave();
                        code.Line("    break;");
                    }
                    code.Line("default:");
                    code.Line("    break;");
                });
                break;
            case 13:
                var chosen = scope.Fresh("string");
                code.Line($"var {chosen} = {Expressions.Of(scope, "int", 1)} switch");
                code.Line("{");
                foreach (var value in Enumerable.Range(1, scope.Random.Next(2, 6)))
                    code.Line($"    {(scope.Chance(50) ? value.ToString() : $">= {value * 10} and < {value * 10 + 5}")} => {Expressions.Of(scope, "string", 2)},");
                code.Line($"    _ => {Expressions.Literal(scope)},");
                code.Line("};");
                scope.Add("string", chosen);
                break;
            case 14:
                Nested(code, scope, "try", scope.Random.Next(1, 4));
                Nested(code, scope, "catch (InvalidOperationException)", 1);
                break;
            case 15:
                var builder = scope.Fresh("StringBuilder");
                code.Line($"var {builder} = new StringBuilder();");
                for (var i = scope.Random.Next(2, 6); i > 0; i--)
                    code.Line($"{builder}.Append{scope.Pick(["", "Line"])}({Expressions.Of(scope, "string", 1)});");
                Declare(code, scope, "string", builder + ".ToString()");
                break;
            case 16:
                var map = scope.Fresh("Dictionary");
                var found = scope.Fresh("int");
                code.Line($"var {map} = {Expressions.Of(scope, "List<string>", 1)}.GroupBy(item => item).ToDictionary(group => group.Key, group => group.Count());");
                code.Line($"{map}[{Expressions.Literal(scope)}] = {Expressions.Of(scope, "int", 1)};");
                Nested(code, scope, $"if ({map}.TryGetValue({Expressions.Of(scope, "string", 2)}, out var {found}))", 2, ("int", found));
                break;
            case 17:
                var function = scope.Fresh("int");
                code.Line($"Func<int, int> {function} = argument => argument * {scope.Random.Next(2, 30)} + {Expressions.Of(scope, "int", 3)};");
                Declare(code, scope, "int", $"{function}({Expressions.Of(scope, "int", 1)})");
                break;
            case 18:
                var (low, high) = (scope.Fresh("int"), scope.Fresh("int"));
                code.Line($"var ({low}, {high}) = ({Expressions.Of(scope, "int", 1)}, {Expressions.Of(scope, "int", 1)});");
                scope.Add("int", low);
                scope.Add("int", high);
                break;
            case 19:
                var query = scope.Fresh("List<int>");
                code.Line($"var {query} = (from each in {Expressions.Of(scope, "List<int>", 1)} where each > {Expressions.Of(scope, "int", 3)} orderby each descending select each + {scope.Random.Next(1, 9)}).ToList();");
                scope.Add("List<int>", query);
                break;
            case 20:
                if (scope.IsAsync)
                    code.Line($"await Task.Delay({scope.Random.Next(1, 50)}).ConfigureAwait(false);");
                else
                    code.Line($"ArgumentNullException.ThrowIfNull({scope.Find("string") ?? "string.Empty"});");
                break;
            default:
                Nested(code, scope, $"if ({Expressions.Of(scope, "int", 1)} < 0)", 0);
                code.Line($"Debug.Assert({Expressions.Of(scope, "bool", 1)}, {Expressions.Literal(scope)});");
                break;
        }
    }

    static void Declare(Code code, Scope scope, string type, string? value = null)
    {
        value ??= Expressions.Of(scope, type);
        var name = scope.Fresh(type);
        code.Line($"{(scope.Chance(70) ? "var" : type)} {name} = {value};");
        scope.Add(type, name);
    }

    static void Nested(Code code, Scope scope, string head, int count, (string Type, string Name)? local = null) =>
        code.Block(head, () =>
        {
            scope.Enter();
            if (local is var (type, name))
                scope.Add(type, name, isWritable: false);
            for (var i = 0; i < count; i++)
                One(code, scope);
            scope.Leave();
        });
}
