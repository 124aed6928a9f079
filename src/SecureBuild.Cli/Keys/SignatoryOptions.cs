using System.Collections.Immutable;
using System.CommandLine;
using SecureBuild.Rendering;
using SecureBuild.Signing;

namespace SecureBuild.Cli.Keys;

/// <summary>Who signs: a named person who says yes at a terminal, or the build.</summary>
sealed class SignatoryOptions
{
    const int Soon = 90;

    readonly Option<string?> _name = new("--as") { Description = Texts.Of("sign_As"), HelpName = "NAME" };
    readonly Option<string?> _role = new("--role") { Description = Texts.Of("sign_Role"), HelpName = "ROLE" };
    readonly Option<string?> _scope = new("--scope") { Description = Texts.Of("sign_Scope"), HelpName = "TEXT" };
    readonly Option<bool> _yes = new("--yes") { Description = Texts.Of("sign_Yes") };

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_name, _role, _scope, _yes])
            command.Add(option);
    }

    /// <summary>The person; null for the build.</summary>
    /// <exception cref="ProblemException">SB9633 name, role and scope go together; SB9634 no person signs with --yes or without a terminal.</exception>
    public Signatory? Signatory(ParseResult parsed, DateOnly today)
    {
        string?[] given = [parsed.GetValue(_name), parsed.GetValue(_role), parsed.GetValue(_scope)];
        if (given.All(text => text is null))
            return null;
        if (given.Any(string.IsNullOrWhiteSpace))
            throw new ProblemException(Messages.Error("SB9633"));
        if (parsed.GetValue(_yes) || Console.IsInputRedirected)
            throw new ProblemException(Messages.Error("SB9634"));
        return new(given[0]!.Trim(), given[1]!.Trim(), given[2]!.Trim(), today);
    }

    /// <summary>Shows what is about to be signed and asks. A build server has nobody to ask: there the build signs, as it says.</summary>
    public bool Agrees(ParseResult parsed, ImmutableArray<string> paths, Signatory? person, DateOnly today, Terminal terminal)
    {
        if (parsed.GetValue(_yes) || Console.IsInputRedirected)
            return true;
        // What all builds of a product have in common is read once.
        foreach (var item in paths.SelectMany(path => SigningPreview.Of(path, today, Soon)).Distinct())
            terminal.Write(Line.Of(new Span($"  {Texts.Of("sign_Preview_" + item.Kind, item.Control, item.Detail)}", item.Kind == SigningItemKind.Build ? Tone.Strong : Tone.Open)));
        terminal.Write(person is null ? Texts.Of("sign_AsBuild") : Texts.Of("sign_AsPerson", person.Name, person.Role, person.Scope));
        terminal.Write(Texts.Of("sign_Ask"));
        return Console.ReadLine()?.Trim().ToLowerInvariant() is "yes" or "y" or "はい";
    }
}
