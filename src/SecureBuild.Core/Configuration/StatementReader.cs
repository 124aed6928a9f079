using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using SecureBuild.Assessment;
using SecureBuild.Catalogues;

namespace SecureBuild.Configuration;

/// <summary>Reads one statement by a person. A statement with any mistake is not used.</summary>
/// <param name="mistakes">Where mistakes are noted.</param>
/// <param name="catalogues">Catalogues that it may be about, besides those that ship.</param>
/// <param name="months">For how long a statement counts at most.</param>
/// <param name="folder">Where a document that it refers to is looked for.</param>
sealed class StatementReader(Mistakes mistakes, ImmutableArray<AssessedCatalogue> catalogues, int months, string folder)
{
    // What a person may say; met-by-evidence belongs to the build.
    static readonly Dictionary<string, ControlStatus> s_statuses = new(StringComparer.Ordinal)
    {
        ["stated"] = ControlStatus.Stated,
        ["partly"] = ControlStatus.Partly,
        ["not-met"] = ControlStatus.NotMet,
        ["not-applicable"] = ControlStatus.NotApplicable,
    };

    IEnumerable<string> Frameworks => CatalogueLibrary.Ids.Union(catalogues.Select(static assessed => assessed.Catalogue.Id));

    public PersonStatement? Read(LocatedValue element, string path)
    {
        if (!element.Complete)
            return null; // the syntax error is reported already
        var before = mistakes.Count;
        var statement = Parse(element, path, before);
        if (statement is null && element.Kind == JsonValueKind.Object)
            mistakes.Warn("SB9119", element.Offset, path);
        return statement;
    }

    PersonStatement? Parse(LocatedValue element, string path, int before)
    {
        var fields = Fields.Of(element, ConfigurationMembers.Statement, path, mistakes);
        if (element.Kind != JsonValueKind.Object)
            return null;
        var control = Control(fields);
        var status = Status(fields);
        var by = Required(fields, "by") ? fields.Object("by", ConfigurationMembers.Person) : null;
        var name = by is not null && Required(by, "name") ? by.Text("name") : null;
        var role = by is not null && Required(by, "role") ? by.Text("role") : null;
        var date = Required(fields, "date") ? Date(fields, "date") : null;
        var expires = Date(fields, "expires");
        var reference = fields.Text("reference");
        var digest = Sha256(fields);
        var note = fields.Text("note");

        if (expires < date)
            mistakes.Add("SB9113", fields.OffsetOf("expires"), Text(expires), Text(date));
        if (status == ControlStatus.NotApplicable && !fields.Has("note"))
            mistakes.Add("SB9114", fields.OffsetOf("status"), fields.PathOf("note"));
        if (mistakes.Count > before)
            return null;
        var last = PersonStatement.Latest(date!.Value, months);
        if (expires > last)
            mistakes.Warn("SB9347", fields.OffsetOf("expires"), control, Text(expires), Text(last));
        CompareReference(control!, reference, digest, fields);
        return new(control!, status!.Value, name!, role!, date.Value, expires < last ? expires.Value : last, reference, note) { ReferenceSha256 = digest };
    }

    string? Sha256(Fields fields)
    {
        var digest = fields.Text("referenceSha256");
        if (digest is null || (digest.Length == 64 && digest.All(static c => c is (>= '0' and <= '9') or (>= 'a' and <= 'f'))))
            return digest;
        mistakes.Add("SB9334", fields.OffsetOf("referenceSha256"), digest);
        return null;
    }

    // A document may lie where this build cannot see it; where it can, it has to be the one that the person had before them.
    void CompareReference(string control, string? reference, string? digest, Fields fields)
    {
        if (digest is null || reference is null || reference.AsSpan().ContainsAny("\0*?"))
            return;
        var file = Path.GetFullPath(reference, Path.GetFullPath(folder));
        try
        {
            if (File.Exists(file) && Digest.Sha256OfFile(file) != digest)
                mistakes.Warn("SB9354", fields.OffsetOf("reference"), control, reference);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // As if it were not there.
        }
    }

    string? Control(Fields fields)
    {
        if (!Required(fields, "control") || fields.Text("control") is not { } control)
            return null;
        var offset = fields.OffsetOf("control");
        if (control.Split('/') is not [{ Length: > 0 } framework, { Length: > 0 } id])
            mistakes.Add("SB9106", offset, control);
        else if ((catalogues.FirstOrDefault(assessed => assessed.Catalogue.Id == framework)?.Catalogue ?? CatalogueLibrary.ById(framework)) is not { } catalogue)
            mistakes.Add("SB9107", offset, framework, Spelling.Hint(framework, Frameworks), string.Join(", ", Frameworks));
        else if (catalogue[id] is null)
            mistakes.Add("SB9108", offset, id, framework, Spelling.Hint(id, catalogue.Controls.Select(known => known.Id)));
        else
            return control;
        return null;
    }

    ControlStatus? Status(Fields fields)
    {
        if (!Required(fields, "status") || fields.Text("status") is not { } text)
            return null;
        if (s_statuses.TryGetValue(text, out var status))
            return status;
        if (text == "met-by-evidence")
            mistakes.Add("SB9110", fields.OffsetOf("status"));
        else
            mistakes.Add("SB9109", fields.OffsetOf("status"), text, Spelling.Hint(text, s_statuses.Keys), string.Join(", ", s_statuses.Keys));
        return null;
    }

    DateOnly? Date(Fields fields, string name)
    {
        if (fields.Text(name) is not { } text)
            return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return date;
        mistakes.Add("SB9112", fields.OffsetOf(name), fields.PathOf(name), text);
        return null;
    }

    bool Required(Fields fields, string name)
    {
        if (!fields.Has(name))
            mistakes.Add("SB9111", fields.Offset, fields.PathOf(name));
        return fields.Has(name);
    }


    static string? Text(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
