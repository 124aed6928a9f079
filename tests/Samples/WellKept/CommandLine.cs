using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace WellKept.CommandLine;

public abstract class Option(string name, string description)
{
    public string Name => name;

    public string Description => description;

    public bool Required { get; init; }

    public abstract object? Parse(string text);
}

public sealed class Option<T>(string name, string description) : Option(name, description)
{
    public T? Default { get; init; }

    public Func<T, string?>? Validator { get; init; }

    public override object? Parse(string text)
    {
        var value = (T?)(typeof(T) == typeof(FileInfo) ? new FileInfo(text)
            : typeof(T) == typeof(DirectoryInfo) ? new DirectoryInfo(text)
            : TypeDescriptor.GetConverter(typeof(T)).ConvertFromString(null, CultureInfo.InvariantCulture, text));
        if (value is not null && Validator?.Invoke(value) is { } problem)
            throw new UsageException($"{Name}: {problem}");
        return value;
    }
}

public sealed class UsageException(string message) : Exception(message);

public sealed class Parsed(IReadOnlyDictionary<string, object?> values, IReadOnlyList<string> rest)
{
    public IReadOnlyList<string> Rest => rest;

    public T? ValueOf<T>(Option<T> option) => values.TryGetValue(option.Name, out var value) ? (T?)value : option.Default;
}

public sealed class Command(string name, string description)
{
    readonly List<Option> _options = [];
    readonly List<Command> _commands = [];
    Func<Parsed, CancellationToken, Task<int>>? _action;

    public string Name => name;

    public Command Add(params ReadOnlySpan<Option> options)
    {
        _options.AddRange(options);
        return this;
    }

    public Command Add(Command command)
    {
        _commands.Add(command);
        return this;
    }

    public Command Does(Func<Parsed, CancellationToken, Task<int>> action)
    {
        _action = action;
        return this;
    }

    public async Task<int> RunAsync(ReadOnlyMemory<string> args, TextWriter error, CancellationToken cancellation)
    {
        if (!args.IsEmpty && _commands.Find(each => each.Name == args.Span[0]) is { } inner)
            return await inner.RunAsync(args[1..], error, cancellation);
        try
        {
            if (_action is null)
                throw new UsageException("A command is missing.");
            return await _action(Parse(args.Span), cancellation);
        }
        catch (UsageException e)
        {
            await error.WriteLineAsync($"{name}: {e.Message}");
            await error.WriteLineAsync(Usage());
            return 2;
        }
    }

    Parsed Parse(ReadOnlySpan<string> args)
    {
        var values = new Dictionary<string, object?>();
        var rest = new List<string>();
        for (var i = 0; i < args.Length; i++)
        {
            var (given, value) = args[i].Split('=', 2) is [var left, var right] ? (left, right) : (args[i], null);
            if (_options.Find(each => each.Name == given) is not { } option)
                rest.Add(args[i]);
            else if (option is Option<bool>)
                values[given] = value is null || bool.Parse(value);
            else
                values[given] = option.Parse(value ?? (++i < args.Length ? args[i] : throw new UsageException($"{given} needs a value.")));
        }
        foreach (var missing in _options.Where(option => option.Required && !values.ContainsKey(option.Name)))
            throw new UsageException($"{missing.Name} is missing.");
        return new(values, rest);
    }

    string Usage()
    {
        var text = new StringBuilder(description).AppendLine();
        foreach (var option in _options)
            text.AppendFormat(CultureInfo.InvariantCulture, "  {0,-20} {1}", option.Name, option.Description).AppendLine();
        foreach (var command in _commands)
            text.Append("  ").AppendLine(command.Name);
        return text.ToString();
    }
}

/// <summary>A tool for backups: packs folders, checks archives, runs git, keeps its settings in the user's profile.</summary>
public static class BackupTool
{
    static readonly Option<DirectoryInfo> s_folder = new("--folder", "What to pack") { Required = true, Validator = folder => folder.Exists ? null : "there is no such folder." };
    static readonly Option<FileInfo> s_output = new("--output", "Where the archive goes");
    static readonly Option<bool> s_force = new("--force", "Overwrites the archive");
    static readonly Option<int> s_parallel = new("--parallel", "How many files at once") { Default = Environment.ProcessorCount, Validator = count => count is > 0 and <= 64 ? null : "between 1 and 64." };
    static readonly Option<Uri> s_upload = new("--upload", "An HTTPS address to send it to") { Validator = address => address is { IsAbsoluteUri: true, Scheme: "https" } ? null : "HTTPS only." };

