using System.Globalization;
using SecureBuild.Assessment;

namespace SecureBuild.Cli.State;

/// <summary>What a person says about a control, before it is checked.</summary>
/// <param name="Control"><c>nist-ssdf/PO.2.2</c>.</param>
/// <param name="Status">What they say.</param>
/// <param name="Name">Who.</param>
/// <param name="Role">In which role.</param>
sealed record Answer(string Control, string? Status, string? Name, string? Role)
{
    /// <summary>The document or record it rests on.</summary>
    public string? Reference { get; init; }

    /// <summary>Anything to add; for not-applicable, the reason.</summary>
    public string? Note { get; init; }

    /// <summary>When it was said; today without it.</summary>
    public string? Date { get; init; }

    /// <summary>Until when it holds; as long as a statement counts without it.</summary>
    public string? Expires { get; init; }

    /// <summary>Words for what a person may say, in the order in which they are offered.</summary>
    public static IReadOnlyList<string> Statuses { get; } = [.. ((ControlStatus[])[ControlStatus.Stated, ControlStatus.Partly, ControlStatus.NotMet, ControlStatus.NotApplicable]).Select(EnumNames.Of)];

    /// <summary>The statement.</summary>
    /// <param name="configuration">Where it goes.</param>
    /// <param name="today">Today.</param>
    /// <exception cref="ProblemException">SB9336, SB9353, SB9355: something is missing or cannot be.</exception>
    public PersonStatement Statement(ConfigurationToState configuration, DateOnly today)
    {
        var status = Needed(Status, "--status");
        if (!Statuses.Contains(status))
            throw new ProblemException(Messages.Error("SB9336", arguments: ["--status", status, "", string.Join(", ", Statuses)]));
        var name = Needed(Name, "--name");
        var role = Needed(Role, "--role");
        var date = Day(Date, "--date") ?? today;
        var longest = PersonStatement.Latest(date, configuration.Content.Configuration?.StatementMonths ?? PersonStatement.LongestMonths);
        var expires = Day(Expires, "--expires") ?? longest;
        if (date > today)
            throw new ProblemException(Messages.Error("SB9355", arguments: ["--date", Date]));
        if (expires < date || expires > longest)
            throw new ProblemException(Messages.Error("SB9355", arguments: ["--expires", Expires]));
        var note = status == EnumNames.Of(ControlStatus.NotApplicable) ? Needed(Note, "--note") : Filled(Note);
        var reference = Filled(Reference);
        return new(Control, EnumNames.Status(status), name, role, date, expires, reference, note) { ReferenceSha256 = reference is null ? null : configuration.DigestOf(reference) };
    }

    static string Needed(string? text, string option) => Filled(text) ?? throw new ProblemException(Messages.Error("SB9353", arguments: option));

    static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    static DateOnly? Day(string? text, string option) => Filled(text) is not { } filled ? null
        : DateOnly.TryParseExact(filled, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date
        : throw new ProblemException(Messages.Error("SB9355", arguments: [option, filled]));
}
