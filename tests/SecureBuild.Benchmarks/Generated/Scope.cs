namespace SecureBuild.Benchmarks.Generated;

/// <summary>A function that generated code may call.</summary>
sealed record Function(string Call, string[] Parameters, string Result, bool IsAsync = false);

/// <summary>What a generated body can refer to.</summary>
sealed class Scope(Random random, IReadOnlyList<Function> functions)
{
    readonly Stack<List<(string Type, string Name, bool IsWritable)>> _blocks = new([new()]);
    readonly Dictionary<string, int> _used = new();

    public Random Random { get; } = random;

    public IReadOnlyList<Function> Functions { get; } = functions;

    public bool IsAsync { get; init; }

    /// <summary>The name of a logger field, if there is one.</summary>
    public string? Logger { get; init; }

    public string? Result { get; init; }

    public int Depth => _blocks.Count;

    public void Add(string type, string name, bool isWritable = true) => _blocks.Peek().Add((type, name, isWritable));

    public void Enter() => _blocks.Push(new());

    public void Leave() => _blocks.Pop();

    public string? Find(string type, bool writable = false)
    {
        var found = _blocks.SelectMany(block => block).Where(local => local.Type == type && (!writable || local.IsWritable)).ToList();
        return found.Count == 0 ? null : found[Random.Next(found.Count)].Name;
    }

    public string Fresh(string type)
    {
        var stems = type is "string" or "List<string>" ? Words.TextLocals : Words.Locals;
        var stem = stems[Random.Next(stems.Length)] + (type.StartsWith("List", StringComparison.Ordinal) ? "s" : "");
        _used[stem] = _used.GetValueOrDefault(stem) + 1;
        return _used[stem] == 1 && stem is not ("base" or "value" or "field") ? stem : stem + _used[stem];
    }

    public T Pick<T>(IReadOnlyList<T> list) => list[Random.Next(list.Count)];

    public bool Chance(int percent) => Random.Next(100) < percent;
}
