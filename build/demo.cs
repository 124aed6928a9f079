// The product in one run, on real input: dotnet run build/demo.cs
//
// Packs SecureBuild into a local feed, builds the sample product against the packed package, signs with a throwaway key, verifies,
// tampers with a copy and shows that it is refused. Everything stays under artifacts/demo; nothing of the machine is changed.

#:property PublishAot=false

using System.Diagnostics;
using System.Runtime.CompilerServices;

const string Version = "0.1.0-demo";

var root = Path.GetFullPath(Path.Combine(ThisFolder(), ".."));
var demo = Path.Combine(root, "artifacts", "demo");
var feed = Path.Combine(demo, "feed");
var product = Path.Combine(demo, "GovPortal");
var key = Path.Combine(demo, "throwaway.key.pem");
var publicKey = Path.Combine(demo, "throwaway.pub.pem");
var watch = Stopwatch.StartNew();

if (Directory.Exists(demo))
    DeleteFolder(demo);
Directory.CreateDirectory(demo);

// Packages land here and not in the user's cache: a package of the same version built before would otherwise be taken from there.
// What the user's cache already holds (never this version of ours) is used from where it is.
var cache = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
    ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
var settings = new Dictionary<string, string?>
{
    ["NUGET_PACKAGES"] = Path.Combine(demo, "packages"),
    ["RestoreFallbackFolders"] = Directory.Exists(cache) ? cache : null,
    ["SecureBuildVersion"] = Version,
    ["DOTNET_NOLOGO"] = "1",
    ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
};

Step("Pack SecureBuild and its tool into a local feed");
Run("dotnet", ["pack", Path.Combine(root, "src", "SecureBuild"), "-c", "Release", $"-p:Version={Version}", $"-p:PackageOutputPath={feed}", "-v:q", "-nologo"], root, show: Show.Errors, own: false);
Run("dotnet", ["pack", Path.Combine(root, "src", "SecureBuild.Cli"), "-c", "Release", $"-p:Version={Version}", $"-p:PackageOutputPath={feed}", "-v:q", "-nologo"], root, show: Show.Errors, own: false);
foreach (var package in Directory.GetFiles(feed, "*.nupkg").Order())
    Console.WriteLine($"  {Path.GetFileName(package)}  {new FileInfo(package).Length / 1024:N0} KB");

Step("Take a copy of the sample product, under version control like any product");
CopyFolder(Path.Combine(root, "tests", "Samples", "GovPortal"), product);
File.WriteAllText(Path.Combine(product, "nuget.config"), $"""
    <configuration>
      <packageSources>
        <add key="securebuild-demo" value="{feed}" />
      </packageSources>
    </configuration>
    """);
File.WriteAllText(Path.Combine(product, ".gitignore"), "bin/\nobj/\nnuget.config\n");
if (Run("git", ["init", "-q"], product, Show.Nothing, must: false) == 0)
{
    // The first build updates the lock files (it adds SecureBuild); restore first, so that the commit is what is built.
    Run("dotnet", ["restore", "-v:q", "-nologo"], product, Show.Errors);
    Run("git", ["add", "-A"], product, Show.Errors);
    Run("git", ["-c", "user.name=Demo", "-c", "user.email=demo@example.invalid", "-c", "commit.gpgsign=false", "commit", "-q", "-m", "GovPortal 2.3.0"], product, Show.Errors);
}

Step("dotnet build -c Release   (an ordinary build; the package is the only set-up)");
Run("dotnet", ["build", "-c", "Release", "-nologo", "-tl:off", "-clp:NoSummary"], product, Show.SecureBuildOnly);

Step("Install the tool and make a throwaway key");
Run("dotnet", ["tool", "install", "SecureBuild.Tool", "--version", Version, "--tool-path", Path.Combine(demo, "tool"), "--configfile", Path.Combine(product, "nuget.config")], product, Show.Errors);
var tool = Path.Combine(demo, "tool", OperatingSystem.IsWindows() ? "securebuild.exe" : "securebuild");
Run(tool, ["keygen", "--out", key], demo);

var output = Path.Combine(product, "src", "GovPortal.Web", "bin", "Release", "net10.0");
var artifacts = Path.Combine(output, "securebuild");

Step("What the build says, before anyone signed it");
Run(tool, ["show", artifacts], product);

Step("Sign, as the build");
Run(tool, ["sign", artifacts, "--key", key], product);

Step("Verify, as the buyer does: offline, with the public key only");
Run(tool, ["verify", artifacts, "--key", publicKey], product);

