using System.Globalization;
using System.Text.Json;
using SecureBuild.Assessment;
using SecureBuild.Catalogues;

namespace SecureBuild.Configuration;

/// <summary>Reads one statement by a person. A statement with any mistake is not used.</summary>
static class StatementReader
{
    // What a person may say; met-by-evidence belongs to the build.
    static readonly Dictionary<string, ControlStatus> s_statuses = new(StringComparer.Ordinal)
    {
        ["stated"] = ControlStatus.Stated,
        ["partly"] = ControlStatus.Partly,
        ["not-met"] = ControlStatus.NotMet,
        ["not-applicable"] = ControlStatus.NotApplicable,
    };

    static IEnumerable<string> Frameworks => CatalogueLibrary.All.Select(catalogue => catalogue.Id);

    public static PersonStatement? Read(LocatedValue element, string path, Mistakes mistakes)
    {
        if (!element.Complete)
            return null; // the syntax error is reported already
        var before = mistakes.Count;
        var statement = Parse(element, path, mistakes, before);
        if (mistakes.Count > before && element.Kind == JsonValueKind.Object)
            mistakes.Warn("SB9119", element.Offset, path);
        return statement;
    }

    static PersonStatement? Parse(LocatedValue element, string path, Mistakes mistakes, int before)
    {
        var fields = Fields.Of(element, ConfigurationMembers.Statement, path, mistakes);
        if (element.Kind != JsonValueKind.Object)
            return null;
        var control = Control(fields, mistakes);
        var status = Status(fields, mistakes);
        var by = Required(fields, "by", mistakes) ? fields.Object("by", ConfigurationMembers.Person) : null;
        var name = by is not null && Required(by, "name", mistakes) ? by.Text("name") : null;
        var role = by is not null && Required(by, "role", mistakes) ? by.Text("role") : null;
        var date = Required(fields, "date", mistakes) ? Date(fields, "date", mistakes) : null;
        var expires = Date(fields, "expires", mistakes);
        var reference = fields.Text("reference");
        var note = fields.Text("note");

        if (expires < date)
            mistakes.Add("SB9113", fields.OffsetOf("expires"), Text(expires), Text(date));
        if (status == ControlStatus.NotApplicable && !fields.Has("note"))
            mistakes.Add("SB9114", fields.OffsetOf("status"), fields.PathOf("note"));
        return mistakes.Count > before
            ? null
            : new(control!, status!.Value, name!, role!, date!.Value, expires ?? OneYearAfter(date.Value), reference, note);
    }

    static string? Control(Fields fields, Mistakes mistakes)
    {
        if (!Required(fields, "control", mistakes) || fields.Text("control") is not { } control)
            return null;
        var offset = fields.OffsetOf("control");
        if (control.Split('/') is not [{ Length: > 0 } framework, { Length: > 0 } id])
            mistakes.Add("SB9106", offset, control);
        else if (CatalogueLibrary.ById(framework) is not { } catalogue)
            mistakes.Add("SB9107", offset, framework, Spelling.Hint(framework, Frameworks), string.Join(", ", Frameworks));
        else if (catalogue[id] is null)
            mistakes.Add("SB9108", offset, id, framework, Spelling.Hint(id, catalogue.Controls.Select(known => known.Id)));
        else
            return control;
        return null;
    }

    static ControlStatus? Status(Fields fields, Mistakes mistakes)
    {
        if (!Required(fields, "status", mistakes) || fields.Text("status") is not { } text)
            return null;
        if (s_statuses.TryGetValue(text, out var status))
            return status;
        if (text == "met-by-evidence")
            mistakes.Add("SB9110", fields.OffsetOf("status"));
        else
            mistakes.Add("SB9109", fields.OffsetOf("status"), text, Spelling.Hint(text, s_statuses.Keys), string.Join(", ", s_statuses.Keys));
        return null;
    }

    static DateOnly? Date(Fields fields, string name, Mistakes mistakes)
    {
        if (fields.Text(name) is not { } text)
            return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return date;
        mistakes.Add("SB9112", fields.OffsetOf(name), fields.PathOf(name), text);
        return null;
    }

    static bool Required(Fields fields, string name, Mistakes mistakes)
    {
        if (!fields.Has(name))
            mistakes.Add("SB9111", fields.Offset, fields.PathOf(name));
        return fields.Has(name);
    }

    static DateOnly OneYearAfter(DateOnly date) => date.Year < DateOnly.MaxValue.Year ? date.AddYears(1) : DateOnly.MaxValue;

    static string? Text(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
