using System.Text.Json;
using SecureBuild.Assessment;
using SecureBuild.Catalogues;

namespace SecureBuild.Configuration;

/// <summary>
/// Status rules that a team wrote (<c>rules.schema.json</c>): those of its own catalogue, or those by which it is stricter than the rules of one. Stricter rules are
/// asked beside the others and the worse answer counts, so that none can make a status better; whoever tries is told.
/// </summary>
sealed class RuleFileReader
{
    readonly LocatedFile _file;
    readonly Catalogue _catalogue;
    readonly RuleFile? _base;
    readonly Dictionary<string, LocatedValue> _rules = new(StringComparer.Ordinal);

    RuleFileReader(LocatedFile file, Catalogue catalogue, RuleFile? stricterThan) => (_file, _catalogue, _base) = (file, catalogue, stricterThan);

    /// <summary>Which catalogue a rule file is about; null, with the reason told, where it does not say.</summary>
    public static string? Framework(LocatedFile file) =>
        file.Root is null ? null : file.Required(Fields.Of(file.Root, CatalogueMembers.Rules, "", new Mistakes("", "")), "framework");

    /// <summary>The rules; null where anything in the file is wrong.</summary>
    /// <param name="file">The file.</param>
    /// <param name="catalogue">The catalogue that it is about.</param>
    /// <param name="stricterThan">The rules that it adds to; null where these are the catalogue's own.</param>
    public static RuleFile? Read(LocatedFile file, Catalogue catalogue, RuleFile? stricterThan)
    {
        if (file.Root is null)
            return null;
        new RuleFileReader(file, catalogue, stricterThan).Check();
        return file.Mistakes.HasErrors ? null : RuleFile.Read(catalogue, file.Bytes) with { Text = file.Text };
    }

    void Check()
    {
        var root = Fields.Of(_file.Root, CatalogueMembers.Rules, "", _file.Mistakes);
        var about = (_file.Required(root, "framework"), _file.Required(root, "version"));
        if (about is (not null, not null) && about != (_catalogue.Id, _catalogue.Version))
            _file.Mistakes.Add("SB9346", root.OffsetOf("framework"), $"{about.Item1} {about.Item2}", $"{_catalogue.Id} {_catalogue.Version}");
        if (_file.OneOf(root, "mapping", "worst", "fallback") is not null && _base is not null)
            _file.Mistakes.Add("SB9341", root.OffsetOf("mapping"), "mapping");
        if (_file.Has(root, "rules") && Map(root, "rules") is { } rules)
            foreach (var rule in rules.Members)
                Rule(rule);
        if (_file.Has(root, "controls") && Map(root, "controls") is { } controls)
            foreach (var control in controls.Members)
                Control(control);
    }

    // An object whose members have names of their own.
    LocatedValue? Map(Fields fields, string name)
    {
        var map = fields.Any(name)!;
        if (map.Kind != JsonValueKind.Object)
        {
            _file.Mistakes.Add("SB9102", map.Offset, name, Messages.Text("JsonObject"), Fields.KindText(map.Kind));
            return null;
        }
        foreach (var twice in map.Members.GroupBy(static member => member.Name, StringComparer.Ordinal).SelectMany(static group => group.Skip(1)))
            _file.Mistakes.Add("SB9104", twice.Offset, $"{name}.{twice.Name}");
        return map;
    }

