using System.Collections.Immutable;
using SecureBuild.Verification.Policy;

namespace SecureBuild.Verification;

/// <summary>Collects checks while they are made. Every text has the file's name as its first hole.</summary>
sealed class CheckLog
{
    readonly ImmutableArray<VerificationCheck>.Builder _checks = ImmutableArray.CreateBuilder<VerificationCheck>();
    readonly ImmutableArray<Problem>.Builder _problems = ImmutableArray.CreateBuilder<Problem>();

    public VerificationOutcome Outcome { get; private set; }

    /// <summary>Signatures that were verified, by keys that are trusted.</summary>
    public List<VerifiedSignature> Signatures { get; } = [];

    /// <summary>Attestations whose content was looked at.</summary>
    public List<VerifiedDelivery> Deliveries { get; } = [];

    /// <summary>What came of the buyer's own catalogues.</summary>
    public List<OwnCatalogueResult> OwnCatalogues { get; } = [];

    public VerificationReport Report => new(Outcome, _checks.ToImmutable(), _problems.ToImmutable());

    /// <summary>The sentence is the text <c>Check_name_passed</c>.</summary>
    public void Pass(string name, string? file, params object?[] arguments) => Add(name, file, CheckResult.Passed, $"Check_{name}_passed", arguments);

    /// <summary>The sentence is the text <c>Check_why</c>.</summary>
    public void Skip(string name, string? file, string why, params object?[] arguments) => Add(name, file, CheckResult.Skipped, $"Check_{why}", arguments);

    public void Fail(string name, string? file, VerificationOutcome outcome, string code, params object?[] arguments) =>
        Add(name, file, outcome, Messages.Error(code, file, arguments: [Name(file), .. arguments]));

    /// <summary>Something that was refused while it was read.</summary>
    public void Tampered(string name, string? file, Problem problem) => Add(name, file, VerificationOutcome.TamperedOrUnreadable, problem);

    /// <summary>Something that was read and is not accepted.</summary>
    public void Unsatisfied(string name, string? file, Problem problem) => Add(name, file, VerificationOutcome.NotSatisfied, problem);

    public void Tampered(string name, string? file, string code, params object?[] arguments) =>
        Fail(name, file, VerificationOutcome.TamperedOrUnreadable, code, arguments);

    public void Unsatisfied(string name, string? file, string code, params object?[] arguments) =>
        Fail(name, file, VerificationOutcome.NotSatisfied, code, arguments);

    /// <summary>Said, but not held against it.</summary>
    public void Warn(string name, string? file, string code, params object?[] arguments)
    {
        var problem = Messages.Warning(code, file, arguments: [Name(file), .. arguments]);
        _checks.Add(new(name, Name(file), CheckResult.Skipped, problem.Text, code));
        _problems.Add(problem);
    }

    void Add(string name, string? file, VerificationOutcome outcome, Problem problem)
    {
        _checks.Add(new(name, Name(file), CheckResult.Failed, problem.Text, problem.Code));
        _problems.Add(problem);
        Outcome = (VerificationOutcome)Math.Max((int)Outcome, (int)outcome);
    }

    /// <summary>Something that a policy asks for is not there; told among its results, not among the checks.</summary>
    public void Refuse(Problem problem)
    {
        _problems.Add(problem);
        Outcome = (VerificationOutcome)Math.Max((int)Outcome, (int)VerificationOutcome.NotSatisfied);
    }

    /// <summary>As <see cref="Refuse"/>, without holding it against the delivery.</summary>
    public void Remark(Problem problem) => _problems.Add(problem);

    void Add(string name, string? file, CheckResult result, string text, object?[] arguments) =>
        _checks.Add(new(name, Name(file), result, Messages.Text(text, [Name(file), .. arguments])));

    static string? Name(string? file) => file is null ? null : Path.GetFileName(Path.TrimEndingDirectorySeparator(file));
}
