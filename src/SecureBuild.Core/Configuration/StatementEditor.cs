using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using SecureBuild.Assessment;

namespace SecureBuild.Configuration;

/// <summary>
/// Puts a statement into the text of a securebuild.json and leaves everything else as people wrote it: comments, order, indentation, line endings.
/// </summary>
public static class StatementEditor
{
    const string Member = "statements";

    /// <summary>The text with the statement in it, in the place of an earlier one about the same control; null where the text is not an object in JSON with a list of statements.</summary>
    public static string? Put(string text, PersonStatement statement)
    {
        if (string.IsNullOrWhiteSpace(text))
            text = "{}\n";
        var json = LocatedJson.Parse(Encoding.UTF8.GetBytes(text));
        if (json.BrokenAt is not null || json.Root is not { Kind: JsonValueKind.Object } root)
            return null;
        var line = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        if (root.Members.FirstOrDefault(static member => member.Name == Member)?.Value is not { } list)
            return WithList(text, root, statement, line);
        if (list.Kind != JsonValueKind.Array)
            return null;
        if (list.Elements.FirstOrDefault(element => ControlOf(element) == statement.Control) is { } same)
            return text[..same.Offset] + Json(statement, IndentAt(text, same.Offset), line) + text[same.End..];
        if (list.Elements is [.., var last])
        {
            var indent = IndentAt(text, last.Offset);
            return text[..last.End] + "," + line + indent + Json(statement, indent, line) + text[last.End..];
        }
        var outer = IndentAt(text, list.Offset);
        var rest = text[(list.Offset + 1)..];
        // What stands in the empty list, mostly a commented example, keeps its place below.
        var closing = text[list.Offset..list.End].Contains('\n', StringComparison.Ordinal) ? "" : line + outer;
        return text[..(list.Offset + 1)] + line + outer + "  " + Json(statement, outer + "  ", line) + closing + (closing.Length > 0 ? rest.TrimStart(' ') : rest);
    }

    static string WithList(string text, LocatedValue root, PersonStatement statement, string line)
    {
        var indent = root.Members is [var first, ..] ? IndentAt(text, first.Offset) : "  ";
        var list = $"{line}{indent}\"{Member}\": [{line}{indent}  {Json(statement, indent + "  ", line)}{line}{indent}]";
        if (root.Members is [.., var last])
            return text[..last.Value.End] + "," + list + text[last.Value.End..];
        var rest = text[(root.Offset + 1)..].TrimStart(' ');
        return text[..(root.Offset + 1)] + list + (rest.StartsWith(line, StringComparison.Ordinal) ? "" : line) + rest;
    }

    static string? ControlOf(LocatedValue element) =>
        element.Members.FirstOrDefault(static member => member.Name == "control")?.Value is { Kind: JsonValueKind.String } control ? control.Text.Trim() : null;

    // White space before the first character of the line in which something stands.
    static string IndentAt(string text, int offset)
    {
        var start = text.LastIndexOf('\n', Math.Max(0, offset - 1)) + 1;
        var end = start;
        while (end < offset && text[end] is ' ' or '\t')
            end++;
        return text[start..end];
    }

    static string Json(PersonStatement statement, string indent, string line)
    {
        var members = new List<string>
        {
            Text("control", statement.Control),
            Text("status", EnumNames.Of(statement.Status)),
            $"\"by\": {{ {Text("name", statement.Name)}, {Text("role", statement.Role)} }}",
            Text("date", Day(statement.Date)),
            Text("expires", Day(statement.Expires)),
        };
        Add("reference", statement.Reference);
        Add("referenceSha256", statement.ReferenceSha256);
        Add("note", statement.Note);
        return $"{{{line}{indent}  {string.Join($",{line}{indent}  ", members)}{line}{indent}}}";

        void Add(string name, string? value)
        {
            if (value is not null)
                members.Add(Text(name, value));
        }
    }

    static string Text(string name, string value) => $"\"{name}\": \"{JsonEncodedText.Encode(value, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";

    static string Day(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
