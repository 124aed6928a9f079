using System.Text;
using SecureBuild.Rendering;
using SecureBuild.Submission;
using SecureBuild.Verification;
using Spectre.Console;

namespace SecureBuild.Cli;

/// <summary>Where the tool writes: colour only where a person looks at a terminal and has not said NO_COLOR (no-color.org).</summary>
sealed class Terminal
{
    const int WidthWhenPiped = 120;

    // Until then nobody wonders.
    static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(600);

    readonly bool _colour;
    readonly bool _errorColour;

    JsonResult? _result;

    /// <summary>Columns to lay text out for.</summary>
    public int Width { get; }

    Terminal(bool colour, bool errorColour, int width) => (_colour, _errorColour, Width) = (colour, errorColour, width);

    public static Terminal OfProcess()
    {
        if (Console.OutputEncoding is not UTF8Encoding)
            Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var wanted = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && Environment.GetEnvironmentVariable("TERM") != "dumb";
        return new(wanted && !Console.IsOutputRedirected, wanted && !Console.IsErrorRedirected, Console.IsOutputRedirected ? WidthWhenPiped : WindowWidth());
    }

    /// <summary>Runs a verb whose result is to be one JSON object on standard output. What is meant for a person is told to one who looks, on standard error.</summary>
    /// <param name="verb">Its work; the exit code comes back.</param>
    public int Json(Func<int> verb)
    {
        _result = new();
        var exitCode = verb();
        Console.Out.Write(CanonicalJson.IndentedText(_result.Object(exitCode)));
        return exitCode;
    }

    /// <summary>Does work that may take a while. A person at a terminal who waits sees, on standard error, that it goes on; nobody else sees anything.</summary>
    /// <param name="what">What is done, in a few words.</param>
    /// <param name="work">Does not write to the terminal.</param>
    public T During<T>(string what, Func<T> work)
    {
        if (Console.IsErrorRedirected || Console.IsOutputRedirected)
            return work();
        var done = Task.Run(work);
        if (!((IAsyncResult)done).AsyncWaitHandle.WaitOne(s_patience))
            AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(Console.Error) }).Status().Start(Markup.Escape(what), _ => ((IAsyncResult)done).AsyncWaitHandle.WaitOne());
        return done.GetAwaiter().GetResult();
    }

    public void Write(string text = "")
    {
        _result?.Add(text);
        if (_result is null)
            Console.Out.Write(text + "\n");
        else if (!Console.IsErrorRedirected)
            Console.Error.Write(text + "\n");
    }

    /// <summary>A file was written.</summary>
    /// <param name="file">Its path, as it is to be shown.</param>
    public void Wrote(string file)
    {
        _result?.Wrote(file);
        Write(Line.Of(new Span(Texts.Of("Wrote", file), Tone.Good)));
    }

    public void Write(Line line)
    {
        if (_result is not null)
        {
            Write(line.ToString());
            return;
        }
        foreach (var span in line.Spans)
            Write(Console.Out, span, _colour);
        Console.Out.Write('\n');
    }

    public void Write(IEnumerable<Line> lines)
    {
        foreach (var line in lines)
            Write(line);
    }

    /// <summary>Problems go to standard error, so that piped output stays clean.</summary>
    public void Write(Problem problem)
    {
        _result?.Add(problem);
        Write(Console.Error, new(problem.ToString(), problem.Level == ProblemLevel.Error ? Tone.Bad : Tone.Open), _errorColour);
        Console.Error.Write('\n');
    }

    /// <summary>Tells why a package cannot be opened; true where everything can.</summary>
    public bool CouldOpen(OpenedPaths opened)
    {
        foreach (var problem in opened.Problems)
            Write(opened.Named(problem));
        return opened.Outcome == VerificationOutcome.Satisfied;
    }

    static void Write(TextWriter writer, Span span, bool colour)
    {
        if (!colour || Colour(span.Tone) is not { } tint)
        {
            writer.Write(span.Text);
            return;
        }
        Console.ForegroundColor = tint;
        writer.Write(span.Text);
        Console.ResetColor();
    }

    static ConsoleColor? Colour(Tone tone) => tone switch
    {
        Tone.Strong => ConsoleColor.Cyan,
        Tone.Faint => ConsoleColor.DarkGray,
        Tone.Good => ConsoleColor.Green,
        Tone.Open => ConsoleColor.Yellow,
        Tone.Bad => ConsoleColor.Red,
        _ => null,
    };

    static int WindowWidth()
    {
        try
        {
            return Math.Clamp(Console.WindowWidth, 60, 160);
        }
        catch (IOException)
        {
            return WidthWhenPiped;
        }
    }
}
