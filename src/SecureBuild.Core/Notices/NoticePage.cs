using System.Collections.Immutable;
using SecureBuild.Rendering;

namespace SecureBuild.Notices;

/// <summary>What stands in the document, in which order, whatever it looks like.</summary>
static class NoticePage
{
    const int MostFiles = 20;

    /// <summary>Writes the notices.</summary>
    public static void Write(ThirdPartyNotices notices, Labels labels, NoticeWriter writer)
    {
        writer.Title(labels["Notices_Title"]);
        if (notices.Product is { } product)
            writer.Paragraph($"{labels["Notices_Product"]}: {product}");
        if (notices.SerialNumber is { } serial)
            writer.Paragraph($"{labels["Notices_Bom"]}: {Printable.Of(serial)}");
        writer.Paragraph(labels.Of("Notices_About", notices.Components.Length));
        writer.Paragraph(labels["Notices_AboutTexts"]);
        if (notices.External > 0)
            writer.Paragraph(labels.Of("Notices_External", notices.External));
        if (!notices.UnexplainedFiles.IsEmpty)
            writer.Paragraph(labels.Of("Notices_Files", notices.UnexplainedFiles.Length,
                string.Join(", ", notices.UnexplainedFiles.Take(MostFiles).Select(Printable.Of)) + (notices.UnexplainedFiles.Length > MostFiles ? " …" : "")));
        if (!notices.Components.IsEmpty)
            writer.Heading(labels["Notices_Components"]);
        foreach (var component in notices.Components)
            Component(component, labels, writer);
        Texts(notices.Licences, "Notices_LicenceTexts", labels, writer);
        Texts(notices.Notices, "Notices_Notices", labels, writer);
        writer.End();
    }

    static void Component(NoticeComponent component, Labels labels, NoticeWriter writer)
    {
        writer.Entry(component.Title);
        writer.Field(labels["Notices_Copyright"], component.Copyright ?? labels["Notices_Unknown"]);
        if (component.Address is { } address)
            writer.Field(labels["Notices_Project"], Printable.Of(address));
        if (component.Purl is { } purl)
            writer.Field(labels["Notices_Package"], Printable.Of(purl));
        foreach (var (name, licences) in new[] { ("Notices_Declared", component.Declared), ("Notices_Concluded", component.Concluded), ("Notices_Unsaid", component.Unsaid) })
            foreach (var licence in licences)
                writer.Field(labels[name], licence);
        if (component is { Declared.IsEmpty: true, Concluded.IsEmpty: true, Unsaid.IsEmpty: true })
            writer.Field(labels["Notices_Licence"], labels["Notices_Unknown"]);
        foreach (var file in component.Files)
            writer.Field(labels[file.IsNotice ? "Notices_Notice" : "Notices_Text"], File(file, labels));
        if (component.Files.All(file => file.IsNotice) || !component.Links.IsEmpty)
            writer.Field(labels["Notices_Text"], component switch
            {
                { Files: var files } when files.Any(file => !file.IsNotice) => labels["Notices_NotAll"],
                { IsFolderRead: true } => labels["Notices_NotInPackage"],
                _ => labels["Notices_NotInBom"],
            });
        foreach (var link in component.Links)
            writer.Field(Printable.Of(link.Licence), link.Address is { } place ? Printable.Of(place) : labels["Notices_Unknown"]);
    }

    static string File(NoticeFile file, Labels labels)
    {
        var place = file.Path is null ? labels["Notices_InBom"] : $"{Printable.Of(file.Path)}, SHA-256 {file.Sha256}";
        return file.Label is { } label ? $"[{label}] {place}" : labels.Of("Notices_NotRepeated", place);
    }

    static void Texts(ImmutableArray<NoticeText> texts, string heading, Labels labels, NoticeWriter writer)
    {
        if (texts.IsEmpty)
            return;
        writer.Heading(labels[heading]);
        foreach (var text in texts)
        {
            writer.Entry($"[{text.Label}] {(text.Licence is { } licence ? Printable.Of(licence) : heading == "Notices_LicenceTexts" ? labels["Notices_Unidentified"] : "")}".TrimEnd(), text.Label);
            foreach (var use in text.Uses)
                writer.Field(labels["Notices_Of"], use);
            writer.Verbatim(text.Text);
        }
    }
}