    void Rule(LocatedMember member)
    {
        _rules.TryAdd(member.Name, member.Value);
        var path = $"rules.{member.Name}";
        var fields = Fields.Of(member.Value, CatalogueMembers.Rule, path, _file.Mistakes);
        if (_file.Required(fields, "fact") is { } fact && !CatalogueLibrary.Facts.ContainsKey(fact))
            _file.Unknown(fields.OffsetOf("fact"), $"{path}.fact", fact, CatalogueLibrary.Facts.Keys);
        _file.OneOf(fields, "notApplicable", "skip");
        _file.BothLanguages(fields, "shows");
        _file.BothLanguages(fields, "fails");
        if (!_file.Has(fields, "when"))
            return;
        var conditions = 0;
        foreach (var (element, place) in fields.Elements("when"))
        {
            conditions++;
            Condition(element, place);
        }
        if (conditions == 0)
            _file.Mistakes.Add("SB9335", fields.OffsetOf("when"), $"{path}.when[0]");
        if (Shipped(member.Name) is { } shipped && !_file.Mistakes.HasErrors && !RuleStrictness.IsAtLeast(member.Value, shipped))
            _file.Mistakes.Add("SB9341", member.Offset, member.Name);
    }

    void Condition(LocatedValue element, string path)
    {
        var fields = Fields.Of(element, CatalogueMembers.Condition, path, _file.Mistakes);
        if (element.Kind != JsonValueKind.Object)
            return;
        if (_file.Has(fields, "path") && fields.Any("path")!.Kind != JsonValueKind.String)
            fields.Text("path"); // tells what is wrong; an empty path is the value itself
        string[] operators = [.. CatalogueMembers.Of[CatalogueMembers.Condition].Skip(1).Where(fields.Has)];
        if (operators is not [var one])
        {
            _file.Mistakes.Add("SB9345", element.Offset, path);
            return;
        }
        var operand = fields.Any(one)!;
        var fits = one switch
        {
            "exists" => operand.Kind is JsonValueKind.True or JsonValueKind.False,
            "atLeast" or "atMost" => operand.Kind is JsonValueKind.Number || (operand.Kind is JsonValueKind.String && Version.TryParse(operand.Text, out _)),
            _ => operand.Kind is not (JsonValueKind.Null or JsonValueKind.Undefined),
        };
        if (!fits)
            _file.Mistakes.Add("SB9345", operand.Offset, path);
    }

    void Control(LocatedMember member)
    {
        var path = $"controls.{member.Name}";
        var control = _catalogue[member.Name];
        if (control is null)
            _file.Unknown(member.Offset, path, member.Name, _catalogue.Controls.Select(static known => known.Id));
        else if (control.Automation is null or Automation.Human)
            _file.Mistakes.Add("SB9340", member.Offset, member.Name);
        if (member.Value.Kind != JsonValueKind.Array)
        {
            _file.Mistakes.Add("SB9102", member.Value.Offset, path, Messages.Text("JsonArray"), Fields.KindText(member.Value.Kind));
            return;
        }
        if (member.Value.Elements.IsEmpty)
            _file.Mistakes.Add(_base is null ? "SB9335" : "SB9343", member.Value.Offset, _base is null ? path + "[0]" : member.Name);
        for (var i = 0; i < member.Value.Elements.Length; i++)
            Use(Fields.Of(member.Value.Elements[i], CatalogueMembers.Use, $"{path}[{i}]", _file.Mistakes), member.Name);
    }

    void Use(Fields fields, string control)
    {
        var decisive = fields.Any("decisive");
        if (decisive is { Kind: not JsonValueKind.True })
            _file.Mistakes.Add(_base is null ? "SB9336" : "SB9342", decisive.Offset, _base is null ? [fields.PathOf("decisive"), decisive.Text, "", "true"] : [fields.PathOf("decisive"), control]);
        if (_file.Required(fields, "rule") is not { } name)
            return;
        var before = _base?[control].FirstOrDefault(rule => rule.Name == name);
        if (!_rules.ContainsKey(name))
            _file.Unknown(fields.OffsetOf("rule"), fields.PathOf("rule"), name, _rules.Keys);
        else if (before is { Decisive: true } && decisive is null)
            _file.Mistakes.Add("SB9342", fields.OffsetOf("rule"), fields.PathOf("rule"), control);
    }

    StatusRule? Shipped(string name) => _base?.Controls.Values.SelectMany(static rules => rules).FirstOrDefault(rule => rule.Name == name);
}
