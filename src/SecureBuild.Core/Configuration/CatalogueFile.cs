using System.Globalization;
using System.Text.Json;
using SecureBuild.Assessment;
using SecureBuild.Catalogues;

namespace SecureBuild.Configuration;

/// <summary>A catalogue of a company or a contract: the shape of those that ship (<c>catalogue.schema.json</c>), every mistake told with its place.</summary>
sealed class CatalogueFile
{
    readonly LocatedFile _file;
    readonly Dictionary<string, (string? Parent, int Offset)> _controls = new(StringComparer.Ordinal);
    readonly List<(string Parent, int Offset, string Path)> _parents = [];

    CatalogueFile(LocatedFile file) => _file = file;

    /// <summary>The catalogue; null where anything in it is wrong: half a list of requirements would be another list.</summary>
    public static Catalogue? Read(LocatedFile file)
    {
        if (file.Root is null)
            return null;
        new CatalogueFile(file).Check();
        return file.Mistakes.HasErrors ? null : CatalogueReader.Catalogue(file.Bytes) with { IsForeign = true };
    }

    void Check()
    {
        var root = Fields.Of(_file.Root, CatalogueMembers.Catalogue, "", _file.Mistakes);
        if (_file.Has(root, "framework") && root.Object("framework", CatalogueMembers.Framework) is { } framework)
            Framework(framework);
        if (_file.Has(root, "controls"))
        {
            foreach (var (element, path) in root.Elements("controls"))
                Control(Fields.Of(element, CatalogueMembers.Control, path, _file.Mistakes));
            if (_controls.Count == 0 && !_file.Mistakes.HasErrors)
                _file.Mistakes.Add("SB9335", root.OffsetOf("controls"), "controls[0]");
        }
        Parents();
    }

    void Framework(Fields fields)
    {
        if (_file.Required(fields, "id") is { } id && !id.All(static c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-' or '.'))
            _file.Mistakes.Add("SB9334", fields.OffsetOf("id"), id);
        _file.Required(fields, "version");
        _file.BothLanguages(fields, "title");
        if (_file.Has(fields, "status"))
            _file.OneOf(fields, "status", "final", "in-force", "optional-use", "draft", "superseded");
        if (_file.Required(fields, "checked") is { } day && !DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            _file.Mistakes.Add("SB9112", fields.OffsetOf("checked"), fields.PathOf("checked"), day);
        if (_file.Has(fields, "source") && fields.Object("source", CatalogueMembers.Source) is { } source)
        {
            _file.Required(source, "document");
            _file.Required(source, "url");
            source.Text("checkedAgainst");
        }
        _file.OneOf(fields, "ids", "source", "own");
        if (fields.Has("note"))
            _file.BothLanguages(fields, "note");
    }

    void Control(Fields fields)
    {
        var parent = fields.Text("parent");
        if (_file.Required(fields, "id") is { } id)
        {
            if (id.Contains('/', StringComparison.Ordinal))
                _file.Mistakes.Add("SB9334", fields.OffsetOf("id"), id);
            else if (!_controls.TryAdd(id, (parent, fields.OffsetOf("id"))))
                _file.Mistakes.Add("SB9337", fields.OffsetOf("id"), id);
        }
        if (parent is not null)
            _parents.Add((parent, fields.OffsetOf("parent"), fields.PathOf("parent")));
        _file.Required(fields, "kind");
        _file.BothLanguages(fields, "title");
        _file.BothLanguages(fields, "summary");
        _file.OneOf(fields, "automation", "auto", "mixed", "human");
        _file.OneOf(fields, "confidence", "confirmed", "secondary", "draft-secondary", "own-decomposition", "memory");
        if (fields.Any("ownId") is { Kind: not (JsonValueKind.True or JsonValueKind.False) } flag)
            _file.Mistakes.Add("SB9102", flag.Offset, fields.PathOf("ownId"), Messages.Text("JsonBoolean"), Fields.KindText(flag.Kind));
        var ssdf = CatalogueLibrary.ById(FrameworkAssessment.Ssdf)!;
        foreach (var (task, offset, path) in _file.Texts(fields, "ssdf"))
            if (ssdf[task] is not { Kind: "task" })
                _file.Unknown(offset, path, task, ssdf.Controls.Where(static control => control.Kind == "task").Select(static control => control.Id));
        foreach (var (fact, offset, path) in _file.Texts(fields, "evidence"))
            if (!CatalogueLibrary.Facts.ContainsKey(fact))
                _file.Unknown(offset, path, fact, CatalogueLibrary.Facts.Keys);
    }

    void Parents()
    {
        foreach (var (parent, offset, path) in _parents)
            if (!_controls.ContainsKey(parent))
                _file.Unknown(offset, path, parent, _controls.Keys);
        foreach (var (id, (_, offset)) in _controls)
            if (IsItsOwnAncestor(id))
                _file.Mistakes.Add("SB9349", offset, id);
    }

    bool IsItsOwnAncestor(string id)
    {
        var steps = 0;
        for (var above = _controls[id].Parent; above is not null && steps++ <= _controls.Count; above = _controls.TryGetValue(above, out var next) ? next.Parent : null)
            if (above == id)
                return true;
        return false;
    }
}
