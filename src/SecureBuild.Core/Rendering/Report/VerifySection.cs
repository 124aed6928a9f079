using System.Globalization;
using SecureBuild.Verification;

namespace SecureBuild.Rendering.Report;

/// <summary>How the reader checks for himself; and, where whoever made the report did, what came of that.</summary>
static class VerifySection
{
    public static void Write(Html html, ReportModel model)
    {
        html.Section("verify").Lead(ReportTexts.Of("Verify_Lead"));
        foreach (var verified in model.Verification)
            Result(html, verified);
        html.Open("ol", ("class", "steps"));
        Step(html, "Verify_Key", null);
        Step(html, "Verify_Tool", "dotnet tool install --global SecureBuild.Tool\nsecurebuild verify PATH --key supplier.pub.pem");
        Step(html, "Verify_Without", "openssl pkey -pubin -in supplier.pub.pem -outform DER | openssl dgst -sha256\nsha256sum FILE");
        html.Close();
        string[] keys = [.. model.Product.Projects.SelectMany(static project => project.Summary.Signature.KeyIds).Distinct(StringComparer.Ordinal)];
        if (keys.Length > 0)
        {
            html.Whole("p", ReportTexts.Of("Verify_KeyIds")).Open("ul");
            foreach (var key in keys)
                html.Open("li").Whole("code", key, ("class", "digest")).Close();
            html.Close();
        }
        html.Whole("p", ReportTexts.Of("Verify_Limits")).Close().Break();
    }

    static void Step(Html html, string text, string? commands)
    {
        html.Open("li").Whole("p", ReportTexts.Of(text));
        if (commands is not null)
            html.Open("pre", ("class", "code"), ("tabindex", "0")).Open("code").Lines(commands).Close(2);
        html.Close();
    }

    static void Result(Html html, ReportVerification verified)
    {
        var kind = verified.Report.Outcome == VerificationOutcome.Satisfied ? "good" : "bad";
        html.Remark(ReportTexts.Of("Verify_" + verified.Report.Outcome, verified.Project, Count(verified, CheckResult.Passed), Count(verified, CheckResult.Failed), Count(verified, CheckResult.Skipped)), kind);
        html.Open("details", ("class", "plain")).Open("summary").Both(ReportTexts.Of("Verify_Checks")).Close().Open("ul", ("lang", CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "ja" ? "ja" : "en"), ("class", "checks"));
        foreach (var check in verified.Report.Checks)
            html.Open("li").Sign(check.Result switch { CheckResult.Passed => "met-by-evidence", CheckResult.Failed => "not-met", _ => "not-assessed" }).Text(check.Code is null ? check.Sentence : $"{check.Code}: {check.Sentence}").Close();
        html.Close(2).Break();
    }

    static int Count(ReportVerification verified, CheckResult result) => verified.Report.Checks.Count(check => check.Result == result);
}