    public static async Task<int> Main(string[] args)
    {
        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, e) =>
        {
            e.Cancel = true;
            stop.Cancel();
        };
        var root = new Command("backup", "Packs folders and checks archives.")
            .Add(new Command("pack", "Packs a folder.").Add(s_folder, s_output, s_force, s_parallel, s_upload).Does(PackAsync))
            .Add(new Command("check", "Compares an archive with its list.").Does(CheckAsync))
            .Add(new Command("commit", "Commits the settings.").Does(CommitAsync))
            .Add(new Command("open", "Opens the manual.").Does((_, _) => OpenAsync()));
        try
        {
            return await root.RunAsync(args, Console.Error, stop.Token);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or HttpRequestException)
        {
            await Console.Error.WriteLineAsync("backup: " + e.Message);
            return 1;
        }
    }

    static async Task<int> PackAsync(Parsed parsed, CancellationToken cancellation)
    {
        var folder = parsed.ValueOf(s_folder)!;
        var output = parsed.ValueOf(s_output) ?? new FileInfo(folder.FullName.TrimEnd(Path.DirectorySeparatorChar) + ".zip");
        var list = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var mode = parsed.ValueOf(s_force) ? FileMode.Create : FileMode.CreateNew;
        await using (var file = output.Open(mode, FileAccess.ReadWrite, FileShare.None))
        {
            using var archive = new ZipArchive(file, ZipArchiveMode.Create);
            foreach (var source in folder.EnumerateFiles("*", SearchOption.AllDirectories))
            {
                cancellation.ThrowIfCancellationRequested();
                var relative = Path.GetRelativePath(folder.FullName, source.FullName).Replace('\\', '/');
                await using var content = source.OpenRead();
                list[relative] = Convert.ToHexString(await SHA256.HashDataAsync(content, cancellation));
                content.Position = 0;
                await using var entry = archive.CreateEntry(relative, CompressionLevel.SmallestSize).Open();
                await content.CopyToAsync(entry, cancellation);
            }
        }
        await File.WriteAllTextAsync(output.FullName + ".json", JsonSerializer.Serialize(list), cancellation);
        Console.WriteLine($"{list.Count} files in {output.FullName}, {parsed.ValueOf(s_parallel)} at once");
        if (parsed.ValueOf(s_upload) is { } address)
        {
            using var client = new HttpClient { Timeout = TimeSpan.FromMinutes(10) };
            client.DefaultRequestHeaders.Authorization = new("Bearer", Environment.GetEnvironmentVariable("BACKUP_TOKEN") ?? throw new UsageException("BACKUP_TOKEN is not set."));
            await using var content = output.OpenRead();
            using var response = await client.PutAsync(address, new StreamContent(content), cancellation);
            response.EnsureSuccessStatusCode();
        }
        return 0;
    }

    static async Task<int> CheckAsync(Parsed parsed, CancellationToken cancellation)
    {
        var wrong = 0;
        foreach (var path in parsed.Rest)
        {
            var list = JsonSerializer.Deserialize<Dictionary<string, string>>(await File.ReadAllTextAsync(path + ".json", cancellation)) ?? [];
            using var archive = ZipFile.OpenRead(path);
            foreach (var entry in archive.Entries)
            {
                await using var content = entry.Open();
                var hash = Convert.ToHexString(await SHA256.HashDataAsync(content, cancellation));
                if (list.Remove(entry.FullName, out var expected) && hash == expected)
                    continue;
                Console.WriteLine($"{path}: {entry.FullName} was changed");
                wrong++;
            }
            wrong += list.Count;
        }
        return wrong == 0 ? 0 : 1;
    }

    static async Task<int> CommitAsync(Parsed parsed, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo("git")
        {
            WorkingDirectory = Settings(),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            ArgumentList = { "commit", "--all", "--quiet", "-m" },
        };
        start.ArgumentList.Add(string.Join(' ', parsed.Rest.DefaultIfEmpty("Settings changed")));
        start.Environment["GIT_TERMINAL_PROMPT"] = "0";
        using var git = Process.Start(start) ?? throw new IOException("git does not start.");
        var error = git.StandardError.ReadToEndAsync(cancellation);
        await git.WaitForExitAsync(cancellation);
        if (git.ExitCode != 0)
            await Console.Error.WriteLineAsync(await error);
        return git.ExitCode;
    }

    static Task<int> OpenAsync()
    {
        const string Manual = "https://backup.example.org/manual";
        using var opened = RuntimeInformation.IsOSPlatform(OSPlatform.Windows) ? Process.Start(new ProcessStartInfo(Manual) { UseShellExecute = true }) : Process.Start("/usr/bin/xdg-open", Manual);
        return Task.FromResult(0);
    }

    static string Settings()
    {
        var folder = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData, Environment.SpecialFolderOption.Create), "backup");
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return folder;
    }
}
