using System.Collections.Immutable;
using SecureBuild.Verification;

namespace SecureBuild.Collecting;

/// <summary>Visual Studio's test results (TRX): what <c>dotnet test --logger trx</c> and <c>--report-trx</c> write.</summary>
static class TrxReader
{
    public const string Format = "TRX";

    static readonly string[] s_passed = ["Passed", "Warning"];
    static readonly string[] s_notRun = ["NotExecuted", "NotRunnable", "Inconclusive", "Pending"];
    static readonly string[] s_complete = ["Completed", "Passed", "Failed", "Warning"];
    static readonly string[] s_failures = ["failed", "error", "timeout", "aborted", "passedButRunAborted", "disconnected", "inProgress"];

    /// <param name="file">The report.</param>
    /// <param name="xml">At its first element.</param>
    /// <param name="zone">Zone of this machine.</param>
    public static TestReport Read(ReportFile file, StrictXml xml, TimeZoneInfo zone)
    {
        var run = new Run();
        do
        {
            if (xml.IsStart)
                run.Start(xml, file, zone);
            else if (xml.Name == "UnitTestResult")
                run.End();
        }
        while (xml.Read());
        return run.Report(file);
    }

    sealed class Run
    {
        readonly Stack<Result> _open = new();
        readonly SortedSet<string> _assemblies = new(StringComparer.Ordinal), _failed = new(StringComparer.Ordinal);
        readonly List<string> _attachments = [];
        DateTimeOffset? _started, _finished;
        string? _deployment, _storage;
        TestCounts _listed;
        int _told;
        bool _isComplete;

        public void Start(StrictXml xml, ReportFile file, TimeZoneInfo zone)
        {
            switch (xml.Name)
            {
                case "Times":
                    (_started, _finished) = (ReportTime.Iso(xml["start"], zone), ReportTime.Iso(xml["finish"], zone));
                    break;
                case "Deployment":
                    _deployment = xml["runDeploymentRoot"];
                    break;
                case "UnitTestResult":
                    _open.Push(new(xml["outcome"] ?? "", xml["testName"] ?? ""));
                    if (xml.IsEmpty)
                        End();
                    break;
                case "UnitTest":
                    _storage = xml["storage"];
                    break;
                // "storage" is written in lower case, so that on most platforms it names no file.
                case "TestMethod" when (xml["codeBase"] ?? _storage) is { Length: > 0 } assembly:
                    _assemblies.Add(assembly);
                    break;
                case "A" when xml["href"] is { } address && Attachment(file, address) is { } attachment:
                    _attachments.Add(attachment);
                    break;
                case "ResultSummary":
                    _isComplete = s_complete.Contains(xml["outcome"], StringComparer.Ordinal);
                    break;
                case "Counters":
                    _told = s_failures.Sum(xml.Count);
                    break;
            }
        }

        // A test with data of its own sums up those below it: they count, unless it failed by itself.
        public void End()
        {
            var result = _open.Pop();
            var isFailure = !s_passed.Contains(result.Outcome, StringComparer.Ordinal) && !s_notRun.Contains(result.Outcome, StringComparer.Ordinal);
            if (!result.HasParts || (isFailure && !result.HasFailedPart))
                _listed += isFailure ? new(0, 1, 0, 0) : s_passed.Contains(result.Outcome, StringComparer.Ordinal) ? new(1, 0, 0, 0) : new TestCounts(0, 0, 1, 0);
            if (isFailure)
                _failed.Add(TestReports.WithoutArguments(result.Name));
            if (_open.TryPeek(out var parent))
            {
                parent.HasParts = true;
                parent.HasFailedPart |= isFailure;
            }
        }

        public TestReport Report(ReportFile file) => new(
            file, Format, new() { Assemblies = [.. _assemblies], Started = _started, Finished = _finished },
            _listed with { Failed = Math.Max(_listed.Failed, _told), Incomplete = _isComplete ? 0 : 1 }) { Failed = [.. _failed], Attachments = [.. _attachments] };

        string? Attachment(ReportFile file, string address)
        {
            var name = address.Replace('\\', '/');
            return _deployment is not null && ArtifactPath.IsSafeFileName(_deployment) && ArtifactPath.IsSafe(name) ? Path.Combine(file.Directory, _deployment, "In", name) : null;
        }
    }

    sealed class Result(string outcome, string name)
    {
        public string Outcome => outcome;

        public string Name => name;

        public bool HasParts { get; set; }

        public bool HasFailedPart { get; set; }
    }
}
