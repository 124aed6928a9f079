using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using SecureBuild.Vulnerabilities;

namespace SecureBuild.Configuration;

/// <summary>Reads what persons say of vulnerabilities. A waiver with any mistake is not used: half of it could reach further than was meant.</summary>
static class WaiverReader
{
    /// <summary><c>waivers</c>.</summary>
    public static ImmutableArray<Waiver> Waivers(Fields file, Mistakes mistakes)
    {
        var waivers = ImmutableArray.CreateBuilder<Waiver>();
        foreach (var (element, path) in file.Elements("waivers"))
        {
            if (!element.Complete)
                continue; // the syntax error is reported already
            var before = mistakes.Count;
            var waiver = Parse(element, path, mistakes, before);
            if (waiver is not null)
                waivers.Add(waiver);
            else if (element.Kind == JsonValueKind.Object)
                mistakes.Warn("SB9271", element.Offset, path);
        }
        return waivers.ToImmutable();
    }

    /// <summary><c>advisories</c>.</summary>
    public static AdvisorySettings? Advisories(Fields file) =>
        file.Object("advisories", ConfigurationMembers.Advisories) is { } fields ? new(fields.Text("path"), fields.WholeNumber("maxAgeDays")) : null;

    static Waiver? Parse(LocatedValue element, string path, Mistakes mistakes, int before)
    {
        var fields = Fields.Of(element, ConfigurationMembers.Waiver, path, mistakes);
        if (element.Kind != JsonValueKind.Object)
            return null;
        var advisory = Required(fields, "advisory", mistakes) ? fields.Text("advisory") : null;
        var (package, project) = (fields.Text("package"), fields.Text("project"));
        var versions = Versions(fields, mistakes);
        var status = Status(fields, mistakes);
        var justification = Justification(fields, mistakes);
        var action = fields.Text("action");
        var owner = Required(fields, "owner", mistakes) ? fields.Object("owner", ConfigurationMembers.Person) : null;
        var name = owner is not null && Required(owner, "name", mistakes) ? owner.Text("name") : null;
        var role = owner is not null && Required(owner, "role", mistakes) ? owner.Text("role") : null;
        var reason = Required(fields, "reason", mistakes) ? fields.Text("reason") : null;
        var date = Required(fields, "date", mistakes) ? Date(fields, "date", mistakes) : null;
        var expires = Required(fields, "expires", mistakes) ? Date(fields, "expires", mistakes) : null;

        if (expires < date)
            mistakes.Add("SB9113", fields.OffsetOf("expires"), Text(expires), Text(date));
        if (status == VexStatus.NotAffected && !fields.Has("justification"))
            mistakes.Add("SB9274", fields.OffsetOf("status"), "not_affected", fields.PathOf("justification"));
        if (status == VexStatus.Affected && !fields.Has("action"))
            mistakes.Add("SB9274", fields.OffsetOf("status"), "affected", fields.PathOf("action"));
        if (status is not (null or VexStatus.NotAffected) && fields.Has("justification"))
            mistakes.Add("SB9270", fields.OffsetOf("justification"), fields.PathOf("justification"), "not_affected");
        if (status is not (null or VexStatus.Affected) && fields.Has("action"))
            mistakes.Add("SB9270", fields.OffsetOf("action"), fields.PathOf("action"), "affected");
        if (mistakes.Count > before || advisory is null || name is null || role is null || reason is null || status is null || date is null || expires is null)
            return null;
        var (line, column) = mistakes.Place(element.Offset);
        return new(advisory, package, versions, project, status.Value, justification, action, name, role, reason, date.Value, expires.Value, line, column);
    }

    static string? Versions(Fields fields, Mistakes mistakes)
    {
        if (fields.Text("versions") is not { } text || VersionInterval.Parse(text) is not null)
            return fields.Text("versions");
        mistakes.Add("SB9276", fields.OffsetOf("versions"), fields.PathOf("versions"), text);
        return null;
    }

    static VexStatus? Status(Fields fields, Mistakes mistakes)
    {
        if (!Required(fields, "status", mistakes) || fields.Text("status") is not { } text)
            return null;
        if (VexWords.Status(text) is { } status)
            return status;
        mistakes.Add("SB9272", fields.OffsetOf("status"), text, Spelling.Hint(text, VexWords.Statuses), string.Join(", ", VexWords.Statuses));
        return null;
    }

    static string? Justification(Fields fields, Mistakes mistakes)
    {
        if (fields.Text("justification") is not { } text || VexWords.IsJustification(text))
            return fields.Text("justification");
        mistakes.Add("SB9273", fields.OffsetOf("justification"), text, Spelling.Hint(text, VexWords.Justifications), string.Join(", ", VexWords.Justifications));
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

    static string? Text(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
