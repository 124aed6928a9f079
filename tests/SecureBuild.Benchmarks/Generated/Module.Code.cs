namespace SecureBuild.Benchmarks.Generated;

/// <summary>Parsers, collections, extensions, states: code that talks to nobody outside.</summary>
sealed partial class Module
{
    void Extensions(Code code)
    {
        _taken = new();
        code.Block($"public static class {_name}Extensions", () =>
        {
            for (var i = random.Next(3, 7); i > 0; i--)
            {
                var scope = NewScope();
                var type = Pick(s_parameterTypes);
                var (self, other) = (scope.Fresh(type), scope.Fresh("int"));
                scope.Add(type, self);
                scope.Add("int", other);
                var result = Pick(["int", "string", "bool", "decimal"]);
                code.Block($"public static {result} {_name}{FreshMethod()}(this {type} {self}, int {other} = {random.Next(1, 20)})", () => Statements.Body(code, scope, random.Next(1, 8), result));
                code.Line();
            }
            code.Block($"public static IEnumerable<T> {FreshMethod("All")}<T>(this IEnumerable<T> source, Func<T, bool> condition, int most) where T : class", () =>
            {
                code.Line("var taken = 0;");
                code.Block("foreach (var item in source)", () =>
                {
                    code.Line("if (!condition(item))");
                    code.Line("    continue;");
                    code.Line("if (++taken > most)");
                    code.Line("    yield break;");
                    code.Line("yield return item;");
                });
            });
        });
    }

    void Collections(Code code)
    {
        code.Block($"public sealed class {_name}Cache<TKey, TValue>(int capacity) where TKey : notnull", () =>
        {
            code.Line("readonly Dictionary<TKey, LinkedListNode<(TKey Key, TValue Value)>> _nodes = new();");
            code.Line("readonly LinkedList<(TKey Key, TValue Value)> _order = new();");
            code.Line("readonly object _gate = new();");
            code.Line();
            code.Line("public int Count => _nodes.Count;");
            code.Line();
            code.Block($"public TValue {Pick(["Take", "Obtain", "GetOrAdd", "Fetch"])}(TKey key, Func<TKey, TValue> make)", () =>
            {
                code.Block("lock (_gate)", () =>
                {
                    code.Block("if (_nodes.TryGetValue(key, out var node))", () =>
                    {
                        code.Line("_order.Remove(node);");
                        code.Line("_order.AddFirst(node);");
                        code.Line("return node.Value.Value;");
                    });
                    code.Line("var value = make(key);");
                    code.Block($"if (_nodes.Count >= capacity - {random.Next(0, 3)} && _order.Last is {{ }} last)", () =>
                    {
                        code.Line("_nodes.Remove(last.Value.Key);");
                        code.Line("_order.RemoveLast();");
                    });
                    code.Line("_nodes[key] = _order.AddFirst((key, value));");
                    code.Line("return value;");
                });
            });
            code.Line();
            code.Line($"public IEnumerable<TValue> {Pick(["Values", "All", "Items"])}() => _order.Select(entry => entry.Value);");
        });
        code.Line();
        code.Block($"public sealed class {_name}Tree<T> where T : IComparable<T>", () =>
        {
            code.Line("Node? _root;");
            code.Line();
            code.Block("public bool Add(T value)", () =>
            {
                code.Line("ref var place = ref _root;");
                code.Block("while (place is not null)", () =>
                {
                    code.Line("var order = value.CompareTo(place.Value);");
                    code.Line("if (order == 0)");
                    code.Line("    return false;");
                    code.Line("place = ref order < 0 ? ref place.Left : ref place.Right;");
                });
                code.Line("place = new Node(value);");
                code.Line("return true;");
            });
            code.Line();
            code.Line("public IEnumerable<T> Walk() => Walk(_root);");
            code.Line();
            code.Block("static IEnumerable<T> Walk(Node? node)", () =>
            {
                code.Line("if (node is null)");
                code.Line("    yield break;");
                code.Line($"foreach (var value in Walk(node.{(Chance(50) ? "Left" : "Right")}))");
                code.Line("    yield return value;");
                code.Line("yield return node.Value;");
                code.Line("foreach (var value in Walk(node.Right))");
                code.Line("    yield return value;");
            });
            code.Line();
            code.Block("sealed class Node(T value)", () =>
            {
                code.Line("public T Value { get; } = value;");
                code.Line("public Node? Left;");
                code.Line("public Node? Right;");
            });
        });
    }

