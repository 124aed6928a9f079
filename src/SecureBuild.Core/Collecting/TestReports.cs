namespace SecureBuild.Collecting;

/// <summary>Reads a report of tests in whichever of the known formats it is, by its content and not by its name.</summary>
static class TestReports
{
    /// <exception cref="ProblemException">SB9772–SB9776: it cannot be read, or is no report of tests.</exception>
    public static TestReport Read(string path, TimeZoneInfo zone)
    {
        var file = ReportFile.Read(path);
        return file.IsJson ? CtrfReader.Read(file) : Xml(file, zone);
    }

    static TestReport Xml(ReportFile file, TimeZoneInfo zone)
    {
        using var xml = new StrictXml(file);
        if (!xml.Read())
            throw file.Refusal("SB9775", 0, Known);
        return xml.Name switch
        {
            "TestRun" => TrxReader.Read(file, xml, zone),
            "testsuites" or "testsuite" => JUnitReader.Read(file, xml, zone),
            _ => throw file.Refusal("SB9775", xml.Line, Known),
        };
    }

    /// <summary>The formats, for people.</summary>
    public const string Known = "TRX, JUnit XML, CTRF";

    /// <summary>A test's name without its arguments.</summary>
    public static string WithoutArguments(string name) => name.IndexOf('(', StringComparison.Ordinal) is > 0 and var end ? name[..end] : name;
}
