using System.CommandLine;
using System.CommandLine.Invocation;
using System.Text.Json.Nodes;
using SecureBuild.Rendering;
using SecureBuild.Signing;
using SecureBuild.Verification;
using SecureBuild.Verification.Policy;

namespace SecureBuild.Cli;

/// <summary>What <c>verify</c> takes for a buyer's policy, and for telling others how it came out.</summary>
sealed class PolicyOptions(Terminal terminal)
{
    readonly Option<string?> _policy = new("--policy") { Description = Texts.Of("verify_Policy"), HelpName = "FILE" };
    readonly Option<string?> _sha256 = new("--policy-sha256") { Description = Texts.Of("verify_PolicySha256"), HelpName = "DIGEST" };
    readonly Option<bool> _schema = new("--policy-schema") { Description = Texts.Of("verify_PolicySchema"), Action = new PrintSchema(terminal) };
    readonly Option<string?> _slsa = new("--vsa") { Description = Texts.Of("verify_Vsa"), HelpName = "FILE" };
    readonly Option<string?> _result = new("--svr") { Description = Texts.Of("verify_Svr"), HelpName = "FILE" };
    readonly Option<string?> _key = new("--vsa-key") { Description = Texts.Of("verify_VsaKey"), HelpName = "KEY" };
    readonly Option<string?> _verifier = new("--verifier-id") { Description = Texts.Of("verify_VerifierId"), HelpName = "URI" };
    readonly Option<string?> _resource = new("--resource-uri") { Description = Texts.Of("verify_ResourceUri"), HelpName = "URI" };

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_policy, _sha256, _schema, _slsa, _result, _key, _verifier, _resource])
            command.Add(option);
    }

    /// <summary>The request with the policy; null, with the reason told and the exit code set, where there is none to be had.</summary>
    public VerificationRequest? With(VerificationRequest request, ParseResult parsed, out int exitCode)
    {
        exitCode = ExitCode.WrongUse;
        if ((parsed.GetValue(_slsa) ?? parsed.GetValue(_result)) is not null && (parsed.GetValue(_policy) is null || parsed.GetValue(_verifier) is null))
        {
            terminal.Write(Messages.Error("SB9721"));
            return null;
        }
        if (parsed.GetValue(_policy) is not { } file)
            return request;
        var read = AcceptancePolicyFile.Read(file, parsed.GetValue(_sha256));
        foreach (var problem in read.Problems)
            terminal.Write(problem);
        exitCode = ExitCode.TamperedOrUnreadable;
        return read.Policy is null ? null : request with { Policy = read.Policy };
    }

    /// <summary>The rules one by one.</summary>
    public void Print(PolicyReport report)
    {
        terminal.Write();
        terminal.Write(Line.Of(new Span(Texts.Of("verify_PolicyTitle", report.Policy.Name ?? "–", report.Policy.Sha256), Tone.Strong)));
        foreach (var result in report.Results)
        {
            var (sign, tone, word) = result.Verdict switch
            {
                PolicyVerdict.Passed => ("✓", Tone.Good, "verify_RulePassed"),
                PolicyVerdict.Failed => ("✗", Tone.Bad, "verify_RuleFailed"),
                _ => ("?", Tone.Open, "verify_RuleNotChecked"),
            };
            var text = $"{result.Rule} – {Texts.Of(word)}: {result.Sentence}";
            terminal.Write(Table.Lines([[new Span(sign, tone), new Span(result.Code is null ? text : $"{result.Code}: {text}", result.Verdict == PolicyVerdict.Passed ? Tone.Plain : tone)]], terminal.Width, indent: 0));
        }
    }

    /// <summary>The summaries that were asked for; of a delivery that does not fulfil the policy none, and none is left from before.</summary>
    public void WriteSummaries(VerificationReport report, ParseResult parsed, bool quiet)
    {
        if (parsed.GetValue(_verifier) is not { } verifier)
            return;
        var options = new SummaryOptions(verifier, DateTimeOffset.UtcNow, parsed.GetValue(_resource));
        var signer = parsed.GetValue(_key) is { } key ? SigningKey.Load(KeyFile.Read(key), Passwords.From(null), key) : null;
        using var owned = signer as IDisposable;
        Write(parsed.GetValue(_slsa), () => VerificationSummary.Slsa(report, options), signer, quiet);
        Write(parsed.GetValue(_result), () => VerificationSummary.Result(report, options), signer, quiet);
    }

    void Write(string? file, Func<JsonObject?> summary, ISigner? signer, bool quiet)
    {
        if (file is null)
            return;
        if (summary() is { } statement)
        {
            AtomicFile.Write(Path.GetFullPath(file), VerificationSummary.Line(statement, signer));
            if (!quiet)
                terminal.Write(Line.Of(new Span("  " + Texts.Of(signer is null ? "verify_WroteDraft" : "verify_WroteSummary", file), Tone.Plain)));
            return;
        }
        File.Delete(file);
        terminal.Write(Messages.Warning("SB9720", arguments: file));
    }

    sealed class PrintSchema(Terminal terminal) : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            terminal.Write(AcceptancePolicyFile.Schema.TrimEnd('\n'));
            return ExitCode.Satisfied;
        }
    }
}
