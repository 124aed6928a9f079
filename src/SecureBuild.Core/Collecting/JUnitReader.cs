using System.Collections.Immutable;
using System.Globalization;

namespace SecureBuild.Collecting;

/// <summary>JUnit's XML. No standard says what it is: read is what the common writers have in common.</summary>
static class JUnitReader
{
    public const string Format = "JUnit XML";

    static readonly Lazy<HashSet<string>> s_commits = new(() => [.. EmbeddedFile.Lines("Collecting/commit-properties.txt")]);

    /// <param name="file">The report.</param>
    /// <param name="xml">At its first element.</param>
    /// <param name="zone">Zone of this machine.</param>
    public static TestReport Read(ReportFile file, StrictXml xml, TimeZoneInfo zone)
    {
        var run = new Run(file, zone);
        do
        {
            if (xml.IsStart)
                run.Start(xml);
            if (xml.Name == "testcase" && (!xml.IsStart || xml.IsEmpty))
                run.EndOfCase();
        }
        while (xml.Read());
        return run.Report();
    }

    sealed class Run(ReportFile file, TimeZoneInfo zone)
    {
        readonly SortedSet<string> _assemblies = new(StringComparer.Ordinal), _failed = new(StringComparer.Ordinal), _commits = new(StringComparer.OrdinalIgnoreCase);
        DateTimeOffset? _started, _finished;
        TestCounts _listed;
        int _told;
        string? _case;
        bool _isFailure, _isSkipped;

        public void Start(StrictXml xml)
        {
            switch (xml.Name)
            {
                case "testsuites" or "testsuite":
                    Suite(xml);
                    break;
                case "testcase":
                    (_case, _isFailure, _isSkipped) = (NameOf(xml["classname"], xml["name"] ?? ""), false, false);
                    break;
                case "failure" or "error" when _case is not null:
                    _isFailure = true;
                    break;
                // An error of a suite, outside of every test.
                case "error":
                    _told = Math.Max(_told, 1);
                    break;
                case "skipped" when _case is not null:
                    _isSkipped = true;
                    break;
                case "property" when _case is null && xml["name"] is { } name && s_commits.Value.Contains(name.ToLowerInvariant()) && xml["value"] is { Length: > 0 } commit:
                    _commits.Add(commit.Trim());
                    break;
            }
        }

        public void EndOfCase()
        {
            _listed += _isFailure ? new(0, 1, 0, 0) : _isSkipped ? new(0, 0, 1, 0) : new TestCounts(1, 0, 0, 0);
            if (_isFailure)
                _failed.Add(TestReports.WithoutArguments(_case!));
            _case = null;
        }

        // Two revisions in one report: it is about neither.
        public TestReport Report() => new(
            file, Format, new() { Assemblies = [.. _assemblies], Commit = _commits.Count == 1 ? _commits.Min : null, Started = _started, Finished = _finished },
            _listed with { Failed = Math.Max(_listed.Failed, _told) }) { Failed = [.. _failed] };

        void Suite(StrictXml xml)
        {
            _told = Math.Max(_told, xml.Count("failures") + xml.Count("errors"));
            if (xml["name"] is { } name && (name.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".exe", StringComparison.OrdinalIgnoreCase)) && name.AsSpan().IndexOfAny('/', '\\') >= 0)
                _assemblies.Add(name);
            if (xml["timestamp"] is not { } stamp)
                return;
            var started = ReportTime.Iso(stamp, zone) ?? throw file.Refusal("SB9776", xml.Line, "timestamp", stamp);
            var length = double.TryParse(xml["time"], NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 0 and < 1e7 ? TimeSpan.FromSeconds(seconds) : TimeSpan.Zero;
            _started = _started is { } first && first < started ? first : started;
            _finished = _finished is { } last && last > started + length ? last : started + length;
        }

        static string NameOf(string? type, string name) => type is null || name.StartsWith(type, StringComparison.Ordinal) ? name : $"{type}.{name}";
    }
}
