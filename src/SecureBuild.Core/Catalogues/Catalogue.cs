using System.Collections.Immutable;

namespace SecureBuild.Catalogues;

/// <summary>A framework's controls. Ids are the source's; titles and summaries are our own wording.</summary>
/// <param name="Id"><c>nist-ssdf</c>.</param>
/// <param name="Version"><c>1.1</c>.</param>
/// <param name="Title">Its name.</param>
/// <param name="Status">State of the source document: <c>final</c>, <c>optional-use</c>, <c>draft</c>, <c>superseded</c>.</param>
/// <param name="Checked">When that state was last looked up.</param>
/// <param name="Document">The source document.</param>
/// <param name="Url">Where it is published.</param>
/// <param name="Sha256">Digest of the catalogue file.</param>
/// <param name="Controls">In the source's order.</param>
public sealed record Catalogue(
    string Id, string Version, Bilingual Title, string Status, DateOnly Checked, string Document, string Url, string Sha256, ImmutableArray<Control> Controls)
{
    readonly Dictionary<string, Control> _byId = Index(Controls);

    /// <summary>What a reader has to know about it, or null.</summary>
    public Bilingual? Note { get; init; }

    /// <summary>Not one that ships with SecureBuild: a company or a contract wrote it.</summary>
    public bool IsForeign { get; init; }

    /// <summary>Whether a statement against it may be signed: not a draft and not superseded.</summary>
    public bool CanBeSigned => IsSettled(Status);

    /// <summary>The control with this id, or null.</summary>
    public Control? this[string id] => _byId.GetValueOrDefault(id);

    /// <summary>The controls directly below one.</summary>
    public IEnumerable<Control> Below(string id) => Controls.Where(control => control.Parent == id);

    /// <summary>Whether anything is directly below one.</summary>
    public bool HasBelow(string id)
    {
        foreach (var control in Controls)
        {
            if (control.Parent == id)
                return true;
        }
        return false;
    }

    /// <summary>Whether a source in this state may be signed against.</summary>
    public static bool IsSettled(string status) => status is "final" or "optional-use" or "in-force";

    static Dictionary<string, Control> Index(ImmutableArray<Control> controls)
    {
        var index = new Dictionary<string, Control>(controls.Length, StringComparer.Ordinal);
        foreach (var control in controls)
            index.TryAdd(control.Id, control);
        return index;
    }
}

/// <summary>A control, or a group of them.</summary>
/// <param name="Id"><c>PW.6.2</c>, <c>III.1.a</c>.</param>
/// <param name="Kind"><c>group</c>, <c>practice</c>, <c>task</c>, <c>section</c>, <c>field</c>, <c>item</c>, <c>rule</c>.</param>
/// <param name="Parent">Id of the control above, or null.</param>
/// <param name="Title">Short name.</param>
/// <param name="Summary">What it asks, in our words.</param>
/// <param name="Ssdf">SSDF tasks it maps to.</param>
/// <param name="Automation">What a build can show of it; null where there is nothing to assess (groups, rules of a form).</param>
/// <param name="Evidence">Facts that bear on it.</param>
/// <param name="Confidence">How sure the entry is (<c>confirmed</c>, <c>secondary</c> …).</param>
public sealed record Control(
    string Id, string Kind, string? Parent, Bilingual Title, Bilingual Summary, ImmutableArray<string> Ssdf, Automation? Automation,
    ImmutableArray<string> Evidence, string Confidence)
{
    /// <summary>The id is not the source's. Whoever shows it has to say so.</summary>
    public bool HasOwnId { get; init; }
}

/// <summary>What a build can show of a control.</summary>
public enum Automation
{
    /// <summary>Nothing: only a person can state it.</summary>
    Human,
    /// <summary>A part; a person has to state the rest.</summary>
    Mixed,
    /// <summary>All of it.</summary>
    Auto,
}

/// <summary>What a fact is about.</summary>
/// <param name="Id"><c>compiler.deterministic</c>.</param>
/// <param name="Title">Its name.</param>
/// <param name="Shows">What it shows.</param>
/// <param name="DoesNotShow">What it does not show.</param>
/// <param name="Trust">How far it can be believed at best.</param>
/// <param name="Ssdf">SSDF tasks it bears on.</param>
public sealed record FactDefinition(
    string Id, Bilingual Title, Bilingual Shows, Bilingual DoesNotShow, Evidence.TrustClass Trust, ImmutableArray<string> Ssdf);
