using System.Collections.Immutable;
using SecureBuild.Sbom;

namespace SecureBuild.Licences;

/// <summary>
/// The licence that a package's authors declare, as they declare it, and the one that can be concluded from what the package itself holds. Nobody
/// judged here whether it is the right one.
/// </summary>
/// <param name="Choices">The declared entry and, where there is a ground for it, the concluded one.</param>
/// <param name="Source">Where the declaration was read: <c>nuspec-expression</c>, <c>nuspec-file</c>, <c>nuspec-url</c>; or why there is none: <c>unknown:…</c>.</param>
/// <param name="Ground">What the conclusion rests on: <c>expression</c>, <c>text</c>, <c>expression-and-text</c>; or why there is none: <c>unknown:…</c>.</param>
sealed record DeclaredLicence(ImmutableArray<LicenseChoice> Choices, string Source, string Ground)
{
    /// <summary>Nothing declared, or nobody to ask.</summary>
    public bool IsUnknown => Choices.IsEmpty;

    /// <summary>The licence of a package.</summary>
    /// <param name="nuspec">What it says of itself; null where there was no nuspec to read.</param>
    /// <param name="file">Reads a file of the package.</param>
    /// <param name="files">Paths of its files, relative to its folder.</param>
    public static DeclaredLicence Of(Nuspec? nuspec, Func<string, LicenceFile?> file, ImmutableArray<string> files)
    {
        if (nuspec is null)
            return Unknown("no-package-metadata");
        if (nuspec.LicenceExpression is { } expression)
            return OfExpression(expression, () => TextBeside(files) is { } beside ? file(beside) : null);
        if (nuspec.LicenceFile is { } named)
            return OfFile(named.Replace('\\', '/'), file(named.Replace('\\', '/')));
        if (PublicAddress.Of(nuspec.LicenceUrl) is { } url)
            return OfAddress(url);
        return TextBeside(files) is { } unnamed && file(unnamed) is { } text ? OfFile(unnamed, text) with { Source = "package-file" } : Unknown("none-declared");
    }

    /// <summary>The licence that the product's own people stated.</summary>
    public static DeclaredLicence Stated(string? expression) =>
        expression is { Length: > 0 } ? OfExpression(expression, static () => null) with { Source = "project" } : Unknown("none-declared");

    /// <summary>No licence is known.</summary>
    public static DeclaredLicence Unknown(string why) => new([], "unknown:" + why, "unknown:" + why);

    static DeclaredLicence OfExpression(string text, Func<LicenceFile?> beside)
    {
        if (LicenceExpression.Parse(text) is not { } expression)
            return new([new(Name: text) { Acknowledgement = "declared" }], "nuspec-expression", "unknown:not-an-expression");
        // The text that lies in the package is a second witness; a text of another licence leaves the question open.
        var (declared, ground) = (expression.ToString(), beside()?.Id switch
        {
            null => "expression",
            { } id when expression.Terms.Any(term => SameText(term, id)) => "expression-and-text",
            { } id => "unknown:text-is-" + id,
        });
        return ground.StartsWith("unknown:", StringComparison.Ordinal)
            ? new([Choice(declared, "declared")], "nuspec-expression", ground)
            : new([Choice(declared, "declared"), Choice(declared, "concluded")], "nuspec-expression", ground);
    }

    static DeclaredLicence OfFile(string name, LicenceFile? file) => file switch
    {
        null => new([new(Name: name) { Acknowledgement = "declared" }], "nuspec-file", "unknown:text-not-readable"),
        { Id: { } id } => new([Choice(id, "declared"), Choice(id, "concluded")], "nuspec-file", "text"),
        _ => new([new(Name: file.Reference) { Acknowledgement = "declared", Text = file.Text }], "nuspec-file", "unknown:text-not-identified"),
    };

    static DeclaredLicence OfAddress(string url) => LicenceAddresses.Licence(url) switch
    {
        null => new([new(Name: url) { Acknowledgement = "declared", Url = url }], "nuspec-url", "unknown:address-only"),
        LicenceTerm { IsListed: true, Exception: null } term when !term.Id.EndsWith('+') => new([new(Id: term.Id) { Acknowledgement = "declared", Url = url }], "nuspec-url", "unknown:address-only"),
        LicenceTerm { IsListed: false } term => new([new(Name: term.Id) { Acknowledgement = "declared", Url = url }], "nuspec-url", "unknown:address-only"),
        var expression => new([Choice(expression.ToString(), "declared")], "nuspec-url", "unknown:address-only"),
    };

    static LicenseChoice Choice(string expression, string acknowledgement) => new(Expression: expression) { Acknowledgement = acknowledgement };

    // GPL-2.0-only, GPL-2.0-or-later and GPL-2.0-only WITH an exception have one text.
    static bool SameText(LicenceTerm term, string id) => Family(term.Id) == Family(id);

    static string Family(string id) => id.Replace("-or-later", "-only", StringComparison.Ordinal).TrimEnd('+');

    static string? TextBeside(ImmutableArray<string> files)
    {
        foreach (var file in files)
            if (!file.Contains('/', StringComparison.Ordinal) && Path.GetFileNameWithoutExtension(file).ToUpperInvariant() is "LICENSE" or "LICENCE" or "COPYING" or "UNLICENSE"
                && Path.GetExtension(file).ToUpperInvariant() is "" or ".TXT" or ".MD")
                return file;
        return null;
    }
}