    void Parser(Code code)
    {
        var kinds = Words.Nouns.OrderBy(_ => random.Next()).Take(random.Next(8, 16)).ToArray();
        code.Block($"public enum {_name}TokenKind", () =>
        {
            foreach (var kind in kinds)
                code.Line(kind + ",");
            code.Line("End,");
        });
        code.Line();
        code.Line($"public readonly record struct {_name}Token({_name}TokenKind Kind, string Text, int Position);");
        code.Line();
        code.Block($"public sealed class {_name}Parser(string text)", () =>
        {
            code.Line("int _position;");
            code.Line();
            code.Line("char Current => _position < text.Length ? text[_position] : '\\0';");
            code.Line();
            code.Block($"public {_name}Token Next()", () =>
            {
                code.Line("while (char.IsWhiteSpace(Current))");
                code.Line("    _position++;");
                code.Line("var start = _position;");
                code.Block("switch (Current)", () =>
                {
                    code.Line("case '\\0':");
                    code.Line($"    return new({_name}TokenKind.End, \"\", start);");
                    foreach (var (character, index) in "+-*/%(){}[]<>=!&|^~?:;,.".OrderBy(_ => random.Next()).Take(random.Next(8, 20)).Select((character, index) => (character, index)))
                    {
                        code.Line($"case '{character}':");
                        code.Line("    _position++;");
                        if (Chance(30))
                        {
                            code.Line("    if (Current == '=')");
                            code.Line("        _position++;");
                        }
                        code.Line($"    return new({_name}TokenKind.{kinds[index % kinds.Length]}, text.Substring(start, _position - start), start);");
                    }
                    code.Line("case >= '0' and <= '9':");
                    code.Line("    while (char.IsDigit(Current) || Current == '.')");
                    code.Line("        _position++;");
                    code.Line($"    return new({_name}TokenKind.{kinds[0]}, text[start.._position], start);");
                    code.Line("default:");
                    code.Line("    do");
                    code.Line("        _position++;");
                    code.Line("    while (char.IsLetterOrDigit(Current) || Current == '_');");
                    code.Line($"    return new({_name}TokenKind.{kinds[1]}, text[start.._position], start);");
                });
            });
            code.Line();
            code.Block("public int Evaluate()", () =>
            {
                code.Line("var stack = new Stack<int>();");
                code.Block($"for (var token = Next(); token.Kind != {_name}TokenKind.End; token = Next())", () =>
                    code.Block("switch (token.Kind)", () =>
                    {
                        foreach (var kind in kinds)
                        {
                            code.Line($"case {_name}TokenKind.{kind}:");
                            var isThrown = Chance(20);
                            code.Line(isThrown ? $"    throw new FormatException($\"{Pick(Words.Phrases)} at {{token.Position}}\");" : random.Next(3) switch
                            {
                                0 => "    stack.Push(int.Parse(token.Text, CultureInfo.InvariantCulture));",
                                1 => $"    stack.Push(stack.Pop() {Pick(["+", "-", "*"])} stack.Pop());",
                                _ => $"    stack.Push(token.Text.Length + token.Position * {random.Next(2, 9)});",
                            });
                            if (!isThrown)
                                code.Line("    break;");
                        }
                    }));
                code.Line("return stack.Count == 0 ? 0 : stack.Peek();");
            });
        });
    }

    void States(Code code)
    {
        var states = Words.Verbs.OrderBy(_ => random.Next()).Take(random.Next(6, 14)).ToArray();
        code.Block($"public enum {_name}Step", () =>
        {
            foreach (var state in states)
                code.Line($"{state}Done,");
        });
        code.Line();
        _taken = new();
        code.Block($"public sealed class {_name}States", () =>
        {
            code.Line($"public {_name}Step Current {{ get; private set; }} = {_name}Step.{states[0]}Done;");
            code.Line();
            code.Line($"public event EventHandler<{_name}Step>? Changed;");
            code.Line();
            code.Block("public bool Advance(int score, string reason)", () =>
            {
                code.Line("var before = Current;");
                code.Line("Current = (Current, score) switch");
                code.Line("{");
                foreach (var state in states)
                    code.Line($"    ({_name}Step.{state}Done, {(Chance(50) ? $"> {random.Next(1, 90)}" : "_")}) {(Chance(30) ? $"when reason.Length > {random.Next(1, 9)} " : "")}=> {_name}Step.{Pick(states)}Done,");
                code.Line("    _ => Current,");
                code.Line("};");
                code.Block("if (before != Current)", () => code.Line("Changed?.Invoke(this, Current);"));
                code.Line("return before != Current;");
            });
            code.Line();
            foreach (var state in states.Take(5))
                Method(code, "public", state + FreshMethod("Step"), statements: random.Next(2, 8));
        });
    }
}
