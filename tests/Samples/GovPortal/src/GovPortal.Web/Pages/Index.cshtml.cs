using GovPortal.Records;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GovPortal.Web.Pages;

public sealed class IndexModel(ApplicationStore store) : PageModel
{
    [BindProperty]
    public string Applicant { get; set; } = "";

    public string Tip { get; } = Invitation.TipOfTheDay();

    public IActionResult OnPost()
    {
        var application = new CitizenApplication { Number = Guid.NewGuid().ToString("N"), Applicant = Applicant, Service = "residence", FiledAt = DateTime.UtcNow };
        store.Add(application);
        return RedirectToPage("/Index");
    }
}
