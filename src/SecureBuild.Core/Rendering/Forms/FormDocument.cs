using System.Collections.Immutable;
using SecureBuild.Submission;

namespace SecureBuild.Rendering.Forms;

/// <summary>The forms as documents of a submission: each form once for each language of the profile, where the builds were held against its catalogue.</summary>
static class FormDocument
{
    static readonly string[] s_languages = ["en", "ja"];

    public static ImmutableArray<SubmissionDocument> All { get; } =
    [
        .. from form in SubmissionForm.All
           from language in s_languages
           select new SubmissionDocument($"forms/{form.Name}.{language}.html", "text/html", FileClass.Customer, form.Profiles, (product, context) => Page(product, context, form, language)),
    ];

    // What cannot be filled in is left out; the package's list of what is expected tells of the rest.
    static ReadOnlyMemory<byte>? Page(Product product, SubmissionContext context, SubmissionForm form, string language) =>
        context.Profile.Languages.Contains(language) && product.Frameworks.Count(framework => framework.Id == form.Catalogue) == 1 ? (ReadOnlyMemory<byte>?)FormPage.Render(product, form, language) : null;
}
