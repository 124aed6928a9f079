// Files and shared state between a check and a use.
namespace Corpus.FilesAndRaces.Lofts;

// [Bad CWE-367] the balance is looked at and changed in two steps by many requests
public sealed class Wallets
{
    static readonly Dictionary<string, decimal> s_balances = [];

    public bool Pay(string user, decimal amount)
    {
        if (!s_balances.TryGetValue(user, out var balance) || balance < amount)
            return false;
        s_balances[user] = balance - amount;
        return true;
    }
}

// [Good CWE-367] look and change under one lock
public sealed class LockedWallets
{
    static readonly Lock s_gate = new();
    static readonly Dictionary<string, decimal> s_balances = [];

    public bool Pay(string user, decimal amount)
    {
        lock (s_gate)
        {
            if (!s_balances.TryGetValue(user, out var balance) || balance < amount)
                return false;
            s_balances[user] = balance - amount;
            return true;
        }
    }
}

// [Bad CWE-367] exists, then written
public sealed class Reports(string folder)
{
    public async Task KeepAsync(string name, string text)
    {
        var target = Path.Combine(folder, Path.GetFileName(name));
        if (File.Exists(target))
            throw new InvalidOperationException("there already");
        await File.WriteAllTextAsync(target, text);
    }
}

// [Good CWE-367] made in one step
public sealed class OnceReports(string folder)
{
    public async Task KeepAsync(string name, string text)
    {
        await using var stream = new FileStream(Path.Combine(folder, Path.GetFileName(name)), FileMode.CreateNew, FileAccess.Write);
        await using var writer = new StreamWriter(stream);
        await writer.WriteAsync(text);
    }
}

// [Bad CWE-377] a name in the folder for everybody's files that anybody can guess
public static class Exports
{
    public static string Write(byte[] data)
    {
        var path = Path.Combine(Path.GetTempPath(), $"export-{Environment.ProcessId}.bin");
        File.WriteAllBytes(path, data);
        return path;
    }
}
