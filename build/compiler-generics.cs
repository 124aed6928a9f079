// The generic code that a compiler process compiles at its start, so that the package's images can bring it along compiled (src/SecureBuild/ReadyToRun):
//   dotnet run build/compiler-generics.cs collect LIST LOG…                  takes what a runtime wrote (DOTNET_JitStdOutFile, DOTNET_JitDisasmSummary) into LIST, beside what is there
//   dotnet run build/compiler-generics.cs profile LIST COMPILER OUTPUT.mibc  makes of it the profile that crossgen2 reads; COMPILER is the folder of the SDK's compiler
//
// LIST is src/SecureBuild/ReadyToRun/compiler-generics.txt.
// Run the first after a change of SDK, on logs of compilations of libraries and web projects without compiler server. What no longer exists is left out by the second.

#:property PublishAot=false

using System.Reflection;
using System.Reflection.Emit;
using System.Text.RegularExpressions;

const string Image = "SecureBuild.Analyzers;";

switch (args)
{
    case ["collect", var list, _, ..]:
        Collect(args[2..], list);
        return 0;
    case ["profile", var list, var compiler, var output]:
        return Profile(list, compiler, output);
    default:
        Console.Error.WriteLine("compiler-generics.cs collect LIST LOG… | profile LIST COMPILER OUTPUT.mibc");
        return 64;
}

// A line: a type and, after a tab, its members, separated by spaces; both as the runtime prints them. Types of one compilation's analyzers are nobody else's, and what
// belongs to one processor is compiled where it runs in any case.
static void Collect(string[] logs, string list)
{
    var members = new SortedDictionary<string, SortedSet<string>>(StringComparer.Ordinal);
    void Add(string type, string member)
    {
        if (!members.TryGetValue(type, out var known))
            members.Add(type, known = new(StringComparer.Ordinal));
        known.Add(member);
    }
    if (File.Exists(list))
        foreach (var line in File.ReadLines(list).Where(static line => line.Contains('\t')))
            foreach (var member in line.Split('\t')[1].Split(' '))
                Add(line.Split('\t')[0], member);
    foreach (var line in logs.SelectMany(File.ReadLines))
    {
        if (Patterns.Compiled().Match(line) is not { Success: true } match || !IsOfEverybody(match.Groups["type"].Value) || !IsOfEverybody(match.Groups["member"].Value))
            continue;
        if (match.Groups["type"].Value.Contains('[') || match.Groups["member"].Value.Contains('['))
            Add(match.Groups["type"].Value, match.Groups["member"].Value);
    }
    File.WriteAllText(list, string.Concat(members.Select(static pair => $"{pair.Key}\t{string.Join(' ', pair.Value)}\n")));
    Console.WriteLine($"{members.Count} types, {members.Values.Sum(static known => known.Count)} members");
}

static bool IsOfEverybody(string name) =>
    Patterns.Name().Matches(name).All(static part => !part.Value.Contains('.') || part.Value.StartsWith("System.", StringComparison.Ordinal) || Patterns.Compiler().IsMatch(part.Value))
    && !name.Contains(' ') && !name.Contains("System.Runtime.Intrinsics.", StringComparison.Ordinal) && !name.Contains("System.Buffers.", StringComparison.Ordinal) && !name.Contains("Interop+", StringComparison.Ordinal);

// The form is that of the runtime's tools: a method that names the groups of methods, each with the images that they are for, and a method for each group, with a token for each.
static int Profile(string list, string compiler, string output)
{
    var types = new TypeNames(compiler);
    var methods = File.ReadLines(list).SelectMany(line => types.Methods(line)).Distinct().ToArray();
    var assembly = new PersistedAssemblyBuilder(new("profile"), typeof(object).Assembly);
    var module = assembly.DefineDynamicModule("profile");
    var group = module.DefineGlobalMethod("Assemblies_" + Image, MethodAttributes.Public | MethodAttributes.Static, typeof(void), []);
    var code = group.GetILGenerator();
    foreach (var method in methods)
    {
        code.Emit(OpCodes.Ldtoken, method is ConstructorInfo constructor ? module.GetMethodMetadataToken(constructor) : module.GetMethodMetadataToken((MethodInfo)method));
        code.Emit(OpCodes.Pop);
    }
    code.Emit(OpCodes.Ret);
    code = module.DefineGlobalMethod("AssemblyDictionary", MethodAttributes.Public | MethodAttributes.Static, typeof(void), []).GetILGenerator();
    code.Emit(OpCodes.Ldstr, Image);
    code.Emit(OpCodes.Ldtoken, group);
    code.Emit(OpCodes.Pop);
    code.Emit(OpCodes.Ret);
    module.CreateGlobalFunctions();
    assembly.Save(output);
    Console.WriteLine($"{methods.Length} methods");
    return 0;
}