var report = Path.Combine(demo, "report.html");
Step("One page for the buyer, for the screen and for paper");
Run(tool, ["report", artifacts, "-o", report, "--verify", "--key", publicKey], product);

Step("Tamper with a copy: one byte of the assembly");
var tampered = Path.Combine(demo, "tampered");
CopyFolder(output, tampered);
var assembly = Path.Combine(tampered, "GovPortal.Web.dll");
var bytes = File.ReadAllBytes(assembly);
bytes[^1] ^= 1;
File.WriteAllBytes(assembly, bytes);
var exit = Run(tool, ["verify", Path.Combine(tampered, "securebuild"), "--key", publicKey], product, must: false);
if (exit != 2)
    return Fail($"The tampered copy should have been refused with exit code 2; it was {exit}.");

Step("Where to look");
foreach (var file in Directory.GetFiles(artifacts).Order(StringComparer.Ordinal))
    Console.WriteLine($"  {Path.GetRelativePath(root, file).Replace('\\', '/')}");
Console.WriteLine($"""

      The buyer's page:     {Relative(report)}
      Explain a finding:    {Relative(tool)} explain SB2001
      In Japanese:          {Relative(tool)} show {Relative(artifacts)} --lang ja

    Verified what was signed, refused what was changed. {watch.Elapsed.TotalSeconds:N0} s.
    """);
return 0;

string Relative(string path) => Path.GetRelativePath(root, path).Replace('\\', '/');

void Step(string title)
{
    Console.WriteLine();
    Console.WriteLine($"── {title} {new string('─', Math.Max(3, 96 - title.Length))} {watch.Elapsed.TotalSeconds,4:N0} s");
}

int Run(string program, string[] arguments, string folder, Show show = Show.Everything, bool must = true, bool own = true)
{
    var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
    foreach (var (name, value) in settings)
        if (own || name.StartsWith("DOTNET_", StringComparison.Ordinal))
            start.Environment[name] = value;
    // What 'dotnet run' sets for this program would mislead the builds started from it.
    foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray())
        start.Environment.Remove(name);
    Process process;
    try
    {
        process = Process.Start(start)!;
    }
    catch (System.ComponentModel.Win32Exception) when (!must)
    {
        Console.WriteLine($"  ({program} is not installed; going on without)");
        return -1;
    }
    var all = new List<string>();
    process.OutputDataReceived += (_, line) => Print(line.Data);
    process.ErrorDataReceived += (_, line) => Print(line.Data);
    process.BeginOutputReadLine();
    process.BeginErrorReadLine();
    process.WaitForExit();
    if (must && process.ExitCode != 0)
    {
        if (show != Show.Everything)
            all.ForEach(Console.Error.WriteLine);
        Environment.Exit(Fail($"'{program} {string.Join(' ', arguments)}' ended with {process.ExitCode}."));
    }
    return process.ExitCode;

    void Print(string? line)
    {
        if (line is null)
            return;
        lock (all)
        {
            // A warning comes once while building and is the same for each target framework: once is enough here.
            var text = line.Replace(product + Path.DirectorySeparatorChar, "").Replace(root + Path.DirectorySeparatorChar, "");
            if (text.LastIndexOf(" [", StringComparison.Ordinal) is > 0 and var project && text.EndsWith(']') && text.Contains("warning SB", StringComparison.Ordinal))
                text = text[..project];
            var known = all.Contains(text);
            all.Add(text);
            if (show == Show.Everything || show == Show.SecureBuildOnly && !known && (text.Contains("SB", StringComparison.Ordinal) || text.Contains("SecureBuild:", StringComparison.Ordinal)))
                Console.WriteLine("  " + text.TrimEnd());
        }
    }
}

int Fail(string why)
{
    Console.Error.WriteLine();
    Console.Error.WriteLine("The demo stopped: " + why);
    return 1;
}

static void CopyFolder(string from, string to)
{
    Directory.CreateDirectory(to);
    foreach (var folder in Directory.GetDirectories(from))
        if (Path.GetFileName(folder) is not ("bin" or "obj" or ".git"))
            CopyFolder(folder, Path.Combine(to, Path.GetFileName(folder)));
    foreach (var file in Directory.GetFiles(from))
        File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
}

static void DeleteFolder(string folder)
{
    // git marks its objects read-only, which Windows takes as a reason not to delete them.
    foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        File.SetAttributes(file, FileAttributes.Normal);
    Directory.Delete(folder, recursive: true);
}

static string ThisFolder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;

enum Show { Nothing, Errors, SecureBuildOnly, Everything }
