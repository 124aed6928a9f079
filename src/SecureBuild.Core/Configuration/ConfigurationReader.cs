using System.Collections.Immutable;
using System.Text.Json;
using SecureBuild.Assessment;

namespace SecureBuild.Configuration;

/// <summary>Turns located JSON into <see cref="ProjectConfiguration"/>, noting every mistake on the way.</summary>
/// <param name="mistakes">Where mistakes are noted.</param>
/// <param name="folder">The file's folder: what it names lies there.</param>
sealed class ConfigurationReader(Mistakes mistakes, string folder)
{
    /// <summary>Mistakes in files that it names.</summary>
    public ImmutableArray<Problem> FurtherProblems { get; private set; } = [];

    public ProjectConfiguration Read(LocatedValue? root, string sha256)
    {
        var file = Fields.Of(root, ConfigurationMembers.Root, "", mistakes);
        file.Text("$schema");
        var chosen = new ChosenCatalogues(mistakes, folder);
        var catalogues = chosen.Read(file);
        FurtherProblems = chosen.Problems;
        var months = file.Number("statementMonths", 1, PersonStatement.LongestMonths, "SB9348") ?? PersonStatement.LongestMonths;
        return new(Product(file), Supplier(file), ContactsOf(file), Statements(file, catalogues, months), sha256)
        {
            Catalogues = catalogues,
            CatalogueFiles = chosen.Files,
            StatementMonths = months,
            Licences = PolicyReader.Policy(file, mistakes),
            Suppliers = PolicyReader.Suppliers(file, mistakes),
            Advisories = WaiverReader.Advisories(file),
            Waivers = WaiverReader.Waivers(file, mistakes),
        };
    }

    static ProductInformation? Product(Fields file)
    {
        if (file.Object("product", ConfigurationMembers.Product) is not { } product)
            return null;
        return new(product.Text("name"), product.Text("version"), product.Text("description"));
    }

    static SupplierInformation? Supplier(Fields file)
    {
        if (file.Object("supplier", ConfigurationMembers.Supplier) is not { } supplier)
            return null;
        return new(supplier.BothLanguages("name"), supplier.Url("url"), supplier.Country("country"), ContactOf(supplier, "contact"));
    }

    static Contacts? ContactsOf(Fields file)
    {
        if (file.Object("contacts", ConfigurationMembers.Contacts) is not { } contacts)
            return null;
        return new(ContactOf(contacts, "security"), ContactOf(contacts, "support"), contacts.Url("disclosurePolicy"));
    }

    static Contact? ContactOf(Fields parent, string name)
    {
        if (parent.Object(name, ConfigurationMembers.Contact) is not { } fields)
            return null;
        var contact = new Contact(fields.Text("name"), fields.Email("email"), fields.Text("phone"), fields.Url("url"));
        return contact is { Name: null, Email: null, Phone: null, Url: null } ? null : contact;
    }

    ImmutableArray<PersonStatement> Statements(Fields file, ImmutableArray<AssessedCatalogue> catalogues, int months)
    {
        var statements = ImmutableArray.CreateBuilder<PersonStatement>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var reader = new StatementReader(mistakes, catalogues, months, folder);
        foreach (var (element, path) in file.Elements("statements"))
        {
            if (reader.Read(element, path) is not { } statement)
                continue;
            if (seen.Add(statement.Control))
                statements.Add(statement);
            else
                mistakes.Add("SB9115", element.Offset, statement.Control);
        }
        return statements.ToImmutable();
    }
}