/// <summary>Finds what the runtime printed. Reference types are all one there, and enums are numbers: code for such a name serves whatever it stands for.</summary>
sealed class TypeNames(string compiler)
{
    const BindingFlags Any = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    static readonly Dictionary<string, Type> s_words = new()
    {
        ["bool"] = typeof(bool), ["byte"] = typeof(byte), ["sbyte"] = typeof(sbyte), ["short"] = typeof(short), ["ushort"] = typeof(ushort), ["int"] = typeof(int), ["uint"] = typeof(uint),
        ["long"] = typeof(long), ["ulong"] = typeof(ulong), ["float"] = typeof(float), ["double"] = typeof(double), ["nint"] = typeof(nint), ["nuint"] = typeof(nuint), ["System.__Canon"] = typeof(object),
    };

    readonly Assembly[] _assemblies =
    [
        .. new[] { "Microsoft.CodeAnalysis.dll", "Microsoft.CodeAnalysis.CSharp.dll" }.Select(name => Assembly.LoadFrom(Path.Combine(compiler, name))),
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Select(static path => Path.GetFileNameWithoutExtension(path)).Where(static name => name.StartsWith("System.", StringComparison.Ordinal)).Select(Assembly.Load),
    ];

    readonly Dictionary<string, Type?> _found = [];

    /// <summary>The methods of one line of the list; none where something in it is not here.</summary>
    public IEnumerable<MethodBase> Methods(string line)
    {
        if (line.Split('\t') is not [var name, var members] || Whole(name) is not { } type)
            yield break;
        foreach (var member in members.Split(' '))
        {
            var bracket = member.IndexOf('[', StringComparison.Ordinal);
            var arguments = bracket < 0 ? [] : Arguments(member, bracket);
            if (arguments is null)
                continue;
            var simple = bracket < 0 ? member : member[..bracket];
            foreach (var method in type.GetMembers(Any).OfType<MethodBase>().Where(method => method.Name == simple))
                if (Closed(method, arguments) is { } closed)
                    yield return closed;
        }
    }

    static MethodBase? Closed(MethodBase method, Type[] arguments)
    {
        if (method is not MethodInfo { IsGenericMethodDefinition: true } generic)
            return arguments.Length == 0 ? method : null;
        try
        {
            return generic.GetGenericArguments().Length == arguments.Length ? generic.MakeGenericMethod(arguments) : null;
        }
        catch (ArgumentException)
        {
            // A constraint that an object or a number does not meet.
            return null;
        }
    }

    Type? Whole(string name)
    {
        var at = 0;
        return Read(name, ref at) is { } type && at == name.Length ? type : null;
    }

    Type[]? Arguments(string member, int bracket)
    {
        var (at, arguments) = (bracket, new List<Type>());
        do
        {
            at++;
            if (Read(member, ref at) is not { } argument || at >= member.Length)
                return null;
            arguments.Add(argument);
        }
        while (member[at] == ',');
        return [.. arguments];
    }

    Type? Read(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && text[at] is not ('[' or ']' or ','))
            at++;
        var type = Find(text[start..at]);
        if (type is { IsGenericTypeDefinition: true })
        {
            if (at >= text.Length || text[at] != '[' || Arguments(text, at) is not { } arguments)
                return null;
            at = End(text, at);
            try
            {
                type = type.MakeGenericType(arguments);
            }
            catch (ArgumentException)
            {
                return null;
            }
        }
        for (; type is not null && at + 1 < text.Length && text[at] == '[' && text[at + 1] == ']'; at += 2)
            type = type.MakeArrayType();
        return type;
    }

    static int End(string text, int at)
    {
        for (var depth = 0; at < text.Length; at++)
        {
            depth += text[at] switch { '[' => 1, ']' => -1, _ => 0 };
            if (depth == 0)
                return at + 1;
        }
        return at;
    }

    Type? Find(string name)
    {
        if (s_words.TryGetValue(name, out var word))
            return word;
        if (!_found.TryGetValue(name, out var type))
            _found.Add(name, type = _assemblies.Select(assembly => assembly.GetType(name, throwOnError: false)).FirstOrDefault(static found => found is not null));
        return type;
    }
}

static partial class Patterns
{
    // 12: JIT compiled Namespace.Type`1[int]:Method[System.__Canon](…) [Tier0, …]; code that was compiled again because it is used much is code that has been.
    [GeneratedRegex(@"^\s*\d+: JIT compiled (?<type>[^:(]+):(?<member>[^(]+)\(.*\) \[(Instrumented )?Tier0,")]
    public static partial Regex Compiled();

    [GeneratedRegex(@"[^\[\],]+")]
    public static partial Regex Name();

    [GeneratedRegex(@"^(Microsoft\.CodeAnalysis\.|Roslyn\.Utilities\.)")]
    public static partial Regex Compiler();
}
