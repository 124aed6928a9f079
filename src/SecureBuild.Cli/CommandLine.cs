using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using SecureBuild.Cli.Verbs;
using SecureBuild.Configuration;
using SecureBuild.Rendering;

namespace SecureBuild.Cli;

/// <summary>The command line as a whole: parsing, help, and how every ending becomes an exit code.</summary>
static class CommandLine
{
    public static int Run(string[] arguments)
    {
        Language.Settle(arguments);
        var terminal = Terminal.OfProcess();
        return Ended(() =>
        {
            var parsed = Root(terminal).Parse(arguments);
            return parsed.Action is ParseErrorAction ? WrongUse(parsed, terminal) : parsed.Invoke(new() { EnableDefaultExceptionHandler = false });
        }, terminal);
    }

    static int Ended(Func<int> run, Terminal terminal)
    {
        try
        {
            return run();
        }
        catch (ProblemException e)
        {
            terminal.Write(e.Problem);
            return ExitCode.NotSatisfied;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            terminal.Write(Messages.Error("SB9601", arguments: e.Message));
            return ExitCode.NotSatisfied;
        }
        catch (Exception e)
        {
            terminal.Write(Messages.Error("SB9602", arguments: e));
            return ExitCode.OurBug;
        }
    }

    static RootCommand Root(Terminal terminal)
    {
        var root = new RootCommand(Texts.Of("Root_Description"))
        {
            new Option<string?>(Language.Option) { Description = Texts.Of("Lang_Description"), HelpName = "en|ja", Recursive = true }.AcceptOnlyFromAmong("en", "ja"),
            InitVerb.Create(terminal),
            StateVerb.Create(terminal),
            KeygenVerb.Create(terminal),
            CollectVerb.Create(terminal),
            SignVerb.Create(terminal),
            VerifyVerb.Create(terminal),
            ShowVerb.Create(terminal),
            PackVerb.Create(terminal),
            ReportVerb.Create(terminal),
            ExportVerb.Create(terminal),
            FormVerb.Create(terminal),
            SbomVerb.Create(terminal),
            VexVerb.Create(terminal),
            ExplainVerb.Create(terminal),
            CompletionVerb.Create(terminal),
        };
        OverviewVerb.AddTo(root, terminal);
        foreach (var verb in root.Subcommands)
            JsonResult.AddTo(verb, terminal, run => Ended(run, terminal));
        foreach (var option in root.Options)
        {
            if (option is HelpOption help)
            {
                help.Description = Texts.Of("Help_Description");
                help.Action = new TeachingHelp((HelpAction)help.Action!, terminal);
            }
            if (option is VersionOption version)
            {
                version.Description = Texts.Of("Version_Description");
                version.Action = new PrintVersion(terminal);
            }
        }
        return root;
    }

    static int WrongUse(ParseResult parsed, Terminal terminal)
    {
        var command = parsed.CommandResult.Command;
        var known = command.Subcommands.Select(verb => verb.Name).Concat(command.Options.Select(option => option.Name));
        var nearest = parsed.UnmatchedTokens.SelectMany(token => Spelling.Nearest(token, known)).FirstOrDefault();
        var help = $"securebuild{Path(parsed.CommandResult)} --help";
        // Behind a verb that there is not, everything else is unknown as well.
        foreach (var message in parsed.Errors.Select(error => error.Message).Distinct().Take(command is RootCommand ? 1 : parsed.Errors.Count))
            terminal.Write(Messages.Error("SB9600", arguments: [message.TrimEnd('.'), nearest is null ? "" : Messages.Text("DidYouMean", nearest), help]));
        return ExitCode.WrongUse;
    }

    // " sbom diff" for a verb below another.
    static string Path(SymbolResult? result) => result is CommandResult { Command: not RootCommand } verb ? $"{Path(verb.Parent)} {verb.Command.Name}" : "";

    /// <summary>The library's help, and behind it examples.</summary>
    sealed class TeachingHelp(HelpAction help, Terminal terminal) : SynchronousCommandLineAction
    {
        static readonly int[] s_exitCodes = [ExitCode.Satisfied, ExitCode.NotSatisfied, ExitCode.TamperedOrUnreadable, ExitCode.WrongUse, ExitCode.OurBug];

        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            help.MaxWidth = terminal.Width;
            var output = parseResult.InvocationConfiguration.Output;
            using var page = new StringWriter();
            parseResult.InvocationConfiguration.Output = page;
            var result = help.Invoke(parseResult);
            parseResult.InvocationConfiguration.Output = output;
            // The one heading that the library says in English in every language.
            output.Write(page.ToString().Replace("Description:", Texts.Of("Description"), StringComparison.Ordinal));
            var command = parseResult.CommandResult.Command;
            terminal.Write(Line.Of(new Span(Texts.Of("Examples"), Tone.Plain)));
            foreach (var line in Texts.Of((command is RootCommand ? "Root" : command.Name) + "_Examples").Split('\n'))
                terminal.Write("  " + line);
            terminal.Write();
            terminal.Write(Line.Of(new Span(Texts.Of("ExitCodes"), Tone.Plain)));
            // Verbs that compare or check say in their description what they mean by them.
            terminal.Write(Table.Lines([.. s_exitCodes.Select(static code => (System.Collections.Immutable.ImmutableArray<Span>)[code.ToString(System.Globalization.CultureInfo.InvariantCulture), Texts.Of("ExitCode_" + code)])], terminal.Width));
            return result;
        }
    }

    sealed class PrintVersion(Terminal terminal) : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            terminal.Write(Identity.ToolVersion);
            return ExitCode.Satisfied;
        }
    }
}
