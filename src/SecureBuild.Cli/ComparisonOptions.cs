using System.Collections.Immutable;
using System.CommandLine;
using SecureBuild.Assessment;
using SecureBuild.Configuration;
using SecureBuild.Rendering;
using SecureBuild.Verification;
using SecureBuild.Vulnerabilities;

namespace SecureBuild.Cli;

/// <summary>What <c>verify</c> takes of the buyer's own to compare a delivery with: catalogues, and advisories.</summary>
sealed class ComparisonOptions(Terminal terminal)
{
    readonly Option<string[]> _catalogues = new("--catalogue") { Description = Texts.Of("verify_Catalogue"), HelpName = "FILE", DefaultValueFactory = _ => [] };
    readonly Option<string?> _advisories = new("--advisories") { Description = Texts.Of("verify_Advisories"), HelpName = "PATH" };
    readonly Option<int?> _age = new("--advisories-max-age") { Description = Texts.Of("vex_MaxAge", VulnerabilityReport.UsualMaxAge), HelpName = "DAYS" };

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_catalogues, _advisories, _age])
            command.Add(option);
    }

    /// <summary>The request with both, after the policy is in it; null, with the reason told and the exit code set, where something is wrong with them.</summary>
    public VerificationRequest? With(VerificationRequest request, ParseResult parsed, out int exitCode)
    {
        if (parsed.GetValue(_advisories) is { } path)
        {
            if (request.Policy?.WorstSeverity is null)
            {
                terminal.Write(Messages.Error("SB9423"));
                exitCode = ExitCode.WrongUse;
                return null;
            }
            request = request with { Advisories = new(Path.GetFullPath(path), parsed.GetValue(_age) is > 0 and var days ? days : VulnerabilityReport.UsualMaxAge) };
        }
        exitCode = ExitCode.TamperedOrUnreadable;
        return Catalogues(parsed.GetRequiredValue(_catalogues)) is { } catalogues ? request with { Catalogues = catalogues } : null;
    }

    /// <summary>Every control of every catalogue given.</summary>
    public void Print(VerificationReport report)
    {
        foreach (var catalogue in report.Catalogues)
        {
            terminal.Write();
            terminal.Write(OwnCatalogueLines.Of(catalogue, Language.Current, terminal.Width));
        }
    }

    ImmutableArray<AssessedCatalogue>? Catalogues(string[] files)
    {
        var catalogues = ImmutableArray.CreateBuilder<AssessedCatalogue>(files.Length);
        var isWrong = false;
        foreach (var file in files)
        {
            var read = GivenCatalogue.Read(file);
            foreach (var problem in read.Problems)
                terminal.Write(problem);
            if (read.Catalogue is null)
                isWrong = true;
            else if (catalogues.Any(other => other.Catalogue.Id == read.Catalogue.Catalogue.Id))
            {
                terminal.Write(Messages.Error("SB9339", file, 0, 0, read.Catalogue.Catalogue.Id));
                isWrong = true;
            }
            else
                catalogues.Add(read.Catalogue);
        }
        return isWrong ? null : catalogues.ToImmutable();
    }
}
