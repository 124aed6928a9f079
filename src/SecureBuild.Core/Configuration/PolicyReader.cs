using System.Collections.Immutable;
using System.Text.Json;
using SecureBuild.Licences;
using SecureBuild.Suppliers;

namespace SecureBuild.Configuration;

/// <summary>Reads what a team says about packages: licences it takes, suppliers it knows.</summary>
static class PolicyReader
{
    /// <summary><c>licences</c>. An entry that is no expression is left out and told.</summary>
    public static LicencePolicy? Policy(Fields file, Mistakes mistakes)
    {
        if (file.Object("licences", ConfigurationMembers.Licences) is not { } lists)
            return null;
        var (deny, review, allow) = (List(lists, "deny", mistakes), List(lists, "review", mistakes), List(lists, "allow", mistakes));
        foreach (var (licence, offset) in review.Concat(allow))
            if (deny.Any(denied => denied.Licence == licence))
                mistakes.Add("SB9121", offset, licence);
        var policy = new LicencePolicy(Names(allow), Names(review), Names(deny));
        return policy.IsEmpty ? null : policy;
    }

    /// <summary><c>suppliers</c>.</summary>
    public static ImmutableArray<RegisteredSupplier> Suppliers(Fields file, Mistakes mistakes)
    {
        var suppliers = ImmutableArray.CreateBuilder<RegisteredSupplier>();
        foreach (var (element, path) in file.Elements("suppliers"))
        {
            var fields = Fields.Of(element, ConfigurationMembers.RegisteredSupplier, path, mistakes);
            var packages = fields.Elements("packages").Select(package => package.Value).Where(package => package.Kind == JsonValueKind.String && !string.IsNullOrWhiteSpace(package.Text)).Select(package => package.Text!.Trim());
            if (fields.Text("name") is { } name)
                suppliers.Add(new([.. packages], new(name, fields.Url("url"), fields.Email("email"))));
            else if (element.Kind == JsonValueKind.Object && !fields.Has("name"))
                mistakes.Add("SB9122", fields.Offset, fields.PathOf("name"));
        }
        return suppliers.ToImmutable();
    }

    static List<(string Licence, int Offset)> List(Fields lists, string name, Mistakes mistakes)
    {
        var licences = new List<(string, int)>();
        foreach (var (element, path) in lists.Elements(name))
        {
            var text = element.Kind == JsonValueKind.String ? element.Text?.Trim() : null;
            if (text == LicencePolicy.Unknown)
                licences.Add((text, element.Offset));
            else if (LicenceExpression.Parse(text) is { } expression)
                licences.Add((expression.ToString(), element.Offset));
            else
                mistakes.Add("SB9120", element.Offset, path, text ?? "", Spelling.Hint(text ?? "", SpdxList.Ids));
        }
        return licences;
    }

    static ImmutableArray<string> Names(List<(string Licence, int Offset)> licences) => [.. licences.Select(licence => licence.Licence)];
}
