using System.Diagnostics;
using System.Reflection;
using SecureBuild.Collecting;
using SecureBuild.Core.Tests.Signing;

namespace SecureBuild.Core.Tests.Collecting;

/// <summary>Reports as runners write them just now: xunit's three formats from one run of this very assembly, and the JUnit of Node.js.</summary>
public sealed class RealRunnerTests : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("securebuild runners ").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task All_reports_of_one_run_of_xunit_say_the_same()
    {
        var (assembly, before) = (typeof(DsseTests).Assembly.Location, DateTimeOffset.UtcNow.AddSeconds(-1));
        var count = typeof(DsseTests).GetMethods().Count(method => method.GetCustomAttribute<FactAttribute>() is not null);

        await Run("dotnet", "exec", assembly, "-noColor", "-class", typeof(DsseTests).FullName!, "-trx", In("r.trx"), "-jUnit", In("r.xml"), "-ctrf", In("r.json"));

        var reports = ((string[])["r.trx", "r.xml", "r.json"]).Select(name => TestReports.Read(In(name), TimeZoneInfo.Utc)).ToArray();
        Assert.Equal(["TRX", "JUnit XML", "CTRF"], reports.Select(report => report.Format));
        Assert.All(reports, report => Assert.Equal(new TestCounts(count, 0, 0, 0), report.Counts));
        // Its JUnit says neither when nor what ran: such a report is not used, and collect says so.
        Assert.Null(reports[1].Origin.Started);
        Assert.All((TestReport[])[reports[0], reports[2]], report =>
        {
            Assert.Equal(assembly, Assert.Single(report.Origin.Assemblies));
            Assert.InRange(report.Origin.Started!.Value, before, DateTimeOffset.UtcNow.AddSeconds(1));
            Assert.True(report.Origin.Finished >= report.Origin.Started);
        });
    }

    [Fact]
    public async Task Every_outcome_that_the_runner_of_Node_knows_is_counted_as_what_it_is()
    {
        await File.WriteAllTextAsync(In("sums.test.mjs"), """
            import { test, describe } from 'node:test'
            import assert from 'node:assert'
            describe('sums', () => {
              test('passes', () => {})
              test('fails', () => assert.equal(1, 2))
              test('throws', () => { throw new Error('boom') })
              test('is skipped', { skip: 'later' }, () => {})
              test('is to be done', { todo: true }, () => {})
            })
            test('on top', () => {})
            """, TestContext.Current.CancellationToken);

        await Run("node", "--test", "--test-reporter=junit", "--test-reporter-destination=" + In("node.xml"), In("sums.test.mjs"));

        var report = TestReports.Read(In("node.xml"), TimeZoneInfo.Utc);
        Assert.Equal(new TestCounts(2, 2, 2, 0), report.Counts);
        Assert.Equal(["test.fails", "test.throws"], report.Failed);
    }

    string In(string name) => Path.Combine(_folder, name);

    async Task Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = _folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        await Task.WhenAll(output, error);
    }
}
