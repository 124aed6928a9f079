using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace SecureBuild.Analyzers.Configuration;

/// <summary>One instruction of a Dockerfile, continued lines put together.</summary>
readonly struct DockerInstruction
{
    DockerInstruction(string name, string arguments, TextSpan span)
    {
        Name = name;
        Arguments = arguments;
        Span = span;
    }

    /// <summary>In upper case: <c>FROM</c>, <c>RUN</c>.</summary>
    public string Name { get; }

    public string Arguments { get; }

    /// <summary>The first line of the instruction.</summary>
    public TextSpan Span { get; }

    public static IEnumerable<DockerInstruction> In(SourceText text)
    {
        StringBuilder? arguments = null;
        var name = "";
        var span = default(TextSpan);
        foreach (var line in text.Lines)
        {
            var written = line.ToString().Trim();
            if (written.Length == 0 || written[0] == '#')
                continue;
            if (arguments is null)
            {
                var space = written.IndexOfAny(s_spaces);
                name = (space < 0 ? written : written.Substring(0, space)).ToUpperInvariant();
                arguments = new();
                var start = line.Start + line.ToString().IndexOf(written[0]);
                span = new(start, written.Length);
                written = space < 0 ? "" : written.Substring(space + 1).Trim();
            }
            var isContinued = written.EndsWith("\\", StringComparison.Ordinal) || written.EndsWith("`", StringComparison.Ordinal);
            arguments.Append(isContinued ? written.Substring(0, written.Length - 1) + " " : written);
            if (isContinued)
                continue;
            yield return new(name, arguments.ToString().Trim(), span);
            arguments = null;
        }
        if (arguments is not null)
            yield return new(name, arguments.ToString().Trim(), span);
    }

    /// <summary>What ENV and ARG set, and the options of commands; each is placed at its instruction.</summary>
    public static IEnumerable<Setting> Settings(SourceText text)
    {
        foreach (var instruction in In(text))
        {
            // What the shell puts in is no text of this file.
            if (instruction.Name == "RUN")
                foreach (var (option, given) in Options(instruction.Arguments))
                    if (!given.StartsWith("$", StringComparison.Ordinal))
                        yield return new(option, given, instruction.Span);
            if (instruction.Name is not ("ENV" or "ARG"))
                continue;
            // ENV NAME value, the old form.
            if (instruction.Arguments.IndexOf('=') < 0 && instruction.Arguments.IndexOf(' ') is > 0 and var space)
            {
                yield return new(instruction.Arguments.Substring(0, space), instruction.Arguments.Substring(space + 1).Trim(), instruction.Span);
                continue;
            }
            foreach (var (name, value) in Pairs(instruction.Arguments))
                yield return new(name, value, instruction.Span);
        }
    }

    static readonly char[] s_spaces = [' ', '\t'];

    // --password value, --api-key=value; -p of "dotnet nuget add source" is its password.
    static IEnumerable<(string Name, string Value)> Options(string command)
    {
        var words = command.Split(s_spaces, StringSplitOptions.RemoveEmptyEntries);
        var isSource = false;
        for (var i = 0; i < words.Length; i++)
        {
            isSource = words[i] is not ("&&" or "||" or ";" or "|") && (isSource || words[i] == "source" && i > 1 && words[i - 1] == "add" && words[i - 2] == "nuget");
            var name = isSource && words[i] == "-p" ? "--password" : words[i];
            if (!name.StartsWith("--", StringComparison.Ordinal))
                continue;
            if (name.IndexOf('=') is > 2 and var equals)
                yield return (name.Substring(2, equals - 2), name.Substring(equals + 1).Trim('"', '\''));
            else if (i + 1 < words.Length && words[i + 1][0] != '-')
                yield return (name.Substring(2), words[i + 1].Trim('"', '\''));
        }
    }

    static IEnumerable<(string Name, string Value)> Pairs(string arguments)
    {
        for (var at = 0; at < arguments.Length;)
        {
            var equals = arguments.IndexOf('=', at);
            if (equals < 0)
                yield break;
            var name = arguments.Substring(at, equals - at).Trim();
            var start = equals + 1;
            var isQuoted = start < arguments.Length && arguments[start] is '"' or '\'';
            var end = isQuoted ? arguments.IndexOf(arguments[start], start + 1) : arguments.IndexOf(' ', start);
            end = end < 0 ? arguments.Length : end;
            start += isQuoted ? 1 : 0;
            yield return (name, start <= end ? arguments.Substring(start, end - start) : "");
            at = end + 1;
        }
    }
}
