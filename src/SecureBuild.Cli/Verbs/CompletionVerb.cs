using System.CommandLine;

namespace SecureBuild.Cli.Verbs;

/// <summary><c>securebuild completion bash|zsh|pwsh</c>: the shell's script, which asks the tool by System.CommandLine's <c>[suggest]</c> directive.</summary>
static class CompletionVerb
{
    static readonly Dictionary<string, string> s_scripts = new(StringComparer.Ordinal) { ["bash"] = "bash.sh", ["zsh"] = "zsh.sh", ["pwsh"] = "pwsh.ps1" };

    public static Command Create(Terminal terminal)
    {
        var shell = new Argument<string>("SHELL") { Description = Texts.Of("completion_Shell", string.Join(", ", s_scripts.Keys)) };
        shell.AcceptOnlyFromAmong([.. s_scripts.Keys]);
        var command = new Command("completion", Texts.Of("completion_Description")) { shell };
        command.SetAction(parsed =>
        {
            using var script = new StreamReader(typeof(CompletionVerb).Assembly.GetManifestResourceStream("completion/" + s_scripts[parsed.GetRequiredValue(shell)])!);
            terminal.Write(script.ReadToEnd().ReplaceLineEndings("\n").TrimEnd('\n'));
            return ExitCode.Satisfied;
        });
        return command;
    }
}
